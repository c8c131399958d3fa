import Tensors

/// Makes images larger by repeating every element `factor` times in both directions.
///
/// ```
/// y[n,c,i,j] = x[n, c, ⌊i/f⌋, ⌊j/f⌋]        dx of an element = the sum of dy over its f × f copies
/// ```
///
/// ```swift
/// upsampleNearest2d(Tensor([[[[1, 2]]]]), factor: 2).elements  // [1.0, 1.0, 2.0, 2.0, 1.0, 1.0, 2.0, 2.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - factor: How many times as large, f.
/// - Returns: `[N, C, f·H, f·W]`.
/// - Source: PyTorch's `interpolate` with mode `nearest`.
package func upsampleNearest2d(_ x: Tensor, factor: Int) throws -> Tensor {
  try nearest(x, size: enlarged(x.shape, by: factor, for: "upsampleNearest2d"))
}

/// Gives images another size: every element of the result is the nearest one of the input, above or to the left.
///
/// ```
/// y[n,c,i,j] = x[n, c, ⌊i·H/h⌋, ⌊j·W/w⌋]
/// ```
///
/// ```swift
/// upsampleNearest2d(Tensor([[[[1, 2, 3]]]]), size: [1, 5]).elements  // [1.0, 1.0, 2.0, 2.0, 3.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows h and columns w of the result; smaller than the images' is allowed.
/// - Returns: `[N, C, h, w]`. The places are exact; PyTorch rounds in between, and is one off for a few sizes.
/// - Source: PyTorch's `interpolate` with mode `nearest`.
package func upsampleNearest2d(_ x: Tensor, size: [Int]) throws -> Tensor {
  try requireImages(x.shape, for: "upsampleNearest2d")
  return try nearest(x, size: size)
}

private func nearest(_ x: Tensor, size: [Int]) throws -> Tensor {
  try requirePair(size, "size", atLeast: 1)
  let (rows, columns) = (x.shape[2], x.shape[3])
  let shape = Array(x.shape.prefix(2)) + size
  let places = try Tensor.computed(shape, as: Double.self) { places in
    var work = 0
    for row in 0..<shape[0] * shape[1] * size[0] {
      let (plane, i) = row.quotientAndRemainder(dividingBy: size[0])
      let from = (plane * rows + i * rows / size[0]) * columns
      try Interruption.poll(afterWork: &work, of: 8 * size[1])
      for j in 0..<size[1] { places[row * size[1] + j] = Double(from + j * columns / size[1]) }
    }
  }
  return try Selection(function: "upsampleNearest2d", inputShape: x.shape, outputShape: shape, places: places)
    .gathered(from: x)
}

/// The size of images that are `factor` times as large.
func enlarged(_ shape: [Int], by factor: Int, for function: String) throws -> [Int] {
  try requireImages(shape, for: function)
  try requireSize(factor, "factor", atLeast: 1)
  return shape.suffix(2).map { $0 * factor }
}
