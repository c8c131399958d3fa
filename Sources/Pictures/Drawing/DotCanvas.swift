/// A grid of dots, drawn with Braille characters of 2 by 4 dots each.
struct DotCanvas {
  let width: Int
  let height: Int
  private var dots: [UInt8]
  /// Of what was drawn last in each character.
  private var colours: [Pixel?]

  /// - Parameters:
  ///   - width: In characters.
  ///   - height: In lines.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    dots = Array(repeating: 0, count: width * height)
    colours = Array(repeating: nil, count: width * height)
  }

  /// The bits of the dots in a character, row by row.
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  mutating func set(_ x: Int, _ y: Int, _ colour: Pixel? = nil) {
    guard x >= 0, y >= 0, x < 2 * width, y < 4 * height else { return }
    let place = y / 4 * width + x / 2
    dots[place] |= Self.bits[y % 4 * 2 + x % 2]
    colours[place] = colour
  }

  /// A line of characters; a blank where there are no dots.
  func line(_ row: Int) -> [PictureCell] {
    (row * width..<(row + 1) * width).map { PictureCell(character(dots[$0]), colours[$0]) }
  }

  private func character(_ bits: UInt8) -> Character {
    bits == 0 ? " " : Character(Unicode.Scalar(0x2800 + UInt32(bits)) ?? " ")
  }
}

/// Calls `set` for each place of a grid on the way from one place to another (Bresenham's line).
func drawLine(from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ set: (Int, Int) -> Void) {
  let (width, height) = (abs(end.x - start.x), abs(end.y - start.y))
  let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
  var (x, y, error) = (start.x, start.y, width - height)
  while true {
    set(x, y)
    if x == end.x && y == end.y { return }
    let doubled = 2 * error
    if doubled > -height {
      error -= height
      x += stepX
    }
    if doubled < width {
      error += width
      y += stepY
    }
  }
}
