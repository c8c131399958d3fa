import Tensors

/// Multiplies every element by its own sigmoid: a ReLU with a soft bend that dips below 0.
///
/// ```
/// y = x · σ(β·x)        dx = dy · (β·y + σ(β·x) · (1 − β·y))
/// ```
///
/// ```swift
/// swish(Tensor([-1, 2])).elements  // [-0.2689414213699951, 1.7615941559557646]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - beta: How sharp the bend is, β. With 1, PyTorch calls the function `silu`.
/// - Returns: A tensor of the same shape.
/// - Source: Ramachandran, Zoph and Le, "Searching for activation functions" (2017).
package func swish(_ x: Tensor, beta: Double = 1) throws -> Tensor {
  let y = try x.mapped("swish") { $0 * logistic(beta * $0) }
  if !x.isRecording { return y }
  return try record(
    "swish", y,
    .gradient(to: x) { dy, y in
      let gate = try sigmoid(x.multiplied(by: beta))
      let scaled = try y.multiplied(by: beta)
      return try dy.multiplied(by: scaled.adding(gate.multiplied(by: scaled.subtracted(from: 1))))
    })
}
