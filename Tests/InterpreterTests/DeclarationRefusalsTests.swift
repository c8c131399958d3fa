import Interpreter
import Testing

/// Declarations that are Swift but not Convbook's Swift: each refused with a sentence that names it.
struct DeclarationRefusalsTests {
  @Test(arguments: [
    ("class C { deinit { print(1) } }", "'deinit' is not part of Convbook's Swift"),
    ("class C {}; struct S { weak var c: C? }", "'weak' is not part of Convbook's Swift"),
    (
      "class C { func f() -> () -> Void { { [weak self] in print(self == nil) } } }",
      "'weak' is not part of Convbook's Swift"
    ),
    ("func f(_ x: any Sequence<Int>) {}", "'any Sequence<...>' is not part of Convbook's Swift"),
    (
      "class C { class var n: Int { 1 }; static func f() -> Int { n } }",
      "'n' can be overridden in subclasses; using it without its class is not part of Convbook's Swift"
    ),
    (
      "class C { static let n = 1 }; let c = C(); print(type(of: c).n)",
      "'n' of 'type(of:)' an object is not part of Convbook's Swift"
    ),
    (
      "let t: Any.Type = Int.self; print(t.init())",
      "which type this is, is only known when the program runs, so that 'init' cannot be used"
    ),
    ("typealias Pair<A> = (A, A)", "a type alias with parameters is not part of Convbook's Swift"),
    ("enum E { case a(Int = 1) }", "a default value in an enum case is not part of Convbook's Swift"),
  ])
  func namesTheConstruct(text: String, message: String) {
    #expect(run(text).diagnostics.map(\.message) == [message])
  }

  @Test func refusesToOverrideWhatEarlierCellsStore() {
    let outcome = run("class A { var x = 1 }", "class B: A { override var x: Int { didSet { print(x) } } }")
    #expect(
      outcome.diagnostics.map(\.message) == ["'x' is stored in a class of an earlier cell and cannot be overridden"])
  }

  @Test(arguments: [
    (
      "protocol P { func f(_ x: Int) -> String }; struct S: P { func f(_ x: Int) -> Int { x } }",
      "type 'S' does not conform to protocol 'P'", "it needs 'func f(_ x: Int) -> String'"
    ),
    (
      "struct S: Sequence {}", "type 'S' does not conform to protocol 'Sequence'", "it needs 'typealias Iterator = ...'"
    ),
    ("infix operator **: Powers", "unknown precedence group 'Powers'", ""),
    (
      "infix operator **\nfunc ** (a: Int, b: Int) -> Int { a }\nprint(1 ** 2 * 3)",
      "'**' and '*' side by side need parentheses", ""
    ),
    (
      "struct S { lazy var x = 1 }; let s = S(); print(s.x)", "'x' is lazy and cannot be read from a constant",
      "declare 's' with 'var'"
    ),
    (
      "struct S<T> { static var n = 1 }", "static stored properties are not supported in generic types",
      "write a computed property: static var n: ... { ... }"
    ),
    (
      "struct S { init?(x: Int) { return nil }; init() { self.init(x: 1) } }",
      "a non-failable initializer cannot delegate to a failable initializer",
      "write '!' after the call, or make this initializer 'init?'"
    ),
    (
      "let p = \\.count", "the type at the start of this key path cannot be found from its context",
      "write it: \\Type.count"
    ),
  ])
  func explainsMistakes(text: String, message: String, note: String) {
    let diagnostic = run(text).diagnostics.first
    #expect(diagnostic?.message == message)
    #expect(diagnostic?.notes.joined(separator: "; ") == note)
  }
}
