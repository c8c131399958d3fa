import Interpreter
import Testing

@Suite struct SyntaxRefusalsTests {
  @Test(arguments: [
    (
      "import Darwin", "'import Darwin' is not part of Convbook's Swift", "import Darwin",
      "all that the lessons use is already there, without an import"
    ),
    (
      "let p: UnsafePointer<Int>", "pointers ('UnsafePointer') are not part of Convbook's Swift", "UnsafePointer",
      "arrays are values: change their elements in place"
    ),
    (
      "withUnsafePointer(to: x) { $0 }", "pointers ('withUnsafePointer') are not part of Convbook's Swift",
      "withUnsafePointer", "arrays are values: change their elements in place"
    ),
    ("func f() async { }", "concurrency ('async') is not part of Convbook's Swift", "async", ""),
    ("let x = await f()", "concurrency ('await') is not part of Convbook's Swift", "await", ""),
    ("async let x = 1", "concurrency ('async') is not part of Convbook's Swift", "async", ""),
    ("actor A { }", "concurrency ('actor') is not part of Convbook's Swift", "actor", "write a class"),
    ("@MainActor func f() { }", "concurrency ('@MainActor') is not part of Convbook's Swift", "@MainActor", ""),
    ("let f = #file", "macros ('#file') are not part of Convbook's Swift", "#file", ""),
    (
      "@State var x = 1", "property wrappers, result builders and macros ('@State') are not part of Convbook's Swift",
      "@State", ""
    ),
    (
      "@resultBuilder struct B { }", "result builders ('@resultBuilder') are not part of Convbook's Swift",
      "@resultBuilder", ""
    ),
    (
      "@propertyWrapper struct B { }", "property wrappers ('@propertyWrapper') are not part of Convbook's Swift",
      "@propertyWrapper", "write a computed property"
    ),
    ("@objc class C { }", "the attribute '@objc' is not part of Convbook's Swift", "@objc", ""),
    (
      "#if DEBUG\nprint(1)\n#endif", "'#if' is not part of Convbook's Swift", "#if",
      "keep the lines that are meant to run"
    ),
    ("let r = /a+/", "regular expressions are not part of Convbook's Swift", "/a+/", ""),
    (
      "let x: [Int!] = [1]", "'!' can only end the type of a variable, a parameter or a result", "!",
      "write '?' in place of '!'"
    ),
    ("struct S: ~Copyable { }", "'~Copyable' is not part of Convbook's Swift", "~Copyable", ""),
    ("let x = Swift::min(1, 2)", "'Swift::' is not part of Convbook's Swift", "Swift::", "write the name alone"),
  ])
  func refusedWithASentence(text: String, message: String, place: String, note: String) {
    #expect(complaints(about: text) == [Complaint(message, at: place, notes: note.isEmpty ? [] : [note])])
  }

  @Test(arguments: [
    "import Convbook", "import Foundation\nimport Convbook\nlet x = 1", "@discardableResult func f() { }",
  ])
  func accepted(text: String) {
    #expect(complaints(about: text) == [])
  }

  @Test(arguments: [
    ("let x: <#Type#> = 1", "write a type in place of <#Type#>", "<#Type#>"),
    ("let <#name#> = 1", "write a name in place of <#name#>", "<#name#>"),
    ("func <#name#>() { }", "write a name in place of <#name#>", "<#name#>"),
    ("struct S { <#members#> }", "write your own code in place of this", "<#members#>"),
  ])
  func placeholdersOfNamesAndTypes(text: String, message: String, place: String) {
    #expect(complaints(about: text) == [Complaint(message, at: place)])
  }

  @Test func placeholdersOfStatementsAndValuesAreLeftToTheChecker() {
    let text = "func f() -> Int {\n  <#your loops#>\n}\nlet x = 1 + <#a number#>"
    #expect(tree(text) == "(func f() -> Int {<#your loops#>})\n(let let x = (+ 1 <#a number#>))")
    #expect(complaints(about: text) == [])
  }

  @Test func messagesComeInTheOrderOfTheText() {
    let text = "let x = await f()\nlet y = #line"
    #expect(complaints(about: text).map(\.place) == ["await", "#line"])
  }
}
