import Interpreter
import Tensors

/// A tensor as the language holds it.
///
/// Loops that learners write read and write one element at a time. For that this class knows where the elements of a
/// `float64` tensor lie, and counts the position itself: going through the `tensor` property would retain and release
/// its storage, shape and recording at every element. Whatever is not plain goes through the engine, which also has the
/// sentences for indices that do not fit.
final class TensorObject: HostObject {
  // Only ever touched by the one thread that runs the language.
  @exclusivity(unchecked) private(set) var tensor: Tensor
  /// The elements, if they are `float64` on at most 3 axes; valid for as long as `tensor` keeps its storage.
  @exclusivity(unchecked) private var numbers: UnsafeMutablePointer<Double>?
  @exclusivity(unchecked) private var rank = 0
  @exclusivity(unchecked) private var sizes = (0, 0, 0)

  init(_ tensor: Tensor) {
    self.tensor = tensor
    super.init()
    lookAgain()
  }

  /// Notes where the elements are, after the tensor has got another storage.
  private func lookAgain() {
    let shape = tensor.shape
    rank = shape.count
    guard tensor.kind == .float64, rank <= 3 else {
      numbers = nil
      return
    }
    if rank > 0 { sizes.0 = shape[0] }
    if rank > 1 { sizes.1 = shape[1] }
    if rank > 2 { sizes.2 = shape[2] }
    numbers = tensor.storage.base.assumingMemoryBound(to: Double.self)
  }

  /// Where the element is; nil for indices that do not fit.
  @inline(__always)
  private func position(of indices: UnsafeBufferPointer<Int>) -> Int? {
    guard indices.count == rank else { return nil }
    switch rank {
    case 1:
      let i = indices[0]
      return i >= 0 && i < sizes.0 ? i : nil
    case 2:
      let (i, j) = (indices[0], indices[1])
      guard i >= 0 && i < sizes.0 && j >= 0 && j < sizes.1 else { return nil }
      return i &* sizes.1 &+ j
    case 3:
      let (i, j, k) = (indices[0], indices[1], indices[2])
      guard i >= 0 && i < sizes.0 && j >= 0 && j < sizes.1 && k >= 0 && k < sizes.2 else { return nil }
      return (i &* sizes.1 &+ j) &* sizes.2 &+ k
    default: return nil
    }
  }

  override func element(at indices: UnsafeBufferPointer<Int>) throws -> Double {
    if let numbers, let position = position(of: indices) { return numbers[position] }
    return try tensor.element(at: indices)
  }

  override func setElement(at indices: UnsafeBufferPointer<Int>, to value: Double) throws {
    // A recorded tensor notes the change, and a shared storage is copied first: both are the engine's business.
    if let numbers, tensor.node == nil, isKnownUniquelyReferenced(&tensor.storage),
      let position = position(of: indices)
    {
      numbers[position] = value
      return
    }
    defer { lookAgain() }
    try tensor.setElement(at: indices, to: value)
  }

  /// Changes the tensor in place.
  func change(_ body: (inout Tensor) throws -> Void) rethrows {
    defer { lookAgain() }
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
