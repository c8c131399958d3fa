import Foundation
import Tensors

/// Lets positive numbers through, and bends negative ones smoothly towards −α.
///
/// ```
/// y = x where x > 0, else α·(eˣ − 1)        dx = dy where x > 0, else dy · α·eˣ
/// ```
///
/// ```swift
/// elu(Tensor([-1, 3])).elements  // [-0.6321205588285577, 3.0]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - alpha: How far below 0 the curve goes, α.
/// - Returns: A tensor of the same shape.
/// - Source: [Tübingen] "Activation Functions".
package func elu(_ x: Tensor, alpha: Double = 1) throws -> Tensor {
  try elu("elu", x, alpha: alpha, scale: 1)
}

/// An ELU with the two constants for which activations keep mean 0 and variance 1 from layer to layer.
///
/// ```
/// y = λ·x where x > 0, else λ·α·(eˣ − 1)        dx = λ·dy where x > 0, else dy · λ·α·eˣ
/// ```
///
/// with λ ≈ 1.0507 and α ≈ 1.6733.
///
/// ```swift
/// selu(Tensor([-1, 2])).elements  // [-1.1113307378125625, 2.101401974710961]
/// ```
///
/// - Parameter x: A tensor of any shape.
/// - Returns: A tensor of the same shape.
/// - Source: Klambauer et al., "Self-normalizing neural networks" (2017).
package func selu(_ x: Tensor) throws -> Tensor {
  try elu("selu", x, alpha: 1.6732632423543772848170429916717, scale: 1.0507009873554804934193349852946)
}

private func elu(_ function: String, _ x: Tensor, alpha: Double, scale: Double) throws -> Tensor {
  let y = try x.mapped(function) { scale * ($0 > 0 ? $0 : alpha * expm1($0)) }
  if !x.isRecording { return y }
  return try record(
    function, y,
    .gradient(to: x) { dy in
      // Where x is positive, its power is not needed, and could overflow.
      let power = try exp(x.kept(where: x) { !($0 > 0) })
      let below = try dy.multiplied(by: power).multiplied(by: alpha).kept(where: x) { !($0 > 0) }
      return try dy.kept(where: x) { $0 > 0 }.adding(below).multiplied(by: scale)
    })
}
