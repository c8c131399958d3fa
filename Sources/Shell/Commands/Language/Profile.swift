import Interpreter
import Kernels

extension Command {
  static let profile = Command(
    "profile", arguments: "CODE", .language, "run code and say where the time went, operator by operator",
    details: """
      A line for each function of the engine that the code calls, the slowest first. What is left is your own Swift: its \
      loops, calls and arithmetic. Below are the algorithms that large convolutions in float32 took, and why. It runs on \
      a copy of your variables, which stay as they are.
      """, examples: [":profile conv2d(x, kernel: f).sum().backward()"], takes: [.code]
  ) { repl, arguments in repl.profile(arguments) }
}

extension Repl {
  fileprivate func profile(_ code: String) {
    if code.isEmpty { return fail("`:profile CODE` takes code") }
    let copy = session.fork()
    prepare(copy)
    var profile = Profile()
    copy.onNativeCall = { profile.note($0) }
    let (outcome, convolutions) = ConvolutionLog.collecting {
      Signals.shared.interrupting(copy.interrupt) { copy.run(SourceText(code, name: "cell")) }
    }
    screen.closeLine()
    for diagnostic in outcome.diagnostics { screen.diagnostic(diagnostic) }
    if !outcome.succeeded { return noteFailure() }
    let rows = profile.rows(total: outcome.seconds - outcome.checkingSeconds)
    screen.table(["function", "calls", "time", "share"], rows, isRightAligned: [false, true, true, true])
    for (entry, count) in convolutions.prefix(12) { screen.line("\(count) × \(entry)") }
    if convolutions.count > 12 { screen.line("and \(convolutions.count - 12) other convolutions") }
  }
}

/// How long each function of the engine ran.
struct Profile {
  private var entries: [String: (calls: Int, seconds: Double)] = [:]

  /// What ran inside of a call, in closures that it called, counts there.
  mutating func note(_ call: NativeCall) {
    let isOperator = call.name.first.map { !$0.isLetter } ?? false
    let isMember = call.owner != nil && !isOperator
    let name = isMember ? "\(call.parameters.first == "self" ? "" : call.owner ?? "").\(call.name)" : call.name
    let entry = entries[name] ?? (0, 0)
    entries[name] = (entry.calls + 1, entry.seconds + max(0, call.seconds - call.secondsInside))
  }

  func rows(total: Double) -> [[String]] {
    let sorted = entries.sorted { ($0.value.seconds, $1.key) > ($1.value.seconds, $0.key) }
    let native = sorted.reduce(0) { $0 + $1.value.seconds }
    func row(_ name: String, _ calls: String, _ seconds: Double) -> [String] {
      [name, calls, duration(seconds), "\(Int((seconds / max(total, native, 1e-9) * 100).rounded())) %"]
    }
    return sorted.prefix(15).map { row($0.key, "\($0.value.calls)", $0.value.seconds) }
      + (sorted.count > 15
        ? [row("\(sorted.count - 15) more", "", sorted.dropFirst(15).reduce(0) { $0 + $1.value.seconds })] : [])
      + [row("your own Swift", "", max(0, total - native))]
  }
}
