import Foundation
import Tensors

/// Multiplies every element by the chance that a number of the normal distribution is below it.
///
/// ```
/// y = x · Φ(x)        dx = dy · (Φ(x) + x · φ(x))        Φ(x) = (1 + erf(x/√2)) / 2,  φ(x) = e^(−x²/2) / √(2π)
/// ```
///
/// ```swift
/// gelu(Tensor([-1, 2])).elements  // [-0.15865525393145707, 1.9544997361036416]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - isApproximate: Uses Φ(x) ≈ (1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2, as GPT-2 does.
/// - Returns: A tensor of the same shape.
/// - Source: Hendrycks and Gimpel, "Gaussian error linear units" (2016).
package func gelu(_ x: Tensor, isApproximate: Bool = false) throws -> Tensor {
  if isApproximate { return try approximateGelu(x) }
  let y = try x.mapped("gelu") { $0 * normalDistribution($0) }
  if !x.isRecording { return y }
  return try record(
    "gelu", y,
    .gradient(to: x) { dy in
      try dy.multiplied(by: normalDistribution(x).adding(x.multiplied(by: normalDensity(x))))
    })
}

private func approximateGelu(_ x: Tensor) throws -> Tensor {
  let (scale, cubic) = ((2 / Double.pi).squareRoot(), 0.044715)
  // Where x is negative, 1 + tanh(z) cancels, and 2·sigmoid(2z) is the same.
  let y = try x.mapped("gelu") { $0 * logistic(2 * scale * ($0 + cubic * $0 * $0 * $0)) }
  if !x.isRecording { return y }
  return try record(
    "gelu", y,
    .gradient(to: x) { dy in
      let square = try square(x)
      let gate = try sigmoid(square.multiplied(by: cubic).adding(1).multiplied(by: x).multiplied(by: 2 * scale))
      // dσ/dx = σ · (1 − σ) · 2·√(2/π)·(1 + 3 · 0.044715·x²)
      let slope = try gate.multiplied(by: gate.subtracted(from: 1))
        .multiplied(by: square.multiplied(by: 3 * cubic).adding(1)).multiplied(by: 2 * scale)
      return try dy.multiplied(by: gate.adding(x.multiplied(by: slope)))
    })
}

/// Φ(x), the chance of a number below x: `erfc` keeps its digits where Φ is nearly 0.
private func normalDistribution(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

private func normalDistribution(_ x: Tensor) throws -> Tensor {
  let y = try x.mapped("gelu") { normalDistribution($0) }
  if !x.isRecording { return y }
  return try record("geluGradient", y, .gradient(to: x) { dy in try dy.multiplied(by: normalDensity(x)) })
}

/// φ(x), the bell curve.
private func normalDensity(_ x: Tensor) throws -> Tensor {
  try exp(square(x).multiplied(by: -0.5)).multiplied(by: 1 / (2 * Double.pi).squareRoot())
}
