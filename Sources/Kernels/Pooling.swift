/// Pooling of images in `PixelLayout`. Backward, every element of the input collects from the windows over it: windows
/// may overlap, and the work is still shared by the threads.
package enum Pooling {
  /// Keeps the largest element of every window; nan counts as largest, and the first one of several wins.
  ///
  /// - Parameters:
  ///   - y: In `shape.output`.
  ///   - winners: For the backward pass the winner's number in its window, `u · width + v`, in the order of `y`; only
  ///     where `shape.hasWinners`.
  ///   - x: In `shape.input`.
  package static func maximum(
    _ y: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>? = nil, _ x: UnsafePointer<Float>,
    _ shape: PoolingShape
  ) {
    precondition(winners == nil || shape.hasWinners)
    let (input, output) = (shape.input.imageSize, shape.output.imageSize)
    PoolingShape.forEachBand(of: shape.output) { image, rows in
      ProcessorLevel.table.pooling.maximum(
        y + image * output, winners.map { $0 + image * output }, x + image * input, shape.windows, rows)
    }
  }

  /// `dx` of the winners is the sum of their windows' `dy`; all others are 0.
  package static func maximumGradient(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, winners: UnsafePointer<UInt8>, _ shape: PoolingShape
  ) {
    let (input, output) = (shape.input.imageSize, shape.output.imageSize)
    PoolingShape.forEachBand(of: shape.input) { image, rows in
      ProcessorLevel.table.pooling.maximumGradient(
        dx + image * input, dy + image * output, winners + image * output, shape.windows, rows)
    }
  }

  /// Takes the mean of every window.
  ///
  /// - Parameter countsPadding: The zeros of the padding count as elements.
  package static func average(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ shape: PoolingShape, countsPadding: Bool
  ) {
    let (input, output) = (shape.input.imageSize, shape.output.imageSize)
    PoolingShape.forEachBand(of: shape.output) { image, rows in
      ProcessorLevel.table.pooling.average(y + image * output, x + image * input, shape.windows, countsPadding, rows)
    }
  }

  /// `dx` is the sum of `dy / count` over the windows of an element.
  package static func averageGradient(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ shape: PoolingShape, countsPadding: Bool
  ) {
    let (input, output) = (shape.input.imageSize, shape.output.imageSize)
    PoolingShape.forEachBand(of: shape.input) { image, rows in
      ProcessorLevel.table.pooling.averageGradient(
        dx + image * input, dy + image * output, shape.windows, countsPadding, rows)
    }
  }
}
