internal import Kernels
import Tensors

/// The fast paths of maximum and average pooling in float32: images lie pixel by pixel in memory.
///
/// The loops in `MaxPool2d.swift` and `AveragePool2d.swift` are the reference that these are tested against.

/// As `largest`, or nil for what has no fast path.
package func largestOfPixels(_ x: Tensor, _ g: PoolingGeometry) throws -> Tensor? {
  guard let shape = g.pixelShape(of: x), shape.hasWinners else { return nil }
  let winners = x.isRecording ? PixelWinners(of: shape) : nil
  let y = try x.withPixels { x, _ in
    try Tensor.computedPixels(g.outputShape) { y, _ in Pooling.maximum(y, winners: winners?.base, x, shape) }
  }
  guard let winners else { return y }
  return try record(
    g.function, y,
    .gradient(to: x) { dy in
      guard dy.kind == .float32 && !dy.isRecording else { return try selection(in: x, g).scattered(dy) }
      return try winners.scattered(dy, g.inputShape)
    })
}

/// The mean of every window, or nil for what has no fast path.
package func meansOfPixels(_ x: Tensor, _ g: PoolingGeometry, countsPadding: Bool) throws -> Tensor? {
  guard let shape = g.pixelShape(of: x), shape.isGlobal || shape.rows.window * shape.columns.window <= longestSum else {
    return nil
  }
  let y = try x.withPixels { x, layout in
    try Tensor.computedPixels(g.outputShape) { y, _ in
      if shape.isGlobal {
        // In double precision: there may be many.
        ChannelSums.means(y, x, layout)
      } else {
        Pooling.average(y, x, shape, countsPadding: countsPadding)
      }
    }
  }
  if !x.isRecording { return y }
  return try record(
    g.function, y,
    .gradient(to: x) { dy in
      guard dy.kind == .float32 && !dy.isRecording else {
        return try means(g, countsPadding: countsPadding).transposed(dy)
      }
      return try dy.withPixels { dy, _ in
        try .computedPixels(g.inputShape) { dx, layout in
          if shape.isGlobal {
            ChannelSums.meansGradient(dx, dy, layout)
          } else {
            Pooling.averageGradient(dx, dy, shape, countsPadding: countsPadding)
          }
        }
      }
    })
}

/// Sums of so many numbers in float32 keep their digits.
private let longestSum = 256

/// For each window the number of its winner, in memory of its own.
final class PixelWinners {
  private let shape: PoolingShape
  private let buffer: AlignedBuffer
  let base: UnsafeMutablePointer<UInt8>

  init(of shape: PoolingShape) {
    let count = shape.output.count
    self.shape = shape
    buffer = AlignedBuffer(count: (count + 3) / 4)
    base = UnsafeMutableRawPointer(buffer.base).bindMemory(to: UInt8.self, capacity: count)
  }

  /// `dx` of `inputShape`: the sum of `dy` over the windows that an element has won.
  func scattered(_ dy: Tensor, _ inputShape: [Int]) throws -> Tensor {
    try dy.withPixels { dy, _ in
      try .computedPixels(inputShape) { dx, _ in Pooling.maximumGradient(dx, dy, winners: base, shape) }
    }
  }
}

extension PoolingShape {
  /// One window has all of an image.
  fileprivate var isGlobal: Bool {
    output.height == 1 && output.width == 1 && rows.window == input.height && columns.window == input.width
      && rows.padding == 0 && columns.padding == 0
  }
}

extension PoolingGeometry {
  /// The same in the terms of the kernels, for images that are worth it.
  fileprivate func pixelShape(of x: Tensor) -> PoolingShape? {
    x.worthwhilePixels(as: inputShape).flatMap { pixelShape(of: $0) }
  }

  /// The same for images in a layout.
  func pixelShape(of layout: PixelLayout) -> PoolingShape? {
    guard let rows = rows.kernelAxis, let columns = columns.kernelAxis else { return nil }
    return PoolingShape(input: layout, rows: rows, columns: columns)
  }
}
