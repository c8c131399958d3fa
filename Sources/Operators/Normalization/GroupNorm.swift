import Tensors

/// Gives groups of channels of every image mean 0 and variance 1, then each channel a scale γ and a shift β.
///
/// ```
/// y = γ·x̂ + β,   x̂ = (x − μ) / √(σ² + ε)        μ, σ²: mean and variance of one group of channels of one image
/// dx = (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / √(σ² + ε),   dx̂ = dy · γ        dγ = Σ dy · x̂        dβ = Σ dy
/// ```
///
/// With one group, all features of an image share a mean, as in layer normalization; with as many groups as channels it
/// is instance normalization.
///
/// ```swift
/// groupNorm(Tensor([[1, 5, 10, 40]]), groups: 2, beta: Tensor([0, 0, 0, 100]), epsilon: 0).elements  // [-1.0, 1.0, -1.0, 101.0]
/// ```
///
/// - Parameters:
///   - x: Features `[N, C]`, or maps of them, `[N, C, H, W]`.
///   - groups: How many groups of neighbouring channels.
///   - gamma: The scale of each channel, γ, `[C]`; 1 if nothing is given.
///   - beta: The shift of each channel, β, `[C]`; 0 if nothing is given.
///   - epsilon: What keeps the root from being 0, ε.
/// - Returns: A tensor of the same shape. The variance is the biased one (divided by n).
/// - Source: Wu and He, "Group normalization" (2018).
package func groupNorm(
  _ x: Tensor, groups: Int, gamma: Tensor? = nil, beta: Tensor? = nil, epsilon: Double = 1e-5
) throws -> Tensor {
  try requireChannels("groupNorm", x, axes: 2, form: "[N, C] or [N, C, H, W]")
  let channels = x.shape[1]
  try requireGroups(groups, channels: channels)
  let standardization = try Standardization(
    shape: [x.shape[0], groups, channels / groups] + x.shape.dropFirst(2), axes: Array(2...x.rank), epsilon: epsilon)
  try requireSeveral("groupNorm", standardization, each: "group", of: x)
  try requirePerChannel([("a gamma", gamma), ("a beta", beta)], channels: channels)
  if let pixels = NormalizedPixels(x, .groups(groups), gamma: gamma, beta: beta, epsilon: epsilon) {
    return try pixels.output("groupNorm", standardization).y
  }
  return try normalized(
    "groupNorm", x, by: standardization, gamma: gamma, beta: beta, parameterShape: channelShape(x.shape))
}

/// Throws unless channels can be split into groups of one size.
func requireGroups(_ groups: Int, channels: Int) throws {
  guard groups >= 1 else { throw TensorError("groups must be 1 or more, and got \(groups)") }
  guard channels % groups == 0 else {
    throw TensorError("\(counted(channels, "channel")) cannot be split into \(counted(groups, "group"))")
  }
}
