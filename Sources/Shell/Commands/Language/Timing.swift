import Interpreter

extension Command {
  static let time = Command(
    "time", arguments: "CODE", .language, "run code and say how long it took",
    examples: [":time conv2d(x, kernel: f)"], takes: [.code]
  ) { repl, arguments in repl.time(arguments) }

  static let timeit = Command(
    "timeit", arguments: "CODE", .language, "run code again and again for a second and say how long it took",
    details: """
      The middle of all runs, the fastest and the slowest, without reading and checking the code. It runs on a copy of your variables, which stay as they are; \
      what it prints is shown once.
      """, examples: [":timeit conv2d(x, kernel: f)"], takes: [.code]
  ) { repl, arguments in repl.timeRepeatedly(arguments) }
}

extension Repl {
  fileprivate func time(_ code: String) {
    if code.isEmpty { return fail("`:time CODE` takes code") }
    let outcome = runCell(code)
    screen.line((outcome.succeeded ? "" : "stopped after ") + duration(outcome.seconds), .dim)
  }

  /// Runs code again and again for a second, on a copy of the variables; what it prints is shown once.
  fileprivate func timeRepeatedly(_ code: String) {
    if code.isEmpty { return fail("`:timeit CODE` takes code") }
    let source = SourceText(code, name: "cell")
    let (clock, session) = (ContinuousClock(), self.session.fork())
    prepare(session)
    let start = clock.now
    var seconds: [Double] = []
    while seconds.count < 3 || (clock.now - start < .seconds(1) && seconds.count < 1000) {
      let isFirst = seconds.isEmpty
      let outcome = Signals.shared.interrupting(session.interrupt) { session.run(source) }
      if isFirst {
        screen.closeLine()
        session.onOutput = nil
        session.onDisplay = nil
      }
      guard outcome.succeeded else {
        for diagnostic in outcome.diagnostics { screen.diagnostic(diagnostic) }
        return noteFailure()
      }
      seconds.append(outcome.seconds - outcome.checkingSeconds)
    }
    seconds.sort()
    let middle = duration(seconds[seconds.count / 2])
    screen.line(
      "\(middle) in the middle of \(seconds.count) runs, from \(duration(seconds[0])) to \(duration(seconds[seconds.count - 1]))",
      .dim)
  }
}
