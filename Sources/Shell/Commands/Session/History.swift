import Interpreter

extension Command {
  static let history = Command(
    "history", arguments: "[N]", .session, "your cells with their numbers, the last 20 or N",
    details: """
      Every cell that runs to its end has a number, also those of the lesson. `_3` is the result of cell 3, `_` that of \
      the last cell with a result. The arrow keys bring back what you typed, also in earlier sessions.
      """, examples: [":history 50"], isQuestion: true
  ) { repl, arguments in repl.history(arguments) }

  static let rerun = Command(
    "rerun", arguments: "[N or N-M]", .session,
    "run earlier cells again, by their numbers; the last one if none is given",
    details:
      "They run one after another, up to one that fails, and get numbers of their own. `:history` shows the numbers.",
    examples: [":rerun", ":rerun 3-7", ":rerun 2 5"]
  ) { repl, arguments in repl.rerun(arguments) }

  static let undo = Command(
    "undo", .session, "take the last cell back",
    details: """
      Your variables are as they were before it. For that the cells before it run again, without their output, so it \
      takes as long as they do. Files stay as they are.
      """
  ) { repl, _ in repl.undo() }
}

extension Repl {
  fileprivate func history(_ arguments: String) {
    guard let count = arguments.isEmpty ? 20 : Int(arguments), count > 0 else {
      return fail("`:history N` takes a number of cells")
    }
    let cells = workbook.cells
    if cells.isEmpty { return screen.say("No cell has run yet.", .dim) }
    let width = "\(cells.count)".count
    for (index, cell) in cells.enumerated().suffix(count) {
      let lines = MarkdownRenderer.code(cell.text, isSwift: true, indent: "")
      for (row, line) in lines.enumerated() {
        let number = row == 0 ? "\(index + 1)" : ""
        let space = String(repeating: " ", count: width - number.count + 2)
        screen.line(StyledText(space + number + (cell.isTyped || row > 0 ? "  " : "▸ "), .dim) + line)
      }
    }
    if cells.suffix(count).contains(where: { !$0.isTyped }) { screen.say("(▸ is the lesson's own)", .dim) }
  }

  fileprivate func rerun(_ arguments: String) {
    let cells = workbook.cells
    if cells.isEmpty { return fail("no cell has run yet") }
    guard let numbers = arguments.isEmpty ? [cells.count] : cellNumbers(arguments, count: cells.count) else {
      return fail(
        "`:rerun N-M` takes numbers of cells, 1 to \(cells.count), such as `:rerun \(max(1, cells.count - 2))-\(cells.count)`"
      )
    }
    for number in numbers {
      let text = cells[number - 1].text
      for line in MarkdownRenderer.code(text, isSwift: true) { screen.line(line) }
      if !runCell(text).succeeded { return }
    }
  }

  fileprivate func undo() {
    if workbook.cells.isEmpty { return fail("no cell has run yet") }
    let (last, position) = (workbook.cells.count, run?.position)
    let outcome = Signals.shared.interrupting(session.interrupt) { run.map { $0.undo() } ?? playground.undo() }
    guard let outcome, outcome.succeeded else {
      let isInterrupted = outcome?.diagnostics.first?.kind == .interrupted
      fail(
        isInterrupted
          ? "Stopped. Nothing is taken back." : "A cell before it does not run again, so nothing is taken back:")
      if !isInterrupted { for diagnostic in outcome?.diagnostics ?? [] { screen.diagnostic(diagnostic) } }
      return
    }
    screen.say("Cell \(last) is taken back. Your variables are as they were before it.", .dim)
    if run?.position != position { showStop(withProse: false) }
    if let run { for exercise in run.lesson.exercises { typedAnswers[exercise.name] = run.typedAnswer(to: exercise) } }
  }
}

/// `3-7`, `2 5`, `1, 3-4`: nil where a number is none of `1...count`, or the text is none.
func cellNumbers(_ text: String, count: Int) -> [Int]? {
  var numbers: [Int] = []
  for part in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
    let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(bounds.count), let first = bounds.first ?? nil, let last = bounds.last ?? nil,
      first >= 1, first <= last, last <= count
    else { return nil }
    numbers += first...last
  }
  return numbers.isEmpty ? nil : numbers
}
