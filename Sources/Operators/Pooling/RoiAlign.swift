import Tensors

/// Divides boxes on feature maps into a grid each, and takes the mean of samples in every bin: RoI align.
///
/// ```
/// y[k,c,i,j] = 1/(a·b) · Σ of a × b samples, spread evenly over bin (i, j)
/// sample at (s, t) = Σ u,v  max(0, 1 − |s − u|) · max(0, 1 − |t − v|) · x[image,c,u,v]
/// ```
///
/// Nothing is rounded: a sample between elements is interpolated. Samples more than one element outside of the image
/// are 0.
///
/// ```swift
/// let x = Tensor([[[[0, 10, 20], [1, 11, 21]]]])
/// let boxes = Tensor([[0, 0, 0, 2, 1]])
/// roiAlign(x, boxes: boxes, size: [1, 2], samples: 1).elements  // [5.5, 15.5]
/// ```
///
/// - Parameters:
///   - x: Feature maps, `[N, C, H, W]`.
///   - boxes: Rows of image (from 0), left, top, right and bottom, `[K, 5]`. They have no gradient.
///   - size: Rows and columns of the grid.
///   - scale: What the boxes are multiplied by.
///   - samples: How many samples a bin has in each direction; if nothing is given, as many as it has elements, rounded
///     up.
///   - isAligned: Moves the boxes by half an element, so that places count from the middle of elements. Boxes then may
///     be smaller than one element.
/// - Returns: `[K, C, rows, columns]`.
/// - Source: K. He and others, "Mask R-CNN", 2017; torchvision's `roi_align`.
package func roiAlign(
  _ x: Tensor, boxes: Tensor, size: [Int], scale: Double = 1, samples: Int? = nil, isAligned: Bool = false
) throws -> Tensor {
  let g = try RegionGeometry("roiAlign", input: x, boxes: boxes, size: size, scale: scale)
  if let samples { try requireSize(samples, "samples", atLeast: 1) }
  let (rows, columns) = (x.shape[2], x.shape[3])
  let sums = WeightedSums(function: "roiAlign", inputShape: g.inputShape, outputShape: g.outputShape) { body in
    var work = 0
    try g.forEachBin { region, output, plane, i, j in
      let vertical = SampledAxis(region.top, region.bottom, bins: size[0], samples, isAligned)
      let horizontal = SampledAxis(region.left, region.right, bins: size[1], samples, isAligned)
      let weight = 1 / (Double(vertical.samples) * Double(horizontal.samples))
      for a in 0..<vertical.samples {
        try Interruption.poll(afterWork: &work, of: 32)
        guard let row = vertical.neighbours(of: a, in: i, size: rows) else { continue }
        for b in 0..<horizontal.samples {
          try Interruption.poll(afterWork: &work, of: 32)
          guard let column = horizontal.neighbours(of: b, in: j, size: columns) else { continue }
          row.forEachCorner(with: column, plane: plane, rowStride: columns) { input, share in
            body(output, input, weight * share)
          }
        }
      }
    }
  }
  return try sums.applied(to: x)
}

/// One axis of a box: where its bins begin, and the samples in each of them.
private struct SampledAxis {
  private let start: Double
  private let binSize: Double
  /// In each bin; none in a box that has no extent.
  let samples: Int

  init(_ start: Double, _ end: Double, bins: Int, _ samples: Int?, _ isAligned: Bool) {
    self.start = start - (isAligned ? 0.5 : 0)
    let extent = isAligned ? end - start : max(end - start, 1)
    binSize = extent / Double(bins)
    self.samples = samples ?? max(Int(binSize.rounded(.up)), 0)
  }

  /// The elements around a sample; nil for one that lies outside of the image.
  func neighbours(of sample: Int, in bin: Int, size: Int) -> Neighbours? {
    let place = start + Double(bin) * binSize + (Double(sample) + 0.5) * binSize / Double(samples)
    guard place >= -1 && place <= Double(size) else { return nil }
    return Neighbours(of: min(max(place, 0), Double(size - 1)), size: size)
  }
}
