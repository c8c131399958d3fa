/// `override`: what takes the place of a superclass's member says so, and takes the place of something.
extension Checker {
  func checkOverrides(_ declaration: OpenDeclaration) {
    let nominal = declaration.nominal
    guard nominal.flavour == .class, case .type = declaration.written else { return }
    checkRequiredInitializers(declaration)
    for member in declaration.members {
      let isOverride = member.modifiers.contains("override")
      switch member.kind {
      case .function(let function):
        if case .function = function.role { checkMethod(function, member, nominal, isOverride) }
        if case .initializer = function.role { checkInitializer(function, member, nominal, isOverride) }
      case .variable(let variable):
        for binding in variable.bindings {
          guard case .name(let name, _) = binding.pattern.kind else { continue }
          checkProperty(name, binding, member, nominal, isOverride)
        }
      default: break
      }
    }
  }

  /// A class with initialisers of its own repeats those that its superclass requires.
  private func checkRequiredInitializers(_ declaration: OpenDeclaration) {
    let nominal = declaration.nominal
    guard let superclass = nominal.superclass else { return }
    let own = initializers(of: nominal.selfType)
    for case .function(let required) in initializers(of: superclass).map(\.kind)
    where required.modifiers.contains("required") {
      let isThere = own.contains { member in
        if case .function(let function) = member.kind { function.fullName == required.fullName } else { false }
      }
      if isThere { continue }
      let text = required.fullName.dropFirst("init".count)
      report(
        "'required' initializer '\(required.fullName)' must be provided by subclass of '\(superclass)'",
        at: declaration.range, notes: ["write: required init\(text == "()" ? "()" : "(...)") { ... }"])
      return
    }
  }

  private func checkMethod(
    _ function: FunctionDeclaration, _ member: Declaration, _ nominal: NominalType, _ isOverride: Bool
  ) {
    guard let symbol = environment.symbol(of: function, in: nominal) else { return }
    let inherited = inherited(function.name, nominal).compactMap { member -> (Member, FunctionSymbol)? in
      if case .function(let found) = member.kind, found.fullName == symbol.fullName { return (member, found) }
      return nil
    }.filter { $0.0.isStatic == (symbol.isStatic) }
    let same = inherited.first { hasSameParameters($0.1, symbol, nominal) }
    let place = function.nameRange
    guard let (overridden, found) = same else {
      guard isOverride else { return }
      return reportNothing(to: "method", function.name, nominal, symbol.signatureText, inherited.first?.1, place)
    }
    let wanted = environment.normalized(substitution(found, for: symbol, nominal).apply(found.signature.result))
    let isSubclass =
      coerce(TypedExpression(.void, symbol.signature.result, place), to: wanted) != nil
    if isOverride, !isSubclass || (symbol.signature.throws && !found.signature.throws) {
      return reportNothing(to: "method", function.name, nominal, symbol.signatureText, found, place)
    }
    if !isSubclass { return }
    checkMark(function.name, overridden, isOverride, isFinal: found.isFinal, "func", place)
  }

  private func checkInitializer(
    _ function: FunctionDeclaration, _ member: Declaration, _ nominal: NominalType, _ isOverride: Bool
  ) {
    guard let symbol = environment.symbol(of: function, in: nominal), let superclass = nominal.superclass else {
      if isOverride { reportNothing(to: "initializer", "init", nominal, "", nil, function.nameRange) }
      return
    }
    let same = initializers(of: superclass).compactMap { member -> FunctionSymbol? in
      if case .function(let found) = member.kind, found.fullName == symbol.fullName { return found }
      return nil
    }.first { hasSameParameters($0, symbol, nominal) }
    if member.modifiers.contains("required") { return }
    if let same, !same.isConvenience, !isOverride {
      report(
        "this initializer takes the place of one of '\(superclass)': write 'override init'", at: function.nameRange)
    } else if isOverride, same.map({ $0.isConvenience }) ?? true {
      reportNothing(to: "initializer", "init", nominal, symbol.signatureText, same, function.nameRange)
    }
  }

  private func checkProperty(
    _ name: String, _ binding: VariableDeclaration.Binding, _ member: Declaration, _ nominal: NominalType,
    _ isOverride: Bool
  ) {
    let isStatic = member.modifiers.contains("static") || member.modifiers.contains("class")
    let place = binding.pattern.range
    let found = inherited(name, nominal).first { other in
      if case .property = other.kind { other.isStatic == isStatic } else { false }
    }
    guard let found, case .property(let property) = found.kind else {
      if isOverride { reportNothing(to: "property", name, nominal, "", nil, place) }
      return
    }
    let substitution = environment.memberSubstitution(owner: found.owner, base: nominal.selfType)
    let wanted = environment.normalized(substitution.apply(property.type)).resolved
    if isOverride, let type = ownProperty(name, nominal)?.type.resolved, type != wanted, !type.isClass, !type.hasErrors
    {
      return report("'\(name)' has type '\(type)' here, but '\(wanted)' in '\(found.owner.name)'", at: place)
    }
    let accessors = binding.accessors
    let isStored =
      accessors == nil || (accessors?.getter == nil && accessors?.willSet == nil && accessors?.didSet == nil)
    if isStored, !isStatic {
      report(
        "'\(name)' is a property of '\(found.owner.name)' already, and a stored property cannot take its place",
        at: place, notes: ["give it another value in 'init'"])
      return
    }
    checkMark(name, found, isOverride, isFinal: property.isFinal, "var", place)
  }

  private func ownProperty(_ name: String, _ nominal: NominalType) -> PropertySymbol? {
    environment.ownMembers(of: nominal, named: name).lazy.compactMap { member -> PropertySymbol? in
      if case .property(let property) = member.kind { return property }
      return nil
    }.first
  }

  private func checkMark(
    _ name: String, _ overridden: Member, _ isOverride: Bool, isFinal: Bool, _ word: String, _ place: SourceRange
  ) {
    if isFinal {
      report("'\(name)' is final in '\(overridden.owner.name)' and cannot be overridden", at: place)
    } else if !isOverride {
      report("'\(name)' takes the place of the one in '\(overridden.owner.name)': write 'override \(word)'", at: place)
    }
  }

  private func reportNothing(
    to kind: String, _ name: String, _ nominal: NominalType, _ type: String, _ other: FunctionSymbol?,
    _ place: SourceRange
  ) {
    guard let superclass = nominal.superclass else {
      return report("'\(name)' overrides nothing: '\(nominal.name)' has no superclass", at: place)
    }
    var notes: [String] = []
    if let other {
      notes = ["there it is \(other.signatureText), here \(type)"]
    } else if kind != "initializer" {
      notes = didYouMean(name, memberNames(of: superclass).filter { $0 != name })
    }
    report("'\(name)' overrides nothing: '\(superclass)' has no such \(kind)", at: place, notes: notes)
  }

  /// Members of the superclasses.
  private func inherited(_ name: String, _ nominal: NominalType) -> [Member] {
    guard let superclass = nominal.superclass?.nominal else { return [] }
    var result: [Member] = []
    var current: NominalType? = superclass
    while let type = current {
      result += environment.ownMembers(of: type, named: name).filter { !$0.isPrivate }
      current = type.superclass?.nominal
    }
    return result
  }

  /// The types of an inherited method in terms of the class and of the method that overrides it.
  private func substitution(
    _ found: FunctionSymbol, for symbol: FunctionSymbol, _ nominal: NominalType
  ) -> Substitution {
    guard let owner = found.owner else { return Substitution() }
    var result = environment.memberSubstitution(owner: owner, base: nominal.selfType)
    for (left, right) in zip(found.signature.genericParameters, symbol.signature.genericParameters) {
      result.types[left] = .parameter(right)
    }
    return result
  }

  private func hasSameParameters(_ found: FunctionSymbol, _ symbol: FunctionSymbol, _ nominal: NominalType) -> Bool {
    guard found.owner != nil, found.signature.genericParameters.count == symbol.signature.genericParameters.count
    else { return false }
    let substitution = substitution(found, for: symbol, nominal)
    return zip(found.signature.parameters, symbol.signature.parameters).allSatisfy { old, new in
      environment.normalized(substitution.apply(old.type)).resolved == new.type.resolved
        && old.isInOut == new.isInOut && old.isVariadic == new.isVariadic
    }
  }
}

extension Environment {
  /// The symbol of a method that is written in a type.
  func symbol(of function: FunctionDeclaration, in nominal: NominalType) -> FunctionSymbol? {
    ownMembers(of: nominal, named: function.name).lazy.compactMap { member -> FunctionSymbol? in
      if case .function(let symbol) = member.kind, symbol.declaration === function { return symbol }
      return nil
    }.first
  }
}
