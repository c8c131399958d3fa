import Tensors

/// Takes the mean of every channel.
///
/// ```
/// y[n,c,0,0] = 1/(H·W) · Σ i,j  x[n,c,i,j]        dx[n,c,i,j] = dy[n,c,0,0] / (H·W)
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7], [5, 6]], [[2, 0], [0, 4]]]])
/// globalAveragePool2d(x).elements  // [4.75, 1.5]
/// ```
///
/// - Parameter x: Images, `[N, C, H, W]`.
/// - Returns: `[N, C, 1, 1]`.
/// - Source: M. Lin, Q. Chen and S. Yan, "Network in network", 2014.
package func globalAveragePool2d(_ x: Tensor) throws -> Tensor {
  try averaged(x, PoolingGeometry("globalAveragePool2d", input: x.shape, dividedInto: [1, 1]))
}
