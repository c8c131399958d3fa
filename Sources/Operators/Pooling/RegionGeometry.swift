import Tensors

/// Boxes on images, each divided into a grid of bins: what RoI pooling and RoI align have in common.
struct RegionGeometry {
  /// One box in elements of the feature maps, and the image that it lies on.
  struct Region {
    let image: Int
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
  }

  let inputShape: [Int]
  let outputShape: [Int]
  let regions: [Region]

  /// Checks boxes of rows `[image, x₁, y₁, x₂, y₂]`.
  init(_ function: String, input: Tensor, boxes: Tensor, size: [Int], scale: Double) throws {
    try requireImages(input.shape, for: function)
    try requirePair(size, "size", atLeast: 1)
    guard boxes.rank == 2 && boxes.shape[1] == 5 && boxes.shape[0] > 0 else {
      throw TensorError("boxes need rows of 5 numbers, [image, x1, y1, x2, y2], but these have shape \(boxes.shape)")
    }
    try boxes.requireNumbers(for: function)
    guard scale > 0 && scale.isFinite else {
      throw TensorError("scale must be more than 0 and finite, and got \(shortText(scale))")
    }
    inputShape = input.shape
    outputShape = [boxes.shape[0], input.shape[1]] + size
    _ = try Tensor(zeros: outputShape, kind: .float64)
    var work = 0
    regions = try (0..<boxes.shape[0]).map { box in
      try Interruption.poll(afterWork: &work, of: 100)
      let numbers = (0..<5).map { boxes.number(box * 5 + $0) }
      guard numbers[0] >= 0 && numbers[0] < Double(input.shape[0]) && numbers[0] == numbers[0].rounded() else {
        throw TensorError(
          "box \(box) is on image \(shortText(numbers[0])), but there \(input.shape[0] == 1 ? "is" : "are") "
            + "\(counted(input.shape[0], "image")), counted from 0")
      }
      let sides = numbers.dropFirst().map { $0 * scale }
      guard sides.allSatisfy({ $0.magnitude <= Self.limit }) else {
        throw TensorError(
          "box \(box) reaches to \(numbers.dropFirst().map(shortText).joined(separator: ", ")): "
            + "its sides must be finite, and within \(shortText(Self.limit)) elements")
      }
      return Region(image: Int(numbers[0]), left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])
    }
  }

  /// Further out than images are large, and far from where places could not be counted.
  private static let limit = 1e6

  /// Calls `body` for every bin of every region and channel, with its place in the output and where its plane begins.
  func forEachBin(
    _ body: (_ region: Region, _ output: Int, _ plane: Int, _ i: Int, _ j: Int) throws -> Void
  ) throws {
    let planeSize = inputShape[2] * inputShape[3]
    var output = 0
    for region in regions {
      for channel in 0..<inputShape[1] {
        let plane = (region.image * inputShape[1] + channel) * planeSize
        for i in 0..<outputShape[2] {
          for j in 0..<outputShape[3] {
            try body(region, output, plane, i, j)
            output += 1
          }
        }
      }
    }
  }
}
