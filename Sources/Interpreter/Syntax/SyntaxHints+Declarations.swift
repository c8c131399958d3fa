internal import SwiftSyntax

/// Declarations and statements as other languages write them.
extension SyntaxHint {
  /// `void f(int x) { }`, `int f() { }`, `public static void main(String[] args)`
  static func typedFunction(_ line: ErrorLine) -> SyntaxHint? {
    let types: Set = ["void", "int", "float", "double", "bool", "boolean", "String", "auto"]
    guard let type = line.words.firstIndex(where: types.contains), line.words.count > type + 2,
      line.words[type + 2] == "(", !line.words[..<type].contains("func"), !line.words[..<type].contains("=")
    else { return nil }
    return SyntaxHint(
      message: "in Swift a function begins with 'func', and its result stands after '->'",
      notes: ["func area(width: Double, height: Double) -> Double { return width * height }"], token: line.tokens[type])
  }

  /// `class A extends B { }`, `class A(B) { }`
  static func superclass(_ line: ErrorLine) -> SyntaxHint? {
    guard line.words.count > 3, ["class", "struct"].contains(line.words[0]),
      ["extends", "implements", "("].contains(line.words[2]), line.words[3] != ")"
    else { return nil }
    return SyntaxHint(
      message: "in Swift what a class inherits from stands after ':'",
      notes: ["class \(line.words[1]): \(line.words[3]) { }"], token: line.tokens[2])
  }

  /// `struct P { int x; }`, `enum E { a, b }`, `class A { A() { } }`, `struct P { def f() }`
  static func member(_ line: ErrorLine) -> SyntaxHint? {
    guard let open = line.words.firstIndex(of: "{"), open < line.tokens.count - 1, open > 1 else { return nil }
    let (kind, first) = (line.words[0], line.words[open + 1])
    let token = line.tokens[open + 1]
    if first == "def", ["struct", "class", "enum"].contains(kind) {
      return SyntaxHint(message: "in Swift a function begins with 'func', not 'def'", token: token)
    }
    if kind == "enum", !["case", "var", "func", "static", "init", "}"].contains(first) {
      return SyntaxHint(
        message: "the cases of an enum begin with 'case'", notes: ["enum \(line.words[1]) { case \(first) }"],
        token: token)
    }
    if kind == "class" || kind == "struct", first == line.words[1], line.words[safe: open + 2] == "(" {
      return SyntaxHint(message: "in Swift an initializer is called 'init'", notes: ["init() { }"], token: token)
    }
    return nil
  }

  /// `try { f() } catch { }`
  static func tryBlock(_ line: ErrorLine) -> SyntaxHint? {
    guard line.words.count > 1, line.words[0] == "try", line.words[1] == "{" || line.words[1] == ":" else { return nil }
    return SyntaxHint(
      message: "in Swift errors are caught with 'do' and 'catch'", notes: ["do { try f() } catch { print(error) }"],
      token: line.tokens[0])
  }

  /// `for i, x in enumerate(xs)`, `for i in 0 to 3`
  static func loopNames(_ line: ErrorLine) -> SyntaxHint? {
    guard line.words.first == "for" || line.words.contains("for"), let loop = line.words.firstIndex(of: "for") else {
      return nil
    }
    if line.words[safe: loop + 2] == ",", line.next > loop, line.next <= loop + 3 {
      return SyntaxHint(
        message: "in Swift two names stand in parentheses", notes: ["for (index, value) in values.enumerated() { }"],
        token: line.tokens[loop + 1])
    }
    if line.nextWord == "to" {
      return SyntaxHint(
        message: "a range is written 0..<3 (without 3) or 0...3 (with 3)", token: line.tokens[line.next])
    }
    return nil
  }

  /// `x, y = 1, 2`, `let x, y = 1, 2`, `a, b = b, a`
  static func severalValues(_ line: ErrorLine) -> SyntaxHint? {
    let start = ["let", "var"].contains(line.words.first ?? "") ? 1 : 0
    guard line.words.count > start + 4, line.words[start + 1] == ",", line.words[start + 3] == "=",
      case .identifier = line.tokens[start].tokenKind
    else { return nil }
    return SyntaxHint(
      message: "in Swift several values are given at once with parentheses", notes: ["(a, b) = (b, a)"],
      token: line.tokens[start])
  }

  /// `1 in xs`, `x instanceof String`, `{"a": 1}`, `{ x: Int in x }`
  static func expressions(_ line: ErrorLine) -> SyntaxHint? {
    guard line.next < line.tokens.count else { return nil }
    let token = line.tokens[line.next]
    switch line.nextWord {
    case "in" where !line.words[..<line.next].contains("for") && !line.words[..<line.next].contains("{"):
      return SyntaxHint(
        message: "in Swift a collection is asked itself", notes: ["values.contains(value)"], token: token)
    case "instanceof", "isinstance":
      return SyntaxHint(
        message: "in Swift the type of a value is asked with 'is'", notes: ["x is String"], token: token)
    case ":" where line.words[safe: line.next - 2] == "{" && line.words[safe: line.next - 3] == "=":
      return SyntaxHint(message: "in Swift a dictionary stands in brackets", notes: ["[\"a\": 1]"], token: token)
    default: break
    }
    if let open = line.words.firstIndex(of: "{"), line.words[safe: open + 2] == ":",
      line.words.dropFirst(open + 3).contains("in"),
      line.next <= open + 2
    {
      return SyntaxHint(
        message: "a closure's parameters with types stand in parentheses", notes: ["{ (x: Int) in x + 1 }"],
        token: line.tokens[open + 1])
    }
    return nil
  }
}
