import Tensors

/// Divides boxes on feature maps into a grid each, and keeps the largest element of every bin: RoI pooling.
///
/// ```
/// y[k,c,i,j] = max of x[image, c, rows of bin i, columns of bin j]        dx at the winner += dy[k,c,i,j]
/// bin i:  ⌊i·b⌋ ..< ⌈(i + 1)·b⌉ from the top of the box on,  b = rows of the box / rows of the grid
/// ```
///
/// The sides of a box are rounded to elements, and both belong to it; a bin has whole elements, and may share some with
/// the next one.
///
/// ```swift
/// let x = Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
/// let boxes = Tensor([[0, 1, 0, 3, 1]])
/// roiPool(x, boxes: boxes, size: [2, 1]).elements  // [7.0, 9.0]
/// ```
///
/// - Parameters:
///   - x: Feature maps, `[N, C, H, W]`.
///   - boxes: Rows of image (from 0), left, top, right and bottom, `[K, 5]`. They have no gradient.
///   - size: Rows and columns of the grid.
///   - scale: What the boxes are multiplied by: 1/16 where the feature maps are 16 times smaller than the image.
/// - Returns: `[K, C, rows, columns]`. A bin outside of the image is 0; the first of several largest elements gets the
///   gradient.
/// - Source: R. Girshick, "Fast R-CNN", 2015; torchvision's `roi_pool`.
package func roiPool(_ x: Tensor, boxes: Tensor, size: [Int], scale: Double = 1) throws -> Tensor {
  let g = try RegionGeometry("roiPool", input: x, boxes: boxes, size: size, scale: scale)
  try x.requireNumbers(for: "roiPool")
  let columns = x.shape[3]
  let winners = try Tensor.computed(g.outputShape, from: x, as: Double.self) { winners, x in
    var work = 0
    try g.forEachBin { region, output, plane, i, j in
      let rowsOfBin = bin(i, of: size[0], from: region.top, to: region.bottom, limit: g.inputShape[2])
      let columnsOfBin = bin(j, of: size[1], from: region.left, to: region.right, limit: columns)
      try Interruption.poll(afterWork: &work, of: 8 * (rowsOfBin.count * columnsOfBin.count + 1))
      var best = -1
      for row in rowsOfBin {
        for column in columnsOfBin {
          let place = plane + row * columns + column
          if best < 0 || isLarger(x[place], than: x[best]) { best = place }
        }
      }
      winners[output] = Double(best)
    }
  }
  return try Selection(function: "roiPool", inputShape: g.inputShape, outputShape: g.outputShape, places: winners)
    .gathered(from: x)
}

/// The elements of bin `i` of `count` on one axis, as far as they lie inside of the image.
private func bin(_ i: Int, of count: Int, from start: Double, to end: Double, limit: Int) -> Range<Int> {
  let first = start.rounded()
  let size = max(end.rounded() - first + 1, 1) / Double(count)
  func inside(_ place: Double) -> Int { Int(min(max(place + first, 0), Double(limit))) }
  let lower = inside((Double(i) * size).rounded(.down))
  return lower..<max(inside((Double(i + 1) * size).rounded(.up)), lower)
}
