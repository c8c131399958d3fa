extension Checker {
  /// Types the statements of a cell. Bodies of its functions come last: they may use every name that the cell declares.
  func cell(_ statements: [Statement]) -> [TypedStatement] {
    isGlobalLevel = true
    let typed = sequence(statements)
    settleLateValues()
    var next = 0
    while next < waitingBodies.count {
      checkBody(waitingBodies[next])
      next += 1
    }
    let result = staticValues + typed
    if diagnostics.isEmpty { checkFlow(of: result) }
    return result
  }

  /// Looks for ways through the cell that end without a value; only where all types are right.
  private func checkFlow(of statements: [TypedStatement]) {
    let flow = FlowAnalysis(environment: environment)
    flow.walk(cell: statements, functions: waitingBodies + localFunctions, initialValues: initialValues)
    diagnostics += flow.diagnostics
  }

  /// Types the initial values that nothing needed so far: their mistakes are reported too.
  func settleLateValues() {
    var next = 0
    while next < lateValues.count {
      lateValues[next]()
      next += 1
    }
    lateValues = []
  }
}
