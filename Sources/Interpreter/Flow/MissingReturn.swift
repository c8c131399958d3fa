/// Missing returns: the end of a function with a result must not be reached.
///
/// `return`, `throw`, a jump, a call of a function that never returns and a `while true` that nothing breaks out of make
/// what follows unreachable; an `if` or `switch` does if every branch does.
extension FlowAnalysis {
  func checkEnd(of symbol: FunctionSymbol, _ declaration: FunctionDeclaration) {
    guard state.isReachable, let body = symbol.checkedBody else { return }
    let result = body.context.result
    if result.isVoid || result.isError { return }
    let place = body.statements.last.map { end(of: $0.range) } ?? declaration.nameRange
    if result.isNever {
      return report("'\(symbol.name)' is declared to return never, but its end can be reached", at: place)
    }
    report(
      "missing return in '\(symbol.name)', which is expected to return '\(result)'", at: place,
      notes: returnHints(body))
  }

  func checkEnd(ofClosure body: CheckedBody, at range: SourceRange) {
    let result = body.context.result.resolved
    guard state.isReachable, !result.isVoid, !result.isError, !result.isNever else { return }
    report(
      "missing return in a closure expected to return '\(result)'", at: end(of: range), notes: returnHints(body))
  }

  /// The last value was meant, if there is one of the right type.
  private func returnHints(_ body: CheckedBody) -> [String] {
    switch body.statements.last?.kind {
    case .expression(let value)? where value.type.resolved == body.context.result.resolved:
      ["write 'return' before the last value"]
    case .variable(.variable(let variable), _)? where variable.type.resolved == body.context.result.resolved:
      ["write 'return \(variable.name)' at the end"]
    default: ["write 'return' and a value at the end of every path"]
    }
  }

  func reportGuard(_ range: SourceRange) {
    report(
      "'guard' body must not fall through", at: range,
      notes: ["end it with 'return', 'break', 'continue' or 'throw'"])
  }

  private func end(of range: SourceRange) -> SourceRange {
    SourceRange(source: range.source, start: max(range.start, range.end - 1), end: range.end)
  }
}
