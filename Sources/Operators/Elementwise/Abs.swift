import Tensors

/// Takes away the sign of every element.
///
/// ```
/// y = |x|        dx = dy · sign(x)
/// ```
///
/// ```swift
/// abs(Tensor([-2, 3])).elements  // [2.0, 3.0]
/// ```
///
/// - Parameter x: A tensor of any shape. At exactly 0 the gradient is 0.
/// - Returns: A tensor of the same shape.
package func abs(_ x: Tensor) throws -> Tensor {
  let input = x.detached()
  return try record(
    "abs", x.mapped("abs") { $0.magnitude },
    .gradient(to: x) { dy in
      try dy.multiplied(by: input.mapped("abs") { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 * $0 })
    })
}
