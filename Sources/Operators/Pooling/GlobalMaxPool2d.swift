import Tensors

/// Keeps the largest element of every channel.
///
/// ```
/// y[n,c,0,0] = max i,j  x[n,c,i,j]        dx at the winner = dy[n,c,0,0]
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7], [5, 6]], [[2, 0], [0, 4]]]])
/// globalMaxPool2d(x).elements  // [7.0, 4.0]
/// ```
///
/// - Parameter x: Images, `[N, C, H, W]`.
/// - Returns: `[N, C, 1, 1]`. The first of several largest elements gets the gradient.
package func globalMaxPool2d(_ x: Tensor) throws -> Tensor {
  try largest(x, PoolingGeometry("globalMaxPool2d", input: x.shape, dividedInto: [1, 1]))
}
