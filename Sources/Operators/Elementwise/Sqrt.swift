import Tensors

/// Takes the square root of every element.
///
/// ```
/// y = √x        dx = dy / (2y)
/// ```
///
/// ```swift
/// sqrt(Tensor([4, 2.25])).elements  // [2.0, 1.5]
/// ```
///
/// - Parameter x: A tensor of any shape. The root of a negative number is `nan`.
/// - Returns: A tensor of the same shape.
package func sqrt(_ x: Tensor) throws -> Tensor {
  let y = try x.mapped("sqrt") { $0.squareRoot() }
  return try record("sqrt", y, .gradient(to: x) { dy, y in try dy.divided(by: y.multiplied(by: 2)) })
}
