import Courseware
import Interpreter
import Pictures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Puts what `Courseware` gives on the terminal: prose, code, outputs, verdicts.
package final class Screen {
  package let output: Output
  private var lastFlush = timespec()
  /// Whether the last text written to the terminal was an empty line, so that gaps are one line high.
  private var isGapOpen = true
  /// Whether what a cell printed last ended without a line end.
  private var isLineOpen = false

  private let pager: Pager

  package init(output: Output) {
    self.output = output
    pager = Pager(output: output)
  }

  /// Shows what `body` writes a page at a time, where somebody sits at a keyboard.
  package func paged(_ body: () -> Void) { pager.paging(body) }

  /// What comes now is shown even to those who had enough of the page.
  package func goOn() { pager.goOn() }

  private var renderer: MarkdownRenderer { MarkdownRenderer(width: output.width, usesColour: output.usesColour) }

  // MARK: - Lines

  package func line(_ text: StyledText) {
    let rows = max(1, (text.width + output.width - 1) / max(1, output.width))
    guard pager.admits(rows: rows) else { return }
    output.writeLine(text)
    isGapOpen = false
  }

  package func line(_ text: String, _ style: Style = .none) { line(StyledText(text, style)) }

  package func wrapped(_ text: StyledText) {
    for wrapped in text.wrapped(width: output.width) { line(wrapped) }
  }

  /// A sentence of the shell's own, wrapped; Markdown's marks are understood.
  package func say(_ sentence: String, _ style: Style = .none) {
    var text = StyledText()
    for piece in renderer.inline(sentence).pieces { text.append(piece.text, piece.style.inside(style)) }
    wrapped(text)
  }

  package func failure(_ sentence: String) { say(sentence, .failure) }

  /// Names and what there is to say of each, one below the other.
  package func facts(_ facts: [(name: String, text: String)]) {
    let width = (facts.map(\.name.terminalWidth).max() ?? 0) + 2
    let indent = StyledText(String(repeating: " ", count: width + 2))
    for (name, text) in facts {
      let front = StyledText("  " + padded(name, to: width), .dim)
      for shown in StyledText(text).wrapped(width: output.width, first: front, indent: indent) { line(shown) }
    }
  }

  /// An empty line, unless there is one already.
  package func gap() {
    if !isGapOpen, pager.admits(rows: 1) { output.writeLine() }
    isGapOpen = true
  }

  /// What the learner types ends a line and begins a new thought.
  package func inputEnded() { isGapOpen = false }

  // MARK: - Lessons

  package func prose(_ prose: [Prose]) {
    for part in prose { markdown(part.markdown) }
  }

  package func markdown(_ text: String) {
    gap()
    for wrapped in renderer.render(text) { line(wrapped) }
    gap()
  }

  package func code(_ text: String) {
    gap()
    let longest = text.split(separator: "\n").map { String($0).terminalWidth }.max() ?? 0
    // Lines that nearly fill the screen stay whole without their margin.
    let indent = longest + 4 <= output.width ? "    " : ""
    for shown in MarkdownRenderer.code(text, isSwift: true, indent: indent) { line(shown) }
    gap()
  }

  package func quiz(_ quiz: Quiz) {
    gap()
    line("Question", Style(bold: true, .magenta))
    markdown(quiz.question)
    guard case .choices(let choices) = quiz.kind else { return }
    for (index, choice) in choices.enumerated() {
      let front = StyledText("  \(Quiz.letter(index))  ", Style(bold: true, .magenta))
      for shown in renderer.inline(choice.text).wrapped(width: output.width, first: front, indent: "     ") {
        line(shown)
      }
    }
    gap()
  }

  package func list(_ items: [String]) {
    for shown in renderer.render(items.map { "- \($0)" }.joined(separator: "\n")) { line(shown) }
  }

  // MARK: - Cells

  /// Text while it is printed. It reaches the terminal at once, unless a loop prints without pause.
  package func printed(_ text: String) {
    output.write(text)
    isLineOpen = !text.hasSuffix("\n")
    pager.note(rows: text.utf8.count { $0 == UInt8(ascii: "\n") })
    isGapOpen = false
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let elapsed = Double(now.tv_sec - lastFlush.tv_sec) + Double(now.tv_nsec - lastFlush.tv_nsec) / 1e9
    if elapsed > 0.02 {
      output.flush()
      lastFlush = now
    }
  }

  /// What a cell shows, when it does: pictures as well as the terminal can draw them.
  package func shown(_ display: any Display) {
    closeLine()
    guard let picture = display as? Picture else { return printed(display.text + "\n") }
    let encoder = PictureEncoder(
      colours: output.colours, width: output.width, images: output.images, cell: output.cell)
    printed(encoder.text(of: picture))
  }

  /// Everything but what was printed and drawn, which `printed` and `shown` have shown already.
  ///
  /// - Parameter name: What the result can be called from now on, shown at the right where there is room for it.
  package func outputs(_ outputs: [CellOutput], name: String? = nil) {
    closeLine()
    for item in outputs {
      switch item {
      case .text, .picture: break
      case .value(let text, _, _): value(text, name: name)
      case .error(let diagnostic): self.diagnostic(diagnostic)
      }
    }
  }

  private func value(_ text: String, name: String?) {
    let first = text.prefix { $0 != "\n" }
    let room = output.width - first.description.terminalWidth - (name?.count ?? 0)
    guard output.usesColour, let name, room >= 3 else { return line(text) }
    line(StyledText(first + String(repeating: " ", count: room)) + StyledText(name, .dim))
    if first.endIndex < text.endIndex { line(String(text[first.endIndex...].dropFirst())) }
  }

  /// A table with a line for each row; the last columns are cut where it is too wide.
  package func table(_ header: [String], _ rows: [[String]], isRightAligned: [Bool]) {
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].terminalWidth }.max() ?? 0 }
    for (index, row) in ([header] + rows).enumerated() {
      let cells = zip(row, zip(widths, isRightAligned)).map { text, form in
        form.1 ? String(repeating: " ", count: form.0 - text.terminalWidth) + text : padded(text, to: form.0)
      }
      let text = ("  " + cells.joined(separator: "  ")).withoutTrailingSpaces
      line(StyledText(text, index == 0 ? .dim : .none).cut(to: output.width))
    }
  }

  package func closeLine() {
    if isLineOpen { output.writeLine() }
    isLineOpen = false
  }

  package func diagnostic(_ diagnostic: Diagnostic) {
    closeLine()
    if diagnostic.kind == .interrupted {
      line("Stopped. Your variables are as they were before this cell.", .warning)
      return
    }
    line(diagnostic.rendered(colour: output.usesColour))
  }

  /// What comparing gradients gave: the verdict, and a line for each variable.
  package func report(ofGradients lines: [String]) {
    for (index, text) in lines.enumerated() {
      let passed = index == 0 ? text.hasSuffix("passed") : !text.contains("  wrong  ")
      let style = Style(bold: index == 0, passed ? (index == 0 ? .green : nil) : .red)
      // Columns stay columns where there is room for them.
      let parts = text.terminalWidth > output.width ? text.split(separator: ", at ", maxSplits: 1) : [text[...]]
      line(StyledText(String(parts[0]), style))
      for part in parts.dropFirst() {
        for shown in StyledText("at " + part, style).wrapped(width: output.width, first: "    ", indent: "    ") {
          line(shown)
        }
      }
    }
  }

  package func report(_ report: Report) {
    for diagnostic in report.diagnostics where !report.isInterrupted { self.diagnostic(diagnostic) }
    for (index, text) in report.lines.enumerated() {
      let style = index == 0 ? Style(bold: true, report.passed ? .green : .red) : .none
      let indent = StyledText(String(text.prefix { $0 == " " }))
      for shown in StyledText(text, style).wrapped(width: output.width, first: indent, indent: indent) { line(shown) }
    }
  }
}
