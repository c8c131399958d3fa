import Tensors

/// Measures how far a prediction is from its target by the squares of the differences.
///
/// ```
/// y = Σ i (p[i] − t[i])² / n        dp = dy · 2·(p − t) / n
/// ```
///
/// ```swift
/// meanSquaredError(Tensor([1, 5]), Tensor([2, 2])).item()  // 5.0
/// ```
///
/// - Parameters:
///   - prediction: The prediction p.
///   - target: What it should be, t, of the same shape.
///   - reduction: `.mean` over all elements, `.sum`, or `.none`.
/// - Returns: A number; with `.none` a tensor of the same shape.
/// - Source: [Tübingen] "Costs".
package func meanSquaredError(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) throws -> Tensor
{
  let loss = try ElementwiseLoss("meanSquaredError", prediction, target, reduction)
  let y = try loss.value { p, t in (p - t) * (p - t) }
  if !loss.isRecording { return y }
  /// `2·(a − b)` times each loss's share of dy.
  func slope(_ dy: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    try loss.share(of: dy).multiplied(by: a.subtracting(b)).multiplied(by: 2)
  }
  return try record(
    "meanSquaredError", y,
    .gradient(to: prediction) { dy in try slope(dy, prediction, target) },
    .gradient(to: target) { dy in try slope(dy, target, prediction) })
}
