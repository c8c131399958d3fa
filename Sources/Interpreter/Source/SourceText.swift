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
