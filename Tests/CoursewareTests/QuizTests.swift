import Courseware
import Testing

private func quiz(_ text: String) throws -> Quiz {
  try #require(try lesson("```quiz q\n\(text)\n```\n").quizzes.first)
}

@Suite struct QuizTests {
  @Test func choicesAreJudgedByTheirLetters() throws {
    let quiz = try quiz(
      """
      What happens
      to the corner?

      - [ ] It is zero | One window covers it.
      - [x] It gets one product | Right, from the first window.
      - [ ] a \\| b | No.
      """)
    #expect(quiz.question == "What happens\nto the corner?")
    guard case .choices(let choices) = quiz.kind else { throw FixtureError(problems: []) }
    #expect(choices.map(\.text) == ["It is zero", "It gets one product", "a | b"])
    #expect(choices.map(\.isRight) == [false, true, false])
    #expect(choices.map(\.reply) == ["One window covers it.", "Right, from the first window.", "No."])
    #expect(quiz.verdict(on: "b") == .right(explanations: ["Right, from the first window."]))
    #expect(quiz.verdict(on: " B) ") == .right(explanations: ["Right, from the first window."]))
    #expect(quiz.verdict(on: "a") == .wrong(replies: ["One window covers it."]))
    for answer in ["", "d", "7", "a b", "because"] {
      #expect(quiz.verdict(on: answer) == .unreadable("The answer is one of the letters a, b, c."))
    }
  }

  @Test func severalRightChoicesAreAllNeeded() throws {
    let quiz = try quiz("Which?\n- [x] one\n- [ ] two | Not two.\n- [X] three")
    #expect(quiz.verdict(on: "a, c") == .right(explanations: []))
    #expect(quiz.verdict(on: "ca") == .right(explanations: []))
    #expect(quiz.verdict(on: "a") == .wrong(replies: ["Right so far, and there is more than that."]))
    #expect(quiz.verdict(on: "a b c") == .wrong(replies: ["Not two."]))
    #expect(quiz.verdict(on: "x") == .unreadable("The answer is one or more of the letters a, b, c."))
  }

  @Test(arguments: [
    ("9", true), ("9.005", true), (" 9.0 ", true), ("18/2", true), ("9.02", false), ("-9", false), ("1e1", false),
  ])
  func numbersAreJudgedWithinTheTolerance(answer: String, isRight: Bool) throws {
    let quiz = try quiz("How many?\n= 9 ± 0.01 | otherwise: Count again.")
    #expect(quiz.verdict(on: answer) == (isRight ? .right(explanations: []) : .wrong(replies: ["Count again."])))
  }

  @Test func particularNumbersHaveTheirReplies() throws {
    let quiz = try quiz("How many?\n= 1_000 +- 0 | Count again.\n! 4 | That is for two by two.\n! -1/2 | Half?")
    #expect(quiz.verdict(on: "1000") == .right(explanations: []))
    #expect(quiz.verdict(on: "4") == .wrong(replies: ["That is for two by two."]))
    #expect(quiz.verdict(on: "−0.5") == .wrong(replies: ["Half?"]))
    #expect(quiz.verdict(on: "5") == .wrong(replies: ["Count again."]))
    for answer in ["", "nine", "nan", "1/0", "1/2/3", "0x10", "inf"] {
      #expect(quiz.verdict(on: answer) == .unreadable("The answer is a number, for example 3 or 0.5."))
    }
  }

  @Test(arguments: [
    ("", "11: quiz 'q' has no question"),
    ("What?", "11: quiz 'q' has neither choices ('- [ ] text | reply') nor a number ('= 9 | reply')"),
    (
      "What?\n- [ ] It is zero\n- [x] b",
      "13: quiz 'q': the wrong choice 'It is zero' has no reply: add ' | ' and a sentence"
    ),
    ("What?\n- [ ] a |\n- [x] b", "13: quiz 'q': the wrong choice 'a' has no reply: add ' | ' and a sentence"),
    ("What?\n- [ ] a | No.\n- [ ] b | No.", "11: quiz 'q' has no right choice: mark it with '- [x]'"),
    ("What?\n- [x] a", "11: quiz 'q' needs at least two choices"),
    ("What?\n- [y] a", "13: quiz 'q': a choice starts with '- [ ]' or '- [x]'"),
    ("What?\n- [x] | No.\n- [ ] b | No.", "13: quiz 'q' has a choice without text"),
    ("What?\n= nine | No.", "13: quiz 'q': 'nine' is not a number"),
    ("What?\n= 9 ± x | No.", "13: quiz 'q': '9 ± x' is not a number with a tolerance, such as '9 ± 0.01'"),
    ("What?\n= 9", "13: quiz 'q': the number has no reply for other numbers: add ' | ' and a sentence"),
    ("What?\n= 9 | No.\n! x | y", "14: quiz 'q': 'x' is not a number"),
    ("What?\n= 9 | No.\n! 8", "14: quiz 'q': the number 8 has no reply: add ' | ' and a sentence"),
    ("What?\n= 9 | No.\n= 8 | No.", "14: quiz 'q' has a second answer: one line with '=' is enough"),
    (
      "What?\n= 9 | No.\nmore",
      "14: quiz 'q': cannot read 'more'; the question comes first, one line for each choice after it"
    ),
    ("What?\n= 9 | No.\n- [ ] b | No.", "11: quiz 'q' has choices and a number: it can have one of them"),
  ])
  func mistakesAreNamedWithTheirLine(text: String, message: String) {
    #expect(problems("```quiz q\n\(text)\n```\n").first == "01-a/01-small.md:" + message)
  }
}
