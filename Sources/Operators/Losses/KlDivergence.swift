import Foundation
import Tensors

/// Measures how far predicted probabilities are from others, by the information that is lost in the exchange.
///
/// ```
/// y = Σ i t·(ln t − x) / n        dx = −dy · t / n        dt = dy · (ln t + 1 − x) / n
/// ```
///
/// ```swift
/// klDivergence(log(Tensor([0.5, 0.5])), Tensor([1, 0]), reduction: .sum).item()  // 0.6931471805599453
/// ```
///
/// - Parameters:
///   - logPrediction: Logarithms of the predicted probabilities, x.
///   - target: The probabilities t, of the same shape. Where one is 0, nothing is lost.
///   - targetIsLogarithmic: The target holds ln t in place of t.
///   - reduction: `.mean` over all elements, `.sum`, or `.none`. As in PyTorch, the mean counts every class of every
///     example: the divergence in the textbook's sense is `.sum`, divided by the number of examples.
/// - Returns: A number; with `.none` a tensor of the same shape.
/// - Source: Kullback and Leibler, "On information and sufficiency" (1951).
package func klDivergence(
  _ logPrediction: Tensor, _ target: Tensor, targetIsLogarithmic: Bool = false, reduction: LossReduction = .mean
) throws -> Tensor {
  let loss = try ElementwiseLoss("klDivergence", logPrediction, target, reduction)
  let y = try loss.value { x, t in
    targetIsLogarithmic
      ? (t == -.infinity ? 0 : Foundation.exp(t) * (t - x)) : (t == 0 ? 0 : t * (Foundation.log(t) - x))
  }
  if !loss.isRecording { return y }
  return try record(
    "klDivergence", y,
    .gradient(to: logPrediction) { dy in
      try loss.share(of: dy).multiplied(by: targetIsLogarithmic ? exp(target) : target).negated()
    },
    .gradient(to: target) { dy in
      let logarithm = try targetIsLogarithmic ? target : log(target)
      let slope = try loss.share(of: dy).multiplied(by: logarithm.adding(1).subtracting(logPrediction))
      // d eᵗ = eᵗ · dt
      return try targetIsLogarithmic ? slope.multiplied(by: exp(target)) : slope
    })
}
