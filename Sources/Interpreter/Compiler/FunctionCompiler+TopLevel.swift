extension FunctionCompiler {
  /// A cell's statements. The window starts at the globals; the value of a last expression gets registers that
  /// outlive the code.
  func compileTopLevel(_ cell: CheckedCell) throws(Diagnostic) -> (info: TypeInfo, slots: Slots)? {
    isTopLevel = true
    machine.globals.reserve(to: Slots())
    for statement in cell.statements {
      if case .variable(let pattern, _) = statement.kind { declareGlobals(pattern) }
    }
    base = Slots(word: machine.globals.end.word, reference: machine.globals.end.reference)
    top = base
    high = Layout(words: base.word, references: base.reference)
    var result: (info: TypeInfo, slots: Slots)?
    var statements = cell.statements
    var last: TypedExpression?
    if case .expression(let expression)? = statements.last?.kind, isValue(expression) {
      last = expression
      statements.removeLast()
      let info = info(expression.type)
      let slots = allocate(info.layout)
      keep(slots, info.layout)
      result = (info, slots)
    }
    noteNumbers(statements)
    deferScopes.append(DeferScope())
    try compile(statements)
    if let last, let result {
      range = last.range
      try compile(last, into: result.slots)
    }
    try closeDeferScope()
    emit(.return)
    machine.globals.reserve(to: Slots(word: high.words, reference: high.references))
    // Whatever is global by the end of the cell, and the result, stays.
    finish(kept: high.references, captures: Slots())
    return result
  }

  /// Globals that are constants from the start: nothing has run before them that could read them without a value.
  private func noteNumbers(_ statements: [TypedStatement]) {
    for statement in statements {
      guard case .variable(.variable(let variable), let value?) = statement.kind, isLiteral(value) else { return }
      noteNumber(variable, value)
    }
  }

  private func isLiteral(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .floatingPoint, .boolean: true
    default: false
    }
  }

  private func isValue(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .assign, .compoundAssign: return false
    default: return !type(expression.type).isVoid && !type(expression.type).isNever
    }
  }

  private func declareGlobals(_ pattern: TypedPattern) {
    switch pattern {
    case .variable(let variable): _ = declare(variable, isGlobal: true)
    case .tuple(let parts), .enumCase(_, let parts): for part in parts { declareGlobals(part) }
    case .optional(let inner), .cast(let inner, _): declareGlobals(inner)
    case .wildcard, .none, .test: break
    }
  }
}
