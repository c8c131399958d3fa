/// A named piece of program text: one cell, one file, or the text of the library's declarations.
///
/// Every range and every diagnostic holds the text it points into, so that an error in a function of an
/// earlier cell is shown with that cell's line.
package final class SourceText: Sendable {
  package let name: String
  package let text: String
  /// The line of the file at which `text` starts, for steps taken out of a lesson; 1 for whole files.
  package let firstLine: Int
  /// The UTF-8 offset at which each line starts.
  private let lineStarts: [Int]

  package init(_ text: String, name: String, firstLine: Int = 1) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    self.name = name
    self.firstLine = firstLine
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// Text from a file; bytes that are not UTF-8 become `�`.
  package convenience init(bytes: some Collection<UInt8>, name: String, firstLine: Int = 1) {
    self.init(String(decoding: bytes, as: UTF8.self), name: name, firstLine: firstLine)
  }

  /// The text between two UTF-8 offsets, which are moved into the text and off the middle of a character.
  package func text(from start: Int, to end: Int) -> Substring {
    let from = index(start)
    return text[from..<max(from, index(end))]
  }

  /// Line and column of a UTF-8 offset, both from 1; the column counts characters. Lines count from `firstLine`.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let line = lineIndex(of: offset)
    return (firstLine + line, text(from: lineStarts[line], to: offset).count + 1)
  }

  /// The line that holds a UTF-8 offset, without its end, and the offset at which it starts.
  package func line(around offset: Int) -> (text: Substring, start: Int) {
    let line = lineIndex(of: offset)
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : text.utf8.count
    var content = text(from: lineStarts[line], to: end)
    if content.last == "\r" { content.removeLast() }
    return (content, lineStarts[line])
  }

  private func index(_ offset: Int) -> String.Index {
    let clamped = max(0, min(offset, text.utf8.count))
    let index = text.utf8.index(text.utf8.startIndex, offsetBy: clamped)
    return clamped == text.utf8.count ? index : text.unicodeScalars.index(rounding: index)
  }

  /// The last line that starts at or before `offset`, from 0.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension String.UnicodeScalarView {
  /// The start of the scalar that `index` points into.
  fileprivate func index(rounding index: Index) -> Index {
    // Forming a range from the start rounds the end down to a scalar.
    self[startIndex..<index].endIndex
  }
}

/// A half-open range of UTF-8 offsets in one source text.
package struct SourceRange: Sendable {
  package let source: SourceText
  package let start: Int
  package let end: Int

  package init(source: SourceText, start: Int, end: Int) {
    self.source = source
    self.start = start
    self.end = end
  }

  package var text: Substring { source.text(from: start, to: end) }
}
