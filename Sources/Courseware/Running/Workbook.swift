import Interpreter

/// A session, and the cells that ran in it to their end.
///
/// Cells are numbered from 1. Their results stay: `_3` is that of cell 3, `_` that of the last cell with one.
package final class Workbook {
  package struct Cell: Sendable {
    /// One text; or several that count as one, as an exercise's setup and its answer do.
    package let sources: [SourceText]
    /// By the learner, and not by the lesson's author.
    package let isTyped: Bool
    /// It reads `_` or `_3`, which a compiled program does not have.
    package var readsResults = false

    package var text: String { sources.last?.text ?? "" }
  }

  package private(set) var session: Session
  package private(set) var cells: [Cell] = []
  private let library: NativeLibrary

  package init(
    library: NativeLibrary, limits: Limits = Limits(), interrupt: InterruptFlag = InterruptFlag()
  ) {
    self.library = library
    session = Session(library: library, limits: limits, interrupt: interrupt)
  }

  /// Runs a cell, which gets the next number if it comes to its end.
  package func run(_ sources: [SourceText], isTyped: Bool) -> Outcome {
    var cell = Cell(sources: sources, isTyped: isTyped)
    let outcome = run(cell, number: cells.count + 1, in: session)
    cell.readsResults = outcome.readsResults
    if outcome.succeeded { cells.append(cell) }
    return outcome
  }

  /// Takes the last cell back: all others run again, without their output, in a session of their own, which becomes this
  /// one if all of them succeed. So everything is as before the cell, objects and gradients too.
  package func undo() -> Outcome {
    let earlier = Session(library: library, limits: session.limits, interrupt: session.interrupt)
    for (index, cell) in cells.dropLast().enumerated() {
      if earlier.interrupt.isRaised {
        return Outcome(diagnostics: [Diagnostic(.interrupted, "interrupted", at: nil)])
      }
      let outcome = run(cell, number: index + 1, in: earlier)
      if !outcome.succeeded { return outcome }
    }
    earlier.onOutput = session.onOutput
    session = earlier
    _ = cells.popLast()
    return Outcome()
  }

  /// All cells as one program for a compiler. Those that read `_` or `_3` stand in it as comments.
  package var program: String {
    let parts = cells.flatMap { cell in
      cell.sources.map(\.text).map { text in
        guard cell.readsResults else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { "// " + $0 }.joined(separator: "\n")
      }
    }
    return (["import Convbook"] + parts).joined(separator: "\n\n") + "\n"
  }

  /// Names that more than one cell declares: a program may declare each once.
  package var namesDeclaredAgain: Set<String> {
    var seen: Set<String> = []
    var again: Set<String> = []
    for cell in cells where !cell.readsResults {
      for name in cell.sources.reduce(into: Set<String>(), { $0.formUnion(declaredNames(in: $1.text)) }) {
        if !seen.insert(name).inserted { again.insert(name) }
      }
    }
    return again
  }

  private func run(_ cell: Cell, number: Int, in session: Session) -> Outcome {
    var outcome = Outcome()
    for source in cell.sources {
      outcome = session.run(source)
      if !outcome.succeeded { return outcome }
    }
    session.keep(outcome, as: ["_", "_\(number)"])
    return outcome
  }
}
