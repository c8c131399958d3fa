import Interpreter
import Shell
import Testing

@Suite struct MarkdownTests {
  private func lines(_ text: String, width: Int = 40, colour: Bool = false) -> [String] {
    MarkdownRenderer(width: width, usesColour: colour).render(text).map { $0.rendered(colour: colour) }
  }

  @Test func paragraphsAreWrapped() {
    #expect(
      lines("A convolution layer slides a small **filter** over an image.\n\nNext.", width: 24)
        == ["A convolution layer", "slides a small filter", "over an image.", "", "Next."])
  }

  @Test func marksBecomeStyles() {
    #expect(
      lines("**bold** *italic* `x[0, 1]` $X_{1}$", colour: true) == [
        "\u{1B}[1mbold\u{1B}[0m \u{1B}[3mitalic\u{1B}[0m \u{1B}[36mx[0, 1]\u{1B}[0m \u{1B}[3mX₁\u{1B}[0m"
      ])
  }

  @Test func codeKeepsItsBackticksWithoutColour() {
    #expect(lines("Type `:check` now.") == ["Type `:check` now."])
  }

  @Test func codeInASentenceIsNotBroken() {
    #expect(
      lines("Here is the code `x[0..<2, 0..<2]` of it.", width: 26) == ["Here is the code", "`x[0..<2, 0..<2]` of it."])
  }

  @Test func headingsAreUnderlined() {
    #expect(lines("# One\n\n## Two\n\n### Three") == ["One", "═══", "", "Two", "───", "", "Three"])
  }

  @Test func listsAreIndented() {
    #expect(
      lines("- one thing that is longer than a line\n- two\n  1. inner", width: 24) == [
        "  • one thing that is", "    longer than a line", "  • two", "      1. inner",
      ])
  }

  @Test func numbersOfAListStandRight() {
    let text = (1...10).map { "\($0). n" }.joined(separator: "\n")
    #expect(lines(text).first == "   1. n")
    #expect(lines(text).last == "  10. n")
  }

  @Test func quotesHaveALine() {
    #expect(lines("> said so\n>\n> twice") == ["│ said so", "│ ", "│ twice"])
  }

  @Test func tablesAreAligned() {
    #expect(
      lines("| net | top-5 |\n|:--|--:|\n| AlexNet | 16.4 |\n| 日本 | 7 |") == [
        "  net     │ top-5", "  ────────┼──────", "  AlexNet │  16.4", "  日本    │     7",
      ])
  }

  @Test func wideTablesFold() {
    let rendered = lines("| a | b |\n|--|--|\n| one two three four | five six seven eight |", width: 30)
    #expect(
      rendered == [
        "  a            │ b", "  ─────────────┼──────────────", "  one two      │ five six",
        "  three four   │ seven eight",
      ])
  }

  @Test func formulasAreNotMarkdown() {
    #expect(lines("The $x_{i}*y_{j}$ and $a*b$ cost $5 or $6.") == ["The xᵢ ∗ yⱼ and a ∗ b cost $5 or $6."])
  }

  @Test func formulasOfTheirOwnAreIndented() {
    #expect(
      lines("Text:\n\n$$\\partial E/\\partial X_{11} = F_{11}$$\n\nMore.") == [
        "Text:", "", "    ∂E/∂X₁₁ = F₁₁", "", "More.",
      ])
  }

  @Test func dollarsInCodeStay() {
    #expect(lines("`$0 + $1`\n\n```swift\n{ $0 * $1 }\n```") == ["`$0 + $1`", "", "    { $0 * $1 }"])
  }

  @Test func codeIsNeverWrapped() {
    #expect(lines("```\naaaa bbbb cccc dddd\n\neeee\n```", width: 10) == ["    aaaa bbbb cccc dddd", "", "    eeee"])
  }

  @Test func wordsLongerThanALineAreCut() {
    #expect(lines("abcdefghijklmnopqrstuvwxyz", width: 10) == ["abcdefghij", "klmnopqrst", "uvwxyz"])
  }

  @Test func swiftIsHighlighted() {
    let line = Highlighter.highlight("let y = Tensor([1, 2.5]) // two \"numbers\"")
    #expect(
      line.rendered(colour: true) == """
        \u{1B}[35mlet\u{1B}[0m y = \u{1B}[36mTensor\u{1B}[0m([\u{1B}[33m1\u{1B}[0m, \u{1B}[33m2.5\u{1B}[0m]) \
        \u{1B}[2m// two "numbers"\u{1B}[0m
        """)
    #expect(Highlighter.highlight("0..<10").pieces.map(\.text) == ["0", "..<", "10"])
  }

  @Test func widthsOfLetters() {
    #expect("∂E/∂O₁₁".terminalWidth == 7)
    #expect("y\u{302}".terminalWidth == 1)
    #expect("日本".terminalWidth == 4)
    #expect("👍🏽".terminalWidth == 2)
  }
}
