internal import SwiftSyntax

/// The text of `///` comments, and the examples in it.
package enum DocComment {
  /// The doc comment directly before a declaration, without slashes and without the one space behind them.
  static func text(before trivia: Trivia) -> String {
    var lines: [String] = []
    var newlines = 0
    for piece in trivia {
      switch piece {
      case .docLineComment(let line):
        // An empty line cuts a comment off from what follows, as it does for `//` file heads.
        if newlines > 1 { lines = [] }
        newlines = 0
        let body = line.dropFirst(3)
        lines.append(String(body.first == " " ? body.dropFirst() : body))
      case .newlines(let count): newlines += count
      default: break
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The fenced blocks with info string `swift`, in order.
  package static func examples(in documentation: String) -> [String] {
    var examples: [String] = []
    var current: [Substring]?
    var fence: Substring?
    for line in documentation.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("```") {
        if fence != nil {
          if let lines = current { examples.append(lines.joined(separator: "\n")) }
          (current, fence) = (nil, nil)
        } else {
          fence = trimmed
          current = trimmed == "```swift" ? [] : nil
        }
      } else {
        current?.append(line)
      }
    }
    return examples
  }
}
