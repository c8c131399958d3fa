import Tensors

/// Gives every channel mean 0 and variance 1 over the batch, then a scale γ and a shift β of its own.
///
/// ```
/// y = γ·x̂ + β,   x̂ = (x − μ) / √(σ² + ε)        μ, σ²: mean and variance of a channel, over images, rows and columns
/// dx = γ · (dy − mean(dy) − x̂ · mean(dy · x̂)) / √(σ² + ε)        dγ = Σ dy · x̂        dβ = Σ dy
/// ```
///
/// This is the form for training. With the `mean` and `variance` that `RunningStatistics` has collected meanwhile,
/// `batchNorm(_:mean:variance:)` is the form for testing.
///
/// ```swift
/// batchNorm(Tensor([[1, 10], [5, 40]]), beta: Tensor([0, 100]), epsilon: 0).elements  // [-1.0, 99.0, 1.0, 101.0]
/// ```
///
/// - Parameters:
///   - x: Features `[N, C]`, or maps of them, `[N, C, L]` or `[N, C, H, W]`.
///   - gamma: The scale of each channel, γ, `[C]`; 1 if nothing is given.
///   - beta: The shift of each channel, β, `[C]`; 0 if nothing is given.
///   - epsilon: What keeps the root from being 0, ε.
/// - Returns: A tensor of the same shape. The variance is the biased one (divided by n).
/// - Source: [TUM] "Batch Normalization"; Ioffe and Szegedy, "Batch normalization" (2015).
package func batchNorm(
  _ x: Tensor, gamma: Tensor? = nil, beta: Tensor? = nil, epsilon: Double = 1e-5
) throws -> Tensor {
  let standardization = try batchStandardization("batchNorm", x, epsilon: epsilon)
  try requirePerChannel([("a gamma", gamma), ("a beta", beta)], channels: x.shape[1])
  if let pixels = NormalizedPixels(x, .batch, gamma: gamma, beta: beta, epsilon: epsilon) {
    return try pixels.output("batchNorm", standardization).y
  }
  return try normalized(
    "batchNorm", x, by: standardization, gamma: gamma, beta: beta, parameterShape: channelShape(x.shape))
}

/// Normalizes every channel with a mean and a variance that are given: batch normalization at test time.
///
/// ```
/// y = γ · (x − μ) / √(v + ε) + β        dx = dy · γ / √(v + ε)        dγ = Σ dy · (x − μ) / √(v + ε)        dβ = Σ dy
/// dμ = −Σ dy · γ / √(v + ε)        dv = −Σ dy · γ · (x − μ) / (2·√(v + ε)³)
/// ```
///
/// An example's result does not depend on the others of its batch.
///
/// ```swift
/// batchNorm(Tensor([[1, 10]]), mean: Tensor([3, 4]), variance: Tensor([4, 9]), epsilon: 0).elements  // [-1.0, 2.0]
/// ```
///
/// - Parameters:
///   - x: Features `[N, C]`, or maps of them, `[N, C, L]` or `[N, C, H, W]`.
///   - mean: The mean of each channel, μ, `[C]`, for instance of `RunningStatistics`.
///   - variance: The variance of each channel, v, `[C]`.
///   - gamma: The scale of each channel, γ, `[C]`; 1 if nothing is given.
///   - beta: The shift of each channel, β, `[C]`; 0 if nothing is given.
///   - epsilon: What keeps the root from being 0, ε.
/// - Returns: A tensor of the same shape, and of the dtype of `x`, `gamma` and `beta`.
/// - Source: [TUM] "Batch Normalization".
package func batchNorm(
  _ x: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor? = nil, beta: Tensor? = nil, epsilon: Double = 1e-5
) throws -> Tensor {
  try requireChannels("batchNorm", x, axes: 2, form: "[N, C] or [N, C, H, W]")
  try requireEpsilon(epsilon)
  try requirePerChannel(
    [("a mean", mean), ("a variance", variance), ("a gamma", gamma), ("a beta", beta)], channels: x.shape[1])
  if ![x, mean, variance, gamma, beta].contains(where: { $0?.isRecording == true }),
    let pixels = NormalizedPixels(x, .batch, gamma: gamma, beta: beta, epsilon: epsilon)
  {
    return try pixels.computed(by: pixels.moments(mean: mean, variance: variance)).y
  }
  let shape = channelShape(x.shape)
  func inverse() throws -> Tensor {
    try sqrt(variance.asType(.float64).adding(epsilon)).dividing(1).reshaped(shape)
  }
  func standardized() throws -> Tensor {
    try x.asType(.float64).subtracting(mean.reshaped(shape)).multiplied(by: inverse())
  }
  func inputGradient(_ dy: Tensor) throws -> Tensor { try scaled(dy, gamma, nil, shape).multiplied(by: inverse()) }
  return try normalized(
    "batchNorm", x, gamma: gamma, beta: beta, parameterShape: shape, standardized: standardized,
    inputGradient: { dy in try dy.multiplied(by: inverse()) },
    others: [
      (mean, .gradient(to: mean) { dy in try inputGradient(dy).summed(to: shape).negated().reshaped(mean.shape) }),
      (
        variance,
        .gradient(to: variance) { dy in
          try inputGradient(dy).multiplied(by: standardized()).multiplied(by: inverse()).multiplied(by: -0.5)
            .summed(to: shape).reshaped(variance.shape)
        }
      ),
    ])
}

/// The axes of a batch without the channels', checked.
func batchStandardization(_ function: String, _ x: Tensor, epsilon: Double) throws -> Standardization {
  try requireChannels(function, x, axes: 2, form: "[N, C] or [N, C, H, W]")
  let standardization = try Standardization(
    shape: x.shape, axes: x.shape.indices.filter { $0 != 1 }, epsilon: epsilon)
  try requireSeveral(function, standardization, each: "channel", of: x)
  return standardization
}
