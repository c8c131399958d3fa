import Interpreter
import Testing

/// What stops a program, word for word, and the place that is pointed at.
struct MachineFaultTests {
  @Test(arguments: [
    ("[1, 2, 3][5]", "index 5 is out of range: the array has 3 elements"),
    ("[1][1]", "index 1 is out of range: the array has 1 element"),
    ("[1, 2, 3][-1]", "index -1 is out of range: indices start at 0"),
    ("[1, 2, 3][1..<9]", "the range 1..<9 is out of bounds: the array has 3 elements"),
    ("9223372036854775807 + 1", "this addition overflows: 9223372036854775807 + 1 does not fit into Int"),
    ("Int.min - 1", "this subtraction overflows: -9223372036854775808 - 1 does not fit into Int"),
    ("Int.max * 2", "this multiplication overflows: 9223372036854775807 * 2 does not fit into Int"),
    ("Int.min / -1", "this division overflows: -9223372036854775808 / -1 does not fit into Int"),
    ("Int8(100) + 100", "this addition overflows: 100 + 100 does not fit into Int8"),
    ("UInt(3) - 4", "this subtraction overflows: 3 - 4 does not fit into UInt"),
    (
      "abs(Int.min)",
      "this value without its sign does not fit into Int: it is -9223372036854775808, the smallest there is"
    ),
    ("1 / [0][0]", "division by zero"),
    ("1 % [0][0]", "division by zero in a remainder"),
    ("UInt8([300][0])", "300 does not fit into UInt8"),
    ("Int(Double.nan)", "a value that is not a number (nan) does not fit into Int"),
    ("Int(1e300)", "1e+300 does not fit into Int"),
    ("Int([Double.infinity][0])", "inf does not fit into Int"),
    ("5..<[3][0]", "the range 5..<3 runs backwards: its lower bound is above its upper bound"),
    ("5...[3][0]", "the range 5...3 runs backwards: its lower bound is above its upper bound"),
    ("[Int](repeating: 0, count: -1)", "an array cannot have -1 elements"),
    ("String(repeating: \"a\", count: -2)", "a text cannot be repeated -2 times"),
    ("stride(from: 0, to: 5, by: 0)", "the step of a stride cannot be 0"),
    ("[\"a\": 1, \"a\": 2]", "the key \"a\" occurs twice in this dictionary"),
    ("Int(\"x\")!", "this value is nil"),
  ])
  func expressions(text: String, message: String) {
    let outcome = run("let unused = 0\n" + text)
    #expect(outcome.fault == message)
    #expect(outcome.place == text)
    #expect(outcome.diagnostics.first?.kind == .fault)
  }

  @Test(arguments: [
    ("fatalError(\"stop here\")", "stop here"),
    ("precondition(1 > 2, \"one is less\")", "one is less"),
    ("assert([false][0])", "the condition does not hold"),
    ("var a: [Int] = []; a.removeLast()", "an empty array has no last element to remove"),
    ("var a = [1]; a.insert(2, at: 3)", "index 3 is out of range: the array has 1 element"),
    ("var a = [1]; a.swapAt(0, 1)", "index 1 is out of range: the array has 1 element"),
    ("let x: Any = 1; x as! String", "this value of type 'Int' is no 'String'"),
    ("struct S: Error {}; throw S()", "an error was thrown and not caught: S()"),
    ("enum E: Error { case a(Int) }; func f() throws { throw E.a(3) }; try! f()", "'try!' met an error: a(3)"),
  ])
  func statements(text: String, message: String) {
    #expect(run(text).fault == message)
  }

  @Test func faultsInFunctionsOfEarlierCellsPointThere() {
    let outcome = run("func half(_ n: Int) -> Int {\n  return 10 / n\n}", "half(0)")
    #expect(outcome.place == "10 / n")
  }

  @Test func faultsInTheLibraryPointAtItsCaller() {
    let outcome = run("let xs = [1, 2]\nxs.prefix(-1)")
    #expect(outcome.fault == "a number of elements cannot be negative")
    #expect(outcome.place == "xs.prefix(-1)")
  }

  @Test func faultsInClosuresPointIntoThem() {
    #expect(run("[1, 0].map { 6 / $0 }").place == "6 / $0")
  }

  @Test func failuresOfNativesPointAtTheCall() {
    let outcome = run("let n = 1 + fail(\"no such kernel\")", library: rows)
    #expect(outcome.fault == "no such kernel")
    #expect(outcome.place == "fail(\"no such kernel\")")
  }

  @Test func overlappingChangesAreFaults() {
    let outcome = run(
      "var xs = [1]\nfunc add(_ a: inout [Int]) { xs.append(1); a.append(2) }", "add(&xs)")
    #expect(outcome.fault == "this variable is being changed elsewhere at the same time (overlapping accesses)")
  }
}
