import Tensors

/// A leaky ReLU whose slope is learnt, for each channel.
///
/// ```
/// y = x where x > 0, else a·x        dx = dy where x > 0, else a·dy        da = Σ x ≤ 0  dy · x
/// ```
///
/// ```swift
/// prelu(Tensor([[-1, -10], [2, 20]]), slope: Tensor([0.25, 0.5])).elements  // [-0.25, -5.0, 2.0, 20.0]
/// ```
///
/// - Parameters:
///   - x: A tensor whose axis 1 are channels, `[N, C, …]`.
///   - slope: The slope a below 0: one for each channel, `[C]`, or one for all, `[1]`.
/// - Returns: A tensor of the same shape. At exactly 0 the slope is a.
/// - Source: He et al., "Delving deep into rectifiers" (2015).
package func prelu(_ x: Tensor, slope: Tensor) throws -> Tensor {
  let channels = x.rank < 2 ? 1 : x.shape[1]
  guard slope.shape == [1] || slope.shape == [channels] else {
    throw TensorError(
      "prelu needs a slope of shape [1]\(channels == 1 ? "" : " or [\(channels)]") for a tensor of shape \(x.shape), "
        + "but it has shape \(slope.shape)")
  }
  let y = try x.combined("prelu", with: slope.detached().reshapedForChannels(of: x.shape)) { x, a in x > 0 ? x : a * x }
  if !x.isRecording && !slope.isRecording { return y }
  return try record(
    "prelu", y,
    .gradient(to: x) { dy in
      let below = try dy.multiplied(by: slope.reshapedForChannels(of: x.shape))
      return try dy.kept(where: x) { $0 > 0 }.adding(below.kept(where: x) { !($0 > 0) })
    },
    .gradient(to: slope) { dy in
      let target = try slope.detached().reshapedForChannels(of: x.shape).shape
      return try dy.multiplied(by: x).kept(where: x) { !($0 > 0) }.summed(to: target).reshaped(slope.shape)
    })
}
