/// Without white space at both ends.
func trimmed(_ text: some StringProtocol) -> String {
  guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[start...end])
}

/// Without white space at the end.
func trimmedAtEnd(_ text: some StringProtocol) -> String {
  guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(text[...end])
}

extension String {
  /// The lines, without their ends; a text that ends with a line end has an empty line last.
  ///
  /// Reading the whole course takes as long as looking for line ends: bytes are compared here, not characters.
  var lines: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }
}

extension StringProtocol {
  /// Every occurrence of `old` by `new`; the standard library's `replacing` needs its regular expressions.
  func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}

/// Names of lessons, exercises and quizzes: they are parts of file names.
func isName(_ text: some StringProtocol) -> Bool {
  !text.isEmpty && !text.hasPrefix("-")
    && text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
}
