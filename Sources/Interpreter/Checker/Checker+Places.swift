/// What can stand on the left of `=`, behind `&`, or before a mutating method.
extension Checker {
  func checkAssignment(_ target: Expression, _ value: Expression, _ range: SourceRange) -> TypedExpression {
    if case .discard = target.kind {
      let typed = check(value)
      return TypedExpression(.assign(TypedExpression(.discard, typed.type, target.range), typed), .void, range)
    }
    if case .tuple(let elements) = target.kind { return assignTuple(elements, value, target.range, range) }
    if let constant = lateConstant(target) {
      return TypedExpression(.assign(constant, convert(value, to: constant.type, "type")), .void, range)
    }
    if case .chain(let inner) = target.kind {
      let place = checkPlace(inner, for: "assigned to")
      if place.type.isError { return place }
      let assignment = assignment(to: place, convert(value, to: place.type, "type"), range)
      return TypedExpression(.chain(assignment), .optional(.void), range)
    }
    let place = checkPlace(target, for: "assigned to")
    if place.type.isError {
      _ = attempt { check(value) }
      return place
    }
    // `x[0, 1...] = t`: the subscript whose type fits the value.
    if case .index(let base, let arguments) = target.kind, case .accessor = place.kind {
      let (fitting, _) = attempt { convert(value, to: place.type, "type") }
      if fitting == nil {
        let typed = check(value)
        settle(typed.type)
        let (other, _) = attempt { checkIndex(base, arguments, typed.type, target.range, isPlace: true) }
        if let other, let same = coerce(typed, to: other.type) {
          return TypedExpression(.assign(other, same), .void, range)
        }
      }
    }
    return assignment(to: place, convert(value, to: place.type, "type"), range)
  }

  private func assignment(
    to place: TypedExpression, _ value: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    guard let storage = place.weakStorage else { return TypedExpression(.assign(place, value), .void, range) }
    return TypedExpression(.assign(storage, weakly(value, .weak)), .void, range)
  }

  /// A constant that was declared without a value here. Whether it has none yet, the flow analysis sees.
  private func lateConstant(_ target: Expression) -> TypedExpression? {
    guard case .name(let name, nil, _) = target.kind, case .entity(.variable(let variable))? = meaning(of: name),
      variable.isAssignedLate, !variable.isMutable
    else { return nil }
    let isHere = variable.isGlobal ? context.parent == nil && context.function == nil : variable.owner === context
    return isHere ? TypedExpression(.variable(variable), variable.type, target.range) : nil
  }

  private func assignTuple(
    _ targets: [Argument], _ value: Expression, _ targetRange: SourceRange, _ range: SourceRange
  ) -> TypedExpression {
    var places: [TypedExpression] = []
    for target in targets {
      if case .discard = target.value.kind {
        places.append(TypedExpression(.discard, .variable(makeVariable(at: nil)), target.value.range))
      } else {
        places.append(lateConstant(target.value) ?? checkPlace(target.value, for: "assigned to"))
      }
    }
    let type = Type.tuple(places.map { TupleElement(label: nil, type: $0.type) })
    let typed = convert(value, to: type, "type")
    return TypedExpression(.assign(TypedExpression(.tuple(places), type, targetRange), typed), .void, range)
  }

  /// `x = 3` where there is no x: a declaration was meant, or another name.
  private func unknownPlace(_ name: String, _ range: SourceRange) -> TypedExpression {
    let notes = didYouMean(name, visibleNames())
    return fail(
      "cannot find '\(name)' in scope", at: range,
      notes: notes.isEmpty ? ["a new variable begins with 'let' or 'var': var \(name) = ..."] : notes)
  }

  /// An expression that names a place. `purpose` completes "cannot be ...".
  func checkPlace(_ expression: Expression, for purpose: String) -> TypedExpression {
    let range = expression.range
    switch expression.kind {
    case .paren(let inner): return checkPlace(inner, for: purpose)
    case .name(let name, _, _):
      switch meaning(of: name) {
      case .entity(.variable(let variable))?:
        let value = reference(variable, range)
        if value.type.isError { return value }
        if variable.accessors != nil { return requireMutable(value, name, range) }
        if !variable.isMutable { return immutable(variable, name, range) }
        return value
      case .implicitMember(.some, let type)? where isStaticOnly(name, of: type):
        return fail(
          "'\(name)' belongs to the type '\(type.name)', not to its values", at: range,
          notes: ["write \(type.name).\(name)"])
      case .implicitMember(let variable?, _)?:
        noteImplicitSelf(variable, name, range)
        let base = checkPlaceOfSelf(variable, name, range)
        if base.type.isError { return base }
        return placeOfMember(base, name, range, range)
      case .implicitMember(nil, let type)?:
        let value = staticMember(type.selfType, name, range, nil, range)
        return requireMutable(value, name, range)
      case nil where name.first?.isLetter == true && Habits.names[name] == nil: return unknownPlace(name, range)
      default: return check(expression)
      }
    case .member(let base?, let name, let nameRange, _, _):
      if typeReference(base) != nil { return requireMutable(check(expression), name, nameRange) }
      let value = unwrapped(checkBase(base, needs: name), for: name)
      if value.type.isError { return value }
      if isReference(value.type) { return placeOfMember(value, name, nameRange, range) }
      if case .metatype = value.type.shallow { return requireMutable(check(expression), name, nameRange) }
      if name == "0" || value.type.tuple != nil || instanceMembers(of: value.type, named: name).isEmpty == false {
        let place = unwrapped(checkPlace(base, for: purpose), for: name)
        if place.type.isError { return place }
        return placeOfMember(place, name, nameRange, range)
      }
      return unknownMember(value, name, nameRange)
    case .index(let base, let arguments): return checkIndex(base, arguments, nil, range, isPlace: true)
    case .forced(let inner):
      let place = checkPlace(inner, for: purpose)
      if place.type.isError { return place }
      guard let wrapped = place.type.wrapped else {
        return fail("cannot force unwrap value of non-optional type '\(place.type)'", at: range)
      }
      return TypedExpression(.forced(place), wrapped, range)
    case .optionalTry(let inner):
      let place = checkPlace(inner, for: purpose)
      if place.type.isError { return place }
      guard let wrapped = place.type.wrapped else {
        return fail("cannot use optional chaining on non-optional value of type '\(place.type)'", at: range)
      }
      return TypedExpression(.chainStep(place), wrapped, range)
    case .call, .closure, .integer, .string, .floatingPoint, .binary:
      let value = check(expression)
      if value.type.isError || value.type.isClass { return value }
      return fail("this value is not a variable and cannot be \(purpose)", at: range)
    default:
      let value = check(expression)
      if value.type.isError { return value }
      return fail("this value is not a variable and cannot be \(purpose)", at: range)
    }
  }

  /// Whether changing a property changes the object, and not the variable that refers to it.
  private func isReference(_ type: Type) -> Bool {
    type.isClass || (type.unbound == nil && !type.isError && conforms(type, .anyObject))
  }

  private func isStaticOnly(_ name: String, of type: NominalType) -> Bool {
    let members = environment.members(of: type.selfType, named: name, requirements: requirements)
    return !members.isEmpty && members.allSatisfy(\.isStatic)
  }

  private func checkPlaceOfSelf(_ variable: VariableSymbol, _ name: String, _ range: SourceRange) -> TypedExpression {
    capture(variable)
    if !variable.isMutable, !isReference(variable.type) {
      let function = context.function
      return fail(
        "cannot change '\(name)': 'self' is immutable here", at: range,
        notes: function.map { ["mark '\($0.name)' with 'mutating'"] } ?? [])
    }
    return reference(variable, range)
  }

  private func immutable(_ variable: VariableSymbol, _ name: String, _ range: SourceRange) -> TypedExpression {
    if name == "self" {
      if isReference(variable.type) { return TypedExpression(.variable(variable), variable.type, range) }
      return fail("'self' is immutable here", at: range, notes: ["mark the method with 'mutating'"])
    }
    if variable.isParameter {
      return fail(
        "cannot change '\(name)': a parameter is a constant", at: range,
        notes: ["make a copy first: var \(name) = \(name)"])
    }
    return fail(
      "cannot change '\(name)': it is a 'let' constant", at: range, notes: ["declare it with 'var' to change it"])
  }

  private func requireMutable(_ value: TypedExpression, _ name: String, _ range: SourceRange) -> TypedExpression {
    switch value.kind {
    case .variable(let variable):
      if !variable.isMutable { return immutable(variable, name, range) }
    case .accessor(let accessor):
      if accessor.setter == nil { return fail("cannot assign to '\(name)': it has no setter", at: range) }
    case .invalid: break
    default: return fail("'\(name)' cannot be changed", at: range)
    }
    return value
  }

  private func placeOfMember(
    _ base: TypedExpression, _ name: String, _ nameRange: SourceRange, _ range: SourceRange
  ) -> TypedExpression {
    let value = member(base, name, nameRange, nil, range)
    if let member = memberPrivateToSet(name, of: base.type) {
      return fail("'\(name)' can only be changed inside of '\(member.owner.name)'", at: nameRange)
    }
    switch (value.weakStorage ?? value).kind {
    case .tupleElement: return value
    case .field(_, let index):
      if let field = base.type.nominal?.fields[safe: index], !field.isMutable {
        let isInInitializer = context.function?.isInitializer == true
        if case .variable(let variable) = base.kind, variable.name == "self", isInInitializer { return value }
        return fail(
          "cannot change '\(name)': it is a 'let' constant", at: nameRange,
          notes: ["declare it with 'var' in '\(base.type)' to change it"])
      }
      return value
    case .accessor(let accessor):
      if accessor.setter == nil {
        return fail("cannot assign to '\(name)': it can only be read", at: nameRange)
      }
      return value
    case .variable(let variable):
      return variable.isMutable ? value : immutable(variable, name, nameRange)
    case .invalid: return value
    default: return fail("'\(name)' cannot be changed", at: nameRange)
    }
  }

  // MARK: Subscripts

  func checkIndex(
    _ base: Expression, _ arguments: [Argument], _ expected: Type?, _ range: SourceRange, isPlace: Bool = false
  ) -> TypedExpression {
    let needed = neededMember
    neededMember = nil
    probeCall(of: base.range, range)
    if let type = typeReference(base) { return checkStaticIndex(type, arguments, expected, range, isPlace: isPlace) }
    var value = unwrapped(checkBase(base, needs: "subscript"))
    if value.type.isError {
      for argument in arguments { _ = attempt { check(argument.value) } }
      return value
    }
    settle(value.type)
    if isPlace, !isReference(value.type) {
      value = unwrapped(checkPlace(base, for: "changed"))
      if value.type.isError { return value }
    }
    if value.type.wrapped != nil {
      return fail(
        "value of optional type '\(value.type.resolved)' must be unwrapped to use a subscript", at: range,
        notes: ["write '?' before the bracket, or unwrap it with 'if let'"])
    }
    // The hot path: one Int into an array.
    if let element = value.type.arrayElement, arguments.count == 1, arguments[0].label == nil, !isProbing {
      let (index, _) = attempt { () -> TypedExpression? in
        let typed = check(arguments[0].value, expected: .int)
        return typed.type.unbound?.literal == .integer || typed.type == .int || typed.type.resolved == .int
          ? coerce(typed, to: .int) : nil
      }
      if let index = index ?? nil { return TypedExpression(.arrayElement(value, index), element, range) }
    }
    let members = instanceMembers(of: value.type, named: "subscript")
    let subscripts =
      keyPathSubscripts(arguments)
      ?? members.compactMap { member -> (Member, SubscriptSymbol)? in
        guard case .subscripting(let symbol) = member.kind else { return nil }
        return (member, symbol)
      }
    if !subscripts.contains(where: { $0.1.getter.cell > 0 }),
      let failure = textIndexFailure(value, arguments, range)
    {
      return failure
    }
    if subscripts.isEmpty, !isPlace, let element = environment.elementType(of: value.type),
      let array = otherMeaning(of: base, value, as: .array(element)), arguments.count == 1
    {
      return TypedExpression(.arrayElement(array, convert(arguments[0].value, to: .int)), element, range)
    }
    guard !subscripts.isEmpty else {
      let index = arguments.first.map { check($0.value) }
      if index?.type.isError ?? false { return invalid(range) }
      return fail(
        "value of type '\(value.type.resolved)' has no subscripts", at: range,
        notes: value.type.tuple != nil ? ["an element of a tuple is written .0, .1, ..."] : [])
    }
    var candidates = subscripts
    if let needed, subscripts.count > 1 {
      let fitting = subscripts.filter { member, symbol in
        let parameters = symbol.getter.signature.parameters
        if !parameters.contains(where: \.isVariadic), parameters.map(\.label) != arguments.map(\.label) { return false }
        let result = instantiate(symbol.getter, base: value.type).result
        return result.unbound != nil || result.tuple != nil
          || !environment.members(of: result, named: needed, requirements: requirements).isEmpty
      }
      if !fitting.isEmpty { candidates = fitting }
    }
    if isPlace {
      candidates =
        candidates.filter { $0.1.setter != nil }.isEmpty ? candidates : candidates.filter { $0.1.setter != nil }
    }
    func subscripted(_ candidates: [(Member, SubscriptSymbol)]) -> TypedExpression {
      let callees = candidates.map { member, symbol in
        instantiate(symbol.getter, base: value.type, requirements: member.requirements)
      }
      return call(callees, arguments, expected, range, nameRange: range)
    }
    // If none that has the member takes these, the member is what is missing.
    let isNarrowed = candidates.count < subscripts.count
    let result =
      isNarrowed && !isProbing
      ? attempt { subscripted(candidates) }.result ?? subscripted(subscripts)
      : subscripted(candidates)
    guard case .call(let getter, let types, let values) = result.kind else { return result }
    guard let symbol = subscripts.first(where: { $0.1.getter === getter })?.1 else { return invalid(range) }
    if isPlace, symbol.setter == nil {
      return fail("this subscript of '\(value.type.resolved)' can only be read", at: range)
    }
    return TypedExpression(
      .accessor(
        .init(getter: getter, setter: symbol.setter, typeArguments: types, base: value, arguments: values)),
      result.type, range)
  }

  /// `Type[x]`
  private func checkStaticIndex(
    _ type: Type, _ arguments: [Argument], _ expected: Type?, _ range: SourceRange, isPlace: Bool
  ) -> TypedExpression {
    if type.isError { return invalid(range) }
    let members = environment.members(of: type, named: "subscript", requirements: requirements)
    let symbols = members.compactMap { member -> (SubscriptSymbol, [Requirement])? in
      guard member.isStatic, meets(member, type), case .subscripting(let symbol) = member.kind else { return nil }
      return (symbol, member.requirements)
    }
    guard !symbols.isEmpty else { return fail("type '\(type.resolved)' has no static subscripts", at: range) }
    let callees = symbols.map { instantiate($0.getter, base: type, requirements: $1) }
    let result = call(callees, arguments, expected, range, nameRange: range)
    guard case .call(let getter, let types, let values) = result.kind,
      let symbol = symbols.first(where: { $0.0.getter === getter })?.0
    else { return result }
    if isPlace, symbol.setter == nil { return fail("this subscript of '\(type.resolved)' can only be read", at: range) }
    return TypedExpression(
      .accessor(.init(getter: getter, setter: symbol.setter, typeArguments: types, base: nil, arguments: values)),
      result.type, range)
  }
}
