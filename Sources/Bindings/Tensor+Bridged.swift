import Interpreter
import Operators
import Tensors

extension Tensor: Bridged {
  static var languageName: String { "Tensor" }

  static func fromLanguage(_ value: Value) throws -> Tensor {
    guard case .object(let object) = value, let tensor = (object as? TensorObject)?.tensor else {
      throw mismatch(value, languageName)
    }
    return tensor
  }

  func toLanguage() -> Value { .object(TensorObject(self)) }

  /// In place, so that `x[i, 0...] = row` does not copy all of `x`.
  static func change(_ object: Value, _ body: (inout Tensor) throws -> Void) throws -> Value {
    guard case .object(let host) = object, let holder = host as? TensorObject else {
      throw mismatch(object, languageName)
    }
    try holder.change(body)
    return object
  }
}

// MARK: - For the parts of the house that hold values

extension Value {
  /// The value of a tensor, for the session.
  package init(_ tensor: Tensor) { self = tensor.toLanguage() }

  /// The tensor, where the value is one.
  package var tensor: Tensor? { try? Tensor.fromLanguage(self) }

  /// The padding, where the value is one.
  package var padding: Padding? { try? Padding.fromLanguage(self) }
}

// MARK: - Indices

/// Argument `index`, the variadic `any TensorIndex` of a subscript.
func tensorIndexArguments(_ arguments: [Value], _ index: Int) throws -> [any TensorIndex] {
  guard arguments.indices.contains(index) else { throw NativeFailure("argument \(index + 1) is missing") }
  return switch arguments[index] {
  case .ints(let numbers): numbers
  case .array(let elements): try elements.map(tensorIndex)
  default: throw mismatch(arguments[index], "[any TensorIndex]")
  }
}

private func tensorIndex(_ value: Value) throws -> any TensorIndex {
  switch value {
  case .int(let number): return number
  case .range(let lower?, let upper?, let isClosed):
    // Swift's own ranges cannot be made from bounds in the wrong order; the language has refused them before.
    guard lower <= upper else { throw NativeFailure("a range starts at its lower bound: \(lower) is above \(upper)") }
    return isClosed ? lower...upper : lower..<upper
  case .range(let lower?, nil, _): return lower...
  case .range(nil, let upper?, let isClosed): return isClosed ? ...upper : ..<upper
  case .range(nil, nil, _): return WholeAxis()
  case .steps(let start, let end, let step, let isThrough):
    // Swift's own strides trap without a step; the language has refused them before.
    guard step != 0 else { throw NativeFailure("a stride needs a step that is not 0") }
    return isThrough ? stride(from: start, through: end, by: step) : stride(from: start, to: end, by: step)
  case .ints(let places): return places
  case .array(let elements) where elements.isEmpty: return [Int]()
  case .object(let object):
    if let tensor = (object as? TensorObject)?.tensor { return tensor }
    return try NewAxis.fromLanguage(value)
  default: throw mismatch(value, "Int or range")
  }
}
