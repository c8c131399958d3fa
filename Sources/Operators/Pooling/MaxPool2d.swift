import Tensors

/// Keeps the largest element of every window.
///
/// ```
/// y[n,c,i,j] = max u,v  x[n, c, i·s + u·d − p, j·s + v·d − p]        dx at the winner += dy[n,c,i,j]
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
/// maxPool2d(x, size: 2).elements  // [7.0, 9.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows and columns of the window, k.
///   - stride: How far the window moves, s; as far as it is large if nothing is given.
///   - padding: Places on each side of the images that never win, p: at most half of the window.
///   - dilation: The distance between neighbours in the window, d.
///   - roundsUp: A last window may stand over the border, so that no row or column is left out.
/// - Returns: `[N, C, (H + 2p − d·(k − 1) − 1)/s + 1, …]`. The first of several largest elements, row after row, gets
///   the gradient, as in PyTorch; `nan` counts as larger than everything.
/// - Source: [Tübingen] "Pooling".
package func maxPool2d(
  _ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1, roundsUp: Bool = false
) throws -> Tensor {
  try maxPool2d(
    x, PoolingWindows(size: size, stride: stride, padding: padding, dilation: dilation, roundsUp: roundsUp))
}

/// The same for windows that are described already.
package func maxPool2d(_ x: Tensor, _ windows: PoolingWindows) throws -> Tensor {
  try largest(x, PoolingGeometry("maxPool2d", input: x.shape, windows: windows))
}

/// Keeps the largest element of every window, whose size differs between rows and columns.
///
/// ```
/// y[n,c,i,j] = max u,v  x[n, c, i·s₀ + u·d₀ − p₀, j·s₁ + v·d₁ − p₁]
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
/// maxPool2d(x, size: [2, 1]).elements             // [5.0, 7.0, 3.0, 9.0]
/// maxPool2d(x, size: [1, 3], strides: [1, 1]).elements  // [7.0, 7.0, 6.0, 9.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows and columns of the window.
///   - strides: How far the window moves downwards and to the right; as far as it is large if nothing is given.
///   - padding: Rows and columns on each side that never win.
///   - dilations: The distance between neighbours in the window.
///   - roundsUp: A last window may stand over the border.
/// - Returns: As for a window of one size.
/// - Source: PyTorch's `max_pool2d`.
package func maxPool2d(
  _ x: Tensor, size: [Int], strides: [Int]? = nil, padding: [Int] = [0, 0], dilations: [Int] = [1, 1],
  roundsUp: Bool = false
) throws -> Tensor {
  let windows = try PoolingWindows(
    size: size, strides: strides, padding: padding, dilations: dilations, roundsUp: roundsUp)
  return try maxPool2d(x, windows)
}

/// Keeps the largest element of every window, and says where each of them stood.
///
/// ```
/// y[n,c,i,j] = x[n,c] at the place indices[n,c,i,j], which counts the elements of an image row after row
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
/// let (y, indices) = maxPool2dWithIndices(x, size: 2)
/// y.elements        // [7.0, 9.0]
/// indices.elements  // [1.0, 7.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows and columns of the window.
///   - stride: How far the window moves; as far as it is large if nothing is given.
///   - padding: Places on each side of the images that never win.
///   - dilation: The distance between neighbours in the window.
///   - roundsUp: A last window may stand over the border.
/// - Returns: What `maxPool2d` gives, and for each of its elements the place in its channel of `x`, `row · W + column`,
///   as `maxUnpool2d` takes it.
/// - Source: PyTorch's `max_pool2d` with `return_indices`.
package func maxPool2dWithIndices(
  _ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1, roundsUp: Bool = false
) throws -> (values: Tensor, indices: Tensor) {
  let windows = PoolingWindows(size: size, stride: stride, padding: padding, dilation: dilation, roundsUp: roundsUp)
  let g = try PoolingGeometry("maxPool2dWithIndices", input: x.shape, windows: windows)
  let places = try winners(in: x, g)
  let planeSize = Double(g.planeSize)
  let indices = try places.mapped(g.function) { $0.truncatingRemainder(dividingBy: planeSize) }
  return (try selection(places, g).gathered(from: x), indices)
}

// MARK: - The mathematics, for all maximum poolings

/// `y = x[winner]` for every window, and `dx[winner] += dy`: what was not the largest had no part in the result.
func largest(_ x: Tensor, _ g: PoolingGeometry) throws -> Tensor {
  if x.isSymbolic { return try largestFormulas(x, g) }
  return try largestOfPixels(x, g) ?? selection(in: x, g).gathered(from: x)
}

/// The reference: the winners as places to copy from.
func selection(in x: Tensor, _ g: PoolingGeometry) throws -> Selection { try selection(winners(in: x, g), g) }

private func selection(_ winners: Tensor, _ g: PoolingGeometry) -> Selection {
  Selection(function: g.function, inputShape: g.inputShape, outputShape: g.outputShape, places: winners)
}

/// The place of the first of the largest elements of every window.
private func winners(in x: Tensor, _ g: PoolingGeometry) throws -> Tensor {
  try x.requireNumbers(for: g.function)
  return try .computed(g.outputShape, from: x, as: Double.self) { winners, x in
    try g.forEachWindow { window in
      var best = -1
      g.forEachElement(of: window) { place in
        if best < 0 || isLarger(x[place], than: x[best]) { best = place }
      }
      winners[window.output] = Double(best)
    }
  }
}

/// Whether `a` takes the lead from `b`: `nan` counts as larger than everything, so that it is not hidden.
func isLarger(_ a: Double, than b: Double) -> Bool { a > b || (a.isNaN && !b.isNaN) }

/// `max(X₁₁, X₁₂, X₂₁, X₂₂)` for every window.
private func largestFormulas(_ x: Tensor, _ g: PoolingGeometry) throws -> Tensor {
  guard !x.isRecorded else {
    throw TensorError("the gradient of \(g.function) needs numbers, and this tensor holds symbols")
  }
  return try .computed(g.outputShape, from: x, as: Formula.self) { y, x in
    try g.forEachWindow { window in
      var formulas: [Formula] = []
      g.forEachElement(of: window) { formulas.append(x[$0]) }
      y[window.output] = .maximum(formulas)
    }
  }
}
