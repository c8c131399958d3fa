import Interpreter
import Testing

/// `deinit` and weak references where a compiled program has no counterpart: cells, faults, objects without an end.
struct DeinitializerTests {
  private static let counted = "class A { let n: Int; init(_ n: Int) { self.n = n }; deinit { print(\"gone\", n) } }"

  /// A cell that fails gives its variables back, so that nothing they hold goes before the cell has ended.
  @Test func objectsOfEarlierCellsGoWhenTheCellHasEnded() {
    let outcome = run(Self.counted + "\nvar a: A? = A(1)", "a = nil; print(\"nil\")")
    #expect(outcome.output == "nil\ngone 1\n")
  }

  @Test func aFailedCellKeepsItsObjects() {
    let outcome = run(
      Self.counted + "\nvar a: A? = A(1); weak var b = a", "a = nil; print([1][2])", "print(a!.n, b!.n)")
    #expect(outcome.output == "1 1\n")
  }

  @Test func aFaultInsideStopsTheCell() {
    let outcome = run("class A { deinit { print([1][2]) } }\nfunc f() { _ = A() }\nf()\nprint(\"after\")")
    #expect(outcome.output == "")
    #expect(outcome.diagnostics.map(\.message) == ["index 2 is out of range: the array has 1 element"])
  }

  @Test func anObjectMayOutliveItsEnd() {
    let outcome = run(
      "class A { var n = 1; deinit { kept = self } }\nvar kept: A?\ndo { _ = A() }", "print(kept!.n)", "kept = nil")
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test func objectsThatMakeObjectsEnd() {
    let outcome = run("class A { deinit { _ = A() } }\ndo { _ = A() }")
    #expect(outcome.diagnostics.count == 1)
  }

  @Test func longChainsEnd() {
    let outcome = run(
      """
      var count = 0
      class A { var next: A?; deinit { count += 1 } }
      var head: A? = nil
      for _ in 0..<50_000 { let a = A(); a.next = head; head = a }
      head = nil
      print(count)
      """)
    #expect(outcome.output == "50000\n")
  }

  @Test func anUnownedObjectThatIsGoneIsAFault() {
    let outcome = run(
      "class A {}; class B { unowned var a: A; init(_ a: A) { self.a = a } }",
      "var b: B? = nil; do { b = B(A()) }; _ = b!.a"
    )
    #expect(outcome.diagnostics.map(\.message) == ["the object of an 'unowned' reference is gone"])
  }
}
