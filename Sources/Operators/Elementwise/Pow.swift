import Foundation
import Tensors

/// Raises every element to a power.
///
/// ```
/// y = xᵃ        dx = dy · a · xᵃ⁻¹
/// ```
///
/// ```swift
/// pow(Tensor([2, 3]), 4).elements  // [16.0, 81.0]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - exponent: The power a.
/// - Returns: A tensor of the same shape; `nan` where the power of a negative number is no real number.
package func pow(_ x: Tensor, _ exponent: Double) throws -> Tensor {
  return try record(
    "pow", x.mapped("pow") { Foundation.pow($0, exponent) },
    .gradient(to: x) { dy in
      // Without the case of a constant, 0 · 0⁻¹ would come out as nan.
      exponent == 0 ? try dy.multiplied(by: 0) : try dy.multiplied(by: pow(x, exponent - 1).multiplied(by: exponent))
    })
}
