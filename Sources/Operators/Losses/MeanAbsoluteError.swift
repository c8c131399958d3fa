import Tensors

/// Measures how far a prediction is from its target by the sizes of the differences: outliers count less than squared.
///
/// ```
/// y = Σ i |p[i] − t[i]| / n        dp = dy · sign(p − t) / n
/// ```
///
/// ```swift
/// meanAbsoluteError(Tensor([1, 5]), Tensor([2, 2])).item()  // 2.0
/// ```
///
/// - Parameters:
///   - prediction: The prediction p.
///   - target: What it should be, t, of the same shape.
///   - reduction: `.mean` over all elements, `.sum`, or `.none`.
/// - Returns: A number; with `.none` a tensor of the same shape. Where prediction and target are equal, the gradient is 0.
/// - Source: [Tübingen] "Costs".
package func meanAbsoluteError(
  _ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean
) throws -> Tensor {
  let loss = try ElementwiseLoss("meanAbsoluteError", prediction, target, reduction)
  let y = try loss.value { p, t in (p - t).magnitude }
  if !loss.isRecording { return y }
  func slope(_ dy: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    try loss.share(of: dy).multiplied(by: a.combined("meanAbsoluteError", with: b) { signum($0 - $1) })
  }
  return try record(
    "meanAbsoluteError", y,
    .gradient(to: prediction) { dy in try slope(dy, prediction, target) },
    .gradient(to: target) { dy in try slope(dy, target, prediction) })
}

/// −1, 0 or 1; `nan` stays `nan`.
func signum(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 * x }
