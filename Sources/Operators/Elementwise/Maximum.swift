import Tensors

/// Takes the larger of two elements that meet.
///
/// ```
/// y = max(a, b)        da = dy where a > b, dy/2 where a = b, else 0
/// ```
///
/// ```swift
/// maximum(Tensor([1, 5]), Tensor([3, 2])).elements  // [3.0, 5.0]
/// ```
///
/// - Parameters:
///   - a: A tensor.
///   - b: A tensor of the same shape, or one that broadcasts with it.
/// - Returns: A tensor of the common shape. Equal elements share the gradient, as in PyTorch.
package func maximum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
  let (left, right) = (a.detached(), b.detached())
  /// Which share of the gradient goes to the first of two elements.
  func share(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try a.combined("maximum", with: b) { a, b in a > b ? 1 : a == b ? 0.5 : 0 }
  }
  return try record(
    "maximum", a.combined("maximum", with: b) { a, b in a.isNaN || a > b ? a : b },
    .gradient(to: a) { dy in try dy.multiplied(by: share(left, right)).summed(to: left.shape) },
    .gradient(to: b) { dy in try dy.multiplied(by: share(right, left)).summed(to: right.shape) })
}
