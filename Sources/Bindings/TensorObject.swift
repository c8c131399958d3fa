import Interpreter
import Tensors

/// A tensor as the language holds it.
final class TensorObject: HostObject {
  private(set) var tensor: Tensor

  init(_ tensor: Tensor) { self.tensor = tensor }

  override var typeName: String { "Tensor" }
  override var text: String { tensor.description }
  override func copied() -> HostObject { TensorObject(tensor) }
  override func isEqual(to other: HostObject) -> Bool? {
    guard let other = other as? TensorObject else { return false }
    return tensor == other.tensor
  }

  override func element(at indices: UnsafeBufferPointer<Int>) throws -> Double {
    try tensor.element(at: indices)
  }

  override func setElement(at indices: UnsafeBufferPointer<Int>, to value: Double) throws {
    try tensor.setElement(at: indices, to: value)
  }
}

extension Tensor: Bridged {
  static var languageName: String { "Tensor" }

  static func fromLanguage(_ value: Value) throws -> Tensor {
    guard case .object(let object) = value, let tensor = (object as? TensorObject)?.tensor else {
      throw mismatch(value, languageName)
    }
    return tensor
  }

  func toLanguage() -> Value { .object(TensorObject(self)) }
}

// MARK: - For the parts of the house that hold values

extension Value {
  /// The value of a tensor, for the session.
  package init(_ tensor: Tensor) { self = tensor.toLanguage() }

  /// The tensor, where the value is one.
  package var tensor: Tensor? { try? Tensor.fromLanguage(self) }
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
  default: throw mismatch(value, "Int or range")
  }
}
