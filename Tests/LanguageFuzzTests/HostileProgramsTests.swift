import Foundation
import Interpreter
import Testing

/// Programs that are made to take for ever, or to bring the process down: each ends soon, with a sentence.
@Suite struct HostileProgramsTests {
  /// A program made of pieces, because it is long.
  struct Program: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let message: String

    init(_ name: String, _ text: String, _ message: String = "") {
      (testDescription, self.text, self.message) = (name, text, message)
    }
  }

  private static func times(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }
  private static func each(_ count: Int, _ separator: String = "\n", _ piece: (Int) -> String) -> String {
    (0..<count).map(piece).joined(separator: separator)
  }

  static let checking: [Program] = [
    Program("long sum of mixed literals", "let x: Double = " + each(300, " + ") { "\($0) * 2.5 - 1" }),
    Program("many overloads in each other", overloaded(40), "checking this takes too long"),
    Program("ternaries in ternaries", "let x = " + times(900, "true ? 1 : ") + "2"),
    Program("closures in closures", "let x = " + times(60, "{ ") + "1" + times(60, " }()")),
    Program("maps of maps", "let x = " + times(20, "[1].map { _ in ") + "1" + times(20, " }")),
    Program("reductions of reductions", "let x = " + times(25, "[1].reduce(") + "0" + times(25, ") { $0 + $1 }")),
    Program(
      "a type that doubles",
      "func d<T>(_ x: T) -> (T, T) { (x, x) }\nlet x = " + times(40, "d(") + "1" + times(40, ")"),
      "the type of this has more than 1,000 parts"),
    Program(
      "tuples that double", "let a0 = (1, 1)\n" + each(40) { "let a\($0 + 1) = (a\($0), a\($0))" },
      "the type of this has more than 1,000 parts"),
    Program(
      "structs that double",
      "struct S0 { var a = 1 }\n" + each(40) { "struct S\($0 + 1) { var a = S\($0)(); var b = S\($0)() }" }
        + "\nlet s = S40()", "a value of type S14 takes too much room"),
    Program(
      "a wide tuple", "let t = (" + times(5_000, "1, ") + "1)", "a tuple can have 1,000 elements, but this has 5001"),
    Program(
      "generic types without end",
      "struct Box<T> { var v: T }\nfunc f<T>(_ x: T, _ n: Int) -> Int { n == 0 ? 0 : f(Box(v: x), n - 1) }\nf(1, 9)",
      "'f' needs types within types without an end: Box<Box<Box<Box<Box<Box<Box<Bo..."),
    Program("functions in functions", times(60, "func f() { ") + "g()" + times(60, " }"), "cannot find 'g' in scope"),
    Program("protocols that inherit each other", "protocol P: Q {}\nprotocol Q: P {}", "'Q' inherits from itself"),
    Program("classes that inherit each other", "class A: B {}\nclass B: A {}", "'B' inherits from itself"),
    Program("brackets", "let x = " + times(10_000, "(") + "1", "this is nested too deeply (limit 100)"),
    Program("array literal of 5,000", "let x = [" + each(5_000, ", ") { $0 % 2 == 0 ? "\($0)" : "\($0).5" } + "]"),
    Program("2,000 functions", each(2_000) { "func f\($0)(_ x: Int) -> Int { x + \($0) }" } + "\nf1999(1)"),
    Program(
      "an enum of 500 cases",
      "enum E {\n" + each(500) { "case c\($0)(Int)" } + "\n}\nlet e = E.c499(1)\nswitch e {\n"
        + each(500) { "case .c\($0)(let x): x" } + "\n}"),
    Program("an optional chain of 50", "struct S { var s: [S] = [] }\nlet s = S()" + times(50, ".s.first?") + ".s"),
  ]

  private static func overloaded(_ depth: Int) -> String {
    let types = ["Int", "Double", "String", "Bool", "UInt8", "Float", "[Int]"]
    return types.map { "func g(_ x: \($0)) -> \($0) { x }" }.joined(separator: "\n") + "\nlet y = " + times(depth, "g(")
      + "1" + times(depth, ")")
  }

  @Test(arguments: checking)
  func checkingEnds(program: Program) {
    let outcome = run(program.text)
    #expect(outcome.diagnostics.first?.message ?? "" == program.message)
    #expect(outcome.diagnostics.first.map { $0.range != nil } ?? true)
    #expect(outcome.seconds < 10, "a second at most where nothing else runs")
  }

  /// Recursion through everything that can run code.
  @Test(arguments: [
    "struct S { var x: Int { x } }; S().x", "struct S { subscript(i: Int) -> Int { self[i] } }; S()[0]",
    "struct S { static func + (a: S, b: S) -> S { a + b } }; S() + S()",
    "struct S: Hashable { static func == (a: S, b: S) -> Bool { a == b } }; S() == S()",
    "var f: (Int) -> Int = { $0 }; f = { f($0) + 1 }; f(0)",
    "func f(_ n: Int) -> Int { [3, 1].sorted { f($0) < f($1) }[0] }; f(1)",
    "var f: () -> Int = { 1 }; for _ in 0..<100_000 { let g = f; f = { g() + 1 } }; f()",
  ])
  func recursionEnds(text: String) {
    #expect(run(text).diagnostics.first?.message == "the calls are nested too deeply: 10000 may wait for one another")
  }

  /// Numbers at the edge: what Swift stops at is a fault here, in the same place.
  @Test(arguments: [
    ("var m = Int.min; m / -1", true), ("var m = Int.min; m % -1", true), ("var m = Int.min; -m", true),
    ("var m = Int.min; abs(m)", true), ("1 << Int.max", false), ("1 >> Int.min", false), ("-1 >> 100", false),
    ("[1, 2].prefix(Int.max).count", false), ("[1, 2].dropFirst(Int.max).count", false),
    ("let n = -1; [1].prefix(n)", true),
    ("var a = [1]; a.removeFirst(2)", true), ("for i in Int.max... { _ = i }", true), ("Int(1e300)", true),
    ("Int(Double.nan)", true), ("let s = \"\"; Character(s)", true), ("let n = 300; UInt8(n)", true),
    ("[Double.nan, 1].sorted().count", false),
    ("for _ in stride(from: 0, to: Int.max, by: Int.max) {}", false), ("(0..<Int.max).count", false),
    ("[Int](repeating: 0, count: -1)", true), ("let u = 0; for _ in 5..<u {}", true), ("[1, 2][0...Int.max - 1]", true),
  ])
  func edgesOfNumbers(text: String, stops: Bool) {
    let outcome = run(text)
    #expect(outcome.diagnostics.first.map { $0.kind == .fault } ?? false == stops)
    #expect(outcome.diagnostics.first.map { $0.range != nil } ?? true)
  }

  private func run(_ text: String) -> Outcome {
    Session(library: NativeLibrary()).run(SourceText(text, name: "cell"))
  }
}
