import Tensors

/// Writes what lies under each window into a column of a matrix, so that a convolution becomes a matrix product.
///
/// ```
/// columns[n, (c·U + u)·V + v, i·W' + j] = x[n, c, i·s + u·d − p, j·s + v·d − p]
/// ```
///
/// With the filters as rows, `k.reshaped([O, C·U·V])`, the product `k · columns` is `conv2d`, for each image.
///
/// ```swift
/// let x = Tensor([1, 2, 3, 4, 5, 6], shape: [1, 1, 2, 3])
/// im2col(x, size: [2, 2]).elements  // [1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0, 6.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`; or sequences or volumes, by the number of sizes.
///   - size: The size of the window on each axis, `[U, V]`.
///   - stride: How far the window moves, s.
///   - padding: Zeros on each side of the images, p.
///   - dilation: The distance between neighbours in the window, d.
/// - Returns: `[N, C·U·V, H'·W']`: a row for each place in the window, a column for each window.
/// - Source: PyTorch's `unfold`.
package func im2col(
  _ x: Tensor, size: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1
) throws -> Tensor {
  let kernel = try windowShape("im2col", size, over: x.shape)
  return try columns(
    of: x,
    ConvolutionGeometry(
      input: x.shape, kernel: kernel, axes: size.count, stride: stride, padding: padding, dilation: dilation))
}

/// Sums the columns of windows back into images: each pixel collects from every window that covered it.
///
/// ```
/// x[n, c, i·s + u·d − p, j·s + v·d − p] += columns[n, (c·U + u)·V + v, i·W' + j]
/// ```
///
/// It is the gradient of `im2col`, and not its inverse: where windows overlap, pixels are counted several times.
///
/// ```swift
/// let columns = im2col(Tensor([1, 2, 3, 4, 5, 6], shape: [1, 1, 2, 3]), size: [2, 2])
/// col2im(columns, imageShape: [1, 1, 2, 3], size: [2, 2]).elements  // [1.0, 4.0, 3.0, 4.0, 10.0, 6.0]
/// ```
///
/// - Parameters:
///   - columns: `[N, C·U·V, H'·W']`, as `im2col` makes them.
///   - imageShape: The shape of the images, `[N, C, H, W]`.
///   - size: As in `im2col`.
///   - stride: As in `im2col`.
///   - padding: As in `im2col`.
///   - dilation: As in `im2col`.
/// - Returns: Images, of `imageShape`.
/// - Source: PyTorch's `fold`.
package func col2im(
  _ columns: Tensor, imageShape: [Int], size: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1
) throws -> Tensor {
  let kernel = try windowShape("col2im", size, over: imageShape)
  let g = try ConvolutionGeometry(
    input: imageShape, kernel: kernel, axes: size.count, stride: stride, padding: padding, dilation: dilation)
  guard columns.shape == g.columnsShape else {
    throw TensorError(
      "the columns have shape \(columns.shape), but these images have columns of shape \(g.columnsShape)")
  }
  return try images(of: columns, g)
}

/// The shape of one filter that covers such a window.
private func windowShape(_ function: String, _ size: [Int], over images: [Int]) throws -> [Int] {
  guard (1...3).contains(size.count) else {
    throw TensorError("\(function) needs the window's size on 1, 2 or 3 axes, and got \(size)")
  }
  guard size.allSatisfy({ $0 >= 1 }) else {
    throw TensorError("size must be 1 or more on each axis, and got \(size)")
  }
  return [1, images.count > 1 ? images[1] : 0] + size
}

// MARK: - Columns and images, each the gradient of the other

private func columns(of x: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  let y = try gathered(x, g, x.kind.type)
  if !x.isRecording { return y }
  return try record("im2col", y, .gradient(to: x) { dy in try images(of: dy, g) })
}

private func images(of columns: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  let x = try scattered(columns, g, columns.kind.type)
  if !columns.isRecording { return x }
  return try record("col2im", x, .gradient(to: columns) { dx in try Operators::columns(of: dx, g) })
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func gathered<Element: TensorElement>(_ x: Tensor, _ g: ConvolutionGeometry, _: Element.Type) throws -> Tensor {
  try .computed(g.columnsShape, from: x, as: Element.self) { columns, x in
    let (stride, shape) = (g.stride, g.columnsShape)
    try g.forEachRow { row in
      let (column, x) = (columns + place(of: row, in: shape), x + row.input)
      for j in 0..<row.count { column[j] = x[j &* stride] }
    }
  }
}

@specialized(where Element == Float)
@specialized(where Element == Double)
private func scattered<Element: TensorElement>(
  _ columns: Tensor, _ g: ConvolutionGeometry, _: Element.Type
) throws -> Tensor {
  try .computed(g.inputShape, from: columns, as: Element.self) { x, columns in
    let (stride, shape) = (g.stride, g.columnsShape)
    try g.forEachRow { row in
      let (column, x) = (columns + place(of: row, in: shape), x + row.input)
      for j in 0..<row.count { x[j &* stride] += column[j] }
    }
  }
}

/// Of a geometry with one filter.
extension ConvolutionGeometry {
  /// `[N, C·U·V, H'·W']`
  fileprivate var columnsShape: [Int] {
    [inputShape[0], kernelShape.reduce(1, *), outputShape[2...].reduce(1, *)]
  }
}

/// Where the first element of a row of products goes: in the row of its weight.
private func place(of row: ConvolutionGeometry.Row, in columns: [Int]) -> Int {
  let (weights, positions) = (columns[1], columns[2])
  let (image, position) = row.output.quotientAndRemainder(dividingBy: positions)
  return (image * weights + row.kernel) * positions + position
}
