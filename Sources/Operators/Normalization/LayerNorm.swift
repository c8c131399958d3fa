import Tensors

/// Gives every example mean 0 and variance 1 over its own features, then each feature a scale γ and a shift β.
///
/// ```
/// y = γ·x̂ + β,   x̂ = (x − μ) / √(σ² + ε)        μ, σ²: mean and variance over the last axes
/// dx = (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / √(σ² + ε),   dx̂ = dy · γ        dγ = Σ dy · x̂        dβ = Σ dy
/// ```
///
/// No example depends on another, so training and testing are the same.
///
/// ```swift
/// layerNorm(Tensor([[1, 5], [10, 40]]), normalizedShape: [2], beta: Tensor([0, 100]), epsilon: 0).elements  // [-1.0, 101.0, -1.0, 101.0]
/// ```
///
/// - Parameters:
///   - x: A tensor whose last axes are the features.
///   - normalizedShape: The sizes of these axes: `[D]` for `[N, T, D]`, `[C, H, W]` for images.
///   - gamma: The scale of each feature, γ, of shape `normalizedShape`; 1 if nothing is given.
///   - beta: The shift of each feature, β, of shape `normalizedShape`; 0 if nothing is given.
///   - epsilon: What keeps the root from being 0, ε.
/// - Returns: A tensor of the same shape. The variance is the biased one (divided by n).
/// - Source: Ba, Kiros and Hinton, "Layer normalization" (2016).
package func layerNorm(
  _ x: Tensor, normalizedShape: [Int], gamma: Tensor? = nil, beta: Tensor? = nil, epsilon: Double = 1e-5
) throws -> Tensor {
  try x.requireNumbers(for: "layerNorm")
  let count = normalizedShape.count
  guard count > 0, normalizedShape == x.shape.suffix(count) else {
    throw TensorError(
      "layerNorm cannot normalize \(normalizedShape) in a tensor of shape \(x.shape): its last sizes are needed")
  }
  for case (let name, let parameter?) in [("gamma", gamma), ("beta", beta)] where parameter.shape != normalizedShape {
    throw TensorError("layerNorm needs a \(name) of shape \(normalizedShape), but it has shape \(parameter.shape)")
  }
  let standardization = try Standardization(
    shape: x.shape, axes: Array(x.shape.indices.suffix(count)), epsilon: epsilon)
  func reference() throws -> Tensor {
    try normalized(
      "layerNorm", x, by: standardization, gamma: gamma, beta: beta, parameterShape: normalizedShape)
  }
  let width = normalizedShape.reduce(1, *)
  if let rows = NormalizedRows(x, width: width, gamma: gamma, beta: beta, epsilon: epsilon) {
    return try rows.output("layerNorm", reference: reference)
  }
  return try reference()
}
