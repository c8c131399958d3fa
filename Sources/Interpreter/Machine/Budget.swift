/// What one cell has used.
struct Budget {
  var deadline: ContinuousClock.Instant?
  var stepsLeft: Int?
  var outputLeft = Int.max
  var granted = 0
  /// Whether somebody is there to be told that it is spent.
  var isRunning = false
}

extension Machine {
  /// Ticks between two looks at the clock and the interrupt.
  private static let quantum = 8192

  func startBudget() {
    budget = Budget()
    budget.isRunning = true
    descriptionProblem = nil
    stopReason = nil
    budget.deadline = limits.seconds.map { ContinuousClock.now + .seconds(min($0, 1e9)) }
    budget.stepsLeft = limits.steps
    budget.outputLeft = limits.outputBytes
    heap.pointee.limit = limits.memoryBytes
    grantTicks()
  }

  /// Runs `body` with budgets that start now, and with what it changes in objects undone if it fails. Forks share the
  /// heap, and one may run within a native of another: then everything is the outer one's again afterwards.
  func withinBudget<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let (look, limit, wasRunning) = (heap.pointee.look, heap.pointee.limit, budget.isRunning)
    let outer = heap.beginRun()
    startBudget()
    // Not weak: an object that was once referred to weakly counts its references more slowly for ever.
    heap.pointee.look = { () throws(Fault) in try self.checkBudget() }
    defer {
      (heap.pointee.look, heap.pointee.limit) = (look, limit)
      budget.isRunning = wasRunning
    }
    var outcome: Swift.Result<Result, Failure>?
    func run() -> Bool {
      let result = Swift.Result(catching: body)
      outcome = result
      if case .success = result { return true }
      return false
    }
    Self.$running.withValue(Running(machine: self)) {
      if let aroundRun { aroundRun(self, run) } else { _ = run() }
    }
    let result = outcome ?? Swift.Result(catching: body)
    if case .success = result { heap.endRun(outer, undoing: false) } else { heap.endRun(outer, undoing: true) }
    return try result.get()
  }

  /// Throws if native code was told to stop before.
  func checkStopped() throws(Fault) {
    if let stopReason { throw stopReason }
  }

  private func grantTicks() {
    budget.granted = min(Self.quantum, budget.stepsLeft ?? Self.quantum)
    ticks = budget.granted
  }

  /// Called when the granted ticks are used up.
  func renewTicks() throws(Fault) -> Int {
    if let left = budget.stepsLeft {
      budget.stepsLeft = left - budget.granted
      if left <= budget.granted {
        throw Fault("out of steps: this program may take \(counted(limits.steps ?? 0, "step"))", kind: .budget)
      }
    }
    try checkBudget()
    grantTicks()
    return ticks
  }

  func checkBudget() throws(Fault) {
    if interrupt.isRaised { throw Fault("interrupted", kind: .interrupted) }
    if let deadline = budget.deadline, ContinuousClock.now > deadline {
      throw Fault("out of time: this program may run for \(secondsText(limits.seconds ?? 0))", kind: .budget)
    }
    if heap.pointee.live > heap.pointee.limit { throw Fault.memory(heap.pointee.limit) }
  }

  /// A loop of few turns, each with a slow primitive, takes long to use up its ticks.
  func checkBudgetBetweenNatives() throws(Fault) {
    nativeCalls &+= 1
    if nativeCalls & 15 == 0 { try checkBudget() }
  }

  /// Primitives say how many bytes they are about to go through: after many, the clock is looked at.
  func spend(_ bytes: Int) throws(Fault) {
    if bytes > 1 << 16 { try checkBudget() }
  }

  func depthFault() -> Fault {
    Fault(
      "the calls are nested too deeply: \(maximumDepth) may wait for one another",
      kind: .budget, notes: ["a function that calls itself needs a case in which it does not"])
  }

  func printText(_ text: String) throws(Fault) {
    try spendOutput(text)
    output += text
    onOutput?(text)
  }

  func printDisplay(_ display: any Display) throws(Fault) {
    guard let onDisplay else { return try keep(display, printing: true) }
    try keep(display, printing: false)
    onDisplay(display)
  }

  /// Adds the display's text to the output, and itself to what a front end can look at later, unless there are many.
  private func keep(_ display: any Display, printing: Bool) throws(Fault) {
    let text = display.text + "\n"
    let start = output.utf8.count
    if printing {
      try printText(text)
    } else {
      try spendOutput(text)
      output += text
    }
    if displays.count < Self.displayLimit { displays.append((display, start..<start + text.utf8.count)) }
  }

  private static let displayLimit = 100

  private func spendOutput(_ text: String) throws(Fault) {
    let bytes = text.utf8.count
    if bytes > budget.outputLeft {
      throw Fault("too much output: this program may print \(byteText(limits.outputBytes))", kind: .budget)
    }
    budget.outputLeft -= bytes
  }
}

private func secondsText(_ seconds: Double) -> String {
  // What is left of two seconds after the first millisecond is still called two seconds
  let rounded = seconds < 0.1 ? seconds : (seconds * 10).rounded() / 10
  let text = rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  return text == "1" ? "1 second" : "\(text) seconds"
}
