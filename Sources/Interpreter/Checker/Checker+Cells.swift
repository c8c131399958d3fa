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
    return staticValues + typed
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
