import Tensors

/// Divides images into a grid of a given size, and takes the mean of every part.
///
/// ```
/// y[n,c,i,j] = mean of x[n, c, ⌊i·H/h⌋ ..< ⌈(i + 1)·H/h⌉, ⌊j·W/w⌋ ..< ⌈(j + 1)·W/w⌉]
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7, 3], [5, 6, 2]]]])
/// adaptiveAveragePool2d(x, size: [1, 2]).elements  // [4.75, 4.5]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows h and columns w of the result. Parts overlap by one where a side does not divide.
/// - Returns: `[N, C, h, w]`, whatever the size of the images.
/// - Source: PyTorch's `adaptive_avg_pool2d`.
package func adaptiveAveragePool2d(_ x: Tensor, size: [Int]) throws -> Tensor {
  try averaged(x, PoolingGeometry("adaptiveAveragePool2d", input: x.shape, dividedInto: size))
}
