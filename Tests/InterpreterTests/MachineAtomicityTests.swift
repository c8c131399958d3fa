import Foundation
import Interpreter
import Testing

/// A cell that fails leaves everything as it was: also what objects hold, and what closures and types remember.
struct MachineAtomicityTests {
  private static let failure = "let boom = [1][3]"

  /// Declarations, a cell that changes what they declare and then fails, and what must still be printed.
  @Test(arguments: [
    (
      "final class C { var n = 1; var xs = [1]; var text = \"a\" }; let c = C(); let others = [c]",
      "c.n = 2; c.xs.append(2); c.text += \"b\"", "c.n, c.xs, c.text, others[0].n", "1 [1] a 1"
    ),
    (
      "final class Node { var value: Int; var next: Node?; init(_ v: Int, _ n: Node?) { value = v; next = n } }\nlet list = Node(1, Node(2, nil))",
      "list.next!.value = 7; list.next!.next = Node(3, nil); list.next = nil",
      "list.value, list.next!.value, list.next!.next == nil",
      "1 2 true"
    ),
    (
      "class Animal { var legs = 4 }; class Bird: Animal { var wings = 2 }; let b: Animal = Bird()",
      "b.legs = 1; if let bird = b as? Bird { bird.wings = 9 }", "b.legs, (b as! Bird).wings", "4 2"
    ),
    (
      "func counter() -> () -> Int { var n = 0; return { n += 1; return n } }; let next = counter(); let first = next()",
      "print(next(), next(), next())", "next()", "2"
    ),
    (
      "func store() -> (([Int]) -> Void, () -> [Int]) { var xs: [Int] = []; return ({ xs += $0 }, { xs }) }; let (put, get) = store(); put([1])",
      "put([2, 3])", "get()", "[1]"
    ),
    ("struct S { static var n = 1; static var xs = [1] }", "S.n = 5; S.xs.append(2)", "S.n, S.xs", "1 [1]"),
    (
      "final class C { var p = (1, \"a\"); var d = [\"k\": [1]]; var o: Int? = nil }; let c = C()",
      "c.p.1 += \"b\"; c.p.0 = 2; c.d[\"k\"]!.append(2); c.d[\"new\"] = []; c.o = 3", "c.p, c.d, c.o as Any",
      "(1, \"a\") [\"k\": [1]] nil"
    ),
    (
      "final class C { var n = 1 { didSet { log.append(n) } } }; var log: [Int] = []; let c = C()", "c.n = 2; c.n = 3",
      "c.n, log", "1 []"
    ),
  ])
  func whatObjectsAndClosuresHold(declarations: String, changes: String, shown: String, text: String) {
    let session = Session(library: NativeLibrary())
    #expect(session.run(declarations).diagnostics.map(\.message) == [])
    let outcome = session.run("\(changes)\n\(Self.failure)")
    #expect(outcome.fault == "index 3 is out of range: the array has 1 element")
    #expect(session.run("print(\(shown))").output == text + "\n")
  }

  /// Faults while a variable is given to somebody who changes it.
  @Test(arguments: [
    "o.field.append(1 / zero)",
    "a[0] += a[99]",
    "a[99] += 1",
    "o.breakDown()",
    "o.field.removeAll(); o.breakDown()",
    "d[\"k\"]!.append(a[99])",
    "d[\"k\"]!.breakDown()",
    "d[\"no\"]!.append(1)",
    "d[\"new\", default: []].append(a[99])",
    "d[\"new\", default: [a[99]]].append(1)",
    "d[\"new\", default: [1]].breakDown()",
    "rows[1][0] = a[99]",
    "rows[1].breakDown()",
    "change(&rows[0], &a[99])",
    "change(&a, &o.field[0])",
    "c.o.breakDown()",
    "c.o.field.append(a[99])",
    "c.rows[1].breakDown()",
    "c.computed.breakDown()",
    "text += \"b\"; text.append(contents(99))",
    "a.sort { 1 / ($0 - $0) < $1 }",
    "rows.sort { $0[9] < $1[9] }",
    "a = a.map { $0 / zero }",
    "do { try o.fail() }; try o.fail()",
    "swap(&a, &rows[9])",
    "boxed(); putBoxed(99)",
  ])
  func faultsOfChanges(change: String) {
    let session = Session(library: NativeLibrary())
    let declared = session.run(
      """
      struct Failure: Error {}
      extension [Int] { mutating func breakDown() { append(5); self[77] = 1 } }
      struct O {
        var field = [1, 2]
        mutating func breakDown() { field.append(3); field[9] = 1 }
        mutating func fail() throws { field = []; throw Failure() }
      }
      final class C {
        var o = O()
        var rows = [[1], [2]]
        var computed: [Int] { get { rows[0] } set { rows[0] = newValue } }
      }
      func change(_ x: inout [Int], _ y: inout Int) { x.append(1); y = x[99] }
      func contents(_ i: Int) -> String { ["a"][i] }
      func maker() -> (() -> Void, (Int) -> Void) {
        var xs = [1]
        return ({ xs.append(2) }, { xs[$0] = 1 })
      }
      let zero = 0
      var o = O()
      var a = [3, 1, 2]
      var rows = [[1], [2]]
      var d = ["k": [1]]
      var text = "a"
      let c = C()
      let (boxed, putBoxed) = maker()
      """)
    #expect(declared.diagnostics.map(\.message) == [])
    let shown = "print(o, a, rows, d, text, c.o, c.rows, c.computed)"
    let before = session.run(shown).output
    #expect(before == "O(field: [1, 2]) [3, 1, 2] [[1], [2]] [\"k\": [1]] a O(field: [1, 2]) [[1], [2]] [1]\n")
    let outcome = session.run(change)
    #expect(outcome.diagnostics.map(\.kind) == [.fault])
    #expect(session.run(shown).output == before)
  }

  @Test func aLaterFailureKeepsWhatEarlierCellsChanged() {
    let session = Session(library: NativeLibrary())
    session.run("final class C { var xs: [Int] = [] }; let c = C()")
    for n in 1...5 {
      session.run("c.xs.append(\(n))")
      session.run("c.xs.append(-1); c.xs[0] = 9; \(Self.failure)")
    }
    #expect(session.run("print(c.xs)").output == "[1, 2, 3, 4, 5]\n")
  }

  @Test func budgetsAndErrorsUndoAsFaultsDo() {
    let session = Session(library: NativeLibrary())
    session.run("final class C { var n = 0 }; let c = C(); struct E: Error {}")
    session.limits.steps = 10_000
    #expect(session.run("while true { c.n += 1 }").diagnostics.first?.kind == .budget)
    #expect(session.run("c.n = 5; throw E()").diagnostics.first?.kind == .fault)
    #expect(session.run("c.n").valueText == "0")
  }

  @Test func callsFromOutsideHaveBudgetsOfTheirOwn() throws {
    let session = Session(library: rows)
    session.run("final class C { var n = 0 }; let c = C(); let unused = keep { n in c.n += 1; return [10, 20][n] }")
    let function = try #require(kept)
    kept = nil
    session.limits.seconds = 0.1
    session.run("1 + 1")
    Thread.sleep(forTimeInterval: 0.2)
    session.run("func busy(_ n: Int) -> Int { var s = 0; for i in 0..<n { s += i }; return s }")
    session.run("let other = keep { n in c.n += 1; return busy(100_000) * 0 + [10, 20][n] }")
    Thread.sleep(forTimeInterval: 0.2)
    let busy = try #require(kept)
    kept = nil
    guard case .int(10) = try session.call(busy, [.int(0)]) else {
      Issue.record("expected 10")
      return
    }
    // A call that fails undoes what it changed, too.
    #expect(throws: (any Error).self) { try session.call(function, [.int(2)]) }
    session.limits.seconds = 20
    #expect(session.run("c.n").valueText == "1")
  }

  @Test func forksWithinARunKeepTheOuterOnesLog() {
    let session = Session(library: forking)
    current = session
    defer { current = nil }
    session.run("final class C { var n = 0 }; let c = C(); var g = 1")
    let outcome = session.run("c.n = 1; inFork(\"g = 9; let x = 1\"); c.n = 2; g = 2; \(Self.failure)")
    #expect(outcome.fault == "index 3 is out of range: the array has 1 element")
    #expect(session.run("print(c.n, g)").output == "0 1\n")
    #expect(session.run("c.n = 1; inFork(\"c.n = 7; let x = [1][2]\"); print(c.n)").output == "1\n")
  }
}

nonisolated(unsafe) private var current: Session?
nonisolated(unsafe) private let forking = NativeLibrary(
  types: [], declarations: "",
  natives: [
    Native("func inFork(_ text: String)") { arguments, _ in
      guard case .string(let text) = arguments[0] else { throw NativeFailure("expected a text") }
      current?.fork().run(text)
      return .void
    }
  ])
