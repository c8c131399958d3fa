internal import Kernels
import Tensors

/// The fast paths of maximum and average pooling in float32: images lie pixel by pixel in memory.
///
/// The loops in `MaxPool2d.swift` and `AveragePool2d.swift` are the reference that these are tested against.

/// As `largest`, or nil for what has no fast path.
package func largestOfPixels(_ x: Tensor, _ g: PoolingGeometry) throws -> Tensor? {
  guard let shape = g.pixelShape(of: x), shape.hasWinners else { return nil }
  let winners = x.isRecording ? WindowNumbers(count: shape.output.count) : nil
  let y = try x.withPixels { x, _ in
    try Tensor.computedPixels(g.outputShape) { y, _ in Pooling.maximum(y, winners: winners?.base, x, shape) }
  }
  guard let winners else { return y }
  return try record(
    g.function, y,
    .gradient(to: x) { dy in
      guard dy.kind == .float32 && !dy.isRecording else { return try selection(in: x, g).scattered(dy) }
      return try dy.withPixels { dy, _ in
        try .computedPixels(g.inputShape) { dx, _ in Pooling.maximumGradient(dx, dy, winners: winners.base, shape) }
      }
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
private final class WindowNumbers {
  private let buffer: AlignedBuffer
  let base: UnsafeMutablePointer<UInt8>

  init(count: Int) {
    buffer = AlignedBuffer(count: (count + 3) / 4)
    base = UnsafeMutableRawPointer(buffer.base).bindMemory(to: UInt8.self, capacity: count)
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
  /// Below so many elements, changing their order costs more than it saves.
  private static let worthwhile = 4096

  /// The same in the terms of the kernels, for images of float32 that are large enough or lie as pixels already.
  fileprivate func pixelShape(of x: Tensor) -> PoolingShape? {
    guard x.kind == .float32, x.hasOnlyPixels || x.count >= Self.worthwhile,
      let layout = PixelLayout(shape: inputShape), let rows = rows.kernelAxis, let columns = columns.kernelAxis
    else { return nil }
    return PoolingShape(input: layout, rows: rows, columns: columns)
  }
}
