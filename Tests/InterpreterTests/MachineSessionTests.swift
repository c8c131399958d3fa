import Interpreter
import Testing

/// What cells leave behind, and what they do not.
struct MachineSessionTests {
  @Test func aFailedCellLeavesTheVariablesAsTheyWere() {
    let session = Session(library: rows)
    session.run("var xs = [1, 2]; var text = \"a\"; var d = [\"k\": 1]; var r = row([1, 2])")
    let outcome = session.run("xs.append(3); text += \"b\"; d[\"k\"] = 2; r[0] = 9; var new = 1; print(xs[7])")
    #expect(!outcome.succeeded)
    #expect(session.run("print(xs, text, d, r)").output == "[1, 2] a [\"k\": 1] Row[1.0, 2.0]\n")
    #expect(session.run("new").fault == "cannot find 'new' in scope")
    #expect(session.variables.map(\.name) == ["xs", "text", "d", "r"])
  }

  @Test func forksAreIndependent() {
    let session = Session(library: NativeLibrary())
    session.run("var xs = [1]; func twice(_ n: Int) -> Int { n * 2 }")
    let fork = session.fork()
    fork.run("xs.append(2); func twice(_ n: Int) -> Int { n * 20 }; let only = 1")
    session.run("xs.append(3); let other = \"o\"")
    #expect(fork.run("print(xs, twice(1), only)").output == "[1, 2] 20 1\n")
    #expect(session.run("print(xs, twice(1), other)").output == "[1, 3] 2 o\n")
    #expect(session.run("only").fault == "cannot find 'only' in scope")
  }

  @Test func redefinedFunctionsReachEarlierCallers() {
    let session = Session(library: NativeLibrary())
    session.run("func rule() -> String { \"old\" }\nfunc ask() -> String { rule() }")
    session.run("func rule() -> String { \"new\" }")
    #expect(session.run("ask()").valueText == "\"new\"")
    session.run("func rule() -> String { \"newest\" }\nprint([1][3])")
    #expect(session.run("ask()").valueText == "\"new\"")
  }

  @Test func redefinitionsOfRedefinitionsReachTheirFirstCallers() {
    let session = Session(library: NativeLibrary())
    session.run("func rule() -> Int { 0 }\nfunc ask() -> Int { rule() }")
    for n in 1...6 {
      session.run("func rule() -> Int { \(n) }")
      #expect(session.run("ask()").valueText == "\(n)")
    }
  }

  @Test func valuesAndTheirTextsCanBeRead() throws {
    let session = Session(library: NativeLibrary())
    session.run("let xs = [1, 2]; let ds = [0.5]; let t = (a: 1, b: \"x\"); let o: Int? = nil; let r = 1..<4")
    guard case .ints(let ints)? = session.value(of: "xs"), case .doubles(let doubles)? = session.value(of: "ds"),
      case .tuple(let tuple)? = session.value(of: "t"), case .none? = session.value(of: "o"),
      case .range(let lower, let upper, false)? = session.value(of: "r")
    else {
      Issue.record("a value has the wrong form")
      return
    }
    #expect(ints == [1, 2] && doubles == [0.5] && tuple.count == 2 && lower == 1 && upper == 4)
    #expect(session.variables.map(\.description) == ["[1, 2]", "[0.5]", "(a: 1, b: \"x\")", "nil", "1..<4"])
    #expect(session.run("t").valueText == "(a: 1, b: \"x\")")
    #expect(session.run("\"q\"").valueText == "\"q\"")
    #expect(session.run("print(1)").valueText == nil)
  }

  @Test func closuresOutliveTheirCell() throws {
    let session = Session(library: rows)
    session.run("var calls = 0\nlet unused = keep { n in calls += 1; return n * 10 }")
    let function = try #require(kept)
    guard case .int(let result) = try session.call(function, [.int(4)]) else {
      Issue.record("expected a number")
      return
    }
    #expect(result == 40)
    #expect(session.run("calls").valueText == "1")
    kept = nil
  }

  @Test func errorsPassThroughNativeCode() {
    let session = Session(library: rows)
    session.run("enum E: Error { case odd(Int) }")
    let outcome = session.run(
      """
      do { print(try twice({ n in if n % 2 == 1 { throw E.odd(n) }; return n + 1 }, 2)) }
      catch { print("caught", error) }
      """)
    #expect(outcome.output == "caught odd(3)\n")
  }

  @Test func hostObjectsAreCopiedOnlyWhenShared() {
    let session = Session(library: rows)
    session.run("func fill() -> Row { var r = row([0, 0]); for i in 0..<100 { r[i % 2] += 1 }; return r }")
    #expect(session.run("let r = fill(); print(r, r.generation)").output == "Row[50.0, 50.0] 0\n")
    let shared = session.run("var a = row([1, 2]); let b = a; a[0] = 5; a[1] = 6; print(a, b, a == b, a.generation)")
    #expect(shared.output == "Row[5.0, 6.0] Row[1.0, 2.0] false 1\n")
    #expect(session.run("a.negate(); print(a, a == row([-5, -6]))").output == "Row[-5.0, -6.0] true\n")
    #expect(session.run("a[7] = 1").fault == "index 7 is out of range: the row has 2 numbers")
    #expect(session.run("a[0, 1]").fault == "a row needs 1 index, not 2")
  }

  @Test func linkedListsOfAnyLengthAreReleased() {
    let outcome = run(
      """
      final class Node { var next: Node?; init(_ next: Node?) { self.next = next } }
      var head: Node? = nil
      for _ in 0..<300_000 { head = Node(head) }
      head = nil
      """)
    #expect(outcome.succeeded)
  }
}
