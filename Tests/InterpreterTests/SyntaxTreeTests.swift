import Interpreter
import Testing

/// One case a construct of the untyped tree; operators have their own file.
@Suite struct SyntaxTreeTests {
  @Test(arguments: [
    ("1_000 + 0xFF + 0b101 + 0o17 + 007", "(+ (+ (+ (+ 1000 255) 5) 15) 7)"),
    ("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695"), ("1.5e3", "1.5e3"), ("1_0.2_5", "10.25"),
    ("0x1.8p3", "0x1.8p3"),
    ("-1", "(prefix- 1)"), ("true", "true"), ("nil", "nil"), ("`class`", "class"), ("self.x", "self.x"),
    ("f(1, b: 2)", "(call f 1 b: 2)"), ("x.f(a:)", "x.f(a:)"), ("f(_:b:)", "f(_:b:)"), (".a", ".a"), ("t.0.1", "t.0.1"),
    ("f { $0 } g: { 1 }", "(call f trailing (closure {$0}) trailing g: (closure {1}))"),
    ("x[0, 1..<3, ..., 2...]", "(index x 0 (..< 1 3) ... (postfix... 2))"), ("x[...]", "(index x ...)"),
    ("xs.reduce(0, +)", "(call xs.reduce 0 +)"), ("(+)", "(paren +)"), ("(1)", "(paren 1)"), ("()", "(tuple)"),
    ("(1, b: 2)", "(tuple 1 b: 2)"), ("[]", "[]"), ("[1, 2,]", "[1, 2]"), ("[:]", "[:]"),
    ("[1: 2, 3: 4]", "[1: 2, 3: 4]"),
    ("a?.b.c()?[0]!.d", "(chain (index (call a?.b.c)? 0)!.d)"), ("(a?.b).c", "(paren (chain a?.b)).c"),
    ("a?.b = 1", "(= (chain a?.b) 1)"), ("f(&x)", "(call f &x)"), ("try? f()", "(try? (call f))"),
    ("x as! Int", "(as! x Int)"), ("_ = 1", "(= _ 1)"), ("\\.count", "\\.count"), ("\\P.a.b", "\\P.a.b"),
    ("{ x in x }", "(closure (x) {x})"),
    ("{ (a: inout Int, _ b) throws -> Int in a }", "(closure (a: inout Int, b) throws -> Int {a})"),
    ("{ [weak self, x = 1] in x }", "(closure [weak self=self, x=1] {x})"),
    ("let x = if a { 1 } else { 2 }", "(let let x = (if a {1} else {2}))"),
    ("let x = switch a { case 1: 2; default: 3 }", "(let let x = (switch a (case ~1 {2}) (default {3})))"),
  ])
  func expressions(text: String, expected: String) { #expect(tree(text) == expected) }

  @Test(arguments: [
    ("[Int]()", "(call (type [Int]))"),
    ("[[Double]](repeating: [], count: 3)", "(call (type [[Double]]) repeating: [] count: 3)"),
    ("[String: Int]()", "(call (type [String: Int]))"), ("[(Int) -> Int]()", "(call (type [(Int) -> Int]))"),
    ("[(a: Int, String)]()", "(call (type [(a: Int, String)]))"), ("[Int?]()", "(call (type [Int?]))"),
    ("[A.B]()", "(call (type [A.B]))"),
    ("Array<Int>()", "(call Array<Int>)"), ("Int.self", "(type Int).self"), ("Int?.none", "(type Int?).none"),
    ("a?.none", "(chain a?.none)"), ("[Int].self", "(type [Int]).self"),
    ("[x].count", "[x].count"), ("x.self", "(type x).self"), ("f<Int>(1)", "(call f<Int> 1)"),
  ])
  func typesInThePlaceOfExpressions(text: String, expected: String) { #expect(tree(text) == expected) }

  @Test(arguments: [
    (#""a\nb\t\\\"\'\0\u{41}""#, #""a\nb\t\\\"\'\0A""#), (#""a\(x + 1)b""#, #""a\((+ x 1))b""#),
    (#""\(a)\(b)""#, #""\(a)\(b)""#),
    (##"#"raw \n \#(y) \#n"#"##, #""raw \\n \(y) \n""#),
    ("\"\"\"\n    a\n      b \\\n    c\n    \"\"\"", "\"a\\n  b c\""),
    ("\"\"\"\n  \\(x)\n\n  \"q\"\n  \"\"\"", "\"\\(x)\\n\\n\\\"q\\\"\""), ("\"\"", "\"\""), ("\"\\u{1F600}\"", "\"😀\""),
    ("\"e\\u{301}\"", "\"e\u{301}\""), ("\"\\(\"in \\(x)\")\"", "\"\\(\"in \\(x)\")\""),
  ])
  func strings(text: String, expected: String) { #expect(tree(text) == expected) }

  @Test(arguments: [
    ("let x", "(let let x)"), ("var x: Int = 1, y = 2.0", "(var var x: Int = 1, var y = 2.0)"),
    ("let a, b: Double", "(let let a: Double, let b: Double)"), ("let (a, _) = t", "(let (let a, _) = t)"),
    ("var (a, (b, c)): (Int, (Int, Int)) = t", "(var (var a, (var b, var c)): (Int, (Int, Int)) = t)"),
    ("var x: Int { 1 }", "(var var x: Int {get {1}})"),
    ("var x: Int { get { 1 } set(v) { y = v } }", "(var var x: Int {get {1} set(v) {(= y v)}})"),
    ("var x = 1 { willSet { a } didSet(old) { b } }", "(var var x = 1 {willSet(newValue) {a} didSet(old) {b}})"),
    ("func f() { }", "(func f() {})"), ("func f(x: Int, _ y: Int, z w: Int)", "(func f(x: Int, _ y: Int, z w: Int))"),
    (
      "func f<T: A, U>(_ a: T..., b: inout [U], c: @escaping (inout Int) throws -> Void = { _ in }) rethrows -> T where U: B, T.E == U { }",
      "(func f<T: A, U>(_ a: T..., b: inout [U], c: (inout Int) throws -> Void = (closure (_) {})) rethrows -> T where U: B, T.E == U {})"
    ),
    ("static func + (a: P, b: P) -> P { a }", "static (func +(a: P, b: P) -> P {a})"),
    ("@discardableResult private func f() { }", "@discardableResult private (func f() {})"),
    ("subscript(i: Int, at j: Int) -> Int { get set }", "(subscript(_ i: Int, at j: Int) -> Int {get set})"),
    ("init?(x: Int) throws { }", "(init?(x: Int) throws {})"), ("deinit { a }", "(deinit() {a})"),
    (
      "struct P<T: A>: Q, R where T: S { var x: T; mutating func f() { } }",
      "(struct P<T: A>: Q, R where T: S {(var var x: T); mutating (func f() {})})"
    ),
    (
      "enum E: Int { case a = 1, b; indirect case c(Int, x: E) }",
      "(enum E: Int {(case a = 1, b); indirect (case c(Int, x: E))})"
    ),
    ("final class C: B { override func f() { } }", "final (class C: B {override (func f() {})})"),
    (
      "protocol P: A { associatedtype T: B; var x: Int { get }; func f() throws -> Self; init() }",
      "(protocol P: A {(associatedtype T: B); (var var x: Int {get}); (func f() throws -> Self); (init())})"
    ),
    ("extension A: B where T == Int { }", "(extension A: B where T == Int {})"),
    ("typealias M = [[Double]]", "(typealias M [[Double]])"),
  ])
  func declarations(text: String, expected: String) { #expect(tree(text) == expected) }

  @Test(arguments: [
    ("if a { b } else if c { d } else { e }", "(if a {b} else (if c {d} else {e}))"),
    ("if let x, var y = z, case .a(let b)? = c, d { }", "(if bind let x, bind var y = z, case .a(let b)? = c, d {})"),
    ("guard let x = y else { return }", "(guard bind let x = y {(return)})"),
    ("while a { break }", "(while a {(break)})"),
    ("repeat { x } while y", "(repeat {x} y)"), ("l: while a { continue l }", "l: (while a {(continue l)})"),
    ("l: do { break l }", "l: (do {(break l)})"), ("l: if a { break l }", "l: (if a {(break l)})"),
    ("for i in 0..<3 where i > 1 { a }", "(for let i in (..< 0 3) where (> i 1) {a})"),
    ("for (i, var x) in xs { }", "(for (let i, var x) in xs {})"), ("for _ in xs { }", "(for _ in xs {})"),
    ("for case let .a(x) in xs { }", "(for .a(let x) in xs {})"), ("for x: Int in xs { }", "(for let x: Int in xs {})"),
    (
      "do { try f() } catch E.a, E.b { a } catch let e as F where e.x { b } catch { c }",
      "(do {(try (call f))} (catch E.a, E.b {a}) (catch (as let e F) where e.x {b}) (catch {c}))"
    ),
    ("defer { a }", "(defer {a})"), ("throw E.a", "(throw E.a)"), ("return", "(return)"), ("a; b", "a\nb"),
    (
      "switch a { case 1, 2 where b: c; fallthrough; default: d }",
      "(switch a (case ~1, ~2 where b {c; (fallthrough)}) (default {d}))"
    ),
  ])
  func statements(text: String, expected: String) { #expect(tree(text) == expected) }

  @Test(arguments: [
    ("_", "_"), ("1...3", "~(... 1 3)"), ("\"a\"", "~\"a\""), ("(0, _)", "(~0, _)"), ("let (x, y)", "(let x, let y)"),
    ("(let x, 1)", "(let x, ~1)"), (".a", ".a"), (".a(let x, b: 1)", ".a(let x, b: ~1)"),
    ("let .a(x, _)", ".a(let x, _)"),
    ("S.a", "S.a"), ("S.T.a(let x)", "S.T.a(let x)"), ("Int.max", "Int.max"), ("x.y", "~x.y"), ("x", "~x"),
    ("let x?", "let x?"), (".some(1)?", ".some(~1)?"),
    ("is Int", "is Int"), ("let x as Int", "(as let x Int)"), ("nil", "~nil"),
    ("let x where x > 0", "let x where (> x 0)"), ("(.a, .b(let x))", "(.a, .b(let x))"),
    ("f(1)", "~(call f 1)"), ("-1", "~(prefix- 1)"),
  ])
  func patterns(text: String, expected: String) {
    #expect(tree("switch s { case \(text): a }") == "(switch s (case \(expected) {a}))")
  }

  @Test(arguments: [
    "Int", "A.B", "Array<Int>", "[Int]", "[[String: Int]]", "Int?", "(Int, b: String)", "()", "(Int) -> Int",
    "(inout Int, Int...) throws -> Void", "((Int) -> Int) -> ()",
    "some P", "any P", "A & B", "Int.Type", "[Int?]?",
  ])
  func types(text: String) { #expect(tree("let x: \(text)") == "(let let x: \(text))") }

  @Test func documentationComments() {
    let text = """
      /// Not this one.

      // Nor this.
      /// Slides `k`.
      ///
      ///   indented
      func f() { }
      /**
       * Block.
       */
      let x = 1
      /* plain */ let y = 2
      struct S {
        /// Member.
        var a: Int
      }
      """
    #expect(
      tree(text) == """
        /// "Slides `k`.\\n\\n  indented" (func f() {})
        /// "Block." (let let x = 1)
        (let let y = 2)
        (struct S {/// "Member." (var var a: Int)})
        """)
  }

  @Test(arguments: [
    ("switch x { case 1: }", Complaint("this case needs a statement", at: "case 1:", notes: ["'break' does nothing"])),
    ("\"\\(a, b)\"", Complaint("an interpolation \\( ) holds one value, without a label", at: "\\(a, b)")),
    (
      "\\.a[0]",
      Complaint(
        "a key path can only name properties", at: "[0]", notes: ["write a closure for the rest: { $0... }"])
    ),
    (
      "let f = { (x: Int...) in x }",
      Complaint(
        "a variadic parameter of a closure is not part of Convbook's Swift", at: "...",
        notes: ["take an array: { (xs: [Int]) in ... }"])
    ),
    ("let x: inout Int = 1", Complaint("'inout' can only stand before the type of a parameter", at: "inout")),
    (
      "f { $9223372036854775807 }",
      Complaint("a closure has no such argument", at: "$9223372036854775807", notes: ["the first is $0, the second $1"])
    ),
    ("let x: _ = 1", Complaint("write the type in place of '_'", at: "_")),
    (
      "(a, b) -> Int",
      Complaint("a function type cannot stand here", at: "->", notes: ["a closure is written { x in x + 1 }"])
    ),
  ])
  func mistakesOfForm(text: String, complaint: Complaint) { #expect(complaints(about: text) == [complaint]) }
}
