import Tensors

/// Gives the weights of every filter mean 0 and variance 1, so that the scale of a filter has no part in what it finds.
///
/// ```
/// y = (k − μ) / √(σ² + ε)        μ, σ²: mean and variance of the weights of a filter
/// dk = (dy − mean(dy) − y · mean(dy · y)) / √(σ² + ε)
/// ```
///
/// ```swift
/// weightStandardized(Tensor([[1, 5], [10, 40]]), epsilon: 0).elements  // [-1.0, 1.0, -1.0, 1.0]
/// ```
///
/// - Parameters:
///   - kernel: Filters k, `[O, C, U, V]`, or a matrix of weights, `[O, C]`.
///   - epsilon: What keeps the root from being 0, ε.
/// - Returns: A tensor of the same shape. The variance is the biased one (divided by n).
/// - Source: Qiao et al., "Micro-batch training with batch-channel normalization and weight standardization" (2019).
package func weightStandardized(_ kernel: Tensor, epsilon: Double = 1e-5) throws -> Tensor {
  try requireChannels("weightStandardized", kernel, axes: 2, form: "[O, C] or [O, C, U, V]")
  let standardization = try Standardization(
    shape: kernel.shape, axes: Array(kernel.shape.indices.dropFirst()), epsilon: epsilon)
  try requireSeveral("weightStandardized", standardization, each: "filter", of: kernel)
  return try normalized(
    "weightStandardized", kernel, by: standardization, gamma: nil, beta: nil, parameterShape: [])
}
