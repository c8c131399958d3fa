import Interpreter
import Testing

/// Later cells declare names again, as in any notebook.
struct RedefinitionTests {
  private let session = Session(library: NativeLibrary())

  private func cells(_ texts: String...) -> String {
    var output = ""
    for text in texts {
      let outcome = session.run(text)
      for diagnostic in outcome.diagnostics { Issue.record("\(diagnostic.rendered())") }
      output += outcome.output
    }
    return output
  }

  @Test func earlierCallersCallTheNewFunction() {
    #expect(
      cells(
        "func rule(_ n: Int) -> Int { n }\nfunc use() -> Int { rule(3) }\nlet kept = rule\nlet list = [use]",
        "func rule(_ n: Int) -> Int { n * 10 }", "print(use(), kept(1), list[0](), [1, 2].map(rule))",
        "func use() -> Int { -rule(1) }", "print(use(), list[0]())") == "30 10 30 [10, 20]\n-10 -10\n")
  }

  @Test func recursionMeansTheNewFunction() {
    #expect(
      cells(
        "func count(_ n: Int) -> Int { n == 0 ? 0 : count(n - 1) + 1 }",
        "func count(_ n: Int) -> Int { n == 0 ? 0 : count(n - 1) + 2 }", "print(count(3))") == "6\n")
  }

  @Test func genericFunctionsAreReplacedToo() {
    #expect(
      cells(
        "func listed<T>(_ x: T) -> [T] { [x] }\nfunc use() -> Int { listed(3).count }\nprint(use())",
        "func listed<T>(_ x: T) -> [T] { [x, x] }", "print(use(), listed(\"a\"))") == "1\n2 [\"a\", \"a\"]\n")
  }

  @Test func aFunctionOfAnotherTypeLeavesItsCallersAlone() {
    #expect(
      cells(
        "func rule() -> Int { 1 }\nfunc use() -> Int { rule() + 1 }", "func rule() -> Double { 2.5 }",
        "print(use(), rule())") == "2 2.5\n")
  }

  @Test func otherLabelsAreAnotherFunction() {
    #expect(
      cells("func f(a: Int) -> Int { 1 }", "func f(b: Int) -> Int { 2 }", "print(f(a: 0), f(b: 0))") == "1 2\n")
  }

  @Test func operatorsAreReplaced() {
    #expect(
      cells(
        "struct V { var x = 1 }\nfunc + (a: V, b: V) -> Int { a.x + b.x }\nfunc use() -> Int { V() + V() }\nprint(use())",
        "func + (a: V, b: V) -> Int { 100 }", "print(use(), V() + V())") == "2\n100 100\n")
  }

  @Test func membersOfExtensionsAreReplaced() {
    #expect(
      cells(
        "extension Int { var twice: Int { self * 2 }\nfunc plus(_ n: Int) -> Int { self + n } }",
        "func use() -> Int { 4.twice + 4.plus(1) }\nprint(use())",
        "extension Int { var twice: Int { self * 20 } }", "extension Int { func plus(_ n: Int) -> Int { 0 } }",
        "print(4.twice, 4.plus(1), use())",
        "struct V { var x = 1; func get() -> Int { x } }\nlet v = V()", "extension V { func get() -> Int { x + 6 } }",
        "print(v.get())") == "13\n80 0 80\n7\n")
  }

  @Test func variablesGetAnotherType() {
    #expect(
      cells(
        "var n = 1\nfunc read() -> Int { n }", "var n = \"text\"", "print(n, read())", "var n = 5", "print(n, read())")
        == "text 1\n5 5\n")
    #expect(cells("let c = 1", "var c = [c, c]", "c.append(2)\nprint(c)") == "[1, 1, 2]\n")
  }

  @Test func aTypeDeclaredAgainIsAnotherType() {
    #expect(
      cells(
        "struct P { var x: Int }\nlet old = P(x: 1)\nfunc sum(_ p: P) -> Int { p.x }",
        "struct P { var x: Double; var y = 2 }", "print(old, sum(old), P(x: 1))") == "P(x: 1) 1 P(x: 1.0, y: 2)\n")
    let outcome = session.run("func show(_ p: P) {}\nshow(old)")
    #expect(outcome.fault == "cannot convert value of type 'P' to expected argument type 'P'")
    #expect(
      outcome.diagnostics.first?.notes == [
        "the value is of an earlier type 'P': make it again, now that the type is declared anew"
      ])
    #expect(cells("let old = P(x: 4)", "func show(_ p: P) { print(p.x) }\nshow(old)") == "4.0\n")
  }

  @Test func classesAndEnumsAreReplacedForNewValuesOnly() {
    #expect(
      cells(
        "class C { func hi() -> String { \"old\" } }\nlet c = C()\nenum E { case a, b }\nlet e = E.a",
        "class C { func hi() -> String { \"new\" } }\nenum E { case a, b, c }",
        "switch e { case .a: print(c.hi(), C().hi(), E.c, e == .a)\ncase .b: break }") == "old new c true\n")
  }

  @Test func libraryNamesCanBeTaken() {
    #expect(
      cells("func abs(_ x: Int) -> Int { -1 }", "print(abs(5), [1, -2].map(abs), abs(-2.5))") == "-1 [-1, -1] 2.5\n")
    #expect(cells("let zip = 3", "print(zip)") == "3\n")
  }

  @Test(arguments: [
    // A mistake in the types, and a fault while the cell runs.
    "let oops: Int = \"text\"", "print([1][3])",
  ])
  func aFailedCellChangesNothing(mistake: String) {
    _ = cells(
      """
      var n = 1
      struct P { var x = 1; func get() -> Int { x } }
      func rule() -> Int { 1 }
      func use() -> Int { rule() }
      extension Int { var twice: Int { self * 2 } }
      func + (a: P, b: P) -> Int { 2 }
      enum E { case a }
      """)
    let outcome = session.run(
      """
      n = 7
      var n = "text"
      struct P { var y = 2 }
      func rule() -> Int { 100 }
      func fresh() {}
      extension Int { var twice: Int { 0 } }
      func + (a: P, b: P) -> Int { 200 }
      enum E { case b }
      extension E { static var more: Int { 1 } }
      typealias T = Int
      \(mistake)
      """)
    #expect(!outcome.succeeded)
    #expect(cells("print(n, P().get(), rule(), use(), 4.twice, P() + P(), E.a)") == "1 1 1 1 8 2 a\n")
    #expect(session.run("fresh()").fault == "cannot find 'fresh' in scope")
    #expect(session.run("let t: T = 1").fault == "cannot find type 'T' in scope")
    #expect(session.run("E.more").fault == "type 'E' has no member 'more'")
    #expect(session.variables.map(\.name) == ["n"])
  }
}
