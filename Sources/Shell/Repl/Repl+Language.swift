import Courseware
import Interpreter

/// Running the learner's Swift, and telling about it.
extension Repl {
  func runCell(_ text: String) {
    if let run {
      _ = runInLesson(run, text, name: "cell")
      return
    }
    let outcome = Signals.shared.interrupting(session.interrupt) { playground.run(SourceText(text, name: "cell")) }
    show(outcome)
  }

  /// Runs a text among the lesson's variables.
  func runInLesson(_ run: LessonRun, _ text: String, name: String) -> Outcome {
    let outcome = Signals.shared.interrupting(run.session.interrupt) { run.run(text, name: name) }
    show(outcome)
    if outcome.succeeded { keepTypedAnswers(of: run) }
    return outcome
  }

  private func show(_ outcome: Outcome) {
    screen.outputs(outcome.outputs)
    if !outcome.succeeded { noteFailure() }
  }

  func runFile(_ path: String) {
    if path.isEmpty { return fail("`:run FILE` takes the name of a file") }
    do {
      let text = try readTextFile(expandingHome(path))
      if let run {
        _ = runInLesson(run, text, name: path)
      } else {
        show(Signals.shared.interrupting(session.interrupt) { playground.run(SourceText(text, name: path)) })
      }
    } catch {
      fail(error.description)
    }
  }

  func time(_ code: String) {
    if code.isEmpty { return fail("`:time CODE` takes code") }
    let outcome: Outcome
    if let run {
      outcome = runInLesson(run, code, name: "cell")
    } else {
      outcome = Signals.shared.interrupting(session.interrupt) { playground.run(SourceText(code, name: "cell")) }
      show(outcome)
    }
    screen.line((outcome.succeeded ? "" : "stopped after ") + duration(outcome.seconds), .dim)
  }

  /// Runs code again and again for a second; what it prints is shown once.
  func timeRepeatedly(_ code: String) {
    if code.isEmpty { return fail("`:timeit CODE` takes code") }
    let source = SourceText(code, name: "cell")
    let (clock, session) = (ContinuousClock(), self.session)
    let start = clock.now
    var seconds: [Double] = []
    while seconds.count < 3 || (clock.now - start < .seconds(1) && seconds.count < 1000) {
      let isFirst = seconds.isEmpty
      let outcome = Signals.shared.interrupting(session.interrupt) {
        isFirst ? session.run(source) : silently { session.run(source) }
      }
      guard outcome.succeeded else {
        for diagnostic in outcome.diagnostics { screen.diagnostic(diagnostic) }
        return noteFailure()
      }
      seconds.append(outcome.seconds)
    }
    seconds.sort()
    let middle = duration(seconds[seconds.count / 2])
    screen.line(
      "\(middle) in the middle of \(seconds.count) runs, from \(duration(seconds[0])) to \(duration(seconds[seconds.count - 1]))",
      .dim)
  }

  func who() {
    let variables = session.variables
    let functions = session.functions
    let types = session.types
    if variables.isEmpty && functions.isEmpty && types.isEmpty { return screen.say("Nothing is declared yet.", .dim) }
    let rows =
      variables.map { ($0.isMutable ? "var" : "let", "\($0.name): \($0.typeName)", oneLine($0.description)) }
      + functions.map { ("func", $0.baseName + String($0.signature), "") } + types.map { ($0.kind, $0.name, "") }
    let width = min(rows.filter { !$0.2.isEmpty }.map { $0.1.terminalWidth }.max() ?? 0, screen.output.width / 2)
    let kinds = max(5, 1 + (rows.map { $0.0.count }.max() ?? 0))
    for (kind, name, value) in rows {
      let start =
        StyledText(padded(kind, to: kinds), Style(.magenta))
        + StyledText(value.isEmpty ? name : padded(name, to: width))
      screen.line((start + StyledText(value.isEmpty ? "" : "  " + value, .dim)).cut(to: screen.output.width))
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: { $0 == "\n" || $0 == " " }).prefix(40).joined(separator: " ")
  }

  func type(_ expression: String) {
    if expression.isEmpty { return fail("`:type EXPRESSION` takes an expression") }
    switch session.type(of: expression) {
    case .success(let name): screen.line(name)
    case .failure(let diagnostic):
      screen.diagnostic(diagnostic)
      noteFailure()
    }
  }

  /// The functions that a call may mean, and what its next argument is for.
  private func show(_ help: SignatureHelp) {
    for signature in help.signatures {
      screen.gap()
      for line in Highlighter.highlight(signature.text).wrapped(width: screen.output.width, indent: "    ") {
        screen.line(line)
      }
      if let active = signature.active {
        let bytes = signature.text.utf8.dropFirst(signature.parameters[active].lowerBound)
        let parameter = String(decoding: bytes.prefix(signature.parameters[active].count), as: UTF8.self)
        screen.line("    next: \(parameter)", .dim)
      }
      if !signature.documentation.trimmed.isEmpty { screen.markdown(signature.documentation) }
    }
    screen.gap()
  }

  func documentation(_ name: String) {
    if name.isEmpty { return fail("`:doc NAME` takes the name of a function or a type, or a term") }
    if let help = session.signatureHelp(in: name, at: name.utf8.count) { return show(help) }
    let entries = session.documentation(for: name)
    let term = term(name)
    defer { if let term { show(term) } }
    if entries.isEmpty, term != nil { return }
    if entries.isEmpty {
      let guess = session.suggestion(for: name).map { ", did you mean '\($0)'?" } ?? ""
      return fail("there is no documentation for '\(name)'\(guess)")
    }
    for (signature, text) in entries {
      screen.gap()
      let lines = Highlighter.highlight(signature).wrapped(width: screen.output.width, indent: "    ")
      for line in lines { screen.line(line) }
      if !text.trimmed.isEmpty { screen.markdown(text) }
    }
    screen.gap()
  }

  func history(_ arguments: String) {
    guard let count = arguments.isEmpty ? 20 : Int(arguments), count > 0 else {
      return fail("`:history N` takes a number of entries")
    }
    // The last entry is this question.
    for entry in reader.history.dropLast().suffix(count) {
      for line in MarkdownRenderer.code(entry, isSwift: !entry.hasPrefix(":"), indent: "  ") { screen.line(line) }
    }
  }
}

/// `0.3 ms`, `12 ms`, `1.25 s`.
func duration(_ seconds: Double) -> String {
  func rounded(_ value: Double, _ digits: Double) -> String {
    let text = "\((value * digits).rounded() / digits)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
  let digits: Double = seconds < 0.01 ? 100 : seconds < 0.1 ? 10 : 1
  return seconds < 1 ? "\(rounded(seconds * 1000, digits)) ms" : "\(rounded(seconds, 100)) s"
}

private func expandingHome(_ path: String) -> String {
  guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else { return path }
  return home + path.dropFirst()
}
