import Courseware
import Testing

@Suite struct LessonReaderTests {
  @Test func everyPartOfALessonIsRead() throws {
    let lesson = try lesson(
      """
      # Title

      Some text.

      ```swift
      let a = 1
      print(a)
      ```

      ```output
      1
      ```

      ```python
      a = 1
      ```

      ```swift setup twice
      let three = 3
      ```
      \(twiceExercise)
      ```swift wrong twice "That is x, once."
      func twice(_ x: Int) -> Int { x }
      ```

      ```hint twice
      Add it to itself.
      ```

      ```quiz why
      What is 1 + 1?
      = 2 | Count again.
      ```
      The end.
      """)
    #expect(lesson.id == "small")
    #expect(lesson.title == "A small lesson")
    #expect(lesson.minutes == 10)
    #expect(lesson.requires == [])
    #expect(lesson.sources == ["A, slide 1"])
    #expect(lesson.objectives == ["see a fixture"])
    #expect(lesson.label == "1.1")
    let shapes = lesson.items.map { item in
      switch item {
      case .prose(let prose): "prose \(prose.markdown)"
      case .step(let step): "step \(step.code.text)output \(step.expectedOutput?.text ?? "none")"
      case .exercise(let exercise): "exercise \(exercise.name)"
      case .quiz(let quiz): "quiz \(quiz.name)"
      }
    }
    #expect(
      shapes == [
        "prose # Title\n\nSome text.", "step let a = 1\nprint(a)\noutput 1\n", "prose ```python\na = 1\n```",
        "exercise twice", "quiz why", "prose The end.",
      ])
    #expect(lesson.items.map(\.line) == [11, 15, 24, 31, 53, 57])
    let twice = try #require(lesson.exercise(named: "twice"))
    #expect(twice.setup?.text == "let three = 3\n")
    #expect(twice.check.text == "expectEqual(\"twice\", twice(3), 6)\n")
    #expect(twice.check.source.firstLine == 38)
    #expect(twice.check.source.name == "01-a/01-small.md")
    #expect(twice.wrongAnswers.map(\.sentence) == ["That is x, once."])
    #expect(twice.hints.map(\.markdown) == ["Add it to itself."])
    #expect(twice.hints.map(\.line) == [50])
  }

  @Test(arguments: [
    ("```swift\nlet a = 1\n", "11: the block 'swift' that starts here is not closed by a fence"),
    ("Text\n\n~~~swift\nlet a = 1\n```\n", "13: the block 'swift' that starts here is not closed by a fence"),
    ("````swift\nlet a = 1\n```\n", "11: the block 'swift' that starts here is not closed by a fence"),
    ("```swift", "11: the block 'swift' that starts here is not closed by a fence"),
    ("```swift exersise twice\n```\n", "11: unknown role 'exersise' after 'swift', did you mean 'exercise'?"),
    (
      "```swift play\n```\n",
      "11: unknown role 'play' after 'swift': the roles are setup, exercise, check, solution and wrong"
    ),
    ("```quizz why\n```\n", "11: unknown block 'quizz', did you mean 'quiz'?"),
    ("```Swift check a\n```\n", "11: unknown block 'Swift', did you mean 'swift'?"),
    ("```swift check\n```\n", "11: a name is missing after 'swift check'"),
    ("```hint\n```\n", "11: a name is missing after 'hint'"),
    ("```swift check a b\n```\n", "11: only a name stands after 'swift check', not 'b'"),
    ("```swift setup A1\n```\n", "11: the name 'A1' is not made of small letters, digits and '-'"),
    ("```output now\n```\n", "11: nothing stands after 'output'"),
    ("```output\n1\n```\n", "11: this output has no step above it"),
    (
      "```swift\n1\n```\n```output\n1\n```\n```output\n1\n```\n", "17: the step above has an output already, in line 14"
    ),
    (
      "```swift wrong a\n```\n", "11: the wrong answer to 'a' has no sentence: swift wrong a \"one sentence\""
    ),
    (
      "```swift wrong a no\n```\n",
      "11: the sentence of the wrong answer to 'a' stands in quotation marks: \"one sentence\""
    ),
    ("```hint a\nx\n```\n", "11: this hint is for the exercise 'a', which does not exist"),
    ("```swift check a\nx\n```\n", "11: this check is for the exercise 'a', which does not exist"),
    (
      "- item\n\n  ```swift\n  1\n  ```\n",
      "13: the block 'swift' stands inside of a list or quotation: it belongs at the margin"
    ),
    (
      "```swift wrong a \"Use `f`.\"\nf()\n```\n\n```swift\n1\n```\n",
      "11: the first line of the block 'swift wrong a \"Use `f`.\"' holds a backtick: such a block begins and ends with ~~~"
    ),
    (
      "```swift\n1\n```\n\n````text `\n````\n",
      "15: the first line of the block 'text `' holds a backtick: such a block begins and ends with ~~~"
    ),
    ("> ```quiz a\n> ```\n", "11: the block 'quiz a' stands inside of a list or quotation: it belongs at the margin"),
  ])
  func mistakesAreNamedWithTheirLine(body: String, message: String) {
    #expect(problems(body) == ["01-a/01-small.md:" + message])
  }

  @Test func anExerciseNeedsItsParts() {
    #expect(
      problems("```swift exercise twice\n```\n") == [
        "01-a/01-small.md:11: exercise 'twice' has no check", "01-a/01-small.md:11: exercise 'twice' has no solution",
      ])
  }

  @Test(arguments: [
    ("```swift check twice\n```\n", "24: exercise 'twice' has two blocks 'check', the first in line 17"),
    (twiceExercise, "24: the name 'twice' is taken already, in line 11"),
    ("```quiz twice\nWhat?\n= 1 | No.\n```\n", "24: the name 'twice' is taken already, in line 11"),
    (
      "```hint twise\nx\n```\n",
      "24: this hint is for the exercise 'twise', which does not exist, did you mean 'twice'?"
    ),
    ("```hint twice\n\n```\n", "24: the hint for 'twice' is empty"),
    (
      "```swift wrong twice \"No.\"\n```\n```swift wrong twice \"No.\"\n```\n",
      "26: this wrong answer to 'twice' has the sentence of the one in line 24"
    ),
  ])
  func mistakesAroundAnExercise(body: String, message: String) {
    #expect(problems(twiceExercise + body).first == "01-a/01-small.md:" + message)
  }

  @Test func aSentenceMayHoldQuotationMarksAndBackslashes() throws {
    let lesson = try lesson(
      twiceExercise + "```swift wrong twice \"Not \"once\", \\alpha &amp; more.\"\nfunc f() {}\n```\n")
    #expect(lesson.exercises.first?.wrongAnswers.map(\.sentence) == ["Not \"once\", \\alpha &amp; more."])
  }

  @Test func aSentenceMayHoldBackticksBetweenTildes() throws {
    let lesson = try lesson(twiceExercise + "~~~swift wrong twice \"Use `f`.\"\nfunc f() {}\n~~~\n")
    #expect(lesson.exercises.first?.wrongAnswers.map(\.sentence) == ["Use `f`."])
  }

  @Test(arguments: [
    "````markdown\n```swift nonsense\n```\n````\n", "````markdown\n```swift `f`\n```\n````\n",
    "```swift``` is a language\n", "    ```swift `f`\n", "``swift `f``\n",
  ])
  func whatOnlyLooksLikeABlockIsText(body: String) throws {
    #expect(try lesson(body).items.count == 1)
  }

  @Test func aBrokenLessonCanStillBeNamed() {
    let reading = reading("```swift")
    #expect(reading.lesson == nil)
    #expect(reading.id == "small")
    #expect(reading.title == "A small lesson")
  }
}
