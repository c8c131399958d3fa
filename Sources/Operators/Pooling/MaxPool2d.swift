import Tensors

/// Keeps the largest element of every window.
///
/// ```
/// y[n,c,i,j] = max u,v  x[n, c, i·s + u, j·s + v]        dx at the winner += dy[n,c,i,j]
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
/// - Returns: `[N, C, (H − k)/s + 1, (W − k)/s + 1]`. The first of several largest elements gets the gradient.
/// - Source: [Tübingen] "Pooling".
package func maxPool2d(_ x: Tensor, size: Int, stride: Int? = nil) throws -> Tensor {
  let g = try PoolingGeometry(input: x.shape, size: size, stride: stride ?? size)
  if x.isSymbolic { return try largestFormulas(x, g) }
  let input = x.detached()
  return try record(
    "maxPool2d", largest(input, g),
    .gradient(to: x) { dy in try firstOrderOnly("maxPool2d", backToWinners(dy, input, g), of: dy) })
}

/// `y = x[winner]` for every window.
private func largest(_ x: Tensor, _ g: PoolingGeometry) throws -> Tensor {
  try Tensor.computed(g.outputShape, from: x, as: Double.self) { y, x in
    try g.forEachWindow { output, corner in y[output] = x[winner(x, corner, g)] }
  }.converted(to: x.kind)
}

/// `dx[winner] += dy`: what was not the largest had no part in the result.
private func backToWinners(_ dy: Tensor, _ x: Tensor, _ g: PoolingGeometry) throws -> Tensor {
  try dy.requireNumbers(for: "the gradient of maxPool2d")
  return try .computed(g.inputShape, from: dy, x, as: Double.self) { dx, dy, x in
    try g.forEachWindow { output, corner in dx[winner(x, corner, g)] += dy[output] }
  }
}

/// The place of the first of the largest elements of a window. `nan` counts as larger than everything.
private func winner(_ x: UnsafePointer<Double>, _ corner: Int, _ g: PoolingGeometry) -> Int {
  var best = corner
  for u in 0..<g.size {
    for place in corner + u * g.rowStride..<corner + u * g.rowStride + g.size
    where x[place] > x[best] || (x[place].isNaN && !x[best].isNaN) {
      best = place
    }
  }
  return best
}

/// `max(X₁₁, X₁₂, X₂₁, X₂₂)` for every window.
private func largestFormulas(_ x: Tensor, _ g: PoolingGeometry) throws -> Tensor {
  guard !x.isRecorded else {
    throw TensorError("the gradient of maxPool2d needs numbers, and this tensor holds symbols")
  }
  return try .computed(g.outputShape, from: x, as: Formula.self) { y, x in
    try g.forEachWindow { output, corner in
      let rows = (0..<g.size).map { corner + $0 * g.rowStride }
      y[output] = .maximum(rows.flatMap { row in (row..<row + g.size).map { x[$0] } })
    }
  }
}
