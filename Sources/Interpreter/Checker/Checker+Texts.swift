/// What texts and their parts have between them, and expressions that mean another function when their first meaning
/// does not fit.
extension Checker {
  func isText(_ type: Type) -> Bool { type.nominal === NominalType.string || type.nominal === NominalType.substring }

  /// A text and a part of one are compared as texts.
  func comparable(
    _ operation: BinaryOperator, _ first: TypedExpression, _ second: TypedExpression
  ) -> (TypedExpression, TypedExpression) {
    guard operation.isComparison, isText(first.type), isText(second.type),
      first.type.nominal !== second.type.nominal
    else { return (first, second) }
    return (asString(first), asString(second))
  }

  private func asString(_ value: TypedExpression) -> TypedExpression {
    value.type.nominal === NominalType.substring
      ? TypedExpression(.string([.value(value)]), .string, value.range) : value
  }

  /// A literal where a part of a text is expected.
  func substring(_ literal: TypedExpression) -> TypedExpression {
    let part = Type.nominal(.substring, [])
    for member in environment.members(of: part, named: "init") {
      guard case .function(let symbol) = member.kind, symbol.signature.parameters.count == 1,
        symbol.signature.parameters[0].label == nil, symbol.signature.parameters[0].type == .string
      else { continue }
      return TypedExpression(.call(symbol, [], [literal]), part, literal.range)
    }
    return literal
  }

  /// An array literal where a slice is expected.
  func slice(_ literal: TypedExpression, count: Int) -> TypedExpression {
    let part = Type.nominal(.arraySlice, literal.type.arguments)
    for member in environment.members(of: part, named: "init") {
      guard case .function(let symbol) = member.kind, symbol.signature.parameters.first?.label == "_base" else {
        continue
      }
      let bounds = [0, count].map { TypedExpression(.integer(String($0)), .int, literal.range) }
      return TypedExpression(.call(symbol, literal.type.arguments, [literal] + bounds), part, literal.range)
    }
    return literal
  }

  /// The same call with another result: `reversed()` gives an array where its own kind of collection does not do.
  func otherMeaning(of expression: Expression, _ value: TypedExpression, as wanted: Type) -> TypedExpression? {
    guard case .call = expression.kind, let nominal = value.type.nominal, NominalType.wrappers[nominal.name] === nominal
    else { return nil }
    let (result, _) = attempt { check(expression, expected: wanted) }
    guard let result, result.type.nominal === wanted.nominal else { return nil }
    return result
  }

  /// What to do instead of `text[0]`.
  func textIndexFailure(_ value: TypedExpression, _ arguments: [Argument], _ range: SourceRange) -> TypedExpression? {
    guard isText(value.type), arguments.count == 1, arguments[0].label == nil else { return nil }
    let (index, _) = attempt { () -> Type in
      let type = check(arguments[0].value).type
      settle(type)
      return (type.arguments.first ?? type).resolved
    }
    guard let index, index.isInteger || index.unbound?.literal == .integer else { return nil }
    return fail(
      "a text has no elements by number", at: range,
      notes: [
        "Array(text)[i] gives the i-th character", "places are made with text.index(text.startIndex, offsetBy: i)",
      ])
  }
}
