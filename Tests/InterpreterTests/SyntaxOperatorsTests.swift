import Interpreter
import Testing

@Suite struct SyntaxOperatorsTests {
  @Test(arguments: [
    ("1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"),
    ("a - b - c", "(- (- a b) c)"),
    ("a ?? b ?? c", "(?? a (?? b c))"),
    ("a = b ? c : d ? e : f", "(= a (?: b c (?: d e f)))"),
    ("a && b || c && d", "(|| (&& a b) (&& c d))"),
    ("a + 1 < b * 2 && c", "(&& (< (+ a 1) (* b 2)) c)"),
    ("0..<n + 1", "(..< 0 (+ n 1))"),
    ("x = try f() + 1", "(= x (try (+ (call f) 1)))"),
    ("try a + b * c", "(try (+ a (* b c)))"),
    ("a as? Int ?? 3", "(?? (as? a Int) 3)"),
    ("a + b as Double", "(as (+ a b) Double)"),
    ("a is Int == true", "(== (is a Int) true)"),
    ("a as Int as Double", "(as (as a Int) Double)"),
    ("a << 2 * b & c", "(& (* (<< a 2) b) c)"),
    ("-a * !b", "(* (prefix- a) (prefix! b))"),
    ("a += b = c", "(+= a (= b c))"), ("a &+ b &* c", "(&+ a (&* b c))"), ("a | b & c ^ d", "(^ (| a (& b c)) d)"),
    ("a === b || c !== d", "(|| (=== a b) (!== c d))"), ("a ... b ~= c", "(~= (... a b) c)"), ("a &<< b", "(&<< a b)"),
  ])
  func bindAsInSwift(text: String, tree: String) {
    #expect(treeDescription(of: SourceText(text, name: "cell")) == tree)
  }
}
