extension Diagnostic {
  /// The message with its line and a caret under the place:
  ///
  /// ```
  /// lesson.md:12:11: error: cannot find 'foo' in scope
  ///  12 |   let y = foo(2)
  ///     |           ^~~
  ///     note: did you mean 'fop'?
  /// ```
  package func rendered(colour: Bool = false) -> String {
    let style = Style(isOn: colour)
    guard let range else {
      return ([style.red("error: ") + style.bold(message)] + notes.map { "  " + style.cyan("note: ") + $0 })
        .joined(separator: "\n")
    }
    let (line, column) = range.source.position(of: range.start)
    let number = String(line)
    let blank = String(repeating: " ", count: number.count)
    let excerpt = Excerpt(of: range)
    var lines = [
      style.bold("\(range.source.name):\(line):\(column): ") + style.red("error: ") + style.bold(message),
      style.dim(" \(number) |") + (excerpt.text.isEmpty ? "" : " ") + excerpt.text,
      style.dim(" \(blank) |") + " " + style.green(excerpt.marks),
    ]
    lines += notes.map { " \(blank) " + style.cyan("note: ") + $0 }
    return lines.joined(separator: "\n")
  }
}

private struct Style {
  let isOn: Bool
  private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func red(_ text: String) -> String { wrap(text, "1;31") }
  func green(_ text: String) -> String { wrap(text, "1;32") }
  func cyan(_ text: String) -> String { wrap(text, "1;36") }
}

/// The first line of a range as a terminal shows it, and the marks below.
private struct Excerpt {
  static let limit = 100
  private static let tab = 4

  private struct Cell {
    var text: String
    var width: Int
    var isMarked: Bool
  }

  var text = ""
  var marks = ""

  init(of range: SourceRange) {
    let (line, lineStart) = range.source.line(around: range.start)
    var cells: [Cell] = []
    var offset = lineStart
    var width = 0
    var firstMarked: Int?
    for character in line {
      let next = offset + character.utf8.count
      // A mark covers a character as soon as it touches it.
      let isMarked = offset < range.end && next > range.start
      if isMarked, firstMarked == nil { firstMarked = cells.count }
      let cell = Self.cell(character, at: width, isMarked: isMarked)
      cells.append(cell)
      width += cell.width
      offset = next
    }
    if firstMarked == nil {
      // Nothing to mark: a place between two characters, or after the last.
      var offset = lineStart
      firstMarked =
        line.prefix { character in
          offset += character.utf8.count
          return offset <= range.start
        }.count
    }
    var first = firstMarked ?? 0
    if width > Self.limit { first = Self.window(&cells, around: first) }
    text = cells.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    let start = min(first, cells.count)
    let before = cells[..<start].reduce(0) { $0 + $1.width }
    let marked = cells[start...].prefix(while: \.isMarked).reduce(0) { $0 + $1.width }
    marks = String(repeating: " ", count: before) + "^" + String(repeating: "~", count: max(0, marked - 1))
  }

  /// Tabs become blanks; what would move the cursor becomes visible.
  private static func cell(_ character: Character, at width: Int, isMarked: Bool) -> Cell {
    if character == "\t" {
      let blanks = tab - width % tab
      return Cell(text: String(repeating: " ", count: blanks), width: blanks, isMarked: isMarked)
    }
    let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if isControl { return Cell(text: "\u{FFFD}", width: 1, isMarked: isMarked) }
    return Cell(text: String(character), width: character.terminalWidth, isMarked: isMarked)
  }

  /// Cuts a long line on both sides of the first mark, and tells where that is now.
  private static func window(_ cells: inout [Cell], around first: Int) -> Int {
    let dots = Cell(text: "...", width: 3, isMarked: false)
    var start = min(first, cells.count)
    var before = 0
    while start > 0, before + cells[start - 1].width <= 40 {
      start -= 1
      before += cells[start].width
    }
    if start <= 3 { start = 0 }
    var end = start
    var width = start > 0 ? 3 : 0
    while end < cells.count, width + cells[end].width <= limit - 3 {
      width += cells[end].width
      end += 1
    }
    let isCut = end < cells.count
    cells = (start > 0 ? [dots] : []) + cells[start..<end] + (isCut ? [dots] : [])
    return start > 0 ? first - start + 1 : first
  }
}
