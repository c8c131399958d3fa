/// A colour, or nothing where `alpha` is 0.
package struct Pixel: Sendable, Equatable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  package var alpha: UInt8 = 255

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, alpha: UInt8 = 255) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  package static let nothing = Pixel(0, 0, 0, alpha: 0)
  package static let black = Pixel(0, 0, 0)
  package static let white = Pixel(255, 255, 255)

  /// How bright it looks, 0 to 255 (ITU-R BT.601).
  package var brightness: Double { 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue) }

  /// The colour at `share` of the way to another one.
  func mixed(with other: Pixel, _ share: Double) -> Pixel {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
    return Pixel(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }
}

/// An image in memory, row after row from the upper left corner.
package struct Raster: Sendable, Equatable {
  package let width: Int
  package let height: Int
  package private(set) var pixels: [Pixel]

  package init(width: Int, height: Int, filledWith pixel: Pixel = .nothing) {
    (self.width, self.height) = (width, height)
    pixels = Array(repeating: pixel, count: width * height)
  }

  /// Outside there is nothing, and writing there does nothing.
  package subscript(x: Int, y: Int) -> Pixel {
    get { x >= 0 && y >= 0 && x < width && y < height ? pixels[y * width + x] : .nothing }
    set { if x >= 0 && y >= 0 && x < width && y < height { pixels[y * width + x] = newValue } }
  }

  mutating func fill(x: Range<Int>, y: Range<Int>, with pixel: Pixel) {
    for row in y.clamped(to: 0..<height) {
      for column in x.clamped(to: 0..<width) { pixels[row * width + column] = pixel }
    }
  }
}
