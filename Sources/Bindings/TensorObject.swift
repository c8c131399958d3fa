import Interpreter
import Tensors

/// A tensor as the language holds it.
///
/// Loops that learners write read and write one element at a time. For that the machine knows where the elements lie,
/// and counts the position itself: going through the `tensor` property would retain and release its storage, shape and
/// recording at every element. Whatever is not plain goes through the engine, which also has the sentences for indices
/// that do not fit.
final class TensorObject: HostObject {
  // Only ever touched by the one thread that runs the language.
  @exclusivity(unchecked) private(set) var tensor: Tensor

  init(_ tensor: Tensor) {
    self.tensor = tensor
    super.init()
    lookAgain(at: tensor)
  }

  /// Notes where the elements of `tensor` are, after it has got another storage.
  private func lookAgain(at tensor: borrowing Tensor) {
    // Pixels are put into rows when somebody reads one.
    guard tensor.storage.hasRows else {
      elements.pointee = PlainElements()
      return
    }
    let base = tensor.storage.base
    switch tensor.storage.kind {
    case .float64:
      elements.pointee = PlainElements(.doubles(base.assumingMemoryBound(to: Double.self)), shape: tensor.shape)
    case .float32:
      elements.pointee = PlainElements(.floats(base.assumingMemoryBound(to: Float.self)), shape: tensor.shape)
    case .formula: elements.pointee = PlainElements()
    }
  }

  override func element(at indices: UnsafeBufferPointer<Int>) throws -> Double {
    let hadRows = tensor.storage.hasRows
    defer { if !hadRows { lookAgain(at: tensor) } }
    return try tensor.element(at: indices)
  }

  override func setElement(at indices: UnsafeBufferPointer<Int>, to value: Double) throws {
    // A recorded tensor notes the change, and a shared storage is copied first: both are the engine's business.
    if tensor.node == nil, isKnownUniquelyReferenced(&tensor.storage), elements.pointee.set(indices, to: value) {
      return
    }
    defer { lookAgain(at: tensor) }
    try tensor.setElement(at: indices, to: value)
  }

  /// Changes the tensor in place.
  func change(_ body: (inout Tensor) throws -> Void) rethrows {
    defer { lookAgain(at: tensor) }
    try body(&tensor)
  }

  override var typeName: String { "Tensor" }
  override var text: String { tensor.description }
  override func copied() -> HostObject { TensorObject(tensor) }
  override func isEqual(to other: HostObject) -> Bool? {
    guard let other = other as? TensorObject else { return false }
    return tensor == other.tensor
  }
}
