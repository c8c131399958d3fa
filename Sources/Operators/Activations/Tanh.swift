import Foundation
internal import Kernels
import Tensors

/// Takes the hyperbolic tangent of every element: an S from −1 to 1.
///
/// ```
/// y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)        dx = dy · (1 − y²)
/// ```
///
/// ```swift
/// tanh(Tensor([0, 1])).elements  // [0.0, 0.7615941559557649]
/// ```
///
/// - Parameter x: A tensor of any shape.
/// - Returns: A tensor of the same shape.
package func tanh(_ x: Tensor) throws -> Tensor {
  let y = try x.mappedByKernel(keepsZeros: true, Elementwise.tanh) ?? x.mapped("tanh") { Foundation.tanh($0) }
  return try record(
    "tanh", y, .gradient(to: x) { dy, y in try dy.multiplied(by: y.multiplied(by: y).subtracted(from: 1)) })
}
