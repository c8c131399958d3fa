import Tensors

/// Takes the mean of every window.
///
/// ```
/// y[n,c,i,j] = 1/k² · Σ u,v  x[n, c, i·s + u − p, j·s + v − p]        dx of each of them += dy[n,c,i,j] / k²
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
/// averagePool2d(x, size: 2).elements  // [4.75, 4.5]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows and columns of the window, k.
///   - stride: How far the window moves, s; as far as it is large if nothing is given.
///   - padding: Zeros on each side of the images, p: at most half of the window.
///   - roundsUp: A last window may stand over the border, so that no row or column is left out.
///   - countsPadding: The zeros of the padding count as elements, as in PyTorch; otherwise the sum is divided by the
///     number of elements of `x` under the window. What stands over the border beyond the padding never counts.
/// - Returns: `[N, C, (H + 2p − k)/s + 1, (W + 2p − k)/s + 1]`.
/// - Source: [Tübingen] "Pooling".
package func averagePool2d(
  _ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0, roundsUp: Bool = false, countsPadding: Bool = true
) throws -> Tensor {
  let windows = PoolingWindows(size: size, stride: stride, padding: padding, roundsUp: roundsUp)
  let g = try PoolingGeometry("averagePool2d", input: x.shape, windows: windows)
  return try averaged(x, g, countsPadding: countsPadding)
}

/// Takes the mean of every window, whose size differs between rows and columns.
///
/// ```
/// y[n,c,i,j] = 1/(k₀·k₁) · Σ u,v  x[n, c, i·s₀ + u − p₀, j·s₁ + v − p₁]
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
/// averagePool2d(x, size: [2, 1]).elements  // [3.0, 6.5, 2.5, 6.5]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows and columns of the window.
///   - strides: How far the window moves downwards and to the right; as far as it is large if nothing is given.
///   - padding: Rows and columns of zeros on each side.
///   - roundsUp: A last window may stand over the border.
///   - countsPadding: The zeros of the padding count as elements.
/// - Returns: As for a window of one size.
/// - Source: PyTorch's `avg_pool2d`.
package func averagePool2d(
  _ x: Tensor, size: [Int], strides: [Int]? = nil, padding: [Int] = [0, 0], roundsUp: Bool = false,
  countsPadding: Bool = true
) throws -> Tensor {
  let windows = try PoolingWindows(size: size, strides: strides, padding: padding, roundsUp: roundsUp)
  let g = try PoolingGeometry("averagePool2d", input: x.shape, windows: windows)
  return try averaged(x, g, countsPadding: countsPadding)
}

/// The means of all windows.
func averaged(_ x: Tensor, _ g: PoolingGeometry, countsPadding: Bool = true) throws -> Tensor {
  try meansOfPixels(x, g, countsPadding: countsPadding) ?? means(g, countsPadding: countsPadding).applied(to: x)
}

/// The mean of every window: its sum, divided by how many elements count.
func means(_ g: PoolingGeometry, countsPadding: Bool = true) throws -> WeightedSums {
  let counts = try Tensor.computed(g.outputShape, as: Double.self) { counts in
    try g.forEachWindow { window in
      let (rows, columns) = (window.rows, window.columns)
      counts[window.output] = Double(countsPadding ? rows.places * columns.places : rows.count * columns.count)
    }
  }
  return WeightedSums(
    function: g.function, inputShape: g.inputShape, outputShape: g.outputShape,
    forEachTerm: { body in
      try g.forEachWindow { window in g.forEachElement(of: window) { place in body(window.output, place, 1) } }
    }, divisors: counts)
}
