import Interpreter
import Testing

/// What the parser makes of a text, on a large stack.
private func read(_ text: String) -> [Complaint] { onLargeStack { complaints(about: text) } }

@Suite struct SyntaxHostileInputTests {
  @Test(arguments: [
    ("(", "this is nested too deeply (limit 100)"), ("{", "this is nested too deeply (limit 100)"),
    ("[", "'[' is nested too deeply (limit 16)"), ("x[", "'[' is nested too deeply (limit 16)"),
    ("\"\\(", "this is nested too deeply (limit 100)"), ("A<", "'<' is nested too deeply (limit 100)"),
    ("1 + ", "this is nested too deeply (limit 1,000)"), ("a.", "this is nested too deeply (limit 1,000)"),
    ("a().", "this is nested too deeply (limit 1,000)"), ("try ", "this is nested too deeply (limit 1,000)"),
    ("if x { } else ", "this is nested too deeply (limit 1,000)"),
    ("a ? b : ", "this is nested too deeply (limit 1,000)"),
    ("x as Int as ", "this is nested too deeply (limit 1,000)"), ("() -> ", "this is nested too deeply (limit 1,000)"),
    ("if ", "this is nested too deeply (limit 1,000)"), ("switch ", "this is nested too deeply (limit 1,000)"),
    ("@", "expected a declaration after '@'"), ("let x = ", "expected a value after '='"),
  ])
  func endlessNesting(piece: String, message: String) throws {
    let text = String(repeating: piece, count: 4_000) + (piece.hasSuffix(" ") ? "a" : "")
    let complaint = try #require(read(text).first)
    #expect(complaint.message == message)
    #expect(onLargeStack { completeness(of: text) } != .incomplete)
  }

  @Test func longSumsBelowTheLimitAreRead() {
    let text = "x = " + Array(repeating: "1", count: 900).joined(separator: " + ")
    #expect(read(text) == [])
  }

  @Test func bracketsInTextAndCommentsDoNotNest() {
    let text = """
      // [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      /* [[[[[[[[[[[[[ /* [[[[[[[ */ [[[[ */
      let a = "[[[[[[[[[[[[[[[[[[[[[[ \\(x[0]) [[[[[[ \\" [[[[["
      let b = #"[[[[[[[[[[ " \\( [[[[[[[[[[[ \\#(x[0]) [[[[[[[[[[[["#
      let c = \"\"\"
        [[[[[[[[[[[[[[[[[[[[[[[[[[[[ " [[[[[[[[[[[
        \"\"\"
      let d = [[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]
      """
    #expect(read(text) == [])
  }

  @Test func oneBracketTooManyIsPointedAt() {
    let text = "let d = " + String(repeating: "[", count: 17) + "1" + String(repeating: "]", count: 17)
    let diagnostic = syntaxDiagnostics(of: SourceText(text, name: "cell")).first
    #expect(diagnostic?.message == "'[' is nested too deeply (limit 16)")
    #expect(diagnostic?.range?.start == 8 + 16)
  }

  @Test(arguments: ["", " \n\t", "// comment", "/* a */", "\u{FEFF}", "\0\0\0"])
  func nothingToRun(text: String) {
    #expect(read(text) == [])
    #expect(tree(text) == "")
    #expect(completeness(of: text) == .complete)
  }

  @Test func aMegabyteOfGarbage() {
    var random = SeededGenerator(seed: 7)
    let bytes = (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let source = SourceText(bytes: bytes, name: "garbage")
    let diagnostics = onLargeStack { syntaxDiagnostics(of: source) }
    #expect(!diagnostics.isEmpty)
  }

  @Test func textsBeyondTheLimit() {
    let text = String(repeating: " ", count: 4_000_001)
    #expect(complaints(about: text).map(\.message) == ["this text is too long (limit 4,000,000 bytes)"])
  }

  @Test func windowsAndOldLineEnds() {
    #expect(
      tree("let x = 1\r\nlet s = \"\"\"\r\n  a\r\n  b\r\n  \"\"\"\r\n") == "(let let x = 1)\n(let let s = \"a\\nb\")")
  }
}
