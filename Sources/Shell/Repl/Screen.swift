import Courseware
import Interpreter

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

  package init(output: Output) { self.output = output }

  private var renderer: MarkdownRenderer { MarkdownRenderer(width: output.width, usesColour: output.usesColour) }

  // MARK: - Lines

  package func line(_ text: StyledText) {
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
    if !isGapOpen { output.writeLine() }
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
    for shown in MarkdownRenderer.code(text, isSwift: true) { line(shown) }
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
    isGapOpen = false
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let elapsed = Double(now.tv_sec - lastFlush.tv_sec) + Double(now.tv_nsec - lastFlush.tv_nsec) / 1e9
    if elapsed > 0.02 {
      output.flush()
      lastFlush = now
    }
  }

  /// Everything but printed text, which `printed` has shown already.
  package func outputs(_ outputs: [CellOutput]) {
    closeLine()
    for item in outputs {
      switch item {
      case .text: break
      case .value(let text, _, _): line(text)
      case .error(let diagnostic): self.diagnostic(diagnostic)
      }
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

  package func report(_ report: Report) {
    for diagnostic in report.diagnostics where !report.isInterrupted { self.diagnostic(diagnostic) }
    for (index, text) in report.lines.enumerated() {
      let style = index == 0 ? Style(bold: true, report.passed ? .green : .red) : .none
      let indent = StyledText(String(text.prefix { $0 == " " }))
      for shown in StyledText(text, style).wrapped(width: output.width, first: indent, indent: indent) { line(shown) }
    }
  }
}
