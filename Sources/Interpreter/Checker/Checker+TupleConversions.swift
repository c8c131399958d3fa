/// Tuples whose parts have other types or another order, and functions that are called with one.
extension Checker {
  /// A tuple as another one: parts with labels go to those labels, others to their places.
  func convertedTuple(_ expression: TypedExpression, to target: Type) -> TypedExpression? {
    guard let given = expression.type.tuple, let wanted = target.tuple, given.count == wanted.count,
      let order = sources(of: wanted, in: given)
    else { return nil }
    let range = expression.range
    let inner = BodyContext(parent: context, function: nil, result: target, throws: false)
    let whole = VariableSymbol("$tuple", type: expression.type, isMutable: false, range: range, owner: inner)
    var parts: [TypedExpression] = []
    for (element, index) in zip(wanted, order) {
      let tuple = TypedExpression(.variable(whole), whole.type, range)
      let part = TypedExpression(.tupleElement(tuple, index), given[index].type, range)
      guard let converted = coerce(part, to: element.type) else { return nil }
      parts.append(converted)
    }
    let result = TypedExpression(.tuple(parts), target, range)
    let body = CheckedBody(
      context: inner, parameters: [whole], statements: [TypedStatement(kind: .return(result), range: range)])
    let type = FunctionType(parameters: [.init(type: whole.type)], result: target)
    let closure = TypedExpression(.closure(body), .function(type), range)
    return TypedExpression(.callValue(closure, [expression]), target, range)
  }

  /// Which part of `given` goes to each part of `wanted`.
  private func sources(of wanted: [TupleElement], in given: [TupleElement]) -> [Int]? {
    let fit = zip(wanted, given).allSatisfy { $0.label == $1.label || $0.label == nil || $1.label == nil }
    if fit { return Array(wanted.indices) }
    let order = wanted.compactMap { element in given.firstIndex { $0.label != nil && $0.label == element.label } }
    return Set(order).count == wanted.count ? order : nil
  }

  /// `zip(a, b).map(f)`: a function of two values where one of a pair is expected. Nil for everything else.
  func takingTuple(_ expression: Expression, _ type: Type, _ target: Type) -> TypedExpression? {
    guard let given = type.function, given.parameters.count > 1, let wanted = (target.wrapped ?? target).function,
      wanted.parameters.count == 1, wanted.parameters[0].type.tuple?.count == given.parameters.count
    else { return nil }
    switch expression.kind {
    case .name, .member: break
    default: return nil
    }
    let closure = Closure(range: expression.range)
    let names = given.parameters.indices.map { "$\($0)" }
    closure.parameters = names.map { Closure.Parameter(name: $0, nameRange: expression.range, type: nil) }
    let arguments = names.map { Argument(value: Expression(kind: .name($0), range: expression.range)) }
    let call = Expression(kind: .call(expression, arguments), range: expression.range)
    closure.body = [
      Statement(
        kind: .expression(
          given.throws ? Expression(kind: .tryExpression(.plain, call), range: expression.range) : call),
        range: expression.range)
    ]
    return checkClosure(closure, target)
  }
}
