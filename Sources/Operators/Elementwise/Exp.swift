import Foundation
internal import Kernels
import Tensors

/// Raises e to the power of every element.
///
/// ```
/// y = eˣ        dx = dy · y
/// ```
///
/// ```swift
/// exp(Tensor([0, 1])).elements  // [1.0, 2.718281828459045]
/// ```
///
/// - Parameter x: A tensor of any shape.
/// - Returns: A tensor of the same shape.
package func exp(_ x: Tensor) throws -> Tensor {
  let y = try x.mappedByKernel(keepsZeros: false, Elementwise.exp) ?? x.mapped("exp") { Foundation.exp($0) }
  return try record("exp", y, .gradient(to: x) { dy, y in try dy.multiplied(by: y) })
}
