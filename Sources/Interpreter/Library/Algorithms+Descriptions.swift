extension Algorithms {
  static let descriptions = """
    /// Writes the values into a text, with `separator` between them and `terminator` at the end.
    func print<Target: TextOutputStream>(
      _ items: Any..., separator: String = " ", terminator: String = "\\n", to output: inout Target
    ) {
      var text = ""
      for (index, item) in items.enumerated() {
        if index > 0 { text += separator }
        text += "\\(item)"
      }
      output.write(text + terminator)
    }
    extension BinaryInteger {
      /// The digits, as text.
      var description: String { "\\(self)" }
    }
    extension Double {
      /// The number, as text.
      var description: String { "\\(self)" }
    }
    extension Float {
      /// The number, as text.
      var description: String { "\\(self)" }
    }
    extension Bool {
      /// `true` or `false`.
      var description: String { self ? "true" : "false" }
    }
    extension String {
      /// The text itself.
      var description: String { self }
      /// The text in quotes.
      var debugDescription: String { String(reflecting: self) }
    }
    extension Substring {
      /// The text itself.
      var description: String { String(self) }
    }
    extension Character {
      /// The character, as text.
      var description: String { "\\(self)" }
    }
    extension Array {
      /// The elements in brackets.
      var description: String { "\\(self)" }
    }
    extension Set {
      /// The elements in brackets.
      var description: String { "\\(self)" }
    }
    extension Dictionary {
      /// The entries in brackets.
      var description: String { "\\(self)" }
    }
    extension Range {
      /// The bounds, as text.
      var description: String { "\\(self)" }
    }
    extension ClosedRange {
      /// The bounds, as text.
      var description: String { "\\(self)" }
    }
    extension Optional {
      /// The value, as text for developers.
      var debugDescription: String { String(reflecting: self) }
    }
    """
}
