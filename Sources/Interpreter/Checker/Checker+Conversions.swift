/// Conversions that need a function around the value: of functions whose types differ, and of collections.
extension Checker {
  /// `(Int) -> Int` where `(Int) -> Int?` is expected: a closure that converts what goes in and what comes out.
  func convertedFunction(_ expression: TypedExpression, to target: Type) -> TypedExpression? {
    guard let given = expression.type.shallow.function, let wanted = target.shallow.function,
      given.parameters.count == wanted.parameters.count, wanted.throws || !given.throws,
      zip(given.parameters, wanted.parameters).allSatisfy({ $0.isInOut == $1.isInOut })
    else { return nil }
    let range = expression.range
    let outer = context
    let inner = BodyContext(parent: outer, function: nil, result: wanted.result, throws: wanted.throws)
    inner.throwsSomething = given.throws
    let function = VariableSymbol("$function", type: expression.type, isMutable: false, range: range, owner: outer)
    let parameters = wanted.parameters.enumerated().map { index, parameter in
      let variable = VariableSymbol(
        "$\(index)", type: parameter.type, isMutable: parameter.isInOut, range: range, owner: inner)
      variable.isInOut = parameter.isInOut
      return variable
    }
    context = inner
    defer { context = outer }
    var arguments: [TypedExpression] = []
    for (variable, parameter) in zip(parameters, given.parameters) {
      let value = TypedExpression(.variable(variable), variable.type, range)
      if parameter.isInOut {
        guard unify(variable.type, parameter.type) else { return nil }
        arguments.append(TypedExpression(.inOut(value), variable.type, range))
      } else {
        guard let converted = coerce(value, to: parameter.type) else { return nil }
        arguments.append(converted)
      }
    }
    capture(function)
    let callee = TypedExpression(.variable(function), function.type, range)
    let call = TypedExpression(.callValue(callee, arguments), given.result, range)
    guard let result = coerce(call, to: wanted.result) else { return nil }
    let body = CheckedBody(
      context: inner, parameters: parameters, statements: [TypedStatement(kind: .return(result), range: range)])
    body.captureList = [(function, expression)]
    score += 5
    return TypedExpression(.closure(body), target, range)
  }

  /// `[Circle]` where `[Shape]` is expected, `[String: Int]` where `[String: Any]` is: each value is converted.
  func convertedCollection(_ expression: TypedExpression, to target: Type) -> TypedExpression? {
    guard let given = expression.type.shallow.nominal, given === target.shallow.nominal else { return nil }
    let method: String
    switch given {
    case .array: method = "map"
    case .dictionary where unifiable(expression.type.arguments[0], target.arguments[0]): method = "mapValues"
    default: return nil
    }
    let (from, to) = (expression.type.arguments.last?.shallow ?? .error, target.arguments.last?.shallow ?? .error)
    guard from.unbound == nil, to.unbound == nil, from.function == nil, !from.hasErrors, !to.hasErrors else {
      return nil
    }
    let range = expression.range
    let closure = Closure(range: range)
    closure.body = [Statement(kind: .expression(Expression(kind: .name("$0"), range: range)), range: range)]
    let argument = Argument(value: Expression(kind: .closure(closure), range: range))
    let written = Expression(kind: .invalid, range: range)
    let result = attempt { callMethod(expression, written, method, range, [argument], target, range) }.result
    guard let result, unify(result.type, target) else { return nil }
    score += 10
    return TypedExpression(result.kind, target, range)
  }
}
