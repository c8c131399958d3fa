internal import Kernels

/// Fast sums of large `float32` tensors, and of images that are there as pixels only. Like those in `Sum.swift` they are
/// taken in double precision.
extension Tensor {
  /// Sums with the axes kept as size 1; nil where the plain loop has to do it.
  func summedByKernel(_ reduction: Reduction) throws -> Tensor? {
    guard kind == .float32, count >= Self.fewElements else { return nil }
    let (axes, shape) = (reduction.reducedAxes, reduction.keptShape)
    if axes.count == rank { return try .full(shape, value: sumOfAll(), dtype: .float32) }
    if axes == [0, 2, 3], hasPixels {
      return try withPixels { x, layout in try sumsOfChannels(x, layout, shape) }
    }
    if axes == Array(rank - axes.count..<rank), reduction.reducedCount >= 32 {
      return try sumsOfRows(of: reduction.reducedCount, shape)
    }
    guard axes == Array(0..<axes.count) else { return nil }
    // Rows below each other lie in memory as pixels do, where nothing has to be filled up.
    let rows = PixelLayout(images: 1, channels: reduction.keptCount, height: reduction.reducedCount, width: 1)
    guard rows.step == rows.channels else { return nil }
    return try withElements(as: Float.self) { try sumsOfChannels($0, rows, shape) }
  }

  private func sumOfAll() throws -> Double {
    if hasOnlyPixels { return try withPixels { x, layout in Elementwise.sum(x, count: layout.count) } }
    let sum = try withElements(as: Float.self) { Elementwise.sum($0, count: count) }
    try Interruption.poll()
    return sum
  }

  private func sumsOfRows(of size: Int, _ shape: [Int]) throws -> Tensor {
    let y = try Tensor.unwritten(shape, from: self, as: Float.self) { y, x in
      Self.forEachRowInParallel(count / size, of: size) { y[$0] = Float(Elementwise.sum(x + $0 * size, count: size)) }
    }
    try Interruption.poll()
    return y
  }

  private func sumsOfChannels(_ x: UnsafePointer<Float>, _ layout: PixelLayout, _ shape: [Int]) throws -> Tensor {
    let sums = AlignedBuffer(count: layout.step)
    ChannelSums.overImages(sums.base, x, layout)
    try Interruption.poll()
    return try Tensor(shape, copying: sums)
  }
}
