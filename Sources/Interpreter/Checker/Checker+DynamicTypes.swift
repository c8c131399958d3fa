/// Members of a type that is a value: `type(of: x).name`, `T.Type` as a parameter.
extension Checker {
  /// Whether values of `T.Type` can be other types than `T`.
  private func isOpen(_ instance: Type) -> Bool {
    let type = instance.shallow
    return type.isExistential || (type.isClass && type.nominal?.isFinal == false)
  }

  /// A member found in `instance`, for the type that `value` turns out to be.
  func onType(_ value: TypedExpression, _ instance: Type, _ found: TypedExpression) -> TypedExpression {
    guard isOpen(instance) else { return found }
    switch found.kind {
    case .call(let symbol, let types, let values) where symbol.owner != nil && !symbol.hasSelf:
      return TypedExpression(.callOnType(value, symbol, types, values), found.type, found.range)
    case .accessor(let accessor) where accessor.base == nil:
      return TypedExpression(
        .callOnType(value, accessor.getter, accessor.typeArguments, accessor.arguments), found.type, found.range)
    default: return found
    }
  }

  func callOnType(
    _ value: TypedExpression, _ instance: Type, _ name: String, _ nameRange: SourceRange, _ arguments: [Argument],
    _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    guard name == "init", isOpen(instance) else {
      return onType(value, instance, callStatic(instance, name, nameRange, arguments, expected, range))
    }
    let callees = initializerCallees(of: instance, arguments)
    let made = call(callees, arguments, expected, range, nameRange: range)
    if case .call(let symbol, _, _) = made.kind, instance.isClass, !symbol.modifiers.contains("required") {
      return fail(
        "only a 'required' initializer makes an object of a class that is not known", at: nameRange,
        notes: ["mark it: required init(...)"])
    }
    return onType(value, instance, made)
  }
}
