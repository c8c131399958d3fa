import Tensors

/// Gives channels mean 0 and variance 1 over the batch, and removes every correlation between them.
///
/// ```
/// y = γ · W·(x − μ) + β,   W = Σ^(−1/2) = D·Λ^(−1/2)·Dᵀ        Σ = (x − μ)·(x − μ)ᵀ/m + ε·1,  eigenvectors D, eigenvalues Λ
/// dx = W·(dŷ − mean(dŷ)) + 2/m · dΣ·(x − μ)        dΣ = D·(F ∘ (Dᵀ·dW·D))·Dᵀ,  dW = dŷ·(x − μ)ᵀ (its symmetric part)
/// F[i,j] = (1/√λᵢ − 1/√λⱼ)/(λᵢ − λⱼ) = −1/(√λᵢ·√λⱼ·(√λᵢ + √λⱼ)),  dŷ = dy·γ
/// ```
///
/// Of all ways to whiten, this one (ZCA) stays closest to x. `decorrelatedBatchNorm(_:mean:whitening:)` is the form for
/// testing.
///
/// ```swift
/// let x = Tensor([[3, 1], [1, 3], [-3, -1], [-1, -3]])
/// let y = decorrelatedBatchNorm(x, epsilon: 0)
/// y.isClose(to: Tensor([[1, 0], [0, 1], [-1, 0], [0, -1]]) * Double(2).squareRoot())  // true
/// ```
///
/// - Parameters:
///   - x: Features `[N, C]`, or maps of them, `[N, C, L]` or `[N, C, H, W]`.
///   - groups: Neighbouring channels are whitened together, in so many groups.
///   - gamma: The scale of each channel, γ, `[C]`; 1 if nothing is given.
///   - beta: The shift of each channel, β, `[C]`; 0 if nothing is given.
///   - epsilon: What is added to every eigenvalue, ε: without it, channels that depend on one another cannot be whitened.
/// - Returns: A tensor of the same shape. Equal eigenvalues are fine, also for the gradient.
/// - Source: Huang, Yang, Lang and Deng, "Decorrelated batch normalization" (2018).
package func decorrelatedBatchNorm(
  _ x: Tensor, groups: Int = 1, gamma: Tensor? = nil, beta: Tensor? = nil, epsilon: Double = 1e-5
) throws -> Tensor {
  let whitening = try Whitening("decorrelatedBatchNorm", x, groups: groups, epsilon: epsilon)
  try whitening.requireSeveral("decorrelatedBatchNorm")
  try requirePerChannel([("a gamma", gamma), ("a beta", beta)], channels: x.shape[1])
  return try normalized(
    "decorrelatedBatchNorm", x, gamma: gamma, beta: beta, parameterShape: channelShape(x.shape),
    standardized: { try whitening.images(whitening.whitened(x).y) },
    inputGradient: { dy in try whitening.inputGradient(dy, at: x) })
}

/// Whitens channels with a mean and a matrix that are given: decorrelated batch normalization at test time.
///
/// ```
/// y = γ · W·(x − μ) + β        dx = Wᵀ·dŷ        dW = dŷ·(x − μ)ᵀ        dμ = −Σ Wᵀ·dŷ,  dŷ = dy·γ
/// ```
///
/// ```swift
/// let w = Tensor([[[2, 0], [1, 3]]])
/// decorrelatedBatchNorm(Tensor([[3, 4]]), mean: Tensor([1, 2]), whitening: w).elements  // [4.0, 8.0]
/// ```
///
/// - Parameters:
///   - x: Features `[N, C]`, or maps of them, `[N, C, L]` or `[N, C, H, W]`.
///   - mean: The mean of each channel, μ, `[C]`, for instance of `RunningWhitening`.
///   - whitening: A matrix W for each of G groups of channels, `[G, C/G, C/G]`.
///   - gamma: The scale of each channel, γ, `[C]`; 1 if nothing is given.
///   - beta: The shift of each channel, β, `[C]`; 0 if nothing is given.
/// - Returns: A tensor of the same shape, and of the dtype of `x`, `gamma` and `beta`.
/// - Source: Huang, Yang, Lang and Deng, "Decorrelated batch normalization" (2018).
package func decorrelatedBatchNorm(
  _ x: Tensor, mean: Tensor, whitening matrix: Tensor, gamma: Tensor? = nil, beta: Tensor? = nil
) throws -> Tensor {
  let function = "decorrelatedBatchNorm"
  let groups = matrix.shape.first ?? 0
  let channels = try Whitening(function, x, groups: 1).channels
  guard matrix.rank == 3, groups > 0, channels % groups == 0,
    matrix.shape == [groups, channels / groups, channels / groups]
  else {
    throw TensorError(
      "\(counted(channels, "channel")) need whitening matrices of shape [G, \(channels)/G, \(channels)/G], but these have "
        + "shape \(matrix.shape)")
  }
  let whitening = try Whitening(function, x, groups: groups)
  try requirePerChannel([("a mean", mean), ("a gamma", gamma), ("a beta", beta)], channels: channels)
  let shape = channelShape(x.shape)
  func centred() throws -> Tensor {
    try whitening.matrices(x.asType(.float64).subtracting(mean.reshaped(shape)))
  }
  /// dŷ as matrices.
  func scaledMatrices(_ dy: Tensor) throws -> Tensor { try whitening.matrices(scaled(dy, gamma, nil, shape)) }
  func inputGradient(_ dy: Tensor) throws -> Tensor {
    try whitening.images(matmul(matrix.asType(.float64).transposed(), scaledMatrices(dy)))
  }
  return try normalized(
    function, x, gamma: gamma, beta: beta, parameterShape: shape,
    standardized: { try whitening.images(matmul(matrix.asType(.float64), centred())) },
    inputGradient: { dy in try whitening.images(matmul(matrix.asType(.float64).transposed(), whitening.matrices(dy))) },
    others: [
      (mean, .gradient(to: mean) { dy in try inputGradient(dy).summed(to: shape).negated().reshaped(mean.shape) }),
      (matrix, .gradient(to: matrix) { dy in try matmul(scaledMatrices(dy), centred().transposed()) }),
    ])
}
