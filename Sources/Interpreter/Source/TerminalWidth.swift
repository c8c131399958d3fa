/// How many cells of a terminal a character takes.
extension Character {
  /// 0 for a lone combining mark, 2 for East Asian and emoji characters, else 1.
  package var terminalWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if scalar.isASCII {
      return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : unicodeScalars.contains("\u{FE0F}") ? 2 : 1
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
    return Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Unicode's East Asian Width W and F, by block.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF,
    0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// How many cells of a terminal the text takes, on one line and without tabs.
  package var terminalWidth: Int { reduce(0) { $0 + $1.terminalWidth } }
}
