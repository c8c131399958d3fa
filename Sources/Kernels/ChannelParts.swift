/// Images in `PixelLayout` whose pixels are put together from those of others, or cut. Parts have whole vectors of 16
/// channels, the last one perhaps with zeros behind them.
package enum ChannelParts {
  /// Where pixels lie, and how many numbers each has, the zeros included.
  package typealias Pixels = (x: UnsafePointer<Float>, step: Int)

  /// `y[p] = parts[0][p], parts[1][p], …` for every pixel.
  ///
  /// - Parameters:
  ///   - y: As many numbers for a pixel as the parts have together.
  ///   - pixels: How many there are.
  package static func join(_ y: UnsafeMutablePointer<Float>, _ parts: [Pixels], pixels: Int) {
    let step = parts.reduce(0) { $0 + $1.step }
    forEachRange(of: pixels, step: step) { range in
      for pixel in range {
        var to = y + pixel * step
        for part in parts {
          to.update(from: part.x + pixel * part.step, count: part.step)
          to += part.step
        }
      }
    }
  }

  /// Copies some channels of every pixel.
  ///
  /// - Parameters:
  ///   - y: In `layout`.
  ///   - x: From the first of the channels on.
  ///   - step: How many numbers a pixel of `x` has.
  package static func cut(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, step: Int, layout: PixelLayout) {
    forEachRange(of: layout.pixels, step: layout.step) { range in
      for pixel in range {
        let to = y + pixel * layout.step
        to.update(from: x + pixel * step, count: layout.channels)
        (to + layout.channels).update(repeating: 0, count: layout.step - layout.channels)
      }
    }
  }

  private static func forEachRange(of pixels: Int, step: Int, _ body: (Range<Int>) -> Void) {
    let chunks = PixelChunks(PixelLayout(images: 1, channels: step, height: pixels, width: 1))
    ThreadPool.run(chunks: chunks.count) { chunk in
      chunks.forEachPart(of: chunk) { body($0.firstPixel..<$0.firstPixel + $0.pixels) }
    }
  }
}
