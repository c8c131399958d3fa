import Shell
import Testing

@Suite struct WrappingTests {
  private func lines(_ text: StyledText, _ width: Int) -> [String] { text.wrapped(width: width).map(\.plain) }

  @Test func stylesGoOnAcrossLines() {
    let text = StyledText("one ", .none) + StyledText("two three", .bold)
    let wrapped = text.wrapped(width: 8)
    #expect(wrapped.map { $0.rendered(colour: true) } == ["one \u{1B}[1mtwo\u{1B}[0m", "\u{1B}[1mthree\u{1B}[0m"])
  }

  @Test func aWordMayChangeItsStyle() {
    let text = StyledText("un") + StyledText("believ", .bold) + StyledText("able!")
    #expect(lines(StyledText("yes ") + text, 16) == ["yes", "unbelievable!"])
    #expect(lines(StyledText("yes ") + text, 17) == ["yes unbelievable!"])
  }

  @Test func indentsStandInFrontOfLines() {
    let wrapped = StyledText("aa bb cc").wrapped(width: 7, first: "- ", indent: "  ")
    #expect(wrapped.map(\.plain) == ["- aa bb", "  cc"])
  }

  @Test func lineEndsAreKept() {
    #expect(lines("aa\nbb", 80) == ["aa", "bb"])
  }

  @Test func wideLettersTakeTwoColumns() {
    #expect(lines("日本 日本", 8) == ["日本", "日本"])
    #expect(lines("日本 日本", 9) == ["日本 日本"])
  }

  @Test func aLineIsCutWithAnEllipsis() {
    #expect(StyledText("abcdef").cut(to: 4).plain == "abc…")
    #expect(StyledText("abcd").cut(to: 4).plain == "abcd")
  }
}
