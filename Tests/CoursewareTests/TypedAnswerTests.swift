import Courseware
import Testing

@Suite struct TypedAnswerTests {
  @Test func theLastDeclarationCounts() {
    let cells = ["func f() -> Int { 1 }", "print(f())", "func f() -> Int { 2 }", "func g() {}"]
    #expect(gatherAnswer(declaring: ["f"], from: cells) == "func f() -> Int { 2 }")
  }

  @Test func helpersComeWithIt() {
    let cells = ["let two = 2", "func g() -> Int { two }", "func h() {}", "func f() -> Int {\n  g()\n}", "f()"]
    #expect(
      gatherAnswer(declaring: ["f"], from: cells)
        == "let two = 2\n\nfunc g() -> Int { two }\n\nfunc f() -> Int {\n  g()\n}")
  }

  @Test func withoutADeclarationThereIsNoAnswer() {
    #expect(gatherAnswer(declaring: ["f"], from: ["f()", "  func f() {}", "let g = f"]) == nil)
    #expect(gatherAnswer(declaring: ["f"], from: []) == nil)
  }
}
