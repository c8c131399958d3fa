/// Doc comments as readable text for a terminal.
package enum DocumentationText {
  /// The page that `:doc conv2d` prints: the signature, then the comment.
  package static func page(signature: String, documentation: String) -> String {
    let body = plain(documentation)
    return body.isEmpty ? signature : signature + "\n\n" + body
  }

  /// The comment without Markdown's marks: fences become indentation, `- Parameters:` a heading with a list.
  package static func plain(_ documentation: String) -> String {
    var lines: [String] = []
    var isCode = false
    for line in documentation.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("```") {
        isCode.toggle()
      } else if isCode {
        lines.append(line.isEmpty ? "" : "    \(line)")
      } else if let section = section(text) {
        // A section starts after an empty line.
        if let last = lines.last, !last.isEmpty { lines.append("") }
        lines += section
      } else if text.hasPrefix("- ") {
        lines.append("  " + item(text.dropFirst(2)))
      } else if line.hasPrefix("  ") {
        // The second line of a list's item.
        lines.append("    " + inline(text))
      } else {
        lines.append(inline(line))
      }
    }
    return lines.joined(separator: "\n").trimmingEmptyLines
  }

  /// `- Returns: ...` and its like at the start of a line; nil for what is none.
  private static func section(_ text: Substring) -> [String]? {
    for name in ["Parameters", "Parameter", "Returns", "Source", "Note", "Complexity", "Important", "Warning"] {
      guard text.hasPrefix("- \(name)") else { continue }
      let rest = text.dropFirst(name.count + 2)
      switch name {
      case "Parameters" where rest.hasPrefix(":"): return ["Parameters:"]
      case "Parameter" where rest.hasPrefix(" "): return ["Parameter:", "  " + item(rest.dropFirst())]
      default:
        guard rest.hasPrefix(":") else { continue }
        return ["\(name):", "  " + inline(rest.dropFirst().drop { $0 == " " })]
      }
    }
    return nil
  }

  private static func item(_ text: Substring) -> String { inline(text) }

  /// Without the marks of code and emphasis, which a terminal has no use for.
  private static func inline(_ text: Substring) -> String {
    String(text).replacing("`", with: "").replacing("**", with: "")
  }
}

extension String {
  fileprivate var trimmingEmptyLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
