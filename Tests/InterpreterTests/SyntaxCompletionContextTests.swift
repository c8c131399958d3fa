import Interpreter
import Testing

/// The context at the `|` in the text, in words.
private func context(_ marked: String) -> String {
  let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
  let text = parts.joined()
  let offset = parts[0].utf8.count
  let context = completionContext(in: text, at: offset)
  let bytes = Array(text.utf8)
  let slice = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
  let place =
    switch context.place {
    case .nothing: "nothing"
    case .name(let isStatementStart): isStatementStart ? "statement" : "name"
    case .member(let base): "member of " + slice(base)
    case .implicitMember: "implicit member"
    case .type: "type"
    case .keyword: "keyword"
    }
  guard context.place != .nothing else { return place }
  var words = [place, "'\(context.prefix)'"]
  #expect(slice(context.start..<offset) == context.prefix)
  if let call = context.call {
    let labels = call.labelsBefore.map { $0 ?? "_" }.joined(separator: ",")
    words.append("in \(slice(call.callee))\(call.isSubscript ? "[" : "(")\(labels)")
    words.append("\(call.argument)" + (call.label.map { " " + $0 } ?? "") + (call.mayBeLabel ? "?" : ""))
  }
  return words.joined(separator: " ")
}

@Suite struct SyntaxCompletionContextTests {
  @Test(arguments: [
    ("|", "statement ''"), ("con|", "statement 'con'"), ("let x = con|", "name 'con'"), ("let x = 1 + |", "name ''"),
    ("if |", "name ''"), ("if a { b|", "statement 'b'"), ("x = [a, b|", "name 'b'"), ("return co|", "name 'co'"),
    ("let x = 3\nfo|", "statement 'fo'"), ("for i in |", "name ''"), ("xs.map { $|", "statement '$'"),
    ("if let x|", "name 'x'"), ("in|", "statement 'in'"), ("x = is|", "name 'is'"), ("a ? b : c|", "name 'c'"),
    ("let π = α|", "name 'α'"), ("\"\\(fo|", "name 'fo'"), ("\"\"\"\n  \\(fo|", "name 'fo'"),
    ("fo| + 1", "statement 'fo'"),
  ])
  func names(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test(arguments: [
    ("x.|", "member of x ''"), ("x.sh|", "member of x 'sh'"), ("a + x.y.sh|", "member of x.y 'sh'"),
    ("f(1).|", "member of f(1) ''"), ("x[0].c|", "member of x[0] 'c'"), ("x?.|", "member of x? ''"),
    ("[1, 2].|", "member of [1, 2] ''"), ("\"a\".|", "member of \"a\" ''"), ("Tensor.|", "member of Tensor ''"),
    ("xs.map { $0.|", "member of $0 ''"), ("pair.0.1|", "member of pair.0 '1'"), ("\"\\(x.|", "member of x ''"),
    ("if x.|", "member of x ''"), ("pair.0|", "member of pair '0'"),
    ("x\n  .map { $0 }\n  .|", "member of x\n  .map { $0 } ''"),
    ("let t: Outer.|", "member of Outer ''"), ("x.in|", "member of x 'in'"), ("3.|", "member of 3 ''"),
    ("x.| + 1", "member of x ''"),
    ("let d = .|", "implicit member ''"), ("switch x { case .|", "implicit member ''"),
    ("x.a = .f|", "implicit member 'f'"),
  ])
  func members(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test(arguments: [
    ("f(|", "name '' in f( 0?"), ("f(a|", "name 'a' in f( 0?"), ("f(a, |", "name '' in f(_ 1?"),
    ("f(a, by: 2, |", "name '' in f(_,by 2?"), ("f(by: |", "name '' in f( 0 by"), ("f(a + |", "name '' in f( 0"),
    ("f(g(1), g(|", "name '' in g( 0?"), ("x.reshaped(|", "name '' in x.reshaped( 0?"), ("x[0, |", "name '' in x[_ 1?"),
    ("f(x.|", "member of x '' in f( 0"), ("f(d: .|", "implicit member '' in f( 0 d"), ("f([a|", "name 'a' in f( 0"),
    ("f({ a|", "statement 'a'"), ("f((a|", "name 'a'"), ("f(a) + b|", "name 'b'"),
    ("f(a).g(|", "name '' in f(a).g( 0?"),
    ("Tensor([1, 2], |", "name '' in Tensor(_ 1?"), ("f(a, |, c)", "name '' in f(_ 1?"),
    ("f(\n  a,\n  |", "name '' in f(_ 1?"),
  ])
  func calls(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test(arguments: [
    ("let x: |", "type ''"), ("let x: In|", "type 'In'"), ("let x: [|", "type ''"), ("let x: [String: |", "type ''"),
    ("func f(a: |", "type ''"), ("func f() -> |", "type ''"), ("x as |", "type ''"), ("x as? In|", "type 'In'"),
    ("x is |", "type ''"), ("let f: (In|", "type 'In'"), ("let a: Array<|", "type ''"), ("struct S: |", "type ''"),
    ("func f<T: |", "type ''"), ("extension |", "type ''"),
  ])
  func types(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test(arguments: [
    "\"abc|", "\"abc |", "\"abc|\"", "\"|", "\"\"\"\n  abc|", "// com|", "x // com |", "/* com|", "/* a */ /* b|",
    "/// d|", "12|",
    "1.5|", "0x1F|", "let na|", "var na|", "func na|", "func f(na|", "struct Na|", "@disc|", "#fi|", "import Fo|",
    "for na|", "\"\\(x) a|", "enum E { case a|",
  ])
  func nothing(marked: String) { #expect(context(marked) == "nothing") }

  @Test func everyOffsetOfATextIsSafe() {
    let text = "let x = \"a\\(f(1, by: .b))é\"; if x { /* c */ [1].map { $0 } } // 日本"
    for offset in -1...(text.utf8.count + 2) {
      let context = completionContext(in: text, at: offset)
      #expect(context.start >= 0 && context.start <= text.utf8.count)
    }
  }
}
