import Foundation
import Tensors

/// A smooth ReLU: nearly 0 for negative numbers, nearly x for positive ones.
///
/// ```
/// y = ln(1 + e^(β·x)) / β        dx = dy · sigmoid(β·x)
/// ```
///
/// ```swift
/// softplus(Tensor([0, 1, 1000])).elements  // [0.6931471805599453, 1.3132616875182228, 1000.0]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - beta: How sharp the bend is, β: a larger one is nearer to the ReLU.
/// - Returns: A tensor of the same shape. PyTorch goes over to y = x where β·x > 20, and is up to 2·10⁻⁹ off there.
package func softplus(_ x: Tensor, beta: Double = 1) throws -> Tensor {
  guard beta > 0 && beta.isFinite else { throw TensorError("softplus needs a beta above 0, and got \(beta)") }
  let y = try x.mapped("softplus") { softplus(beta * $0) / beta }
  if !x.isRecording { return y }
  return try record(
    "softplus", y, .gradient(to: x) { dy in try dy.multiplied(by: sigmoid(x.multiplied(by: beta))) })
}

/// `ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|)`, where the power never exceeds 1.
func softplus(_ x: Double) -> Double {
  (x < 0 ? 0 : x) + log1p(Foundation.exp(-x.magnitude))
}
