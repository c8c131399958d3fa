/// The number of columns that `text` takes in a terminal.
///
/// Marks that combine with the letter before them take none; East Asian wide letters and emoji take two.
package func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

package func displayWidth(_ character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  if first.value < 0x20 || (first.value >= 0x7F && first.value < 0xA0) { return 0 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  let isEmoji = character.unicodeScalars.contains { $0.value == 0xFE0F } || first.properties.isEmojiPresentation
  return isEmoji || wideRanges.contains { $0.contains(first.value) } ? 2 : 1
}

/// Blocks of Unicode's East Asian Width "wide" and "fullwidth", without the emoji that have a property of their own.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
  0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
  0x20000...0x3FFFD,
]

/// `text` with spaces behind it, so that it takes `width` columns.
func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}
