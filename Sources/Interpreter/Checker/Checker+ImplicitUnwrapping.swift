/// `T!`: an optional that is unwrapped by itself where it does not fit as it is.
extension Checker {
  /// The value behind a `T!`; others as they are.
  func unwrapped(_ value: TypedExpression) -> TypedExpression {
    guard value.isImplicitlyUnwrapped, let wrapped = value.type.wrapped else { return value }
    return TypedExpression(.forced(value), wrapped, value.range)
  }

  /// The value before a dot: unwrapped, unless optionals themselves have the member.
  func unwrapped(_ value: TypedExpression, for name: String) -> TypedExpression {
    value.isImplicitlyUnwrapped && instanceMembers(of: value.type, named: name).isEmpty ? unwrapped(value) : value
  }

  /// Operands, but those that may be nil as well.
  func unwrapped(_ operands: (TypedExpression, TypedExpression), of name: String) -> (TypedExpression, TypedExpression)
  {
    if ["==", "!=", "===", "!=="].contains(name) { return operands }
    return (unwrapped(operands.0), unwrapped(operands.1))
  }
}

extension TypedExpression {
  /// Whether it names something that is declared as `T!`.
  var isImplicitlyUnwrapped: Bool {
    switch kind {
    case .variable(let variable): variable.isImplicitlyUnwrapped
    case .field(let base, let index):
      base.type.classOrSelf.nominal?.fields[safe: index]?.isImplicitlyUnwrapped ?? false
    case .accessor(let accessor): accessor.getter.isImplicitlyUnwrapped
    case .call(let symbol, _, _): symbol.isImplicitlyUnwrapped
    default: false
    }
  }
}

extension FunctionSymbol {
  /// Whether its result is declared as `T!`.
  var isImplicitlyUnwrapped: Bool { declaration?.result?.isImplicitlyUnwrapped ?? false }
}
