import Tensors

/// Makes images larger, with straight lines between neighbouring elements.
///
/// ```
/// y[n,c,i,j] = Σ u,v  max(0, 1 − |s(i) − u|) · max(0, 1 − |t(j) − v|) · x[n,c,u,v]
/// s(i) = (i + ½)/f − ½, but not outside of the image;  with alignsCorners  s(i) = i·(H − 1)/(f·H − 1)
/// ```
///
/// ```swift
/// let x = Tensor([[[[1, 5]]]])
/// upsampleBilinear2d(x, factor: 2)[0, 0, 0].elements                 // [1.0, 2.0, 4.0, 5.0]
/// upsampleBilinear2d(x, size: [1, 3], alignsCorners: true).elements  // [1.0, 3.0, 5.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - factor: How many times as large, f.
///   - alignsCorners: The corner elements stay in the corners; otherwise elements are small squares, and the corners of
///     the squares stay.
/// - Returns: `[N, C, f·H, f·W]`.
/// - Source: PyTorch's `interpolate` with mode `bilinear`.
package func upsampleBilinear2d(_ x: Tensor, factor: Int, alignsCorners: Bool = false) throws -> Tensor {
  let size = try enlarged(x.shape, by: factor, for: "upsampleBilinear2d")
  return try bilinear(x, size: size, alignsCorners: alignsCorners)
}

/// Gives images another size, with straight lines between neighbouring elements.
///
/// ```
/// s(i) = (i + ½)·H/h − ½, but not outside of the image;  with alignsCorners  s(i) = i·(H − 1)/(h − 1)
/// ```
///
/// ```swift
/// upsampleBilinear2d(Tensor([[[[1, 5, 3]]]]), size: [1, 5], alignsCorners: true).elements  // [1.0, 3.0, 5.0, 4.0, 3.0]
/// ```
///
/// - Parameters:
///   - x: Images, `[N, C, H, W]`.
///   - size: Rows h and columns w of the result; smaller than the images' is allowed.
///   - alignsCorners: The corner elements stay in the corners.
/// - Returns: `[N, C, h, w]`.
/// - Source: PyTorch's `interpolate` with mode `bilinear`.
package func upsampleBilinear2d(_ x: Tensor, size: [Int], alignsCorners: Bool = false) throws -> Tensor {
  try requireImages(x.shape, for: "upsampleBilinear2d")
  return try bilinear(x, size: size, alignsCorners: alignsCorners)
}

private func bilinear(_ x: Tensor, size: [Int], alignsCorners: Bool) throws -> Tensor {
  try requirePair(size, "size", atLeast: 1)
  let (rows, columns) = (x.shape[2], x.shape[3])
  let planes = x.shape[0] * x.shape[1]
  let shape = Array(x.shape.prefix(2)) + size
  let sums = WeightedSums(function: "upsampleBilinear2d", inputShape: x.shape, outputShape: shape) { body in
    var work = 0
    for plane in 0..<planes {
      for i in 0..<size[0] {
        let row = Neighbours(of: i, from: rows, to: size[0], alignsCorners)
        try Interruption.poll(afterWork: &work, of: 32 * size[1])
        for j in 0..<size[1] {
          let column = Neighbours(of: j, from: columns, to: size[1], alignsCorners)
          let output = (plane * size[0] + i) * size[1] + j
          row.forEachCorner(with: column, plane: plane * rows * columns, rowStride: columns) { input, weight in
            body(output, input, weight)
          }
        }
      }
    }
  }
  return try sums.applied(to: x)
}

/// The two elements of an axis that a place lies between, and how much each of them counts.
struct Neighbours {
  let lower: Int
  let upper: Int
  let upperWeight: Double

  /// The neighbours of a place from 0 to `size − 1`.
  init(of place: Double, size: Int) {
    lower = min(Int(place), size - 1)
    upper = min(lower + 1, size - 1)
    upperWeight = place - Double(lower)
  }

  /// The neighbours of element `i` of `outputSize`, among `inputSize` elements.
  fileprivate init(of i: Int, from inputSize: Int, to outputSize: Int, _ alignsCorners: Bool) {
    let place: Double
    if alignsCorners {
      place = outputSize == 1 ? 0 : Double(i) * (Double(inputSize - 1) / Double(outputSize - 1))
    } else {
      place = max((Double(i) + 0.5) * (Double(inputSize) / Double(outputSize)) - 0.5, 0)
    }
    self.init(of: place, size: inputSize)
  }

  /// Calls `body` for the four elements around a place; those with the weight 0 are left out.
  func forEachCorner(
    with column: Neighbours, plane: Int, rowStride: Int, _ body: (_ input: Int, _ weight: Double) -> Void
  ) {
    for (row, rowWeight) in [(lower, 1 - upperWeight), (upper, upperWeight)] where rowWeight != 0 {
      let start = plane + row * rowStride
      if column.upperWeight != 1 { body(start + column.lower, rowWeight * (1 - column.upperWeight)) }
      if column.upperWeight != 0 { body(start + column.upper, rowWeight * column.upperWeight) }
    }
  }
}
