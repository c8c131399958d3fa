import Foundation
import Interpreter
import Testing

/// Whatever a program does, it ends with a sentence.
struct MachineBudgetTests {
  private func limited(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits()
    limits.seconds = 20
    limits.memoryBytes = 64 << 20
    change(&limits)
    return limits
  }

  @Test(arguments: [
    "[Int](repeating: 0, count: 1_000_000_000_000)",
    "var a: [Int] = []; while true { a.append(1) }",
    "var a: [[Int]] = []; while true { a.append([1, 2]) }",
    "var s = \"x\"; while true { s += s }",
    "var s = \"x\"; while true { s = s + s }",
    "String(repeating: \"ab\", count: 1_000_000_000_000)",
    "var d: [Int: Int] = [:]; var i = 0; while true { d[i] = i; i += 1 }",
    "final class Node { var next: Node?; init(_ next: Node?) { self.next = next } }; var head: Node? = nil; while true { head = Node(head) }",
  ])
  func memory(text: String) {
    let outcome = run(text, limits: limited { _ in })
    #expect(outcome.fault == "out of memory: this program may use 64 MiB")
    #expect(outcome.diagnostics.first?.kind == .budget)
  }

  @Test func time() {
    let outcome = run("var i = 0\nwhile true { i = i &+ 1 }", limits: limited { $0.seconds = 0.1 })
    #expect(outcome.fault == "out of time: this program may run for 0.1 seconds")
    #expect(outcome.seconds < 5)
  }

  @Test func steps() {
    let limits = limited { $0.steps = 1000 }
    #expect(run("for _ in 0..<2000 {}", limits: limits).fault == "out of steps: this program may take 1000 steps")
    #expect(run("for _ in 0..<900 {}", limits: limits).succeeded)
  }

  @Test func output() {
    let limits = limited { $0.outputBytes = 1024 }
    let outcome = run("while true { print(\"aaaaaaaaaaaaaaaa\") }", limits: limits)
    #expect(outcome.fault == "too much output: this program may print 1 KiB")
    #expect(outcome.output.utf8.count <= 1024)
  }

  @Test func depth() {
    let outcome = run("func f(_ n: Int) -> Int { f(n + 1) }\nf(0)")
    #expect(outcome.fault == "the calls are nested too deeply: 10000 may wait for one another")
    #expect(run("func f(_ n: Int) -> Int { n == 0 ? 0 : 1 + f(n - 1) }\nf(9000)").valueText == "9000")
  }

  @Test func depthThroughNativeCode() {
    let outcome = run("func f(_ n: Int) -> Int { twice({ f($0) }, n) }\nf(0)", library: rows)
    #expect(
      outcome.fault
        == "the calls are nested too deeply: functions of the library that call closures may wait for 200 others")
  }

  @Test func interruptStopsALoop() {
    let session = Session(library: NativeLibrary())
    let interrupt = session.interrupt
    session.run("var kept = 1")
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { interrupt.raise() }
    let start = Date()
    let outcome = session.run("while true { kept += 1 }")
    #expect(outcome.diagnostics.first?.kind == .interrupted)
    #expect(Date().timeIntervalSince(start) < 5)
    interrupt.clear()
    #expect(session.run("kept").valueText == "1")
  }

  /// A million changes of one element: minutes if each copied the array.
  @Test(arguments: [
    "var a = [Int](repeating: 0, count: n); for i in 0..<n { a[i] += i }",
    "var a = [[Int]](repeating: [0, 0], count: n); for i in 0..<n { a[i][1] = i }",
    "struct S { var v: [Int] }; var s = S(v: [Int](repeating: 0, count: n)); for i in 0..<n { s.v[i] = i }",
    "var t = (0, [Int](repeating: 0, count: n)); for i in 0..<n { t.1[i] += 1 }",
    "class C { var v = [Int](repeating: 0, count: 1_000_000) }; let c = C(); for i in 0..<n { c.v[i] = i }",
    "var d = [\"k\": [Int](repeating: 0, count: n)]; for i in 0..<1000 { d[\"k\"]![i] = i }",
    "var a = [Int](repeating: 0, count: n); func set(_ x: inout [Int], _ i: Int) { x[i] = i }; for i in 0..<n { set(&a, i) }",
    "func work() -> Int { var a = [Int](repeating: 0, count: n); let put = { (i: Int) in a[i] = i }; for i in 0..<n { put(i) }; return a[9] }; work()",
    "var g = [Int](repeating: 0, count: n); func put(_ i: Int) { g[i] = i }; for i in 0..<n { put(i) }",
  ])
  func changesInPlaceCopyNothing(text: String) {
    let outcome = run(
      "let n = 1_000_000", text,
      limits: limited {
        $0.seconds = 10
        $0.memoryBytes = 256 << 20
      })
    #expect(outcome.diagnostics.map(\.message) == [])
  }
}
