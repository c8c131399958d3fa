import Foundation
import Pictures

/// Images in the sequences of terminals that show them, in so many columns and lines of characters. The cursor is in the
/// last line of the image afterwards.
extension Raster {
  /// https://sw.kovidgoyal.net/kitty/graphics-protocol: a PNG file in pieces of 4096 letters.
  package func kitty(columns: Int, lines: Int) -> String {
    var rest = Data(png).base64EncodedString()[...]
    var text = ""
    var keys = "a=T,f=100,q=2,c=\(columns),r=\(lines),"
    repeat {
      let piece = rest.prefix(4096)
      rest = rest.dropFirst(4096)
      text += "\u{1B}_G\(keys)m=\(rest.isEmpty ? 0 : 1);\(piece)\u{1B}\\"
      keys = ""
    } while !rest.isEmpty
    return text
  }

  /// https://iterm2.com/documentation-images.html
  package func iterm2(columns: Int, lines: Int) -> String {
    let size = "width=\(columns);height=\(lines);preserveAspectRatio=0"
    return "\u{1B}]1337;File=inline=1;\(size):\(Data(png).base64EncodedString())\u{7}"
  }

  /// DEC's sixels: six rows of pixels at a time, one colour after the other, runs written as counts.
  package func sixel(width: Int, height: Int) -> String {
    var text = "\u{1B}P0;1q\"1;1;\(width);\(height)"
    var known: Set<Int> = []
    for top in stride(from: 0, to: height, by: 6) {
      var columns: [Int: [UInt8]] = [:]
      for y in top..<min(top + 6, height) {
        for x in 0..<width {
          let pixel = self[x * self.width / width, y * self.height / height]
          if pixel.alpha == 0 { continue }
          columns[pixel.sixelColour, default: Array(repeating: 0, count: width)][x] |= 1 << (y - top)
        }
      }
      for (colour, bits) in columns.sorted(by: { $0.key < $1.key }) {
        if known.insert(colour).inserted { text += Pixel.sixelDefinition(colour) }
        text += "#\(colour)" + Raster.runs(bits) + "$"
      }
      text += "-"
    }
    return text + "\u{1B}\\"
  }

  private static func runs(_ bits: [UInt8]) -> String {
    var text = ""
    var start = 0
    while start < bits.count {
      var end = start + 1
      while end < bits.count && bits[end] == bits[start] { end += 1 }
      let sign = Character(Unicode.Scalar(63 + bits[start]))
      text += end - start > 3 ? "!\(end - start)\(sign)" : String(repeating: sign, count: end - start)
      start = end
    }
    return text
  }
}

extension Pixel {
  /// 216 colours of a cube, and behind them 24 greys: terminals have 256 registers.
  fileprivate var sixelColour: Int {
    if red == green && green == blue { return 216 + Int((Double(red) / 255 * 23).rounded()) }
    func level(_ value: UInt8) -> Int { Int((Double(value) / 255 * 5).rounded()) }
    return level(red) * 36 + level(green) * 6 + level(blue)
  }

  /// Of a register, in percent.
  fileprivate static func sixelDefinition(_ colour: Int) -> String {
    let levels =
      colour < 216
      ? [colour / 36, colour / 6 % 6, colour % 6].map { $0 * 20 }
      : Array(repeating: Int((Double(colour - 216) / 23 * 100).rounded()), count: 3)
    return "#\(colour);2;\(levels[0]);\(levels[1]);\(levels[2])"
  }
}
