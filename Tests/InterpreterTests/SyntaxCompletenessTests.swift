import Interpreter
import Testing

@Suite struct SyntaxCompletenessTests {
  @Test(arguments: [
    "let x =", "let x: ", "let", "let (a, b", "if x", "if x {", "if x { } else", "func f(", "func f()",
    "func f() -> Int",
    "func f<T", "foo(1,", "foo(1", "x +", "x as", "x ? 1", "x ? 1 :", "x[", "[1, 2,", "(", "try", "\"\"\"",
    "let s = \"\"\"\n  abc", "\"\"\"\n  \\(x", "/* abc", "let x = 3 /* abc", "/* /* */", "/** doc", "struct S",
    "extension A {",
    "protocol P { func f()", "switch x {", "switch x { case 1:", "guard x else", "repeat { }", "for i in 0..<3",
    "do {\n} catch", "@discardableResult", "xs.map {", "{ x in", "{ $0 +", "let f = { (a: Int) ->", "foo(1, 2\n\n",
    "if x { // comment", "func f() { <#a#>",
    "let x = [1,", "let x = a ??", "let f: (Int) ->", "var x: Int {", "while true", "for x in", "x = y ?", "enum E {",
    "class C: B", "func f() throws", "func f() -> [Int]", "a &&", "let t = (1,", "\"a\" +", "if let y = z,", "x.map({",
    "print(\"a\",", "d[\"a\",", "let x: [String:", "@discardableResult\n", "switch x", "init(", "do",
    "f(a) {", "struct S {\n  var x = 1\n", "if a {\n} else if b", "let s = \"\"\"\n  \\(a)\n", "{", "xs[0", "repeat {",
  ])
  func incomplete(text: String) {
    #expect(completeness(of: text) == .incomplete)
  }

  @Test(arguments: [
    "}", ")", "x.", "foo(1, 2))", "\"abc", "let s = 'a", "x = = 3", "for i in range(3):", "def f(x):", "b +c",
    "let x = 0x",
    "let x = 3 let y =", "\"\\(x", "`abc", "if x { ) ", "let x = 5 +* 3)", "func f( {}}", "]", "let 3 = x", "if { } }",
  ])
  func broken(text: String) {
    #expect(completeness(of: text) == .broken)
  }

  @Test(arguments: [
    "", "\n\n", "// comment", "let x = 3", "if x { }", "func f() { }", "func f() { }\n", "return", "\"/*\"", "// /*",
    "<#a#>", "let x = <#a#>\n", "protocol P { func f() }", "let s = \"\"\"\n  abc\n  \"\"\"", "/* a /* b */ */", "i++",
    "let x: Int = \"a\"", "unknown(1)", "return 5", "if x { } else { }", "xs.map { $0 }", "func f() {\n}\n",
    "struct S { var x: Int }", "@discardableResult func f() {}", "switch x { case 1: a\ndefault: b }", "\"a \\(b) c\"",
    "do { } catch { }", "repeat { } while x", "guard x else { return }", "x?.y", "x!", "let f = { }", "1...", "a\nb\n",
  ])
  func complete(text: String) {
    #expect(completeness(of: text) == .complete)
  }
}
