import Foundation
import Interpreter
import Testing

/// Ctrl-C comes from another thread and stops whatever runs. How soon is measured by `Tests/Benchmarks/stopping.py`; here
/// it only must be long before the time is up.
struct MachineInterruptTests {
  private static let numbers = "let xs = [Int](repeating: 7, count: 3_000_000)"

  @Test(arguments: [
    ("", "while true {}"), ("", "while true { continue }"),
    ("", "var n = 0; while true { n &+= 1; if n > 3 { continue } }"),
    ("func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }", "f(90)"),
    (numbers, "while true { var copy = xs; copy.sort() }"),
    (numbers, "while true { var copy = xs; copy.sort { $0 > $1 } }"),
    (numbers, "while true { var copy = xs; copy.sort { a, b in let c = a - b; return c < 0 } }"),
    (numbers, "while true { let r = Array(xs.reversed()) }"),
    (numbers, "while true { let s = xs.map { $0 + 1 } }"),
    (numbers, "var ys = xs; ys[0] = 7; while true { let same = xs == ys }"),
    (numbers, "while true { let text = \"\\(xs)\" }"),
    (numbers, "var ys = xs; while true { ys.insert(1, at: 0) }"),
    ("", "while true { let r = Array(0..<3_000_000) }"),
    ("", "while true { let s = String(repeating: \"abc\", count: 5_000_000) }"),
    (
      "let texts = [String](repeating: \"text\", count: 300_000)",
      "while true { let s = texts.joined(separator: \", \") }"
    ),
    ("let a = String(repeating: \"é\", count: 3_000_000)", "while true { let n = a.count }"),
    (
      "let a = String(repeating: \"ab\", count: 3_000_000); var b = a; b += \"x\"; var c = a; c += \"x\"",
      "while true { let e = b == c }"
    ),
    ("", "var d: [Int: Int] = [:]; var i = 0; while true { d[i % 1_000_000] = i; i += 1 }"),
    (numbers, "while true { let s = Set(xs) }"),
    ("", "while true { let n = try! twice({ n in n }, 1) }"),
    ("", "let n = twice({ n in while true {}; return n }, 1)"),
  ])
  func anythingStops(before: String, text: String) {
    let session = Session(library: rows)
    session.limits.seconds = 120
    #expect(session.run(before).diagnostics.map(\.message) == [])
    let interrupt = session.interrupt
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { interrupt.raise() }
    let outcome = session.run("var changed = 1\n" + text)
    #expect(outcome.diagnostics.map(\.kind) == [.interrupted])
    #expect(outcome.fault == "interrupted")
    #expect(outcome.seconds < 60)
    interrupt.clear()
    #expect(session.run("changed").fault == "cannot find 'changed' in scope")
  }

  @Test func budgetsReachClosuresThatNativesCall() {
    let session = Session(library: rows)
    session.run("func spin(_ n: Int) -> Int {\n  while true {}\n  return n\n}")
    session.limits.seconds = 0.05
    let time = session.run("twice({ n in spin(n) }, 1)")
    #expect(
      time.fault == "out of time: this program may run for 0.1 seconds" || time.diagnostics.first?.kind == .budget)
    session.limits.seconds = nil
    session.limits.steps = 1000
    let steps = session.run("twice({ n in spin(n) }, 1)")
    #expect(steps.fault == "out of steps: this program may take 1000 steps")
    #expect(steps.place?.contains("while true {}") ?? false)
    session.limits.steps = nil
    #expect(session.run("twice({ n in 6 / (n - n) }, 1)").place == "6 / (n - n)")
  }

  /// Values that contain themselves, so deep that functions of the host that call themselves for them need a limit.
  @Test(arguments: [
    ("a == b", "these values are nested too deeply to be compared (limit 100000)"),
    ("Set([a]).count", "nil"),
    ("\"\\(a)\".isEmpty", "nil"),
  ])
  func deepValues(text: String, fault: String) {
    let session = Session(library: NativeLibrary())
    session.run("indirect enum List: Hashable { case end; case more(Int, List) }; var a = List.end; var b = List.end")
    #expect(session.run("for i in 0..<400_000 { a = .more(i, a); b = .more(i, b) }").succeeded)
    #expect("\(session.run(text).fault ?? "nil")" == fault)
    #expect(session.run("a = .end; b = .end").succeeded)
  }

  @Test func valuesOfAnyNestedWithoutAnEndCanBeShown() {
    let session = Session(library: NativeLibrary())
    #expect(session.run("var t: Any = 1; for _ in 0..<300_000 { t = [t] }").succeeded)
    let outcome = session.run("t")
    #expect(outcome.succeeded)
    #expect(outcome.valueText?.hasPrefix("[[[[") ?? false)
    #expect(session.variables.count == 1)
  }
}
