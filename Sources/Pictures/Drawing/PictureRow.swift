/// A character with colours; nil stands for the screen's own.
package struct PictureCell: Sendable, Equatable {
  package var character: Character
  package var foreground: Pixel?
  package var background: Pixel?

  package init(_ character: Character, _ foreground: Pixel? = nil, on background: Pixel? = nil) {
    (self.character, self.foreground, self.background) = (character, foreground, background)
  }
}

/// A part of a picture on a screen that is made of characters, from top to bottom.
package enum PictureRow: Sendable {
  /// One line.
  case cells([PictureCell])
  /// An image that takes `columns` and `lines` of characters; its pixels are squares.
  case image(Raster, columns: Int, lines: Int)
}

extension [PictureCell] {
  init(_ text: String, _ foreground: Pixel? = nil, on background: Pixel? = nil) {
    self = text.map { PictureCell($0, foreground, on: background) }
  }

  /// The characters, without spaces at the end.
  var text: String { trimmed(String(map(\.character))) }
}

/// Colours that are told apart by most people, on dark and on light screens (Paul Tol's "bright" scheme).
enum Palette {
  static let lines = [
    Pixel(0x44, 0x77, 0xAA), Pixel(0xEE, 0x66, 0x77), Pixel(0x22, 0x88, 0x33), Pixel(0xCC, 0xBB, 0x44),
    Pixel(0x66, 0xCC, 0xEE), Pixel(0xAA, 0x33, 0x77), Pixel(0xBB, 0xBB, 0xBB),
  ]
  static func line(_ index: Int) -> Pixel { lines[index % lines.count] }

  /// Above zero, below zero, and zero itself (ColorBrewer's RdBu).
  static let above = Pixel(0xB2, 0x18, 0x2B)
  static let below = Pixel(0x21, 0x66, 0xAC)
  static let zero = Pixel(0xF7, 0xF7, 0xF7)
  /// Where there is no finite number.
  static let special = Pixel(0xFF, 0x00, 0xFF)
  static let axis = Pixel(0x88, 0x88, 0x88)
}
