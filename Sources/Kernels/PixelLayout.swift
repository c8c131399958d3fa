/// The order of the numbers of images.
package enum ImageOrder: Sendable {
  /// As in `PixelLayout`.
  case pixels
  /// One channel after the other, `[N, C, H, W]`, as a learner sees them.
  case planes
}

/// How images lie in memory for the fast operators: pixel after pixel, the channels of one pixel side by side, NHWC.
///
/// Channels are filled up to a multiple of 16 with zeros, so that every pixel begins a vector. Whoever writes a layout
/// writes these zeros as well: whoever reads relies on them.
package struct PixelLayout: Hashable, Sendable {
  package let images: Int
  package let channels: Int
  package let height: Int
  package let width: Int

  package init(images: Int, channels: Int, height: Int, width: Int) {
    self.images = images
    self.channels = channels
    self.height = height
    self.width = width
  }

  /// From one pixel to the next.
  package var step: Int { Self.padded(channels) }
  package var pixels: Int { images * height * width }
  /// How many numbers one image has, the zeros included.
  package var imageSize: Int { height * width * step }
  /// How many numbers there are, the zeros included.
  package var count: Int { pixels * step }

  /// So many numbers, filled up to whole vectors of 16.
  package static func padded(_ count: Int) -> Int { (count + 15) & ~15 }

  /// Writes the zeros behind the channels again where they are none: in products with packed kernels, an infinity that
  /// meets the zeros of the kernel leaves nan there.
  ///
  /// - Parameters:
  ///   - y: The first of `rows` rows, `row` numbers apart.
  ///   - channels: How many numbers of a row belong to channels.
  static func restoreZeros(_ y: UnsafeMutablePointer<Float>, channels: Int, rows: Int, row: Int) {
    let padding = padded(channels) - channels
    if padding == 0 { return }
    // One number tells for all of a row, for they are the same, and their bits together for all rows.
    var bits: UInt32 = 0
    for number in 0..<rows { bits |= y[number &* row &+ channels].bitPattern }
    // But for the sign.
    if bits << 1 == 0 { return }
    for number in 0..<rows { (y + (number * row + channels)).update(repeating: 0, count: padding) }
  }
}
