import Tensors

/// Gives every channel of every image mean 0 and variance 1, then each channel a scale γ and a shift β.
///
/// ```
/// y = γ·x̂ + β,   x̂ = (x − μ) / √(σ² + ε)        μ, σ²: mean and variance of one channel of one image
/// dx = γ · (dy − mean(dy) − x̂ · mean(dy · x̂)) / √(σ² + ε)        dγ = Σ dy · x̂        dβ = Σ dy
/// ```
///
/// ```swift
/// instanceNorm(Tensor([[[1, 5], [10, 40]]]), beta: Tensor([0, 100]), epsilon: 0).elements  // [-1.0, 1.0, 99.0, 101.0]
/// ```
///
/// - Parameters:
///   - x: Maps of features, `[N, C, L]` or `[N, C, H, W]`.
///   - gamma: The scale of each channel, γ, `[C]`; 1 if nothing is given.
///   - beta: The shift of each channel, β, `[C]`; 0 if nothing is given.
///   - epsilon: What keeps the root from being 0, ε.
/// - Returns: A tensor of the same shape. The variance is the biased one (divided by n).
/// - Source: Ulyanov, Vedaldi and Lempitsky, "Instance normalization" (2016).
package func instanceNorm(
  _ x: Tensor, gamma: Tensor? = nil, beta: Tensor? = nil, epsilon: Double = 1e-5
) throws -> Tensor {
  try requireChannels("instanceNorm", x, axes: 3, form: "[N, C, L] or [N, C, H, W]")
  let standardization = try Standardization(
    shape: x.shape, axes: Array(x.shape.indices.dropFirst(2)), epsilon: epsilon)
  try requireSeveral("instanceNorm", standardization, each: "channel of an image", of: x)
  try requirePerChannel([("a gamma", gamma), ("a beta", beta)], channels: x.shape[1])
  if let pixels = NormalizedPixels(x, .groups(x.shape[1]), gamma: gamma, beta: beta, epsilon: epsilon) {
    return try pixels.output("instanceNorm", standardization).y
  }
  return try normalized(
    "instanceNorm", x, by: standardization, gamma: gamma, beta: beta, parameterShape: channelShape(x.shape))
}
