extension Algorithms {
  static let descriptions = printing + ownTexts + texts.map(description).joined()

  private static let texts = [
    ("BinaryInteger", "The digits, as text."),
    ("Double", "The number, as text."),
    ("Float", "The number, as text."),
    ("Character", "The character, as text."),
    ("Array", "The elements in brackets."),
    ("Set", "The elements in brackets."),
    ("Dictionary", "The entries in brackets."),
    ("Range", "The bounds, as text."),
    ("ClosedRange", "The bounds, as text."),
  ]

  private static func description(of type: String, _ documentation: String) -> String {
    """
    extension \(type) {
      /// \(documentation)
      var description: String { "\\(self)" }
    }

    """
  }

  private static let printing = """
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

    """

  private static let ownTexts = """
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
    extension Optional {
      /// The value, as text for developers.
      var debugDescription: String { String(reflecting: self) }
    }

    """
}
