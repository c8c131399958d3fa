import Pictures

/// How many colours a terminal has.
package enum ColourDepth: Sendable, Equatable {
  case none
  /// The 8 colours of old, each also bright.
  case sixteen
  /// The cube of 6 × 6 × 6 colours and the row of greys.
  case palette
  /// 24 bits.
  case full

  /// What the environment tells of a terminal that has colours.
  package init(term: String, colorTerm: String) {
    if colorTerm == "truecolor" || colorTerm == "24bit" || term.hasSuffix("-direct") {
      self = .full
    } else {
      self = term.contains("256color") ? .palette : .sixteen
    }
  }

  /// The numbers that choose a colour in the sequence for attributes; empty without colours.
  package func codes(_ pixel: Pixel, isBackground: Bool) -> String {
    let kind = isBackground ? 48 : 38
    switch self {
    case .none: return ""
    case .full: return "\(kind);2;\(pixel.red);\(pixel.green);\(pixel.blue)"
    case .palette: return "\(kind);5;\(Self.paletteIndex(pixel))"
    case .sixteen:
      let index = Self.nearest(pixel, Self.basic)
      return "\((index < 8 ? 30 + index : 82 + index) + (isBackground ? 10 : 0))"
    }
  }

  /// As xterm has them.
  private static let basic: [Pixel] = [
    Pixel(0, 0, 0), Pixel(205, 0, 0), Pixel(0, 205, 0), Pixel(205, 205, 0), Pixel(0, 0, 238), Pixel(205, 0, 205),
    Pixel(0, 205, 205), Pixel(229, 229, 229), Pixel(127, 127, 127), Pixel(255, 0, 0), Pixel(0, 255, 0),
    Pixel(255, 255, 0), Pixel(92, 92, 255), Pixel(255, 0, 255), Pixel(0, 255, 255), Pixel(255, 255, 255),
  ]

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  static func paletteIndex(_ pixel: Pixel) -> Int {
    func level(_ value: UInt8) -> Int {
      levels.indices.min { abs(Int(levels[$0]) - Int(value)) < abs(Int(levels[$1]) - Int(value)) } ?? 0
    }
    let (red, green, blue) = (level(pixel.red), level(pixel.green), level(pixel.blue))
    let grey = min(max((Int(pixel.brightness.rounded()) - 3) / 10, 0), 23)
    let candidates = [
      (16 + 36 * red + 6 * green + blue, Pixel(levels[red], levels[green], levels[blue])),
      (232 + grey, Pixel(UInt8(8 + 10 * grey), UInt8(8 + 10 * grey), UInt8(8 + 10 * grey))),
    ]
    return candidates[nearest(pixel, candidates.map(\.1))].0
  }

  private static func nearest(_ pixel: Pixel, _ candidates: [Pixel]) -> Int {
    func distance(_ other: Pixel) -> Int {
      let (red, green, blue) = (
        Int(pixel.red) - Int(other.red), Int(pixel.green) - Int(other.green), Int(pixel.blue) - Int(other.blue)
      )
      return red * red + green * green + blue * blue
    }
    return candidates.indices.min { distance(candidates[$0]) < distance(candidates[$1]) } ?? 0
  }
}
