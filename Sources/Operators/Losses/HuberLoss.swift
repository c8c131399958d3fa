import Tensors

/// Squares small differences, and takes large ones as they are: smooth at 0, and patient with outliers.
///
/// ```
/// y = Σ i h(p[i] − t[i]) / n        dp = dy · d / n where |d| ≤ δ, else dy · δ · sign(d) / n,  d = p − t
/// h(d) = d²/2 where |d| ≤ δ, else δ·(|d| − δ/2)
/// ```
///
/// ```swift
/// huberLoss(Tensor([1, 5]), Tensor([2, 2]), reduction: .none).elements  // [0.5, 2.5]
/// ```
///
/// - Parameters:
///   - prediction: The prediction p.
///   - target: What it should be, t, of the same shape.
///   - delta: Where squares end, δ.
///   - reduction: `.mean` over all elements, `.sum`, or `.none`.
/// - Returns: A number; with `.none` a tensor of the same shape.
/// - Source: Huber, "Robust estimation of a location parameter" (1964).
package func huberLoss(
  _ prediction: Tensor, _ target: Tensor, delta: Double = 1, reduction: LossReduction = .mean
) throws -> Tensor {
  guard delta > 0 else { throw TensorError("huberLoss needs a delta above 0, and got \(delta)") }
  let loss = try ElementwiseLoss("huberLoss", prediction, target, reduction)
  let y = try loss.value { p, t in
    let distance = (p - t).magnitude
    return distance <= delta ? distance * distance / 2 : delta * (distance - delta / 2)
  }
  if !loss.isRecording { return y }
  func slope(_ dy: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    let difference = try a.subtracting(b)
    let beyond = try difference.mapped("huberLoss") { $0.magnitude <= delta ? 0 : delta * signum($0) }
    return try loss.share(of: dy).multiplied(
      by: difference.kept(where: difference) { $0.magnitude <= delta }.adding(beyond))
  }
  return try record(
    "huberLoss", y,
    .gradient(to: prediction) { dy in try slope(dy, prediction, target) },
    .gradient(to: target) { dy in try slope(dy, target, prediction) })
}
