import Interpreter

extension Command {
  static let type = Command(
    "type", arguments: "EXPRESSION", .language, "the type of an expression", details: "Nothing is run.",
    examples: [":type [1, 2].map { Double($0) }"], takes: [.code], isQuestion: true
  ) { repl, arguments in repl.type(arguments) }

  static let doc = Command(
    "doc", arguments: "NAME", .language, "what a function or a type does; NAME? is the same",
    details: "In a call that is not finished, `?` at its end tells what the next argument is for.",
    examples: [":doc conv2d", "Tensor.reshaped?", "conv2d(x, ?"], takes: [.name], isQuestion: true
  ) { repl, arguments in repl.documentation(arguments) }
}

extension Repl {
  fileprivate func type(_ expression: String) {
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
    if let term { show(term) }
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
}
