import Courseware
import Interpreter

extension Tool {
  /// `convbook run FILE`: a lesson's steps or a script, to the end. Prints what they print; 1 on an error.
  package func run(_ file: String, asJSON: Bool) throws -> Int32 {
    file.hasSuffix(".swift") ? try runScript(file, asJSON: asJSON) : try runSteps(file, asJSON: asJSON)
  }

  private func runScript(_ file: String, asJSON: Bool) throws -> Int32 {
    let text = try readTextFile(file)
    let session = Session(library: library())
    if !asJSON { session.onOutput = { [screen] in screen.printed($0) } }
    let outcome = Signals.shared.interrupting(session.interrupt) { session.run(SourceText(text, name: file)) }
    if asJSON {
      writeJSON(file, cells: [JSON(outcome.outputs, firstLine: 1)], diagnostics: outcome.diagnostics)
    } else {
      complain(outcome.diagnostics)
    }
    return code(for: outcome.diagnostics)
  }

  private func runSteps(_ file: String, asJSON: Bool) throws -> Int32 {
    let run = LessonRun(lesson: try lesson(file), library: library())
    if !asJSON { run.session.onOutput = { [screen] in screen.printed($0) } }
    var cells: [JSON] = []
    while let stop = run.current {
      let movement = Signals.shared.interrupting(run.session.interrupt) { run.next() }
      if case .step(let step) = stop.kind {
        cells.append(JSON(movement.outputs, firstLine: step.code.line + 1))
        if !asJSON { screen.outputs(movement.outputs.filter { !$0.isError }) }
      }
      let diagnostics = movement.outputs.compactMap(\.diagnostic)
      if !diagnostics.isEmpty || !movement.hasMoved {
        if asJSON { writeJSON(file, cells: cells, diagnostics: diagnostics) } else { complain(diagnostics) }
        return code(for: diagnostics)
      }
      if !screen.output.isOpen { break }
    }
    if asJSON { writeJSON(file, cells: cells, diagnostics: []) }
    return ExitCode.success
  }

  private func writeJSON(_ file: String, cells: [JSON], diagnostics: [Diagnostic]) {
    let result = JSON.object([
      ("file", .string(file)), ("passed", .bool(diagnostics.isEmpty)), ("cells", .array(cells)),
      ("diagnostics", .array(diagnostics.map { JSON($0) })),
    ])
    screen.output.writeLine(result.text())
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
  var diagnostic: Diagnostic? { if case .error(let diagnostic) = self { diagnostic } else { nil } }
  var isError: Bool { diagnostic != nil }
}

extension JSON {
  /// One cell: where it starts, and what it gave.
  init(_ outputs: [CellOutput], firstLine: Int) {
    let parts = outputs.compactMap { output -> JSON? in
      switch output {
      case .text(let text): .object([("kind", .string("text")), ("text", .string(text))])
      case .value(let text, let type, _):
        .object([("kind", .string("value")), ("type", .string(type)), ("text", .string(text))])
      case .error: nil
      }
    }
    self = .object([("line", .int(firstLine)), ("outputs", .array(parts))])
  }
}
