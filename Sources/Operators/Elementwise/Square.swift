import Tensors

/// Multiplies every element by itself.
///
/// ```
/// y = x²        dx = dy · 2x
/// ```
///
/// ```swift
/// square(Tensor([-2, 3])).elements  // [4.0, 9.0]
/// ```
///
/// - Parameter x: A tensor of any shape.
/// - Returns: A tensor of the same shape.
package func square(_ x: Tensor) throws -> Tensor {
  try x.multiplied(by: x)
}
