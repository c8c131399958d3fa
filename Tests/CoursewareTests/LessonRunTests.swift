import Bindings
import Courseware
import Interpreter
import Testing

private let body = """
  Before.

  ```swift
  let a = 20
  a + 1
  ```

  ```swift exercise twice
  func twice(_ x: Int) -> Int {
    <#x, two times#>
  }
  ```

  ```swift check twice
  expectEqual("twice", twice(a), 40)
  ```

  ```swift solution twice
  func twice(_ x: Int) -> Int { 2 * x }
  ```

  Between.

  ```quiz why
  What is 1 + 1?
  = 2 | Count again.
  ```

  ```swift
  print(twice(a))
  ```

  After.
  """

private func run(_ text: String = body) throws -> LessonRun {
  LessonRun(lesson: try lesson(text), library: engineLibrary())
}

/// Outputs as texts.
private func texts(_ outputs: [CellOutput]) -> [String] {
  outputs.map { output in
    switch output {
    case .text(let text): text
    case .picture(let picture): picture.text
    case .value(let text, let type, _): "\(text): \(type)"
    case .error(let diagnostic): "error: \(diagnostic.message)"
    }
  }
}

@Suite struct LessonRunTests {
  @Test func stopsHaveTheirProseBeforeThem() throws {
    let run = try run()
    #expect(run.stops.map { $0.prose.map(\.markdown) } == [["Before."], [], ["Between."], []])
    #expect(run.closing.map(\.markdown) == ["After."])
  }

  @Test func aLessonOfProseHasNothingToRun() throws {
    let run = try run("Only text.\n")
    #expect(run.isAtEnd)
    #expect(run.current == nil)
    #expect(run.currentExercise == nil)
    #expect(!run.next().hasMoved)
    #expect(!run.back())
    #expect(run.closing.map(\.markdown) == ["Only text."])
  }

  @Test func nextRunsOneStepAfterAnother() throws {
    let run = try run()
    let first = run.next()
    #expect(texts(first.outputs) == ["21: Int"])
    #expect(run.position == 1)
    #expect(run.currentExercise?.name == "twice")
    let exercise = run.next()
    #expect(exercise.filledBySolution?.name == "twice")
    #expect(run.next().outputs.isEmpty)
    #expect(texts(run.next().outputs) == ["40\n"])
    #expect(run.isAtEnd)
    #expect(!run.next().hasMoved)
  }

  @Test func anAcceptedAnswerStaysInPlaceOfTheSolution() throws {
    let run = try run()
    _ = run.next()
    let exercise = try #require(run.currentExercise)
    run.accept(SourceText("func twice(_ x: Int) -> Int { x + x + 100 }", name: "answer"), for: exercise)
    #expect(run.next().filledBySolution == nil)
    _ = run.next()
    #expect(texts(run.next().outputs) == ["140\n"])
  }

  @Test func aStepThatFailsIsNotLeft() throws {
    let run = try run("```swift\nlet a = [1][3]\n```\n\n```swift\nlet b = 1\n```\n")
    let movement = run.next()
    #expect(!movement.hasMoved)
    #expect(run.position == 0)
    #expect(movement.outcome.diagnostics.first?.range?.source.name == "01-a/01-small.md")
    #expect(movement.outcome.diagnostics.first?.range?.source.firstLine == 12)
    run.skip()
    #expect(run.next().hasMoved)
  }

  @Test func gotoRunsWhatLiesBetween() throws {
    let run = try run()
    let movement = run.goto(4)
    #expect(movement.hasMoved)
    #expect(movement.filledBySolution?.name == "twice")
    #expect(run.position == 4)
    #expect(run.goto(-3).outputs.isEmpty)
    #expect(run.position == 0)
    #expect(!run.back())
    #expect(run.goto(99).hasMoved)
    #expect(run.isAtEnd)
    #expect(run.back())
    #expect(run.position == 3)
  }

  @Test func typedCellsRunInTheLessonsVariables() throws {
    let run = try run()
    _ = run.next()
    #expect(run.run("print(a)", name: "1").output == "20\n")
    #expect(run.run("let a: Int = \"x\"", name: "2").diagnostics.count == 1)
    run.run("let two = 2", name: "3")
    run.run("func twice(_ x: Int) -> Int { two * x }", name: "4")
    #expect(run.typedCells.map(\.text) == ["print(a)", "let two = 2", "func twice(_ x: Int) -> Int { two * x }"])
    let exercise = try #require(run.currentExercise)
    #expect(run.typedAnswer(to: exercise) == "let two = 2\n\nfunc twice(_ x: Int) -> Int { two * x }")
  }

  @Test func aWholeRunGivesEverythingInOrder() throws {
    let run = try run()
    var seen: [String] = []
    let isDone = run.runToEnd { item in
      switch item {
      case .prose(let prose): seen.append(prose.markdown)
      case .step(_, let outcome): seen.append(texts(outcome.outputs).joined())
      case .exercise(let exercise, _): seen.append(exercise.name)
      case .quiz(let quiz): seen.append(quiz.name)
      }
    }
    #expect(isDone)
    #expect(seen == ["Before.", "21: Int", "twice", "Between.", "why", "40\n", "After."])
  }

  @Test func aWholeRunEndsWhereAStepFails() throws {
    let run = try run("```swift\nlet a = 1\n```\n\n```swift\nlet b = a / 0 + c\n```\n\nAfter.\n")
    var record = RunRecord(lesson: run.lesson)
    #expect(!run.runToEnd { record.add($0) })
    #expect(record.json.contains("\"succeeded\" : false"))
    #expect(record.json.contains("\"message\" : \"cannot find 'c' in scope\""))
    #expect(!record.json.contains("After."))
  }

  @Test func undoGoesBackToTheStep() throws {
    let run = try run()
    #expect(run.undo() == nil)
    _ = run.next()
    run.run("let b = a * 2", name: "cell")
    #expect(run.undo()?.succeeded == true)
    #expect(run.position == 1)
    #expect(run.typedCells.isEmpty)
    #expect(run.run("b", name: "cell").succeeded == false)
    #expect(run.run("a", name: "cell").valueText == "20")
    _ = run.undo()
    #expect(run.undo()?.succeeded == true)
    #expect(run.position == 0)
    #expect(run.run("a", name: "cell").succeeded == false)
  }

  @Test func anUndoneSolutionIsToBeFilledAgain() throws {
    let run = try run()
    _ = run.goto(2)
    #expect(run.run("twice(4)", name: "cell").valueText == "8")
    _ = run.undo()
    _ = run.undo()
    #expect(run.position == 1)
    #expect(run.run("twice(4)", name: "cell").succeeded == false)
    #expect(run.next().filledBySolution?.name == "twice")
  }
}
