import Interpreter

/// A call as it was written: its name, and its arguments with their labels. No parser: it only finds the commas.
struct CallText: Equatable {
  struct Argument: Equatable {
    var label: String?
    var text: String
  }

  let name: String
  let arguments: [Argument]
  /// What stands behind the closing parenthesis.
  let rest: String

  /// The call that `text` begins with; nil where it begins with none.
  init?(_ text: String) {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard name.first?.isLetter == true, text.dropFirst(name.count).first == "(" else { return nil }
    let inner = text.dropFirst(name.count + 1)
    guard let pieces = CallText.pieces(of: inner) else { return nil }
    self.name = String(name)
    arguments = pieces.parts.map(CallText.argument)
    rest = pieces.rest.trimmed
  }

  /// The first call of one of `names` in `text`, which may stand anywhere in it.
  init?(of names: some Sequence<String>, in text: String) {
    let starts = names.flatMap { name in
      text.ranges(of: name + "(").map(\.lowerBound).filter { start in
        start == text.startIndex
          || !(text[text.index(before: start)].isLetter || "._".contains(text[text.index(before: start)]))
      }
    }
    guard let start = starts.min(), let call = CallText(String(text[start...])) else { return nil }
    self = call
  }

  /// Splits at the commas outside of brackets and strings, up to the bracket that closes.
  private static func pieces(of text: Substring) -> (parts: [String], rest: String)? {
    var parts = [""]
    var depth = 0
    var isInString = false
    for (offset, character) in text.enumerated() {
      if character == "\"" { isInString.toggle() }
      if !isInString {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        if depth < 0 {
          let rest = String(text.dropFirst(offset + 1))
          return (parts.map(\.trimmed).filter { !$0.isEmpty }, rest)
        }
        if character == "," && depth == 0 {
          parts.append("")
          continue
        }
      }
      parts[parts.count - 1].append(character)
    }
    return nil
  }

  private static func argument(_ text: String) -> Argument {
    let label = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = text.dropFirst(label.count).trimmed
    guard !label.isEmpty, rest.hasPrefix(":") else { return Argument(label: nil, text: text) }
    return Argument(label: String(label), text: String(rest.dropFirst()).trimmed)
  }
}

/// What stands behind `:window` and `:backward`: an expression, perhaps a second one, and an element's indices, in any of
/// the ways that come to mind: `O 0 1`, `O, 0, 1`, `O[0, 1]`, `conv2d(x, kernel: f)[0, 1]`, `0 1`.
package struct ElementText: Equatable {
  package var expression: String
  /// A name or a call behind the first one: the upstream gradient.
  package var second: String
  package var indices: [Int]

  package init(_ text: String) {
    var text = text.trimmed
    var indices: [Int] = []
    if text.hasSuffix("]"), let open = text.lastIndex(of: "["),
      let inside = ElementText.integers(text[text.index(after: open)...].dropLast()), !inside.isEmpty
    {
      indices = inside
      text = String(text[..<open])
    } else {
      while let last = text.split(whereSeparator: { " ,".contains($0) }).last, let index = Int(last),
        text.count == last.count || " ,".contains(text[text.index(text.endIndex, offsetBy: -last.count - 1)])
      {
        indices.insert(index, at: 0)
        text = String(text.dropLast(last.count))
        while let end = text.last, " ,".contains(end) { text.removeLast() }
      }
    }
    self.indices = indices
    if let call = CallText(text) {
      expression = String(text.dropLast(call.rest.count)).trimmed
      second = call.rest
    } else {
      let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      expression = String(name)
      second = String(text.dropFirst(name.count))
    }
    second = String(second.drop { " ,".contains($0) })
    for label in ["dy:", "upstream:"] where second.hasPrefix(label) { second = second.dropFirst(label.count).trimmed }
  }

  private static func integers(_ text: Substring) -> [Int]? {
    let parts = text.split(whereSeparator: { " ,".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : nil
  }
}
