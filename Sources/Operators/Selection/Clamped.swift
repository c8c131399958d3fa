import Tensors

extension Tensor {
  /// Moves elements that lie outside of an interval to its ends.
  ///
  /// ```
  /// y = min(max(x, low), high)        dx = dy where low < x < high, else 0
  /// ```
  ///
  /// ```swift
  /// Tensor([-5, 0.5, 3]).clamped(min: -1, max: 2).elements  // [-1.0, 0.5, 2.0]
  /// ```
  ///
  /// - Parameters:
  ///   - low: The smallest value.
  ///   - high: The largest value.
  /// - Returns: A tensor of the same shape; `nan` stays `nan`. At the ends themselves the gradient is 0, as in PyTorch.
  package func clamped(min low: Double, max high: Double) throws -> Tensor {
    guard low <= high else { throw TensorError("clamped needs min to be at most max, and got \(low) and \(high)") }
    let y = try mapped("clamped") { x in x < low ? low : x > high ? high : x }
    if !isRecording { return y }
    let isInside = try detached().mapped("clamped") { x in x <= low || x >= high ? 0 : 1 }
    return try record("clamped", y, .gradient(to: self) { dy in try which(isInside, dy, 0) })
  }
}
