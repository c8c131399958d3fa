/// A named piece of program text: one cell, one file, or the text of the library's declarations.
///
/// Every range and every diagnostic holds the text it points into, so that an error in a function of an
/// earlier cell is shown with that cell's line.
package final class SourceText: Sendable {
  package let name: String
  package let text: String
  /// The line of the file at which `text` starts, for steps taken out of a lesson; 1 for whole files.
  package let firstLine: Int

  package init(_ text: String, name: String, firstLine: Int = 1) {
    self.text = text
    self.name = name
    self.firstLine = firstLine
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
}

extension SourceText {
  /// Line and column of a UTF-8 offset, both from 1; the column counts characters. Lines count from `firstLine`.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    var line = firstLine
    var lineStart = text.utf8.startIndex
    let end =
      text.utf8.index(text.utf8.startIndex, offsetBy: offset, limitedBy: text.utf8.endIndex) ?? text.utf8.endIndex
    var index = text.utf8.startIndex
    while index < end {
      let byte = text.utf8[index]
      index = text.utf8.index(after: index)
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = index
      }
    }
    return (line, text[lineStart..<end].count + 1)
  }
}
