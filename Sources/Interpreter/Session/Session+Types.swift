extension Session {
  /// The type of an expression over the variables of earlier cells; nothing runs.
  package func type(of expression: String) -> Result<String, Diagnostic> {
    runOnLargeStack {
      let parsed = parse(SourceText(expression, name: "type"), operators: self.environment.state.operatorTable)
      return self.typing(parsed) { checker, statements in
        if let diagnostic = (parsed.diagnostics + checker.diagnostics.inTextOrder).first { return .failure(diagnostic) }
        guard case .expression(let typed)? = statements.last?.kind else {
          return .failure(Diagnostic(.type, "only an expression has a type", at: nil))
        }
        return .success(typed.type.isVoid ? "Void" : typed.type.resolved.description)
      }
    }
  }

  /// Types a program, and lets `look` see what came of it before everything it declared is forgotten.
  func typing<Result>(
    _ parsed: ParsedSource, probe: Probe? = nil, _ look: (Checker, [TypedStatement]) -> Result
  ) -> Result {
    let before = environment.state
    defer { environment.state = before }
    environment.state.cell += 1
    let checker = Checker(environment: environment)
    checker.probe = probe
    let statements = checker.cell(parsed.statements)
    return look(checker, statements)
  }

  /// Types a text up to a word, with `word` in its place, and shows `look` what is known there.
  func probing<Result>(
    _ text: String, upTo start: Int, word: String, call: CompletionContext.Call?, _ look: (Probe, Checker) -> Result
  ) -> Result {
    let source = SourceText(String(decoding: text.utf8.prefix(start), as: UTF8.self) + word, name: "completion")
    let probe = Probe(source, offset: start + 1, calleeEnd: call?.callee.upperBound)
    return typing(parse(source, operators: environment.state.operatorTable), probe: probe) { checker, _ in
      guard let seen = probe.seen else { return look(probe, checker) }
      environment.state = seen.state
      return look(probe, Checker(environment: environment, scope: seen.scope))
    }
  }
}
