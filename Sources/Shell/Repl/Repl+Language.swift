import Courseware
import Interpreter

/// Running the learner's Swift, and telling about it.
extension Repl {
  /// Runs a cell among the learner's variables, and shows what it gives.
  @discardableResult
  func runCell(_ text: String, name: String = "cell") -> Outcome {
    let outcome = Signals.shared.interrupting(session.interrupt) {
      run?.run(text, name: name) ?? playground.run([SourceText(text, name: name)], isTyped: true)
    }
    show(outcome.outputs, succeeded: outcome.succeeded)
    if outcome.succeeded, let run { keepTypedAnswers(of: run) }
    if !outcome.succeeded, let command = Command.meant(by: text) {
      screen.say("Commands begin with a colon: `:\(command.name)`.", .dim)
    }
    return outcome
  }

  /// What the last cell gave, with the name that its result has got.
  func show(_ outputs: [CellOutput], succeeded: Bool) {
    screen.outputs(outputs, name: "_\(workbook.cells.count)")
    if !succeeded { noteFailure() }
  }
}
