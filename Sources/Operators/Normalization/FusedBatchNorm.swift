import Tensors

/// Folds batch normalization, as it is at test time, into the convolution before it: the same output in one step.
///
/// ```
/// k' = k · γ / √(v + ε)        b' = (b − μ) · γ / √(v + ε) + β        for the filter of each channel
/// ```
///
/// ```swift
/// let k = Tensor([3, 6], shape: [2, 1, 1, 1])
/// let fused = fusedBatchNorm(kernel: k, mean: Tensor([1, 2]), variance: Tensor([9, 4]), epsilon: 0)
/// fused.kernel.elements  // [1.0, 3.0]
/// fused.bias.elements    // [-0.3333333333333333, -1.0]
/// ```
///
/// - Parameters:
///   - kernel: The convolution's filters k, `[O, C, U, V]`; a layer's weights `[O, C]` as well.
///   - bias: The convolution's bias b, `[O]`; 0 if it has none.
///   - mean: The mean of each channel, μ, `[O]`.
///   - variance: The variance of each channel, v, `[O]`.
///   - gamma: The scale of each channel, γ, `[O]`; 1 if nothing is given.
///   - beta: The shift of each channel, β, `[O]`; 0 if nothing is given.
///   - epsilon: As in `batchNorm`, ε.
/// - Returns: The filters and the bias of the convolution that does both.
/// - Source: [TUM] "Batch Normalization".
package func fusedBatchNorm(
  kernel: Tensor, bias: Tensor? = nil, mean: Tensor, variance: Tensor, gamma: Tensor? = nil, beta: Tensor? = nil,
  epsilon: Double = 1e-5
) throws -> (kernel: Tensor, bias: Tensor) {
  try requireChannels("fusedBatchNorm", kernel, axes: 2, form: "filters [O, C, U, V]")
  try requireEpsilon(epsilon)
  let filters = kernel.shape[0]
  for case (let name, let tensor?) in [
    ("bias", bias), ("mean", mean), ("variance", variance), ("gamma", gamma), ("beta", beta),
  ] where tensor.shape != [filters] {
    throw TensorError(
      "\(counted(filters, "filter")) need a \(name) of shape [\(filters)], but it has shape \(tensor.shape)")
  }
  let dtype = commonDType(kernel, bias, gamma, beta)
  let inverse = try sqrt(variance.asType(.float64).adding(epsilon)).dividing(1)
  let scale = try gamma.map { try inverse.multiplied(by: $0) } ?? inverse
  let shifted = try (bias ?? .zeros([filters])).subtracting(mean).multiplied(by: scale)
  return (
    kernel: try kernel.multiplied(by: scale.reshaped([filters] + kernel.shape.dropFirst().map { _ in 1 })).asType(
      dtype),
    bias: try (beta.map { try shifted.adding($0) } ?? shifted).asType(dtype)
  )
}
