/// What Swift does not let stand together in declarations, looked at when all members of a block's types are known.
extension Checker {
  func checkRules(of opened: [OpenDeclaration]) {
    checkRedeclarations(opened)
    for declaration in opened {
      let nominal = declaration.nominal
      for member in declaration.members {
        checkModifiers(member, of: nominal)
        switch member.kind {
        case .function(let function): checkFunction(function, in: declaration)
        case .variable(let variable): checkProperty(variable, member, of: nominal)
        default: break
        }
      }
      if declaration.modifiers.contains("final"), declaration.nominal.flavour != .class {
        report("'final' only stands in classes", at: declaration.range, notes: ["remove the 'final'"])
      }
      checkOverrides(declaration)
      checkSynthesis(declaration)
      guard case .type(let type) = declaration.written else { continue }
      checkContents(of: nominal, type, isIndirect: declaration.modifiers.contains("indirect"))
      if type.flavour == .enumeration { checkCases(of: nominal, type) }
    }
  }

  // MARK: Modifiers

  private func checkModifiers(_ member: Declaration, of nominal: NominalType) {
    let (modifiers, isClass) = (member.modifiers, nominal.flavour == .class)
    let place = place(of: member)
    if modifiers.contains("mutating"), isClass {
      report(
        "'mutating' has no place in a class", at: place,
        notes: ["the methods of a class may always change its properties"])
    }
    if modifiers.contains("class"), !isClass {
      report("'class' members only stand in classes", at: place, notes: ["write 'static'"])
    }
    if modifiers.contains("override"), !isClass {
      report("'override' only stands in classes", at: place, notes: ["remove the 'override'"])
    }
    if modifiers.contains("convenience"), !isClass {
      report("'convenience' only stands in classes", at: place, notes: ["remove the 'convenience'"])
    }
  }

  /// Modifiers that only members have.
  func checkModifiers(outside declaration: Declaration) {
    let words = ["static", "class", "mutating", "override", "convenience", "required", "lazy"]
    guard let word = declaration.modifiers.first(where: words.contains) else { return }
    report("'\(word)' only stands inside of a type", at: place(of: declaration), notes: ["remove the '\(word)'"])
  }

  /// The name of a member.
  func place(of member: Declaration) -> SourceRange {
    switch member.kind {
    case .function(let function): function.nameRange
    case .variable(let variable): variable.bindings.first?.pattern.range ?? member.range
    case .type(let type): type.nameRange
    default: member.range
    }
  }

  // MARK: Functions

  private func checkFunction(_ function: FunctionDeclaration, in declaration: OpenDeclaration) {
    if case .type(let type) = declaration.written, type.flavour == .protocol, function.body != nil {
      report(
        "what a protocol asks for has no body", at: function.nameRange,
        notes: ["write a default in an extension: extension \(type.name) { ... }"])
    }
    checkParameters(of: function)
  }

  /// Also of functions outside of types.
  func checkParameters(of function: FunctionDeclaration) {
    var names: Set<String> = []
    for parameter in function.parameters {
      if parameter.name != "_", !names.insert(parameter.name).inserted {
        report("two parameters are called '\(parameter.name)'", at: parameter.nameRange)
      }
      if parameter.isInOut, parameter.defaultValue != nil {
        report("the inout parameter '\(parameter.name)' cannot have a default value", at: parameter.nameRange)
      }
    }
    let takesThrowing = function.parameters.contains { parameter in
      var type = parameter.type
      while case .optional(let wrapped) = type.kind { type = wrapped }
      if case .function(_, let canThrow, _, _) = type.kind { return canThrow }
      return false
    }
    if function.rethrows, !takesThrowing {
      report(
        "'rethrows' needs a parameter that is a throwing function", at: function.nameRange, notes: ["write 'throws'"])
    }
  }

  // MARK: Properties

  private func checkProperty(_ variable: VariableDeclaration, _ member: Declaration, of nominal: NominalType) {
    for binding in variable.bindings {
      guard let accessors = binding.accessors, !accessors.isRequirement else {
        if member.modifiers.contains("lazy"), !variable.isVariable {
          report(
            "a lazy property is not constant until it is used", at: binding.pattern.range, notes: ["write 'lazy var'"])
        }
        continue
      }
      let isComputed = accessors.getter != nil || accessors.setter != nil
      if isComputed, !variable.isVariable {
        report("a computed property is declared with 'var'", at: binding.pattern.range)
      } else if accessors.getter == nil, accessors.setter != nil {
        report("a property with 'set' also needs 'get'", at: binding.pattern.range)
      } else if isComputed, accessors.willSet != nil || accessors.didSet != nil {
        report(
          "'willSet' and 'didSet' belong to stored properties", at: binding.pattern.range,
          notes: ["write what they do into 'set'"])
      }
    }
  }

  // MARK: Cases

  private func checkCases(of nominal: NominalType, _ type: TypeDeclaration) {
    let names = type.members.flatMap { member -> [EnumCaseDeclaration] in
      if case .enumCases(let cases) = member.kind { return cases }
      return []
    }
    if environment.protocols(of: nominal.selfType).contains(.caseIterable),
      let carrying = names.first(where: { !$0.payload.isEmpty }),
      environment.ownMembers(of: nominal, named: "allCases").allSatisfy({ $0.isSynthesized })
    {
      report(
        "type '\(nominal.name)' does not conform to protocol 'CaseIterable'", at: type.nameRange,
        notes: ["'\(carrying.name)' carries values, so that its cases cannot be listed"])
    }
    guard let raw = nominal.rawType else { return }
    var seen: Set<String> = []
    for (written, enumCase) in zip(names, nominal.cases) {
      if !written.payload.isEmpty {
        report(
          "'\(written.name)' cannot carry values: the cases of '\(nominal.name)' stand for values of type '\(raw)'",
          at: written.nameRange)
      }
      if let text = enumCase.rawValue?.literalText, !seen.insert(text).inserted {
        report(
          "the raw value of '\(written.name)' belongs to another case already",
          at: written.rawValue?.range ?? written.nameRange)
      }
    }
  }

  // MARK: Types that contain themselves

  /// A struct or enum holds its values in itself, so that it has no end if one of them is of its own type.
  private func checkContents(of nominal: NominalType, _ type: TypeDeclaration, isIndirect: Bool) {
    if isIndirect { return }
    for (name, part, range) in parts(of: nominal, type) {
      var seen: Set<ObjectIdentifier> = []
      guard holds(nominal, in: part, &seen) else { continue }
      if nominal.flavour == .enumeration {
        report(
          "the enum '\(nominal.name)' contains itself in '\(name)'", at: range,
          notes: ["write 'indirect' before 'enum'"])
      } else {
        report(
          "the struct '\(nominal.name)' contains itself in '\(name)'", at: range,
          notes: ["make it a class, or let it hold an array: [\(nominal.name)]"])
      }
      return
    }
  }

  private func parts(
    of nominal: NominalType, _ type: TypeDeclaration
  ) -> [(name: String, type: Type, range: SourceRange)] {
    switch nominal.flavour {
    case .structure: return nominal.fields.map { ($0.name, $0.type, type.nameRange) }
    case .enumeration:
      return nominal.cases.filter { !$0.isIndirect }.flatMap { enumCase in
        enumCase.payload.map { (enumCase.name, $0.type, type.nameRange) }
      }
    default: return []
    }
  }

  /// Whether values of `type` have a `nominal` in themselves, not behind a reference.
  private func holds(_ nominal: NominalType, in type: Type, _ seen: inout Set<ObjectIdentifier>) -> Bool {
    if let wrapped = type.wrapped { return holds(nominal, in: wrapped, &seen) }
    if let elements = type.tuple {
      for element in elements where holds(nominal, in: element.type, &seen) { return true }
      return false
    }
    guard let inner = type.nominal, inner.flavour == .structure || inner.flavour == .enumeration else { return false }
    if inner === nominal { return true }
    guard seen.insert(ObjectIdentifier(inner)).inserted else { return false }
    let substitution = Substitution(inner.genericParameters, type.arguments)
    let parts =
      inner.fields.map(\.type)
      + inner.cases.filter { !$0.isIndirect }.flatMap { $0.payload.map(\.type) }
    for part in parts where holds(nominal, in: substitution.apply(part), &seen) { return true }
    return false
  }
}

extension TypedExpression {
  /// What a raw value says, to compare it with others.
  fileprivate var literalText: String? {
    switch kind {
    case .integer(let digits), .floatingPoint(let digits): digits
    case .string(let segments):
      segments.reduce("\"") { text, segment in
        if case .text(let part) = segment { text + part } else { text }
      }
    case .negate(let inner): inner.literalText.map { "-" + $0 }
    default: nil
    }
  }
}

extension Member {
  /// Whether it is made by the machine, not written.
  fileprivate var isSynthesized: Bool {
    if case .property(let property) = kind, case .computed(let getter, _) = property.access {
      return getter.declaration == nil
    }
    return false
  }
}
