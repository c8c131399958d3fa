package import KernelInterface

/// Windows over images, as `PoolingGeometry` of the operators counts them.
package struct PoolingShape: Hashable, Sendable {
  package let input: PixelLayout
  package let rows: PoolingKernels.Axis
  package let columns: PoolingKernels.Axis

  /// The windows along one axis.
  package typealias Axis = PoolingKernels.Axis

  /// - Parameters:
  ///   - input: The images.
  ///   - rows: The windows from top to bottom; each has at least one row of the image.
  ///   - columns: The same from left to right.
  package init(input: PixelLayout, rows: Axis, columns: Axis) {
    precondition(rows.input == input.height && columns.input == input.width)
    self.input = input
    self.rows = rows
    self.columns = columns
  }

  package var output: PixelLayout {
    PixelLayout(images: input.images, channels: input.channels, height: rows.output, width: columns.output)
  }

  /// Whether a winner's number in its window fits into a byte.
  package var hasWinners: Bool { rows.window * columns.window <= 256 }

  var windows: PoolingKernels.Windows { .init(rows: rows, columns: columns, step: input.step) }

  /// Calls `body` for bands of rows of all images: of `layout`, which is the input or the output.
  static func forEachBand(of layout: PixelLayout, _ body: (_ image: Int, _ rows: Range<Int>) -> Void) {
    guard layout.count > 0 else { return }
    let size = 16 * 1024
    let perBand = min(max(size / (layout.width * layout.step), 1), layout.height)
    let bands = (layout.height + perBand - 1) / perBand
    let imagesPerChunk = max(size / (layout.height * layout.width * layout.step), 1)
    let groups = (layout.images + imagesPerChunk - 1) / imagesPerChunk
    ThreadPool.run(chunks: groups * bands) { chunk in
      let (group, band) = chunk.quotientAndRemainder(dividingBy: bands)
      let rows = band * perBand..<min((band + 1) * perBand, layout.height)
      for image in group * imagesPerChunk..<min((group + 1) * imagesPerChunk, layout.images) { body(image, rows) }
    }
  }
}
