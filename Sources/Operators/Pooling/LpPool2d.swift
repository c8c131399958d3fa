import Tensors

/// Adds up a power of the elements of every window, and takes the root: between the sum and the largest element.
///
/// ```
/// y = (Σ u,v  x[…]ᵖ)^(1/p)        dx = dy · y^(1 − p) · x^(p − 1)
/// ```
///
/// ```swift
/// let x = Tensor([[[[3, 4, 1, 0], [0, 0, 2, 2]]]])
/// lpPool2d(x, power: 2, size: 2).elements  // [5.0, 3.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - power: p. With 1 the windows are summed; the larger it is, the nearer the result is to the maximum.
///   - size: Rows and columns of the window.
///   - stride: How far the window moves; as far as it is large if nothing is given.
///   - roundsUp: A last window may stand over the border: its sum is scaled up to a whole window, as in PyTorch.
/// - Returns: As `maxPool2d`. As in PyTorch, signs are not taken away (use an even power, or elements of 0 or more: the
///   root of a negative sum is `nan`), and where a sum is 0 the gradient is 0.
/// - Source: PyTorch's `lp_pool2d`.
package func lpPool2d(
  _ x: Tensor, power: Double, size: Int, stride: Int? = nil, roundsUp: Bool = false
) throws -> Tensor {
  guard power > 0 && power.isFinite else {
    throw TensorError("power must be more than 0 and finite, and got \(shortText(power))")
  }
  let windows = PoolingWindows(size: size, stride: stride, roundsUp: roundsUp)
  let g = try PoolingGeometry("lpPool2d", input: x.shape, windows: windows)
  try x.requireNumbers(for: "lpPool2d")
  let sums = WeightedSums(function: g.function, inputShape: g.inputShape, outputShape: g.outputShape) { body in
    try g.forEachWindow { window in
      let scale = Double(size * size) / Double(window.rows.count * window.columns.count)
      g.forEachElement(of: window) { place in body(window.output, place, scale) }
    }
  }
  /// Σ xᵖ of every window.
  func powerSums(_ x: Tensor) throws -> Tensor { try sums.applied(to: pow(x, power)) }
  let y = try unrecorded { try pow(powerSums(x), 1 / power) }
  if !x.isRecording { return y }
  return try record(
    "lpPool2d", y,
    .gradient(to: x) { dy in
      let total = try powerSums(x)
      // y^(1 − p) = total^(1/p − 1), where the total is not 0.
      let isZero = try total.detached().mapped("lpPool2d") { $0 == 0 ? 1 : 0 }
      let factor = try pow(total.adding(isZero), 1 / power - 1).multiplied(by: isZero.subtracted(from: 1))
      return try sums.transposed(dy.multiplied(by: factor)).multiplied(by: pow(x, power - 1))
    })
}
