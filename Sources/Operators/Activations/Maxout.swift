import Tensors

/// Takes the largest of every few neighbouring channels: a layer that learns the shape of its activation.
///
/// ```
/// y[n, c, …] = max j < k  x[n, c·k + j, …]        dx = dy at the largest, else 0
/// ```
///
/// ```swift
/// maxout(Tensor([[1, 7, 3, 4]]), pieces: 2).elements  // [7.0, 4.0]
/// ```
///
/// - Parameters:
///   - x: A tensor whose axis 1 are channels, `[N, C, …]`.
///   - pieces: How many channels become one, k.
/// - Returns: `[N, C/k, …]`. Equal largest elements share the gradient.
/// - Source: [Tübingen] "Activation Functions"; Goodfellow et al., "Maxout networks" (2013).
package func maxout(_ x: Tensor, pieces: Int) throws -> Tensor {
  try x.requireNumbers(for: "maxout")
  guard x.rank >= 2 else { throw TensorError("maxout needs channels on axis 1, and this tensor has shape \(x.shape)") }
  let channels = x.shape[1]
  guard pieces >= 1 else { throw TensorError("pieces must be 1 or more, and got \(pieces)") }
  guard channels % pieces == 0 else {
    throw TensorError("\(counted(channels, "channel")) cannot be split into groups of \(pieces)")
  }
  /// `[N, C/k, k, …]`
  let grouped = [x.shape[0], channels / pieces, pieces] + x.shape.dropFirst(2)
  let y = try x.detached().reshaped(grouped).max(axes: [2])
  if !x.isRecording { return y }
  return try record(
    "maxout", y,
    .gradient(to: x) { dy, y in
      let best = try y.detached().expandedDimension(at: 2)
      let isBest = try x.detached().reshaped(grouped).combined("maxout", with: best) { $0 == $1 ? 1 : 0 }
      let share = try isBest.divided(by: isBest.sum(axes: [2], keepDimensions: true))
      return try dy.expandedDimension(at: 2).multiplied(by: share).reshaped(x.shape)
    })
}
