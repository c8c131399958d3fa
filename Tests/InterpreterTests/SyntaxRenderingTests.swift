import Interpreter
import Testing

private func rendered(_ text: String, _ range: Range<Int>, firstLine: Int = 1, notes: [String] = []) -> String {
  let source = SourceText(text, name: "a.md", firstLine: firstLine)
  let place = SourceRange(source: source, start: range.lowerBound, end: range.upperBound)
  return Diagnostic(.type, "wrong", at: place, notes: notes).rendered()
}

@Suite struct SyntaxRenderingTests {
  @Test func lineCaretAndNote() {
    let source = SourceText("  let y = foo(2)", name: "lesson.md", firstLine: 12)
    let diagnostic = Diagnostic(
      .type, "cannot find 'foo' in scope", at: SourceRange(source: source, start: 10, end: 13),
      notes: ["did you mean 'fop'?"])
    #expect(
      diagnostic.rendered() == """
        lesson.md:12:11: error: cannot find 'foo' in scope
         12 |   let y = foo(2)
            |           ^~~
            note: did you mean 'fop'?
        """)
  }

  @Test func colourChangesNothingButColour() {
    let source = SourceText("x", name: "a", firstLine: 1)
    let diagnostic = Diagnostic(.type, "wrong", at: SourceRange(source: source, start: 0, end: 1), notes: ["n"])
    #expect(
      diagnostic.rendered(colour: true)
        == "\u{1B}[1ma:1:1: \u{1B}[0m\u{1B}[1;31merror: \u{1B}[0m\u{1B}[1mwrong\u{1B}[0m\n"
        + "\u{1B}[2m 1 |\u{1B}[0m x\n\u{1B}[2m   |\u{1B}[0m \u{1B}[1;32m^\u{1B}[0m\n   \u{1B}[1;36mnote: \u{1B}[0mn")
  }

  @Test func withoutAPlace() {
    #expect(Diagnostic(.budget, "too slow", at: nil, notes: ["n"]).rendered() == "error: too slow\n  note: n")
  }

  @Test(arguments: [
    // A tab fills up to the next multiple of four.
    ("\tx = y", 5..<6, "a.md:1:6: error: wrong\n 1 |     x = y\n   |         ^"),
    ("a\tb", 2..<3, "a.md:1:3: error: wrong\n 1 | a   b\n   |     ^"),
    // Wide characters take two cells, combining marks none.
    ("日本 = y", 9..<10, "a.md:1:6: error: wrong\n 1 | 日本 = y\n   |        ^"),
    ("\"e\u{301}\" + y", 8..<9, "a.md:1:7: error: wrong\n 1 | \"e\u{301}\" + y\n   |       ^"),
    ("👩‍👩‍👧 = y", 21..<22, "a.md:1:5: error: wrong\n 1 | 👩‍👩‍👧 = y\n   |      ^"),
    ("let é = 1", 4..<6, "a.md:1:5: error: wrong\n 1 | let é = 1\n   |     ^"),
    ("let 日 = 1", 4..<7, "a.md:1:5: error: wrong\n 1 | let 日 = 1\n   |     ^~"),
    // Control characters must not reach the terminal.
    ("a\u{1B}[31mb\0c", 7..<8, "a.md:1:8: error: wrong\n 1 | a�[31mb�c\n   |        ^"),
    // Empty ranges, the end of a line, the end of the text, an empty text.
    ("abc\ndef", 3..<3, "a.md:1:4: error: wrong\n 1 | abc\n   |    ^"),
    ("abc\ndef", 7..<7, "a.md:2:4: error: wrong\n 2 | def\n   |    ^"),
    ("abc\r\ndef", 3..<3, "a.md:1:4: error: wrong\n 1 | abc\n   |    ^"),
    ("", 0..<0, "a.md:1:1: error: wrong\n 1 |\n   | ^"),
    // Of several lines the first is underlined.
    ("let x = f(\n  1)", 8..<14, "a.md:1:9: error: wrong\n 1 | let x = f(\n   |         ^~"),
    // Offsets beyond the text, and inside of a character.
    ("abc", 90..<100, "a.md:1:4: error: wrong\n 1 | abc\n   |    ^"),
    ("é = 1", 1..<1, "a.md:1:1: error: wrong\n 1 | é = 1\n   | ^"),
  ])
  func caretIsUnderTheRightCell(text: String, range: Range<Int>, expected: String) {
    #expect(rendered(text, range) == expected)
  }

  @Test(arguments: [0, 3, 50, 150, 290, 299])
  func longLinesAreCutAroundTheCaret(offset: Int) throws {
    let text = String((0..<300).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    let lines = rendered(text, offset..<(offset + 1)).split(separator: "\n").map(String.init)
    let shown = lines[1].dropFirst(5)
    #expect(shown.count <= 104)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    let marked = lines[1][lines[1].index(lines[1].startIndex, offsetBy: column)]
    #expect(marked == Character(Unicode.Scalar(UInt8(97 + offset % 26))))
    #expect(shown.hasPrefix("...") == (offset > 43))
    #expect(shown.hasSuffix("...") == (offset < 240))
  }

  @Test func emptyRangesInLongLines() {
    let text = String(repeating: "0123456789", count: 30)
    let lines = rendered(text, 205..<205).split(separator: "\n")
    #expect(lines[1].hasPrefix(" 1 | ...5678901234"))
    #expect(lines[2].count == " 1 | ...".count + 40 + 1)
  }

  @Test func positionsCountFromTheFirstLine() {
    let source = SourceText("a\nbé\r\nc", name: "x", firstLine: 10)
    let positions = (0...8).map { source.position(of: $0) }
    #expect(positions.map(\.line) == [10, 10, 11, 11, 11, 11, 11, 12, 12])
    #expect(positions.map(\.column) == [1, 2, 1, 2, 2, 3, 4, 1, 2])
  }

  @Test func bytesThatAreNotUTF8AreReplaced() {
    let source = SourceText(bytes: [0x61, 0xFF, 0x62], name: "x")
    #expect(source.text == "a�b")
  }
}
