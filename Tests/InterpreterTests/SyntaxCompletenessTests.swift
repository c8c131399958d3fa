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
  ])
  func incomplete(text: String) {
    #expect(completeness(of: text) == .incomplete)
  }

  @Test(arguments: [
    "}", ")", "x.", "foo(1, 2))", "\"abc", "let s = 'a", "x = = 3", "for i in range(3):", "def f(x):", "b +c",
    "let x = 0x",
    "let x = 3 let y =", "\"\\(x", "`abc", "if x { ) ",
  ])
  func broken(text: String) {
    #expect(completeness(of: text) == .broken)
  }

  @Test(arguments: [
    "", "\n\n", "// comment", "let x = 3", "if x { }", "func f() { }", "func f() { }\n", "return", "\"/*\"", "// /*",
    "<#a#>", "let x = <#a#>\n", "protocol P { func f() }", "let s = \"\"\"\n  abc\n  \"\"\"", "/* a /* b */ */", "i++",
  ])
  func complete(text: String) {
    #expect(completeness(of: text) == .complete)
  }
}
