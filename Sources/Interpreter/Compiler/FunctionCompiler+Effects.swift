extension FunctionCompiler {
  /// Whether a variable read by `expression` may get another value while `later` runs.
  func mayChange(_ expression: TypedExpression, in later: [TypedExpression]) -> Bool {
    if later.allSatisfy(isSimple) { return false }
    switch expression.kind {
    case .variable(let variable):
      // A constant that has its value keeps it.
      return variable.isMutable || variable.isGlobal
    case .field(let base, _), .tupleElement(let base, _), .wrap(let base), .forced(let base), .upcast(let base),
      .convert(let base), .erase(let base):
      return mayChange(base, in: later)
    default: return true
    }
  }

  /// Whether an expression runs no code of the learner's and assigns nothing.
  func isSimple(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .floatingPoint, .boolean, .nilLiteral, .void, .typeValue, .discard: return true
    case .variable(let variable): return variable.firstUse == nil
    case .string(let segments):
      return segments.allSatisfy {
        if case .value(let value) = $0 { return isSimple(value) }
        return true
      }
    case .array(let elements), .tuple(let elements), .rangeValue(let elements), .enumValue(_, let elements),
      .variadic(let elements):
      return elements.allSatisfy(isSimple)
    case .call(let symbol, _, let arguments):
      switch symbol.implementation {
      case .primitive, .native:
        return !symbol.isMutating
          && arguments.allSatisfy { isSimple($0) && type($0.type).function == nil && !self.isInOut($0) }
      default: return false
      }
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .coalesce(let left, let right), .arrayElement(let left, let right):
      return isSimple(left) && isSimple(right)
    case .negate(let inner), .not(let inner), .bitwiseNot(let inner), .field(let inner, _), .tupleElement(let inner, _),
      .wrap(let inner), .forced(let inner), .chain(let inner), .chainStep(let inner), .erase(let inner),
      .convert(let inner), .cast(let inner, _, _), .upcast(let inner):
      return isSimple(inner)
    case .ternary(let first, let second, let third): return isSimple(first) && isSimple(second) && isSimple(third)
    case .accessor(let accessor):
      switch accessor.getter.implementation {
      case .primitive, .native:
        return (accessor.base.map(isSimple) ?? true) && accessor.arguments.allSatisfy(isSimple)
      default: return false
      }
    default: return false
    }
  }

  private func isInOut(_ expression: TypedExpression) -> Bool {
    if case .inOut = expression.kind { return true }
    return false
  }
}
