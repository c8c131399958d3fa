extension Markdown {
  /// The blocks as HTML, formulas as MathML.
  package var html: String { Markdown.html(blocks) }

  static func html(_ blocks: [Block]) -> String { blocks.map(html).joined(separator: "\n") }

  private static func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text):
      let tag = "h\(min(max(level, 1), 6))"
      return "<\(tag)>\(html(text))</\(tag)>"
    case .paragraph(let text): return "<p>\(html(text))</p>"
    case .list(let items, let start, let isTight):
      let tag = start == nil ? "ul" : "ol"
      let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      return
        "<\(tag)\(first)>\(items.map { "<li>\(item($0, isTight: isTight))</li>" }.joined(separator: "\n"))</\(tag)>"
    case .quote(let blocks): return "<blockquote>\(html(blocks))</blockquote>"
    case .code(let text, let info): return code(text, isSwift: info.hasPrefix("swift"))
    case .formula(let text): return Formula(text).mathML(isBlock: true)
    case .table(let header, let rows, let alignments):
      func row(_ cells: [[Inline]], _ tag: String) -> String {
        let cells = cells.enumerated().map { index, cell in
          let side = index < alignments.count ? alignments[index] : .left
          return "<\(tag)\(side == .left ? "" : " class=\"\(side)\"")>\(html(cell))</\(tag)>"
        }
        return "<tr>\(cells.joined())</tr>"
      }
      return "<table><thead>\(row(header, "th"))</thead><tbody>\(rows.map { row($0, "td") }.joined())</tbody></table>"
    case .rule: return "<hr/>"
    }
  }

  /// In a list without empty lines a paragraph is not one of its own.
  private static func item(_ blocks: [Block], isTight: Bool) -> String {
    blocks.map { block in
      if isTight, case .paragraph(let text) = block { return html(text) }
      return html(block)
    }.joined(separator: "\n")
  }

  static func html(_ text: [Inline]) -> String { text.map(html).joined() }

  private static func html(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): return escapedHTML(text)
    case .code(let text): return "<code>\(escapedHTML(text))</code>"
    case .formula(let text): return Formula(text).mathML(isBlock: false)
    case .emphasis(let text): return "<em>\(html(text))</em>"
    case .strong(let text): return "<strong>\(html(text))</strong>"
    case .link(let text, let destination):
      // Files of the course are not beside the page; and nothing in it shall run
      guard destination.hasPrefix("https://") || destination.hasPrefix("http://") else { return html(text) }
      return "<a href=\"\(escapedHTML(destination))\">\(html(text))</a>"
    case .softBreak: return "\n"
    case .hardBreak: return "<br/>"
    }
  }

  /// Code with the shell's colours, by the classes of `LessonPage`.
  static func code(_ text: String, isSwift: Bool) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.trimmed.isEmpty ?? false { lines.removeLast() }
    let shown = lines.map { line in
      isSwift ? Highlighter.highlight(line).pieces.map(span).joined() : escapedHTML(line)
    }
    return "<pre class=\"\(isSwift ? "code" : "text")\"><code>\(shown.joined(separator: "\n"))</code></pre>"
  }

  private static func span(_ piece: StyledText.Piece) -> String {
    let text = escapedHTML(piece.text)
    let kind: String? = piece.style.isDim ? "dim" : piece.style.colour.map { "\($0)" }
    return kind.map { "<span class=\"\($0)\">\(text)</span>" } ?? text
  }
}
