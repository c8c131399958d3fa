/// Colours Swift text: keywords, numbers, strings, comments, names of types.
package enum Highlighter {
  package static func highlight(_ line: String) -> StyledText {
    var result = StyledText()
    var rest = Substring(line)
    while let first = rest.first {
      let (length, style) = token(at: rest, first)
      result.append(String(rest.prefix(length)), style)
      rest = rest.dropFirst(length)
    }
    return result
  }

  private static func token(at rest: Substring, _ first: Character) -> (length: Int, style: Style) {
    if rest.hasPrefix("//") { return (rest.count, .dim) }
    if rest.hasPrefix("<#") {
      return (
        rest.firstRange(of: "#>").map { rest.distance(from: rest.startIndex, to: $0.upperBound) } ?? rest.count,
        placeholder
      )
    }
    if first == "\"" { return (stringLength(rest), string) }
    if first.isNumber {
      return (rest.prefix { $0.isNumber || $0.isLetter || $0 == "." || $0 == "_" }.rangeFree, number)
    }
    if first.isLetter || first == "_" || first == "$" || first == "#" || first == "@" {
      let word = rest.prefix { $0.isLetter || $0.isNumber || "_$#@".contains($0) }
      if keywords.contains(String(word)) { return (word.count, keyword) }
      return (word.count, first.isUppercase && word.count > 1 ? typeName : .none)
    }
    return (1, .none)
  }

  private static func stringLength(_ rest: Substring) -> Int {
    var length = 1
    var isEscaped = false
    for character in rest.dropFirst() {
      length += 1
      if character == "\"" && !isEscaped { break }
      isEscaped = character == "\\" && !isEscaped
    }
    return length
  }

  private static let keyword = Style(.magenta)
  private static let number = Style(.yellow)
  private static let string = Style(.green)
  private static let typeName = Style(.cyan)
  private static let placeholder = Style(bold: true, .yellow)

  private static let keywords: Set<String> = [
    "let", "var", "func", "return", "for", "in", "if", "else", "while", "repeat", "switch", "case", "default", "break",
    "continue", "guard", "struct", "enum", "class", "protocol", "extension", "init", "self", "Self", "true", "false",
    "nil",
    "where", "throws", "throw", "try", "do", "catch", "defer", "inout", "mutating", "static", "as", "is", "get", "set",
    "some", "any", "import", "operator", "subscript", "typealias", "fallthrough",
  ]
}

extension Substring {
  /// The length of a number; the dots of a range `0..<n` behind it are not part of it.
  fileprivate var rangeFree: Int {
    firstRange(of: "..").map { distance(from: startIndex, to: $0.lowerBound) } ?? count
  }
}
