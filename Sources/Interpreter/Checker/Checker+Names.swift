/// What a plain name stands for at a place.
enum NameMeaning {
  case entity(Entity)
  /// A member of the type around, without `self.`; `self` is nil in static functions.
  case implicitMember(VariableSymbol?, NominalType)
}

extension Checker {
  func meaning(of name: String) -> NameMeaning? {
    var current: Scope? = scope
    var functions: [FunctionSymbol] = []
    while let scope = current {
      if let entity = scope.names[name] {
        if case .functions(let found) = entity {
          functions += found
        } else if functions.isEmpty {
          return .entity(entity)
        }
        if !functions.isEmpty { return .entity(.functions(functions)) }
      }
      if let type = scope.memberType, let found = implicitMember(name, of: type) { return found }
      current = scope.parent
    }
    return environment.lookUp(name).map { .entity($0) }
  }

  private func implicitMember(_ name: String, of type: NominalType) -> NameMeaning? {
    let members = environment.members(of: type.selfType, named: name, requirements: requirements)
    if members.contains(where: { if case .type = $0.kind { false } else { true } }) {
      return .implicitMember(selfVariable, type)
    }
    return nil
  }

  /// `self` of the method around, also from closures inside it.
  var selfVariable: VariableSymbol? {
    var current: Scope? = scope
    while let scope = current {
      if case .variable(let variable)? = scope.names["self"] { return variable }
      if scope.memberType != nil { return nil }
      current = scope.parent
    }
    return nil
  }

  func checkName(
    _ name: String, labels: [String]?, _ expected: Type?, _ expression: Expression
  ) -> TypedExpression {
    let range = expression.range
    probeNames(range)
    if name == "super" { return fail("'super' can only stand before a member", at: range) }
    if let first = name.first, !first.isLetter, first != "_", first != "$" {
      return operatorValue(name, expected, range)
    }
    switch meaning(of: name) {
    case .entity(.variable(let variable))?:
      if variable.isResult { environment.state.readsResults = true }
      return reference(variable, range)
    case .entity(.functions(let functions))?:
      return functionValue(functions.map { instantiate($0, base: nil) }, name, labels, expected, range)
    case .entity(.type)?, .entity(.nominal)?, .entity(.alias)?:
      let type = typeReference(expression) ?? .error
      if type.isError { return invalid(range) }
      return fail(
        "'\(name)' is a type; a value is needed here", at: range, notes: ["write \(name)(...) to make one"])
    case .implicitMember(let variable, let type)?:
      guard let variable else {
        if let refusal = overridableStatic(name, of: type, range) { return refusal }
        return staticMember(type.selfType, name, range, expected, range)
      }
      noteImplicitSelf(variable, name, range)
      return member(reference(variable, range), name, range, labels: labels, expected, range)
    case nil: return unknownName(name, range)
    }
  }

  /// What a `class` member of the type that a static method runs for is, depends on the subclass: refused.
  func overridableStatic(_ name: String, of type: NominalType, _ range: SourceRange) -> TypedExpression? {
    guard type.flavour == .class else { return nil }
    let isOverridable = environment.members(of: type.selfType, named: name).contains { member in
      switch member.kind {
      case .function(let function): function.modifiers.contains("class")
      case .property(let property):
        if case .computed(let getter, _) = property.access { getter.modifiers.contains("class") } else { false }
      default: false
      }
    }
    guard isOverridable else { return nil }
    return fail(
      "'\(name)' can be overridden in subclasses; using it without its class is not part of Convbook's Swift",
      at: range,
      notes: ["name the class: \(type.name).\(name)"])
  }

  func unknownName(_ name: String, _ range: SourceRange) -> TypedExpression {
    if name == "self" { return fail("there is no 'self' outside of a type", at: range) }
    if name.hasPrefix("$") {
      return fail("'\(name)' only has a meaning in a closure without named parameters", at: range)
    }
    var notes = didYouMean(name, visibleNames())
    if let habit = Habits.names[name] { notes = [habit] }
    return fail("cannot find '\(name)' in scope", at: range, notes: notes)
  }

  /// The value of a variable; notes captures, reports values that are not there yet.
  func reference(_ variable: VariableSymbol, _ range: SourceRange) -> TypedExpression {
    if variable.isBeingDeclared, !variable.type.isError {
      return fail("'\(variable.name)' is used within its own initial value", at: range)
    }
    if let value = accessed(variable, range) { return value }
    capture(variable)
    let value = TypedExpression(.variable(variable), variable.type, range)
    return variable.ownership.map { reading(value, $0) } ?? value
  }

  /// Notes that the closures around use an object without naming it.
  func noteImplicitSelf(_ variable: VariableSymbol, _ name: String, _ range: SourceRange) {
    guard variable.type.isClass else { return }
    var current: BodyContext? = context
    while let body = current, body.isClosure, !body.namesSelf {
      if body.implicitSelf == nil { body.implicitSelf = (name, range) }
      current = body.parent
    }
  }

  func capture(_ variable: VariableSymbol) {
    if variable.isGlobal, variable.isAssignedLate { noteLateGlobal(variable) }
    guard !variable.isGlobal, let owner = variable.owner, owner !== context else { return }
    var current: BodyContext? = context
    while let body = current, body !== owner {
      if !body.captures.contains(where: { $0 === variable }) { body.captures.append(variable) }
      current = body.parent
    }
    variable.isCaptured = true
  }

  /// Notes that the body around uses a global that was declared without a value.
  private func noteLateGlobal(_ variable: VariableSymbol) {
    var current: BodyContext? = context
    while let body = current, body.parent != nil || body.function != nil {
      if !body.lateGlobals.contains(where: { $0 === variable }) { body.lateGlobals.append(variable) }
      current = body.parent
    }
  }

  /// Notes that the body around uses a nested function, whose captures it then needs too.
  func noteUse(of function: FunctionSymbol) {
    guard function.parentContext != nil, case .body = function.implementation, function.owner == nil else { return }
    var current: BodyContext? = context
    while let body = current, body !== function.parentContext {
      if !body.localFunctions.contains(where: { $0 === function }) { body.localFunctions.append(function) }
      current = body.parent
    }
  }

  /// `+` as an argument: a closure over two operands.
  private func operatorValue(_ name: String, _ expected: Type?, _ range: SourceRange) -> TypedExpression {
    guard let function = expected?.function else {
      return fail("an operator can only be a value where a function is expected", at: range)
    }
    let closure = Closure(range: range)
    // `zip(a, b).map(*)`: the parts of one tuple are the operands.
    let count =
      function.parameters.count == 1 ? function.parameters[0].type.tuple?.count ?? 1 : function.parameters.count
    let parameters = (0..<count).map { Expression(kind: .name("$\($0)"), range: range) }
    closure.parameters = parameters.indices.map { Closure.Parameter(name: "$\($0)", nameRange: range, type: nil) }
    let body: Expression.Kind
    switch parameters.count {
    case 1: body = .prefix(operator: name, operatorRange: range, parameters[0])
    case 2: body = .binary(operator: name, operatorRange: range, parameters[0], parameters[1])
    default: return fail("operator '\(name)' does not take \(parameters.count) operands", at: range)
    }
    closure.body = [Statement(kind: .expression(Expression(kind: body, range: range)), range: range)]
    return checkClosure(closure, expected)
  }

  /// Chooses among functions of one name by the type that the context wants.
  func functionValue(
    _ callees: [Callee], _ name: String, _ labels: [String]?, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    var fitting = callees
    if let labels { fitting = fitting.filter { $0.symbol.signature.parameters.map { $0.label ?? "_" } == labels } }
    guard !fitting.isEmpty else {
      return fail(
        "no function '\(name)' has the labels (\((labels ?? []).map { $0 + ":" }.joined()))", at: range,
        notes: ["there is: " + callees.map(\.symbol.fullName).joined(separator: ", ")])
    }
    let wanted = expected?.wrapped ?? expected
    if let wanted, wanted.function != nil, fitting.count > 1 {
      let matching = fitting.filter { callee in
        let mark = trail.count
        defer { undo(to: mark) }
        return coerce(TypedExpression(.void, callee.functionType, range), to: wanted) != nil
      }
      if !matching.isEmpty { fitting = matching }
    }
    let best = fitting.max { $0.symbol.cell < $1.symbol.cell } ?? fitting[0]
    if fitting.filter({ $0.symbol.cell == best.symbol.cell }).count > 1, wanted?.function == nil {
      return fail(
        "'\(name)' has several meanings here", at: range, notes: ["name its labels: \(best.symbol.fullName)"])
    }
    noteUse(of: best.symbol)
    return TypedExpression(
      .functionValue(best.symbol, best.typeArguments, receiver: best.receiver), best.functionType, range)
  }
}
