import Interpreter
import Testing

/// Declarations that are Swift but not Convbook's Swift: each refused with a sentence that names it.
struct DeclarationRefusalsTests {
  @Test(arguments: [
    ("struct S { deinit { print(1) } }", "'deinit' only stands in classes"),
    ("class C { deinit {}; deinit {} }", "'C' has a 'deinit' already"),
    ("class C {}; struct S { weak var c: C }", "a 'weak' variable has an optional type, 'C?'"),
    ("struct S {}; class C { weak var s: S? }", "'weak' may only be applied to objects, not to values of type 'S'"),
    (
      "struct S {}; let s = S(); let f = { [unowned s] in print(s) }",
      "'unowned' may only be applied to objects, not to values of type 'S'"
    ),
    ("func f(_ x: any Sequence<Int, Int>) {}", "protocol 'Sequence' takes 1 type in brackets, but has 2"),
    (
      "class C { class var n: Int { 1 }; static func f() -> Int { n } }",
      "'n' can be overridden in subclasses; using it without its class is not part of Convbook's Swift"
    ),
    (
      "class C { init() {} }; let c = C(); print(type(of: c).init())",
      "only a 'required' initializer makes an object of a class that is not known"
    ),
    (
      "typealias Pair<A> = (A, A); func f(_ p: Pair) {}", "reference to generic type 'Pair' requires arguments in <...>"
    ),
    ("typealias Pair<A> = (A, A); let p: Pair<Int, Int>? = nil", "generic type 'Pair' takes 1 type, but has 2"),
    (
      "func f() { var x: Int { 1 } }",
      "within a function, a variable with 'get' or observers is not part of Convbook's Swift"
    ),
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
