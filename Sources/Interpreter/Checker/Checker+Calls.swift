extension Checker {
  func checkCall(
    _ callee: Expression, _ arguments: [Argument], _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    probeCall(of: callee.range, range)
    switch callee.kind {
    case .paren(let inner) where typeReference(inner) == nil: return callValue(check(inner), arguments, callee, range)
    case .name(let name, let labels, _):
      if name == "type", arguments.count == 1, arguments[0].label == "of" { return typeOf(arguments[0], range) }
      if let type = typeReference(callee) { return construct(type, arguments, expected, range) }
      return callName(name, labels, callee, arguments, expected, range)
    case .type(let name): return construct(resolve(name), arguments, expected, range)
    case .member(let base, let name, let nameRange, _, _):
      return callMember(base, name, nameRange, callee, arguments, expected, range)
    case .closure(let closure) where expected != nil && !arguments.contains { $0.label != nil }:
      // What the closure gives is what the place of the call wants.
      let parameters = arguments.map { argument in
        FunctionType.Parameter(type: .variable(makeVariable(at: argument.value.range)))
      }
      let wanted = Type.function(
        FunctionType(parameters: parameters, throws: true, result: closure.result.map(resolve) ?? expected ?? .void))
      return callValue(check(callee, expected: wanted), arguments, callee, range)
    case .optionalTry:
      if let type = typeReference(callee) { return construct(type, arguments, expected, range) }
      return callValue(check(callee), arguments, callee, range)
    default:
      return callValue(check(callee), arguments, callee, range)
    }
  }

  private func typeOf(_ argument: Argument, _ range: SourceRange) -> TypedExpression {
    let value = check(argument.value)
    settle(value.type)
    return TypedExpression(.dynamicType(value), .metatype(value.type), range)
  }

  private func callName(
    _ name: String, _ labels: [String]?, _ callee: Expression, _ arguments: [Argument], _ expected: Type?,
    _ range: SourceRange
  ) -> TypedExpression {
    switch meaning(of: name) {
    case .entity(.functions(let functions))?:
      let callees = functions.filter { function in
        labels.map { $0 == function.signature.parameters.map { $0.label ?? "_" } } ?? true
      }
      return call(
        (callees.isEmpty ? functions : callees).map { instantiate($0, base: nil) }, arguments, expected, range,
        nameRange: callee.range)
    case .implicitMember(let variable, let type)?:
      guard let variable else {
        if let refusal = overridableStatic(name, of: type, callee.range) { return refusal }
        return callStatic(type.selfType, name, callee.range, arguments, expected, range)
      }
      let base = reference(variable, callee.range)
      noteImplicitSelf(variable, name, callee.range)
      return callMethod(
        base, Expression(kind: .name("self"), range: callee.range), name, callee.range, arguments, expected, range)
    default: return callValue(check(callee), arguments, callee, range)
    }
  }

  /// Calls a closure or another function value.
  func callValue(
    _ callee: TypedExpression, _ arguments: [Argument], _ written: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let callee = unwrapped(callee)
    if callee.type.isError {
      for argument in arguments where argument.label == nil { _ = attempt { check(argument.value) } }
      return invalid(range)
    }
    guard let function = callee.type.function else {
      if callee.type.wrapped?.function != nil {
        return fail(
          "this function may be nil", at: written.range, notes: ["write '?' or '!' before the parentheses"])
      }
      let members = environment.members(of: callee.type, named: "callAsFunction")
      if !members.isEmpty {
        return callMethod(callee, written, "callAsFunction", written.range, arguments, nil, range)
      }
      var notes: [String] = []
      if arguments.isEmpty { notes = ["remove the ()"] }
      return fail("cannot call value of non-function type '\(callee.type.resolved)'", at: written.range, notes: notes)
    }
    probeCalled(.value(function), in: range)
    guard arguments.count == function.parameters.count || isProbing else {
      return fail(
        "this function takes \(function.parameters.count) argument\(function.parameters.count == 1 ? "" : "s"), "
          + "but is called with \(arguments.count)", at: range)
    }
    var values: [TypedExpression] = []
    for (argument, parameter) in zip(arguments, function.parameters) {
      if let label = argument.label, !argument.isTrailingClosure {
        report(
          "extraneous argument label '\(label):' in call", at: argument.labelRange ?? argument.value.range,
          notes: ["function values are called without labels"])
      }
      values.append(self.argument(argument.value, parameter.type, isInOut: parameter.isInOut))
    }
    if function.throws { noteThrow(at: range, function.thrownType ?? .existential([.error])) }
    return TypedExpression(.callValue(callee, values), function.result, range)
  }

  func argument(_ expression: Expression, _ type: Type, isInOut: Bool) -> TypedExpression {
    if case .inOut(let inner) = expression.kind {
      let place = checkPlace(inner, for: "passed with '&'")
      guard isInOut else {
        return fail(
          "'&' used with a parameter that is not inout", at: expression.range, notes: ["remove the '&'"])
      }
      if place.type.isError { return place }
      if !unify(place.type, type) {
        return fail(
          "cannot convert value of type '\(place.type.resolved)' to expected argument type '\(type.resolved)'",
          at: expression.range)
      }
      return TypedExpression(.inOut(place), place.type, expression.range)
    }
    if isInOut {
      _ = check(expression)
      return fail(
        "passing value to an inout parameter requires explicit '&'", at: expression.range,
        notes: ["write & before the variable"])
    }
    return convert(expression, to: type, "expected argument type")
  }

  // MARK: Overloads

  /// Calls the best of several functions.
  func call(
    _ callees: [Callee], _ arguments: [Argument], _ expected: Type?, _ range: SourceRange, nameRange: SourceRange
  ) -> TypedExpression {
    var matches: [(callee: Callee, bindings: [Binding])] = []
    var failures: [MatchFailure] = []
    for callee in callees {
      let (bindings, failure) = match(arguments, callee, range: range)
      if let failure { failures.append(failure) } else { matches.append((callee, bindings)) }
    }
    probeCalled(.functions(callees), in: range)
    guard let first = matches.first else {
      if isProbing { for argument in arguments { _ = attempt { check(argument.value) } } }
      guard let failure = failures.min(by: { $0.distance < $1.distance }) else { return invalid(range) }
      var notes = failure.notes
      let name = callees.first?.symbol.name ?? ""
      if name == "subscript" {
        notes =
          arguments.count > 1 && arguments.allSatisfy { $0.label == nil } ? ["one index in each bracket: x[i][j]"] : []
      } else if ["max", "min"].contains(name), arguments.count == 1 {
        notes = ["an array is asked itself: values.\(name)()"]
      } else if callees.count > 1 {
        var names: [String] = []
        for callee in callees where !names.contains(callee.symbol.fullName) { names.append(callee.symbol.fullName) }
        notes = ["it can be called as: " + names.prefix(4).joined(separator: ", ")]
      }
      return fail(failure.message, at: failure.range, notes: notes)
    }
    if matches.count == 1 {
      return apply(first.callee, first.bindings, arguments, [:], expected, range)
    }
    // What does not need its context is typed once, whatever the overload.
    var known: [Int: TypedExpression] = [:]
    for (position, argument) in arguments.enumerated() where !needsContext(argument.value) {
      if case .inOut = argument.value.kind { continue }
      if case .array = argument.value.kind { continue }
      known[position] = check(argument.value)
    }
    if known.values.contains(where: \.type.isError) { return invalid(range) }
    var best: (index: Int, score: Int)?
    var rival: FunctionSymbol?
    var messages: [Diagnostic] = []
    for (index, candidate) in matches.enumerated() {
      let outerScore = score
      score = 0
      let mark = trail.count
      let (pendingCount, literalCount) = (pending.count, pendingLiterals.count)
      let (result, found) = attempt {
        apply(candidate.callee, candidate.bindings, arguments, known, expected, range)
      }
      if let result {
        var total = score
        if let expected, expected.unbound == nil, !expected.isError, coerce(result, to: expected) == nil {
          total += 1000
        }
        if candidate.callee.symbol.cell > 0 { total -= 100 }
        total = total * 16 + min(generality(candidate.callee.symbol), 12)
        for case .absent in candidate.bindings { total += 1 }
        for parameter in candidate.callee.parameters where parameter.isVariadic { total += 1 }
        if let known = best, total == known.score,
          isAmbiguous(matches[known.index].callee.symbol, candidate.callee.symbol)
        {
          rival = candidate.callee.symbol
        } else if best.map({ total < $0.score }) ?? true {
          best = (index, total)
          rival = nil
        }
      } else if messages.isEmpty {
        messages = found
      }
      undo(to: mark)
      forget(pendingCount, literalCount)
      score = outerScore
    }
    guard let best else {
      let types = arguments.indices.map { position in
        known[position]?.type.resolved.description ?? "_"
      }
      if matches.count == 2, let message = messages.first, known.isEmpty {
        diagnostics.append(message)
        return invalid(range)
      }
      if matches[0].callee.symbol.name == "subscript", let message = wrongIndex(matches.map(\.callee), types) {
        return fail(message.text, at: arguments.first?.value.range ?? range, notes: message.notes)
      }
      return fail(
        "no version of '\(matches[0].callee.symbol.isInitializer ? matches[0].callee.result.description : matches[0].callee.symbol.name)' takes (\(types.joined(separator: ", ")))",
        at: arguments.first?.value.range ?? range,
        notes: ["it can be called with: " + matches.prefix(5).map { parameterText($0.callee) }.joined(separator: ", ")])
    }
    if let rival {
      let results = [matches[best.index].callee.symbol, rival].map { "'\($0.signature.result)'" }
      return fail(
        "it is not clear which '\(rival.name)' is meant", at: nameRange,
        notes: ["write the type of the result: one gives \(results[0]), another \(results[1])"])
    }
    return apply(matches[best.index].callee, matches[best.index].bindings, arguments, known, expected, range)
  }

  /// How much the parameters leave open: of two functions that fit alike, the one for fewer types is meant.
  private func generality(_ symbol: FunctionSymbol) -> Int {
    let signature = symbol.signature
    if signature.genericParameters.isEmpty { return 0 }
    return signature.parameters.reduce(1) { sum, parameter in
      if case .parameter(let generic) = parameter.type.shallow { return sum + (generic.bounds.isEmpty ? 3 : 2) }
      return sum + (parameter.type.hasParameters ? 1 : 0)
    }
  }

  /// Whether two functions of one cell differ in nothing but their results.
  private func isAmbiguous(_ first: FunctionSymbol, _ second: FunctionSymbol) -> Bool {
    first.cell > 0 && first.cell == second.cell && first.owner === second.owner && first.fullName == second.fullName
      && first.signature.parameters.map { $0.type.resolved } == second.signature.parameters.map { $0.type.resolved }
      && first.signature.result.resolved != second.signature.result.resolved
  }

  /// What a subscript takes, without those for the places inside a collection, which nobody can write down.
  private func wrongIndex(_ callees: [Callee], _ types: [String]) -> (text: String, notes: [String])? {
    let visible = callees.filter { callee in
      !callee.parameters.contains { $0.type.contains { $0.nominal?.name.hasPrefix("_") ?? false } }
    }
    if visible.count == callees.count { return nil }
    let taken = visible.map { $0.parameters.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.resolved.description } }
    if let only = taken.first, taken.count == 1, only.count == 1, types.count == 1 {
      return ("cannot convert value of type '\(types[0])' to expected argument type '\(only[0])'", [])
    }
    let notes = taken.map { "(" + $0.joined(separator: ", ") + ")" }
    return (
      "no subscript takes (\(types.joined(separator: ", ")))",
      notes.isEmpty
        ? ["whether a value is in it is asked with contains(...)"] : ["there is: " + notes.joined(separator: ", ")]
    )
  }

  private func parameterText(_ callee: Callee) -> String {
    "("
      + callee.symbol.signature.parameters.map { parameter in
        (parameter.label.map { $0 + ": " } ?? "") + parameter.type.description + (parameter.isVariadic ? "..." : "")
      }.joined(separator: ", ") + ")"
  }

  /// Types the arguments of one function, and the call.
  func apply(
    _ callee: Callee, _ bindings: [Binding], _ arguments: [Argument], _ known: [Int: TypedExpression],
    _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    typings += 1
    if typings > Self.maximumTypings {
      return fail("checking this takes too long", at: range, notes: ["write it in smaller steps, with types"])
    }
    let symbol = callee.symbol
    func expectResult() {
      if let expected = expected.map({ $0.wrapped ?? $0 }), callee.result.hasVariables, !expected.hasVariables,
        !expected.isExistential
      {
        _ = unify(callee.result.wrapped ?? callee.result, expected)
      }
    }
    // Where an optional is expected, a result `T` may be the optional or what it wraps: arguments that know tell first.
    let isOpen =
      callee.result.unbound != nil && expected?.wrapped != nil
      && arguments.contains { if case .inOut = $0.value.kind { true } else { !needsContext($0.value) } }
    if !isOpen { expectResult() }
    var values: [Int: TypedExpression] = [:]
    let isClosure = { (position: Int) -> Bool in
      if case .closure = arguments[position].value.kind { return true }
      return false
    }
    // Closures last: what they take is known by the other arguments.
    for closures in [false, true] {
      if closures, isOpen { expectResult() }
      for (binding, parameter) in zip(bindings, callee.parameters) {
        guard case .provided(let positions) = binding else { continue }
        for position in positions where isClosure(position) == closures {
          if parameter.type.unbound?.literal == nil, parameter.type.unbound != nil,
            needsContextAsBase(arguments[position].value),
            let element = callee.receiver.flatMap({ environment.elementType(of: $0.type) })
          {
            // `vectors.reduce(.zero, +)`: nothing but the elements can say what `.zero` is.
            _ = unify(parameter.type, element)
          }
          values[position] =
            parameter.isAutoclosure
            ? autoclosure(arguments[position].value, parameter.type)
            : value(arguments[position], known[position], normalized(parameter.type), isInOut: parameter.isInOut)
        }
      }
    }
    var failed = false
    var typed: [TypedExpression] = callee.receiver.map { [$0] } ?? []
    var closureThrows = false
    for (index, (binding, parameter)) in zip(bindings, callee.parameters).enumerated() {
      switch binding {
      case .absent:
        typed.append(
          TypedExpression(.defaultArgument(symbol, index, callee.typeArguments), parameter.storedType, range))
      case .provided(let positions):
        let items = positions.compactMap { values[$0] }
        if items.contains(where: \.type.isError) { failed = true }
        if items.contains(where: mayThrow) { closureThrows = true }
        typed.append(
          parameter.isVariadic ? TypedExpression(.variadic(items), .array(parameter.type), range) : items[0])
      }
    }
    if failed { return invalid(range) }
    if symbol.cell > 0, depth == 0, symbol.owner == nil {
      let own = symbol.signature.genericParameters
      for (parameter, type) in zip(own, callee.typeArguments.suffix(own.count)) {
        type.unbound?.origin = (parameter.name, symbol.name, range)
      }
    }
    if let message = unmetRequirement(callee) { return fail(message, at: range) }
    noteUse(of: symbol)
    if symbol.signature.throws || (symbol.signature.rethrows && closureThrows) {
      noteThrow(at: range, symbol.signature.thrownType ?? .existential([.error]))
    }
    if let message = tooLarge(callee.result) { return fail(message, at: range) }
    let result = callee.result.hasParameters ? normalized(callee.result) : callee.result
    return TypedExpression(.call(symbol, callee.typeArguments, typed), result, range)
  }

  /// An expression that the called function evaluates: a closure without parameters around it.
  private func autoclosure(_ expression: Expression, _ type: Type) -> TypedExpression {
    let closure = Closure(range: expression.range)
    closure.parameters = []
    closure.body = [Statement(kind: .expression(expression), range: expression.range)]
    return checkClosure(closure, type)
  }

  /// Types that double from call to call grow beyond what can be looked at.
  func tooLarge(_ type: Type) -> String? {
    type.isLarger(than: 1000) ? "the type of this has more than 1,000 parts" : nil
  }

  /// Whether a function given as an argument can throw itself, whatever its parameter would allow.
  private func mayThrow(_ argument: TypedExpression) -> Bool {
    switch argument.kind {
    case .closure(let body): body.context.throwsSomething
    case .functionValue(let symbol, _, _): symbol.signature.throws
    case .variable(let variable): variable.type.function?.throws ?? false
    case .wrap(let inner), .convert(let inner), .upcast(let inner): mayThrow(inner)
    default: argument.type.function?.throws ?? argument.type.wrapped?.function?.throws ?? false
    }
  }

  /// One argument; an overloaded expression gets a second chance with the parameter's type in view. Within second
  /// chances the parts get few more: with one at every level the work would double from level to level.
  private func value(_ argument: Argument, _ known: TypedExpression?, _ type: Type, isInOut: Bool) -> TypedExpression {
    guard let known else { return self.argument(argument.value, type, isInOut: isInOut) }
    if !isInOut {
      if let result = coerce(known, to: type) { return result }
      if secondTypings == 2 { return convert(known, to: type, "expected argument type", notes: []) }
    }
    secondTypings += 1
    defer { secondTypings -= 1 }
    return self.argument(argument.value, type, isInOut: isInOut)
  }

  private func unmetRequirement(_ callee: Callee) -> String? {
    let name = callee.symbol.isInitializer ? "initializer" : "'\(callee.symbol.name)'"
    for (parameter, argument) in zip(callee.symbol.allParameters, callee.typeArguments) {
      if argument.resolved == .parameter(parameter) { continue }
      for bound in parameter.bounds where argument.shallow.unbound == nil || argument.shallow.unbound?.literal != nil {
        if !conforms(argument, bound) {
          return "\(name) requires that '\(argument.resolved)' conform to '\(bound.name)'"
        }
      }
    }
    for (parameter, argument) in zip(callee.symbol.allParameters, callee.typeArguments) {
      guard let superclass = parameter.superclass, argument.shallow != .parameter(parameter),
        ancestor(of: argument.classOrSelf, superclass.nominal) == nil, argument.unbound == nil
      else { continue }
      return "\(name) requires that '\(argument.resolved)' inherit from '\(superclass)'"
    }
    for requirement in callee.requirements {
      if environment.holds(requirement, under: callee.substitution, requirements: requirements) { continue }
      let subject = environment.normalized(callee.substitution.apply(requirement.subject)).resolved
      switch requirement.relation {
      case .conforms(let proto): return "\(name) requires that '\(subject)' conform to '\(proto.name)'"
      case .equals(let type):
        let other = environment.normalized(callee.substitution.apply(type))
        if unify(environment.normalized(callee.substitution.apply(requirement.subject)), other) { continue }
        return "\(name) requires that '\(subject)' be '\(other.resolved)'"
      }
    }
    // Same-type conditions can still determine a type.
    for requirement in callee.requirements {
      if case .equals(let type) = requirement.relation {
        _ = unify(
          environment.normalized(callee.substitution.apply(requirement.subject)),
          environment.normalized(callee.substitution.apply(type)))
      }
    }
    return nil
  }
}
