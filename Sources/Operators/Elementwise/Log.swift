import Foundation
import Tensors

/// Takes the natural logarithm of every element.
///
/// ```
/// y = ln x        dx = dy / x
/// ```
///
/// ```swift
/// log(Tensor([1, 10])).elements  // [0.0, 2.302585092994046]
/// ```
///
/// - Parameter x: A tensor of any shape. The logarithm of 0 is `-inf`, that of a negative number `nan`.
/// - Returns: A tensor of the same shape.
package func log(_ x: Tensor) throws -> Tensor {
  return try record(
    "log", x.mapped("log") { Foundation.log($0) },
    .gradient(to: x) { dy in try dy.divided(by: x) })
}
