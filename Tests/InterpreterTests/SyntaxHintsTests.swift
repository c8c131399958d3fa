import Interpreter
import Testing

private let function = ["func area(width: Double, height: Double) -> Double { return width * height }"]
private let missing = ["between them an operator, a comma, a ';' or a new line is missing"]
private let noImport = ["all that the lessons use is already there, without an import"]

@Suite struct SyntaxHintsTests {
  @Test(arguments: [
    (
      "def f(x):\n  return x",
      Complaint("in Swift a function begins with 'func', not 'def'", at: "def", notes: function)
    ),
    (
      "function f() { }",
      Complaint("in Swift a function begins with 'func', not 'function'", at: "function", notes: function)
    ),
    (
      "class Foo:\n  def bar(self):\n    pass",
      Complaint("in Swift a function begins with 'func', not 'def'", at: "def", notes: function)
    ),
    ("const x = 3", Complaint("in Swift a constant begins with 'let', not 'const'", at: "const")),
    ("let f = new Foo()", Complaint("in Swift a new value is made without 'new'", at: "new")),
    ("import numpy as np", Complaint("imports are not part of Convbook's Swift", at: "import", notes: noImport)),
    ("from math import sqrt", Complaint("imports are not part of Convbook's Swift", at: "from", notes: noImport)),
  ])
  func wordsThatBeginADeclaration(text: String, complaint: Complaint) {
    #expect(complaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "for i in range(3):\n  print(i)",
      Complaint(
        "in Swift a block stands between '{' and '}', without ':'", at: ":", notes: ["for i in 0..<3 { print(i) }"])
    ),
    ("if x > 3:\n  print(x)", Complaint("in Swift a block stands between '{' and '}', without ':'", at: ":")),
    ("while x > 3:\n  x -= 1", Complaint("in Swift a block stands between '{' and '}', without ':'", at: ":")),
    ("func f() -> Int:\n  return 1", Complaint("in Swift a block stands between '{' and '}', without ':'", at: ":")),
    ("if x { } elif y { }", Complaint("in Swift 'elif' is written 'else if'", at: "elif")),
    ("if x { }\nelif y { }", Complaint("in Swift 'elif' is written 'else if'", at: "elif")),
    (
      "for (int i = 0; i < 3; i++) { print(i) }",
      Complaint("in Swift a loop that counts is written for i in 0..<3 { }", at: "for")
    ),
    (
      "for i = 0; i < 3; i += 1 { }",
      Complaint("in Swift a loop that counts is written for i in 0..<3 { }", at: "for")
    ),
    ("for (x in xs) { }", Complaint("in Swift a loop is written for x in xs { }", at: "for")),
    ("for x of xs { }", Complaint("in Swift a loop is written for x in xs { }", at: "for")),
    ("foreach x in xs { }", Complaint("in Swift a loop is written for x in xs { }", at: "foreach")),
    (
      "do { } while x",
      Complaint("in Swift a loop with its condition at the end is written repeat { } while x", at: "do")
    ),
    ("unless x { }", Complaint("in Swift 'unless x' is written 'if !x'", at: "unless")),
    ("raise x", Complaint("in Swift an error is thrown with 'throw'", at: "raise")),
  ])
  func control(text: String, complaint: Complaint) {
    #expect(complaints(about: text) == [complaint])
  }

  @Test(arguments: [
    ("let c = a and b", Complaint("in Swift 'and' is written '&&'", at: "and")),
    ("if a or b { }", Complaint("in Swift 'or' is written '||'", at: "or")),
    ("if not a { }", Complaint("in Swift 'not' is written '!'", at: "not")),
    ("i++", Complaint("there is no '++' in Swift: write i += 1", at: "++")),
    ("--count[0]", Complaint("there is no '--' in Swift: write count[0] -= 1", at: "--")),
    ("let y = x ** 2", Complaint("there is no operator '**' in Swift: write pow(x, 2)", at: "**")),
    ("for i in 0..3 { }", Complaint("a range is written 0..<3 (without 3) or 0...3 (with 3)", at: "..")),
    ("let f = (x) => x + 1", Complaint("a closure is written { x in x + 1 }", at: "=>")),
    ("a <> b", Complaint("'is not equal' is written '!='", at: "<>")),
    ("a × b", Complaint("multiplication is written '*', not '×'", at: "×")),
    ("a ≤ b", Complaint("'is at most' is written '<='", at: "≤")),
    ("a |> f", Complaint("there is no infix operator '|>' in Swift", at: "|>")),
    ("let y = 5 – 3", Complaint("'–' is a dash, minus is '-'", at: "")),
    ("let y = b +c", Complaint("'+' needs a space on both sides, or on neither", at: "+")),
    ("x =3", Complaint("'=' needs a space on both sides, or on neither", at: "=")),
    ("let x := 3", Complaint("in Swift a value is given with '=', not ':='", at: ":")),
    ("x := 3", Complaint("in Swift a value is given with '=', not ':='", at: ":")),
    ("let x == 3", Complaint("'=' gives a value to a variable, '==' compares", at: "==")),
    ("if x = 3 { }", Complaint("'=' gives a value to a variable, '==' compares", at: "=")),
    ("while x = 3 { }", Complaint("'=' gives a value to a variable, '==' compares", at: "=")),
    (
      "let y = (7 // 2)\nprint(y)",
      Complaint("in Swift '//' begins a comment; '/' between two whole numbers gives a whole number", at: "")
    ),
    (
      "a < b < c",
      Complaint(
        "'<' and '<' side by side need parentheses", at: "<",
        notes: ["two comparisons are joined by '&&': a < b && b < c"])
    ),
    ("a + try b", Complaint("'try' must stand to the left of '+'", at: "try b")),
  ])
  func operators(text: String, complaint: Complaint) {
    #expect(complaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "func f(x: Int) Int { x }",
      Complaint("the type of a function's result stands after '->'", at: "Int", notes: function)
    ),
    (
      "func f(x: Int): Int { x }",
      Complaint("the type of a function's result stands after '->'", at: ":", notes: function)
    ),
    ("func f(x) { }", Complaint("the parameter 'x' needs a type: x: Double", at: "x")),
    ("func f(int x) { }", Complaint("in Swift the type follows the name: x: Int", at: "int")),
    ("int x = 3", Complaint("in Swift the type follows the name: var x: Int", at: "int")),
    ("String s = \"a\"", Complaint("in Swift the type follows the name: var s: String", at: "String")),
    ("let x: Int[] = []", Complaint("in Swift the type of an array is written [Int]", at: "[")),
  ])
  func types(text: String, complaint: Complaint) {
    #expect(complaints(about: text) == [complaint])
  }

  @Test(arguments: [
    ("print x", Complaint("in Swift the arguments of a function stand in parentheses: print(x)", at: "x")),
    ("let f = lambda x: x + 1", Complaint("in Swift a closure is written { x in x + 1 }", at: "lambda")),
    ("x[1:3]", Complaint("in Swift a part is taken with a range", at: ":", notes: ["x[1..<3], x[2...], x[...]"])),
    ("x[:, 1]", Complaint("in Swift a part is taken with a range", at: ":", notes: ["x[1..<3], x[2...], x[...]"])),
    ("# text\nlet x = 3", Complaint("in Swift a comment begins with '//', not '#'", at: "#")),
    ("let x = 3 # text", Complaint("in Swift a comment begins with '//', not '#'", at: "#")),
    (
      "#text",
      Complaint(
        "macros ('#text') are not part of Convbook's Swift", at: "#text", notes: ["a comment begins with '//'"])
    ),
    (
      "return x if y else z",
      Complaint("in Swift a choice between two values is written condition ? a : b", at: "if")
    ),
    (
      "let y = [i for i in x]",
      Complaint("in Swift a list made from another is written with map", at: "for", notes: ["xs.map { x in x * 2 }"])
    ),
    (
      "let s = f\"{x}\"",
      Complaint("in Swift values are put into text with \\( )", at: "f", notes: ["\"x is \\(x)\""])
    ),
    ("let y = a @ b", Complaint("the matrix product is written matmul(a, b)", at: "@")),
    ("f(a = 1)", Complaint("after a label stands ':', not '='", at: "=", notes: ["f(a: ...)"])),
    ("let s = 'abc'", Complaint("text stands in double quotes", at: "'")),
    ("print(“hello”)", Complaint("text stands in straight quotes, \"", at: "“hello”")),
    ("let x = 3 let y = 4", Complaint("'let' cannot follow '3' on one line", at: "let", notes: missing)),
    ("\"a\" \"b\"", Complaint("a string cannot follow a string on one line", at: "\"", notes: missing)),
  ])
  func expressions(text: String, complaint: Complaint) {
    #expect(complaints(about: text) == [complaint])
  }

  @Test(arguments: [
    ("foo(1, 2", Complaint("expected ')'", at: "")),
    ("let x = [1, 2", Complaint("expected ']'", at: "")),
    ("if x {", Complaint("expected '}'", at: "")),
    ("foo(\n1, 2", Complaint("expected ')'", at: "", notes: ["'(' is opened in line 1"])),
    ("func f() {\n  if x {\n  }\n", Complaint("expected '}'", at: "", notes: ["'{' is opened in line 1"])),
    ("let s = \"abc", Complaint("expected '\"' at the end of the text", at: "")),
    (
      "let s = \"\"\"\nabc",
      Complaint("expected '\"\"\"' at the end of the text", at: "", notes: ["'\"\"\"' is opened in line 1"])
    ),
    (
      "let s = \"\"\"\n  a\n b\n  \"\"\"",
      Complaint("each line of the text needs at least the indentation of the closing \"\"\"", at: " b")
    ),
    ("/* abc", Complaint("expected '*/' at the end of the comment", at: "/* abc")),
    ("let x =", Complaint("expected a value after '='", at: "")),
    ("print(1 +)", Complaint("expected a value after '+'", at: "")),
    ("let y = x ? 1", Complaint("expected ':' and a second value, a ? b : c", at: "")),
    ("if { }", Complaint("expected a condition after 'if'", at: "")),
    ("if x", Complaint("expected '{' after the condition of 'if'", at: "")),
    ("if x print(1)", Complaint("expected '{' after the condition of 'if'", at: "")),
    ("if x { } else print(1)", Complaint("expected '{' or 'if' after 'else'", at: "")),
    ("for i in 0..<3", Complaint("expected '{' to begin the block of 'for'", at: "")),
    ("struct S", Complaint("expected '{' around the members", at: "")),
    ("let x: = 3", Complaint("expected a type after ':'", at: "")),
    ("let = 3", Complaint("expected a name after 'let'", at: "")),
    ("let class = 3", Complaint("'class' is a word of Swift itself: choose another name", at: "class")),
    ("x.", Complaint("expected a name after '.'", at: "")),
    ("func f(x Int) { }", Complaint("expected ':'", at: "")),
    ("switch x { print(1) }", Complaint("expected 'case' or 'default'", at: "")),
    ("}", Complaint("this '}' closes nothing", at: "}")),
    ("foo(1))", Complaint("this ')' closes nothing", at: ")")),
    ("else { }", Complaint("this 'else' belongs to no 'if'", at: "else { }")),
    ("case 1: f()", Complaint("'case' can only stand inside of a 'switch'", at: "case 1: f()")),
    ("let a = [1 2 3]", Complaint("expected ','", at: "")),
    ("foo(a: 1 b: 2)", Complaint("'b: 2' cannot stand here", at: "b: 2")),
    ("struct A { x: Int }", Complaint("expected 'let' or 'var'", at: "")),
    ("let x = 0x", Complaint("'0x' is not a number", at: "")),
    ("let x = 12a", Complaint("'12a' is not a number", at: "a")),
    ("let x = \"\\q\"", Complaint("after '\\' in a text stands n, t, \\, \", 0, u{...} or (...)", at: "\\q")),
    ("let s = \"a\\u{110000\"", Complaint("a character by its number is written \\u{1F600}", at: "\\u{110000")),
  ])
  func theParsersOwnMessages(text: String, complaint: Complaint) {
    #expect(complaints(about: text) == [complaint])
  }

  @Test func theFirstTwoMessagesAreShownIfTheyAreOnDifferentLines() {
    let text = "foo(1, 2\nlet x =\nlet y =\n"
    #expect(
      complaints(about: text) == [
        Complaint("expected ')'", at: ""), Complaint("expected a value after '='", at: ""),
      ])
  }
}
