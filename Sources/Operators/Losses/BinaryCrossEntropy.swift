import Foundation
import Tensors

/// Measures how surprising the answers to yes-or-no questions are, given the predicted probabilities of yes.
///
/// ```
/// y = −Σ i (t·ln p + (1 − t)·ln(1 − p)) / n        dp = dy · (p − t) / (p·(1 − p)) / n
/// ```
///
/// ```swift
/// binaryCrossEntropy(Tensor([0.25, 0.5]), Tensor([1, 0]), reduction: .none).elements  // [1.3862943611198906, 0.6931471805599453]
/// ```
///
/// - Parameters:
///   - prediction: Probabilities p from 0 to 1, for instance of a `sigmoid`.
///   - target: The answers t, 1 for yes and 0 for no, of the same shape.
///   - reduction: `.mean` over all elements, `.sum`, or `.none`.
/// - Returns: A number; with `.none` a tensor of the same shape. As in PyTorch, no logarithm is below −100, and p·(1 − p)
///   in the gradient is at least 10⁻¹². From scores, `binaryCrossEntropyFromLogits` needs no such limits.
/// - Source: [Dresden] "Costs".
package func binaryCrossEntropy(
  _ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean
) throws -> Tensor {
  let loss = try ElementwiseLoss("binaryCrossEntropy", prediction, target, reduction)
  try requireProbabilities(prediction)
  let y = try loss.value { p, t in
    (t - 1) * maximum(log1p(-p), -100) - t * maximum(Foundation.log(p), -100)
  }
  if !loss.isRecording { return y }
  return try record(
    "binaryCrossEntropy", y,
    .gradient(to: prediction) { dy in
      let variance = try prediction.multiplied(by: prediction.subtracted(from: 1))
      let least = try Tensor(1e-12).asType(prediction.dtype)
      return try loss.share(of: dy).multiplied(by: prediction.subtracting(target)).divided(by: maximum(variance, least))
    },
    .gradient(to: target) { dy in
      try loss.share(of: dy).multiplied(by: log(prediction.subtracted(from: 1)).subtracting(log(prediction)))
    })
}

/// Measures how surprising the answers to yes-or-no questions are, given scores whose sigmoid is the probability of yes.
///
/// ```
/// y = Σ i ((1 − t)·x + (1 + (w − 1)·t)·ln(1 + e⁻ˣ)) / n        dx = dy · (1 − t − (1 + (w − 1)·t)·σ(−x)) / n
/// ```
///
/// With w = 1 the gradient is dy · (σ(x) − t) / n: what the sigmoid flattens, the logarithm makes steep again.
///
/// ```swift
/// binaryCrossEntropyFromLogits(Tensor([0, -1000]), Tensor([1, 1]), reduction: .none).elements  // [0.6931471805599453, 1000.0]
/// ```
///
/// - Parameters:
///   - logits: Scores x of any size.
///   - target: The answers t, 1 for yes and 0 for no, of the same shape.
///   - positiveWeight: How much a yes counts beside a no, w: above 1 where yes is rare.
///   - reduction: `.mean` over all elements, `.sum`, or `.none`.
/// - Returns: A number; with `.none` a tensor of the same shape.
/// - Source: [Dresden] "Costs".
package func binaryCrossEntropyFromLogits(
  _ logits: Tensor, _ target: Tensor, positiveWeight: Double = 1, reduction: LossReduction = .mean
) throws -> Tensor {
  let loss = try ElementwiseLoss("binaryCrossEntropyFromLogits", logits, target, reduction)
  let extra = positiveWeight - 1
  let y = try loss.value { x, t in (1 - t) * x + (1 + extra * t) * softplus(-x) }
  if !loss.isRecording { return y }
  return try record(
    "binaryCrossEntropyFromLogits", y,
    .gradient(to: logits) { dy in
      let weight = try target.multiplied(by: extra).adding(1)
      let slope = try target.subtracted(from: 1).subtracting(weight.multiplied(by: sigmoid(logits.negated())))
      return try loss.share(of: dy).multiplied(by: slope)
    },
    .gradient(to: target) { dy in
      let slope = try softplus(logits.negated()).multiplied(by: extra).subtracting(logits)
      return try loss.share(of: dy).multiplied(by: slope)
    })
}

/// The larger number; `nan` stays `nan`.
private func maximum(_ x: Double, _ least: Double) -> Double { x < least ? least : x }

private func requireProbabilities(_ prediction: Tensor) throws {
  guard let odd = prediction.elements.firstIndex(where: { $0 < 0 || $0 > 1 }) else { return }
  throw TensorError(
    "binaryCrossEntropy needs probabilities from 0 to 1, and the prediction at \(prediction.indices(of: odd)) is "
      + "\(prediction.number(odd)): for scores there is binaryCrossEntropyFromLogits")
}
