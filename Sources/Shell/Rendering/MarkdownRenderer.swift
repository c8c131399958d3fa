import Interpreter

/// Draws Markdown for a terminal: wrapped to its width, formulas in Unicode, code with modest colour.
package struct MarkdownRenderer {
  package var width: Int
  /// Where there is no colour, code inside of sentences keeps its backticks.
  package var usesColour: Bool

  package init(width: Int, usesColour: Bool = false) {
    self.width = width
    self.usesColour = usesColour
  }

  /// The whole text, a blank line between blocks.
  package func render(_ markdown: Markdown) -> [StyledText] { render(markdown.blocks, width: width) }

  package func render(_ text: String) -> [StyledText] { render(Markdown(text)) }

  /// A sentence without its marks; a text that is more than one paragraph stays as it is.
  package func inline(_ text: String) -> StyledText {
    guard case .paragraph(let inlines)? = Markdown(text).blocks.first, Markdown(text).blocks.count == 1 else {
      return StyledText(text)
    }
    return styled(inlines)
  }

  private func render(_ blocks: [Markdown.Block], width: Int, isTight: Bool = false) -> [StyledText] {
    var lines: [StyledText] = []
    for block in blocks {
      let next = render(block, width: width)
      if next.isEmpty { continue }
      if !lines.isEmpty && !isTight { lines.append("") }
      lines += next
    }
    return lines
  }

  private func render(_ block: Markdown.Block, width: Int) -> [StyledText] {
    switch block {
    case .heading(let level, let inlines): return heading(level, styled(inlines, in: .heading), width: width)
    case .paragraph(let inlines): return styled(inlines).wrapped(width: width)
    case .quote(let blocks):
      return render(blocks, width: width - 2).map { StyledText("│ ", .dim) + $0 }
    case .code(let text, let info): return MarkdownRenderer.code(text, isSwift: info.hasPrefix("swift"))
    case .formula(let source):
      return Formula(source).block(width: width - 4).map { StyledText("    " + $0, .italic) }
    case .rule: return [StyledText(String(repeating: "─", count: width), .dim)]
    case .list(let items, let start, let isTight): return list(items, start: start, isTight: isTight, width: width)
    case .table(let header, let rows, let alignments):
      return table([header] + rows, alignments: alignments, width: width)
    }
  }

  private func heading(_ level: Int, _ text: StyledText, width: Int) -> [StyledText] {
    let lines = text.wrapped(width: width)
    guard level <= 2 else { return lines }
    let longest = lines.map(\.width).max() ?? 0
    return lines + [StyledText(String(repeating: level == 1 ? "═" : "─", count: longest), Style(.blue))]
  }

  private func list(_ items: [[Markdown.Block]], start: Int?, isTight: Bool, width: Int) -> [StyledText] {
    let marks = items.indices.map { index in start.map { "\($0 + index). " } ?? "• " }
    let markWidth = marks.map(\.terminalWidth).max() ?? 2
    var lines: [StyledText] = []
    for (mark, blocks) in zip(marks, items) {
      if !isTight && !lines.isEmpty { lines.append("") }
      let body = render(blocks, width: width - markWidth - 2, isTight: isTight)
      let front = StyledText("  " + String(repeating: " ", count: markWidth - mark.terminalWidth) + mark, Style(.blue))
      let indent = StyledText(String(repeating: " ", count: markWidth + 2))
      for (index, line) in (body.isEmpty ? [""] : body).enumerated() {
        lines.append(index == 0 ? front + line : line.isEmpty ? line : indent + line)
      }
    }
    return lines
  }

  /// Code is never wrapped: a line that is copied has to stay a line.
  package static func code(_ text: String, isSwift: Bool, indent: String = "    ") -> [StyledText] {
    var body = Substring(text)
    while body.hasSuffix("\n") { body.removeLast() }
    return body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.isEmpty { return "" }
      return StyledText(indent) + (isSwift ? Highlighter.highlight(String(line)) : StyledText(String(line), .code))
    }
  }

  // MARK: - Tables

  private func table(_ rows: [[[Markdown.Inline]]], alignments: [Markdown.Alignment], width: Int) -> [StyledText] {
    let cells = rows.enumerated().map { index, row in row.map { styled($0, in: index == 0 ? .bold : .none) } }
    let columns = cells.map(\.count).max() ?? 0
    let natural = (0..<columns).map { column in
      cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let widths = fitted(natural, into: width - 2 - 3 * max(columns - 1, 0))
    var lines: [StyledText] = []
    for (index, row) in cells.enumerated() {
      let wrapped = (0..<columns).map { column in
        column < row.count ? row[column].wrapped(width: widths[column]) : [""]
      }
      for line in 0..<(wrapped.map(\.count).max() ?? 0) {
        var text: StyledText = "  "
        for column in 0..<columns {
          let cell = line < wrapped[column].count ? wrapped[column][line] : ""
          let alignment = column < alignments.count ? alignments[column] : .left
          text.append(column == 0 ? "" : StyledText(" │ ", .dim))
          text.append(aligned(cell, to: widths[column], alignment))
        }
        lines.append(text.withoutTrailingSpaces)
      }
      if index == 0 {
        let rules = widths.map { String(repeating: "─", count: $0) }
        lines.append(StyledText("  " + rules.joined(separator: "─┼─"), .dim))
      }
    }
    return lines
  }

  /// Shrinks the widest columns until all of them fit.
  private func fitted(_ natural: [Int], into width: Int) -> [Int] {
    var widths = natural
    while widths.reduce(0, +) > width, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] -= 1
    }
    return widths
  }

  private func aligned(_ cell: StyledText, to width: Int, _ alignment: Markdown.Alignment) -> StyledText {
    let space = max(0, width - cell.width)
    let left =
      switch alignment {
      case .left: 0
      case .center: space / 2
      case .right: space
      }
    return StyledText(String(repeating: " ", count: left)) + cell
      + StyledText(String(repeating: " ", count: space - left))
  }

  // MARK: - Inside of a line

  private func styled(_ inlines: [Markdown.Inline], in outer: Style = .none) -> StyledText {
    var result = StyledText()
    for inline in inlines {
      switch inline {
      case .text(let text): result.append(text, outer)
      case .code(let text):
        let unbroken = text.replacing(" ", with: "\u{A0}")
        result.append(usesColour ? unbroken : "`\(unbroken)`", Style.code.inside(outer))
      case .formula(let source):
        let line = Formula(source).line
        // Short formulas are not torn apart at the end of a line.
        let isShort = line.terminalWidth <= 24
        result.append(isShort ? line.replacing(" ", with: "\u{A0}") : line, Style.italic.inside(outer))
      case .emphasis(let inner): result.append(styled(inner, in: Style.italic.inside(outer)))
      case .strong(let inner): result.append(styled(inner, in: Style.bold.inside(outer)))
      case .link(let inner, let destination):
        let text = styled(inner, in: Style(underlined: true).inside(outer))
        result.append(text)
        // Places in the course are known by their names; those elsewhere cannot be guessed.
        if destination.hasPrefix("http"), text.plain != destination { result.append(" (\(destination))", .dim) }
      case .softBreak: result.append(" ", outer)
      case .hardBreak: result.append("\n", outer)
      }
    }
    return result
  }
}

extension StyledText {
  fileprivate var withoutTrailingSpaces: StyledText {
    var result = StyledText()
    var pending = StyledText()
    for piece in pieces {
      let text = piece.text.withoutTrailingSpaces
      if !text.isEmpty {
        result.append(pending)
        pending = StyledText()
        result.append(text, piece.style)
      }
      pending.append(String(repeating: " ", count: piece.text.count - text.count), piece.style)
    }
    return result
  }
}
