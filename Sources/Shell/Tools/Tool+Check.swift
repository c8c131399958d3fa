import Courseware
import Interpreter

extension Tool {
  /// `convbook check LESSON EXERCISE --answer FILE`: 0 passed, 1 not, 2 usage, 124 out of budget.
  package func check(_ query: String, exercise name: String, answer file: String, asJSON: Bool, seconds: Double?) throws
    -> Int32
  {
    let lesson = try lesson(query)
    guard let exercise = lesson.exercise(named: name) else {
      let names = lesson.exercises.map(\.name)
      let guess = closest(to: name, among: names).map { ", did you mean '\($0)'?" }
      let list = names.isEmpty ? ": it has none" : ": it has \(names.joined(separator: ", "))"
      throw ToolProblem("lesson \(lesson.label) has no exercise '\(name)'" + (guess ?? list))
    }
    let text = try readTextFile(file)
    var limits = Limits()
    if let seconds { limits.seconds = seconds }
    let judge = Judge(lesson: lesson, library: library(), limits: limits)
    let interrupt = InterruptFlag()
    let report = Signals.shared.interrupting(interrupt) {
      judge.check(SourceText(text, name: file), for: exercise, interrupt: interrupt)
    }
    if asJSON { screen.output.writeLine(JSON(report).text()) } else { screen.report(report) }
    return report.passed ? ExitCode.success : report.isOutOfBudget ? ExitCode.outOfBudget : ExitCode.failure
  }
}

extension JSON {
  init(_ report: Report) {
    self = .object([
      ("lesson", .string(report.lesson)), ("exercise", .string(report.exercise)), ("passed", .bool(report.passed)),
      ("verdicts", .array(report.verdicts.map { JSON($0) })), ("misconception", .optional(report.misconception)),
      ("message", .string(report.message)), ("diagnostics", .array(report.diagnostics.map { JSON($0) })),
      ("output", .string(report.output)), ("seconds", .number(report.seconds)),
    ])
  }

  init(_ verdict: Verdict) {
    let firstWrong = verdict.firstWrong.map { element in
      JSON.object([
        ("index", .array(element.index.map(JSON.int))), ("answer", .number(element.answer)),
        ("expected", .number(element.expected)),
      ])
    }
    self = .object([
      ("name", .string(verdict.name)), ("kind", .string(verdict.kind.rawValue)),
      ("status", .string(verdict.status.rawValue)), ("passed", .bool(verdict.passed)), ("wrong", .int(verdict.wrong)),
      ("total", .int(verdict.total)), ("firstWrong", firstWrong ?? .null),
      ("maximumAbsoluteError", .optional(verdict.maximumAbsoluteError)),
      ("relativeError", .optional(verdict.relativeError)),
    ])
  }
}
