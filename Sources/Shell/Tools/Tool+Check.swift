import Courseware
import Interpreter

extension Tool {
  /// `convbook check LESSON EXERCISE --answer FILE`: 0 passed, 1 not, 2 usage, 124 out of budget.
  package func check(
    _ query: String, exercise name: String, answer file: String, asJSON: Bool, budgets: Budgets
  ) throws -> Int32 {
    let lesson = try lesson(query)
    guard let exercise = lesson.exercise(named: name) else {
      let names = lesson.exercises.map(\.name)
      let guess = closest(to: name, among: names).map { ", did you mean '\($0)'?" }
      let list = names.isEmpty ? ": it has none" : ": it has \(names.joined(separator: ", "))"
      throw ToolProblem("lesson \(lesson.label) has no exercise '\(name)'" + (guess ?? list))
    }
    let answer = try readAnswer(file)
    let interrupt = InterruptFlag()
    let judge = Judge(lesson: lesson, library: library(), limits: budgets.limits)
    let report = Signals.shared.interrupting(interrupt) { judge.check(answer, for: exercise, interrupt: interrupt) }
    if asJSON { screen.output.writeLine(report.json) } else { screen.report(report) }
    return report.passed ? ExitCode.success : report.isOutOfBudget ? ExitCode.outOfBudget : ExitCode.failure
  }
}
