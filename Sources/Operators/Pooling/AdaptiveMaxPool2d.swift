import Tensors

/// Divides images into a grid of a given size, and keeps the largest element of every part.
///
/// ```
/// y[n,c,i,j] = max of x[n, c, ⌊i·H/h⌋ ..< ⌈(i + 1)·H/h⌉, ⌊j·W/w⌋ ..< ⌈(j + 1)·W/w⌉]
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 3, 7], [5, 6, 2]]]])
/// adaptiveMaxPool2d(x, size: [2, 2]).elements  // [3.0, 7.0, 6.0, 6.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows h and columns w of the result. Parts overlap by one where a side does not divide.
/// - Returns: `[N, C, h, w]`. The first of several largest elements gets the gradient.
/// - Source: PyTorch's `adaptive_max_pool2d`.
package func adaptiveMaxPool2d(_ x: Tensor, size: [Int]) throws -> Tensor {
  try largest(x, PoolingGeometry("adaptiveMaxPool2d", input: x.shape, dividedInto: size))
}
