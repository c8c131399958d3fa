import Courseware
import Interpreter

extension Tool {
  /// `convbook run FILE`: a lesson's steps or a script, to the end. Prints what they print; 1 on an error.
  package func run(_ file: String, asJSON: Bool, isTimed: Bool = false, _ budgets: Budgets) throws -> Int32 {
    file.hasSuffix(".swift")
      ? try runProgram(file, asJSON: asJSON, isTimed: isTimed, budgets.limits)
      : try runSteps(file, asJSON: asJSON, budgets.limits)
  }

  private func runProgram(_ file: String, asJSON: Bool, isTimed: Bool, _ limits: Limits) throws -> Int32 {
    let interrupt = InterruptFlag()
    let show: ((String) -> Void)? = asJSON ? nil : { [screen] in screen.printed($0) }
    let outcome = try Signals.shared.interrupting(interrupt) {
      try runScript(file, library: library(), limits: limits, interrupt: interrupt, onText: show)
    }
    if asJSON {
      screen.output.writeLine(RunRecord(script: file, outcome: outcome).json)
    } else {
      complain(outcome.diagnostics)
    }
    if isTimed {
      let rest = duration(outcome.seconds - outcome.checkingSeconds)
      errors.writeLine("parsed and checked in \(duration(outcome.checkingSeconds)), compiled and run in \(rest)")
      errors.flush()
    }
    return code(for: outcome.diagnostics)
  }

  private func runSteps(_ file: String, asJSON: Bool, _ limits: Limits) throws -> Int32 {
    let lesson = try lesson(file)
    let run = LessonRun(lesson: lesson, library: library(), limits: limits)
    if !asJSON { run.session.onOutput = { [screen] in screen.printed($0) } }
    var record = RunRecord(lesson: lesson)
    var diagnostics: [Diagnostic] = []
    _ = Signals.shared.interrupting(run.session.interrupt) {
      run.runToEnd { item in
        record.add(item)
        guard let outcome = item.outcome else { return }
        diagnostics += outcome.diagnostics
        if !asJSON { screen.outputs(outcome.outputs.filter { !$0.isError }) }
      }
    }
    if asJSON { screen.output.writeLine(record.json) } else { complain(diagnostics) }
    return code(for: diagnostics)
  }

  /// Errors of a program go where errors go.
  func complain(_ diagnostics: [Diagnostic]) {
    screen.closeLine()
    screen.output.flush()
    for diagnostic in diagnostics { errors.writeLine(diagnostic.rendered(colour: errors.usesColour)) }
    errors.flush()
  }

  private func code(for diagnostics: [Diagnostic]) -> Int32 {
    guard let first = diagnostics.first else { return ExitCode.success }
    return first.kind == .budget ? ExitCode.outOfBudget : ExitCode.failure
  }
}

extension CellOutput {
  fileprivate var isError: Bool { if case .error = self { true } else { false } }
}
