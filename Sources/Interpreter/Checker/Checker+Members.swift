extension Checker {
  // MARK: Without a call

  func checkMember(
    _ base: Expression?, _ name: String, _ nameRange: SourceRange, labels: [String]?, _ expected: Type?,
    _ range: SourceRange
  ) -> TypedExpression {
    guard let base else {
      guard let context = implicitBase(of: name, expected, range) else { return invalid(range) }
      probeMembers(of: .metatype(context), nameRange)
      return staticMember(offering(name, context) ?? context, name, nameRange, expected, range)
    }
    if name == "self" {
      if let type = typeReference(base) { return TypedExpression(.typeValue(type), .metatype(type), range) }
      return check(base, expected: expected)
    }
    if let type = typeReference(base) {
      if type.isError { return invalid(range) }
      probeMembers(of: .metatype(type), nameRange)
      return staticMember(type, name, nameRange, labels: labels, expected, range)
    }
    let value = unwrapped(checkBase(base, needs: name, of: expected), for: name)
    if value.type.isError { return value }
    settle(value.type)
    probeMembers(of: value.type, nameRange)
    if case .metatype(let instance) = value.type.shallow {
      return onType(value, instance, staticMember(instance.shallow, name, nameRange, labels: labels, expected, range))
    }
    return member(value, name, nameRange, labels: labels, expected, range)
  }

  /// The type that `.name` belongs to; nil if that is not known, which was said then.
  private func implicitBase(of name: String, _ expected: Type?, _ range: SourceRange) -> Type? {
    var context = expected
    if let wrapped = context?.wrapped, !["none", "some"].contains(name) { context = wrapped }
    // Among literals only, they have their default types.
    if let context { settle(context) }
    guard let context = context?.shallow, context.unbound == nil else {
      report(
        "cannot tell which type '.\(name)' belongs to", at: range,
        notes: ["write the type before the dot: Type.\(name)"])
      return nil
    }
    return context.isError ? nil : context
  }

  /// The value before a dot. Where a subscript has several meanings, one whose result has the member is taken. At the
  /// start of `.zero.scaled(by: 2)` stands a member of the type that the whole must have.
  func checkBase(_ base: Expression, needs name: String, of whole: Type? = nil) -> TypedExpression {
    if let whole, needsContextAsBase(base) { return check(base, expected: whole) }
    if case .name("super", _, _) = base.kind { return superReceiver(base.range) }
    guard case .index(let inner, let arguments) = base.kind else { return check(base) }
    let outer = neededMember
    neededMember = name
    defer { neededMember = outer }
    return checkIndex(inner, arguments, nil, base.range)
  }

  func member(
    _ base: TypedExpression, _ name: String, _ nameRange: SourceRange, labels: [String]? = nil, _ expected: Type?,
    _ range: SourceRange
  ) -> TypedExpression {
    if let elements = base.type.tuple {
      let index = Int(name) ?? elements.firstIndex { $0.label == name }
      guard let index, elements.indices.contains(index) else {
        return fail(
          "value of tuple type '\(base.type)' has no member '\(name)'", at: nameRange,
          notes: elements.isEmpty ? [] : ["its elements are .0 to .\(elements.count - 1)"])
      }
      return TypedExpression(.tupleElement(base, index), elements[index].type, range)
    }
    let found = instanceMembers(of: base.type, named: name)
    for member in found {
      if case .property(let property) = member.kind { return access(property, of: base, owner: member.owner, range) }
    }
    let callees = found.compactMap { member -> Callee? in
      guard case .function(let function) = member.kind else { return nil }
      return instantiate(function, base: base.type, receiver: base, requirements: member.requirements)
    }
    if !callees.isEmpty {
      if callees[0].symbol.isMutating {
        return fail("a mutating method can only be called", at: nameRange, notes: ["write () after its name"])
      }
      return functionValue(callees, name, labels, expected, range)
    }
    return unknownMember(base, name, nameRange)
  }

  /// The type that `.name` makes a value of where any value of a protocol fits: the protocol has an extension for it,
  /// `extension P where Self == T`, with a static member of this name.
  private func offering(_ name: String, _ context: Type) -> Type? {
    guard case .existential(let protocols) = context else { return nil }
    for member in protocols.flatMap({ environment.ownMembers(of: $0, named: name) }) where member.isStatic {
      for requirement in member.requirements {
        if case .equals(let type) = requirement.relation, requirement.subject.description == "Self" { return type }
      }
    }
    return nil
  }

  /// Members that values of a type have, without those whose conditions it does not meet.
  func instanceMembers(of type: Type, named name: String) -> [Member] {
    let hidesLibrary = name.utf8.first == UInt8(ascii: "_") && !isInLibrary
    return environment.members(of: type, named: name, requirements: requirements).filter {
      !$0.isStatic && meets($0, type) && !(hidesLibrary && $0.isOfLibrary)
    }
  }

  /// Whether the library's own text is being checked.
  var isInLibrary: Bool {
    var current: BodyContext? = context
    while let body = current {
      if let function = body.function { return function.cell == 0 && function.source.name == "library" }
      current = body.parent
    }
    return isLibrary
  }

  func meets(_ member: Member, _ base: Type) -> Bool {
    if isHidden(member) { return false }
    if member.requirements.isEmpty { return true }
    let substitution = memberSubstitution(owner: member.owner, base: base)
    return member.requirements.allSatisfy {
      environment.holds($0, under: substitution, requirements: requirements)
    }
  }

  func access(
    _ property: PropertySymbol, of base: TypedExpression?, owner: NominalType, _ range: SourceRange
  ) -> TypedExpression {
    let substitution = base.map { memberSubstitution(owner: owner, base: $0.type) } ?? Substitution()
    let type = normalized(substitution.apply(property.type))
    switch property.access {
    case .field(let index):
      guard let base else { return invalid(range) }
      guard let ownership = base.type.classOrSelf.nominal?.fields[safe: index]?.ownership else {
        return TypedExpression(.field(base, index), type, range)
      }
      return reading(TypedExpression(.field(base, index), weakType(type.wrapped ?? type), range), ownership)
    case .computed(let getter, let setter):
      let arguments = getter.outerParameters.map { substitution.types[$0] ?? .parameter($0) }
      noteUse(of: getter)
      var base = base
      if getter.isMutating, let value = base, !value.type.isClass {
        if let immutable = value.immutableRoot {
          return fail(
            "'\(property.name)' \(getter.changesValue ? "changes the value" : "is lazy") and cannot be read from a constant",
            at: range,
            notes: ["declare '\(immutable)' with 'var'"])
        }
        base = TypedExpression(.inOut(value), value.type, value.range)
      }
      return TypedExpression(
        .accessor(.init(getter: getter, setter: setter, typeArguments: arguments, base: base, arguments: [])), type,
        range)
    case .global(let variable): return TypedExpression(.variable(variable), type, range)
    }
  }

  /// `d[key, default: ...]` for `d[key]` of a dictionary.
  private func defaultingText(_ value: TypedExpression) -> String? {
    guard case .accessor(let accessor) = value.kind, accessor.base?.type.nominal === NominalType.dictionary,
      accessor.arguments.count == 1, value.range.text.hasSuffix("]")
    else { return nil }
    return value.range.text.dropLast() + ", default: ...]"
  }

  func unknownMember(_ value: TypedExpression, _ name: String, _ range: SourceRange) -> TypedExpression {
    let type = value.type
    if type.isError { return invalid(range) }
    if type.unbound != nil {
      return fail(
        "the type of this value is not known yet here", at: range,
        notes: ["write the types of the closure's parameters: { (x: Int) in ... }"])
    }
    if let wrapped = type.wrapped, !instanceMembers(of: wrapped, named: name).isEmpty {
      return fail(
        "value of optional type '\(type.resolved)' must be unwrapped to use '\(name)'", at: range,
        notes: [
          defaultingText(value).map { "write '?.\(name)', or say what stands for a missing key: \($0).\(name)" }
            ?? "write '?.\(name)', or unwrap it with 'if let'"
        ])
    }
    let conditional = environment.members(of: type, named: name, requirements: requirements).filter {
      !$0.isStatic && !meets($0, type)
    }
    if let hidden = conditional.first(where: isHidden) { return reportHidden(hidden, name, range) }
    if let member = conditional.first, let requirement = member.requirements.first {
      let subject = normalized(memberSubstitution(owner: member.owner, base: type).apply(requirement.subject))
      switch requirement.relation {
      case .conforms(let proto):
        return fail("'\(name)' requires that '\(subject.resolved)' conform to '\(proto.name)'", at: range)
      case .equals(let other):
        return fail("'\(name)' requires that '\(subject.resolved)' be '\(other.resolved)'", at: range)
      }
    }
    if environment.members(of: type, named: name).contains(where: \.isStatic) {
      return fail(
        "'\(name)' belongs to the type '\(type.resolved)', not to its values", at: range,
        notes: ["write \(type.resolved).\(name)"])
    }
    let names = memberNames(of: type)
    var notes = didYouMean(name, names)
    if let habit = Habits.members[name] { notes = [habit] }
    if name == "T", !names.contains("transposed") {
      notes =
        type.arrayElement?.arrayElement == nil ? [] : ["rows become columns: x[0].indices.map { i in x.map { $0[i] } }"]
    }
    if notes.isEmpty { notes = limits(of: type) }
    return fail("value of type '\(type.resolved)' has no member '\(name)'", at: range, notes: notes)
  }

  /// Why so little is known of a value.
  private func limits(of type: Type) -> [String] {
    switch type.shallow {
    case .existential(let protocols):
      protocols.isEmpty
        ? ["it can be anything: 'as?' gives it its type back"]
        : ["only what the protocol asks for is known of it: 'as?' gives it its type back"]
    case .parameter(let parameter) where parameter.bounds.isEmpty:
      ["'\(parameter.name)' can be any type: say what it can do, <\(parameter.name): ...>"]
    default: []
    }
  }

  func memberNames(of type: Type, isStatic: Bool = false) -> [String] {
    var result: [String] = []
    func add(_ nominal: NominalType) {
      result += environment.memberNames(of: nominal, isStatic: isStatic)
    }
    var current = type.nominal
    while let nominal = current {
      add(nominal)
      current = nominal.superclass?.nominal
    }
    for proto in environment.protocols(of: type, requirements: requirements) { add(proto) }
    return result.filter { $0 != "init" && $0 != "subscript" }
  }

  // MARK: Members of types

  func staticMember(
    _ type: Type, _ name: String, _ nameRange: SourceRange, labels: [String]? = nil, _ expected: Type?,
    _ range: SourceRange
  ) -> TypedExpression {
    if type.wrapped != nil, name == "none" { return TypedExpression(.nilLiteral, type, range) }
    if name == "init" { return initializerValue(type, labels, expected, range) }
    if name == "none", type.wrapped != nil { return TypedExpression(.nilLiteral, type, range) }
    for member in environment.members(of: type, named: name, requirements: requirements)
    where member.isStatic && meets(member, type) {
      switch member.kind {
      case .property(let property):
        let substitution = memberSubstitution(owner: member.owner, base: type)
        let propertyType = normalized(substitution.apply(property.type))
        switch property.access {
        case .global(let variable): return TypedExpression(.variable(variable), propertyType, range)
        case .computed(let getter, let setter):
          let arguments = getter.outerParameters.map { substitution.types[$0] ?? .parameter($0) }
          return TypedExpression(
            .accessor(.init(getter: getter, setter: setter, typeArguments: arguments, base: nil, arguments: [])),
            propertyType, range)
        case .field: continue
        }
      case .enumCase(let enumCase):
        if !enumCase.payload.isEmpty {
          if let constructor = enumCase.constructor, expected?.function != nil || labels != nil {
            return functionValue([instantiate(constructor, base: type)], name, labels, expected, range)
          }
          return fail(
            "'.\(name)' carries values", at: nameRange,
            notes: [
              "write .\(name)(\(enumCase.payload.map { ($0.label.map { $0 + ": " } ?? "") + "..." }.joined(separator: ", ")))"
            ])
        }
        return TypedExpression(.enumValue(enumCase, []), type, range)
      case .function(let function):
        return functionValue([instantiate(function, base: type)], name, nil, expected, range)
      case .subscripting: continue
      case .type:
        let nested = memberType(name, of: type, nameRange) ?? .error
        return TypedExpression(.typeValue(nested), .metatype(nested), range)
      }
    }
    if let hidden = environment.members(of: type, named: name).first(where: isHidden) {
      return reportHidden(hidden, name, nameRange)
    }
    if !instanceMembers(of: type, named: name).isEmpty {
      return fail(
        "'\(name)' belongs to values of type '\(type.resolved)', not to the type itself", at: nameRange)
    }
    var notes = didYouMean(name, memberNames(of: type, isStatic: true))
    if let habit = Habits.members[name] { notes = [habit] }
    if notes.isEmpty, let cases = type.nominal?.cases, !cases.isEmpty, cases.count <= 8 {
      notes = ["its cases are \(cases.map { "." + $0.name }.joined(separator: ", "))"]
    }
    return fail("type '\(type.resolved)' has no member '\(name)'", at: nameRange, notes: notes)
  }

  /// `Double.init` as a function.
  private func initializerValue(
    _ type: Type, _ labels: [String]?, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    let callees = initializerCallees(of: type)
    if labels != nil || (expected?.function == nil && callees.count == 1) {
      return functionValue(callees, "init", labels, expected, range)
    }
    guard let function = expected?.function else {
      return fail(
        "which initializer of '\(type.resolved)' is meant cannot be found from its context", at: range,
        notes: ["name its labels: \(type.resolved).init(x:y:)"])
    }
    let fitting = callees.filter { $0.parameters.count == function.parameters.count }
    if fitting.count == 1, fitting[0].parameters.contains(where: { $0.label != nil }) {
      return functionValue(fitting, "init", nil, expected, range)
    }
    let closure = Closure(range: range)
    let names = function.parameters.indices.map { "$\($0)" }
    closure.parameters = names.map { Closure.Parameter(name: $0, nameRange: range, type: nil) }
    let arguments = names.map { Argument(value: Expression(kind: .name($0), range: range)) }
    let callee = Expression(kind: .name("Self"), range: range)
    closure.body = [
      Statement(kind: .expression(Expression(kind: .call(callee, arguments), range: range)), range: range)
    ]
    let outer = scope
    scope = Scope(parent: outer)
    scope.names["Self"] = .type(type)
    defer { scope = outer }
    return checkClosure(closure, expected)
  }

  // MARK: Calls of members

  func callMember(
    _ base: Expression?, _ name: String, _ nameRange: SourceRange, _ callee: Expression, _ arguments: [Argument],
    _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    guard let base else {
      guard let context = implicitBase(of: name, expected, range) else { return invalid(range) }
      return callStatic(context, name, nameRange, arguments, expected, range)
    }
    if let meaning = libraryEntity(base, name) {
      switch meaning {
      case .functions(let functions):
        return call(
          functions.map { instantiate($0, base: nil) }, arguments, expected, range, nameRange: nameRange)
      case .type, .nominal, .alias:
        if let type = typeReference(callee) { return construct(type, arguments, expected, range) }
      case .variable: break
      }
    }
    if let type = typeReference(base) {
      if type.isError { return invalid(range) }
      probeMembers(of: .metatype(type), nameRange)
      return callStatic(type, name, nameRange, arguments, expected, range)
    }
    let value = unwrapped(
      elementsWanted(by: arguments, base) ?? checkBase(base, needs: name, of: expected), for: name)
    if value.type.isError { return value }
    settle(value.type)
    probeMembers(of: value.type, nameRange)
    if value.isImplicitlyUnwrapped {
      // `names.map { ... }`: of the optional, if that fits.
      let attempted = attempt { callMethod(value, base, name, nameRange, arguments, expected, range) }
      if attempted.result == nil {
        return callMethod(unwrapped(value), base, name, nameRange, arguments, expected, range)
      }
    }
    if case .metatype(let instance) = value.type.shallow {
      return callOnType(value, instance.shallow, name, nameRange, arguments, expected, range)
    }
    return callMethod(value, base, name, nameRange, arguments, expected, range)
  }

  /// `[.move, .stop].map(run)`: an array that has no type by itself has the elements that a function takes.
  private func elementsWanted(by arguments: [Argument], _ base: Expression) -> TypedExpression? {
    guard case .array(let elements) = base.kind, !elements.isEmpty, let argument = arguments.first?.value else {
      return nil
    }
    switch argument.kind {
    case .name, .member(_?, _, _, _, _): break
    case .closure(let closure) where closure.parameters?.first?.type != nil: break
    default: return nil
    }
    if attempt({ check(base) }).result != nil { return nil }
    guard let function = attempt({ check(argument) }).result?.type.function, function.parameters.count == 1 else {
      return nil
    }
    return attempt { check(base, expected: .array(function.parameters[0].type.resolved)) }.result
  }

  /// `Swift.max`: the library's own, where a member hides it.
  func libraryEntity(_ base: Expression, _ name: String) -> Entity? {
    guard case .name("Swift", _, _) = base.kind, lookUp("Swift") == nil else { return nil }
    return environment.lookUp(name)
  }

  func callMethod(
    _ base: TypedExpression, _ written: Expression, _ name: String, _ nameRange: SourceRange,
    _ arguments: [Argument], _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    let members = instanceMembers(of: base.type, named: name)
    let callees = members.compactMap { member -> Callee? in
      guard case .function(let function) = member.kind else { return nil }
      return instantiate(function, base: base.type, receiver: base, requirements: member.requirements)
    }
    guard !callees.isEmpty else {
      // A property that holds a function.
      let value = member(base, name, nameRange, nil, TypedRange.join(written.range, nameRange))
      return callValue(value, arguments, Expression(kind: .invalid, range: nameRange), range)
    }
    let result = call(callees, arguments, expected, range, nameRange: nameRange)
    if case .call(let symbol, let types, var values) = result.kind, symbol.isMutating, symbol.hasSelf,
      !base.type.isClass
    {
      var place = checkPlace(written, for: "changed by '\(name)'")
      if case .forced = base.kind { place = unwrapped(place) }
      if place.type.isError { return invalid(range) }
      values[0] = TypedExpression(.inOut(place), place.type, place.range)
      return TypedExpression(.call(symbol, types, values), result.type, range)
    }
    return result
  }

  func callStatic(
    _ type: Type, _ name: String, _ nameRange: SourceRange, _ arguments: [Argument], _ expected: Type?,
    _ range: SourceRange
  ) -> TypedExpression {
    if name == "init" { return construct(type, arguments, expected, range) }
    if let wrapped = type.wrapped, name == "some", arguments.count == 1 {
      return TypedExpression(.wrap(convert(arguments[0].value, to: wrapped, "type")), type, range)
    }
    let members = environment.members(of: type, named: name, requirements: requirements).filter {
      $0.isStatic && meets($0, type)
    }
    for member in members {
      if case .enumCase(let enumCase) = member.kind { return enumValue(enumCase, type, arguments, range) }
      if case .type = member.kind, let nested = memberType(name, of: type, nameRange) {
        return construct(nested, arguments, expected, range)
      }
    }
    let callees = members.compactMap { member -> Callee? in
      guard case .function(let function) = member.kind else { return nil }
      return instantiate(function, base: type, requirements: member.requirements)
    }
    if callees.isEmpty {
      let value = staticMember(type, name, nameRange, nil, nameRange)
      return callValue(value, arguments, Expression(kind: .invalid, range: nameRange), range)
    }
    return call(callees, arguments, expected, range, nameRange: nameRange)
  }
}

enum TypedRange {
  static func join(_ first: SourceRange, _ second: SourceRange) -> SourceRange {
    SourceRange(source: first.source, start: min(first.start, second.start), end: max(first.end, second.end))
  }
}
