import Bindings
import Courseware
import Interpreter
import Testing

/// Doubling, judged against numbers that an answer could try to change.
private let body = """
  ```swift
  var factor = 2.0
  final class Layer {
    var weights = Tensor([1, 2, 3])
  }
  let layer = Layer()
  ```

  ```swift setup double
  func reference(_ x: Tensor) -> Tensor { factor * x }
  ```

  ```swift exercise double
  func double(_ x: Tensor) -> Tensor {
    <#twice x#>
  }
  ```

  ```swift check double
  func hidden(_ x: Tensor) -> Tensor { layer.weights.sum().item() / 3 * x }
  for seed in 0..<4 {
    let x = Tensor.normal([2, 2 + seed], seed: seed)
    let y = double(x)
    expectShape("y", y, x.shape)
    expectEqual("y", y, factor * x)
    expectEqual("z", double(x), hidden(x))
    expectGradient("g", double(x), of: { reference($0) }, at: x, upstream: x)
  }
  ```

  ```swift solution double
  func double(_ x: Tensor) -> Tensor { x + x }
  ```
  """

private func judge(_ answer: String, limits: Limits = Limits()) throws -> Report {
  try judge(answer, limits: limits, body: body)
}

/// What an answer may not do to the judge. Each has a line that says what happened.
@Suite struct JudgeIntegrityTests {
  @Test func theSolutionPasses() throws {
    #expect(try judge("func double(_ x: Tensor) -> Tensor { x * 2 }").passed)
  }

  @Test(arguments: [
    // A variable that the check reads, at the margin and from inside of the function
    ("factor = 0\nfunc double(_ x: Tensor) -> Tensor { 0 * x }", "'factor'"),
    ("func double(_ x: Tensor) -> Tensor {\n  factor = 0\n  return 0 * x\n}", "'factor'"),
    ("let factor = 0.0\nfunc double(_ x: Tensor) -> Tensor { 0 * x }", "'factor'"),
  ])
  func aVariableThatTheCheckReadsMayNotBeChanged(answer: String, names: String) throws {
    // The class's weights and the reference still tell
    let report = try judge(
      answer,
      body: body.replacing(
        "  expectEqual(\"z\", double(x), hidden(x))\n", with: ""
      ).replacing("reference($0)", with: "factor * $0"))
    #expect(!report.passed)
    #expect(report.lines == ["The answer changes \(names), which the check uses: it has to leave that alone."])
  }

  @Test func anObjectThatTheCheckReadsMayNotBeChanged() throws {
    let check = body.replacing("  expectEqual(\"y\", y, factor * x)\n", with: "").replacing(
      "  expectGradient(\"g\", double(x), of: { reference($0) }, at: x, upstream: x)\n", with: "")
    let report = try judge(
      "func double(_ x: Tensor) -> Tensor {\n  layer.weights = 0 * layer.weights\n  return 0 * x\n}", body: check)
    #expect(
      report.lines == [
        "The check computes with other numbers than it should: the answer changes something that it uses, such as an "
          + "operator, or a member that is declared anew."
      ])
  }

  /// Forks of a session share objects: the next answer finds them as they were.
  @Test func whatAnAnswerDidToObjectsIsUndone() throws {
    let lesson = try lesson(body)
    let exercise = try #require(lesson.exercises.first)
    let reports = runOnLargeStack {
      let judge = Judge(lesson: lesson, library: engineLibrary())
      return [
        "func double(_ x: Tensor) -> Tensor {\n  layer.weights = 0 * layer.weights\n  return 0 * x\n}",
        "layer.weights = Tensor([0])\nfunc double(_ x: Tensor) -> Tensor { x }",
        "func double(_ x: Tensor) -> Tensor { x + x }",
      ].map { judge.check(SourceText($0, name: "answer.swift"), for: exercise) }
    }
    #expect(reports.map(\.passed) == [false, false, true], "\(reports.map(\.message))")
  }

  /// Where two answers are compared with each other, what is expected is made of the answer.
  @Test func anAnswerMayBeComparedWithItself() throws {
    let body = """
      ```swift exercise masks
      func mask(_ seed: Int) -> Tensor { <#zeros and ones#> }
      ```

      ```swift check masks
      for seed in 0..<3 { expectEqual("mask", mask(seed), mask(seed) * mask(seed)) }
      ```

      ```swift solution masks
      func mask(_ seed: Int) -> Tensor { greater(Tensor.uniform([20], seed: seed), Tensor(0.5)) }
      ```
      """
    #expect(
      try judge("func mask(_ n: Int) -> Tensor { less(Tensor.uniform([7], seed: n + 9), Tensor(0.2)) }", body: body)
        .passed)
  }

  @Test func operatorsThatTheCheckUsesMayNotBeDeclaredAnew() throws {
    let report = try judge(
      """
      func * (_ a: Double, _ x: Tensor) -> Tensor { x - x }
      func double(_ x: Tensor) -> Tensor { x - x }
      """,
      body: body.replacing("hidden(x))", with: "0.5 * x + 1.5 * x)").replacing("reference($0)", with: "factor * $0"))
    #expect(!report.passed)
    #expect(
      report.lines == [
        "The check computes with other numbers than it should: the answer changes something that it uses, such as an "
          + "operator, or a member that is declared anew."
      ])
  }

  @Test func membersThatTheCheckUsesMayNotBeDeclaredAnew() throws {
    let report = try judge(
      """
      extension Tensor {
        static func normal(_ shape: [Int], seed: Int) -> Tensor { Tensor.zeros(shape) }
      }
      func double(_ x: Tensor) -> Tensor { x }
      """)
    #expect(!report.passed)
    #expect(report.lines.first?.hasPrefix("The check computes with other numbers than it should") ?? false)
  }

  @Test func whatTheCheckCallsMayNotBeDeclaredAnew() throws {
    for name in ["expectEqual", "expectGradient", "reference"] {
      #expect(
        try judge("func \(name)(_ x: Tensor) -> Tensor { x }\nfunc double(_ x: Tensor) -> Tensor { 2 * x }").lines == [
          "The check itself calls '\(name)': give yours another name, so that it is not compared with itself."
        ])
    }
    let hidden = try judge(
      "  func expectEqual(_ what: String, _ a: Tensor, _ b: Tensor) {}\n  func double(_ x: Tensor) -> Tensor { x }",
      body: body.replacing("  expectGradient(\"g\", double(x), of: { reference($0) }, at: x, upstream: x)\n", with: ""))
    #expect(!hidden.passed)
    #expect(
      hidden.lines.first == "The check did not come to all of its cases: the answer changes something that it uses.")
  }

  /// What a check block declares does not exist yet where the answer is typed.
  @Test func whatTheCheckDeclaresCannotBeCalled() throws {
    let report = try judge("func double(_ x: Tensor) -> Tensor { hidden(x) }")
    #expect(report.lines == ["Line 1: cannot find 'hidden' in scope"])
  }

  @Test func aCaseOfTheAnswersOwnDoesNotCount() throws {
    let report = try judge(
      "expectEqual(\"y\", 1, 1)\nfunc double(_ x: Tensor) -> Tensor {\n  expectEqual(\"y\", 1, 1)\n  return 3 * x\n}")
    #expect(!report.passed)
    #expect(report.lines.first?.hasPrefix("y wrong in ") ?? false)
    let right = try judge("expectEqual(\"y\", 1, 1)\nfunc double(_ x: Tensor) -> Tensor { x + x }")
    #expect(right.passed)
    let more = try judge("func double(_ x: Tensor) -> Tensor {\n  expectEqual(\"y\", 1, 1)\n  return 2 * x\n}")
    #expect(!more.passed)
  }

  // MARK: - Answers that are not functions of their inputs

  @Test func aConstantIsSeen() throws {
    let report = try judge("func double(_ x: Tensor) -> Tensor { Tensor.full(x.shape, value: 0.5) }")
    #expect(report.lines.contains("Seen in y: every element is the same number, 0.5"))
  }

  @Test func whatIsRightOnTheFirstCaseOnlyIsNotRight() throws {
    let report = try judge(
      "func double(_ x: Tensor) -> Tensor { x.shape == [2, 2] ? 2 * x : x * x * x }")
    #expect(!report.passed)
    #expect(report.lines.contains("Of y's 4 cases, these are wrong: 2, 3, 4"))
    #expect(
      report.lines.contains("Seen in y: right where rows and columns are equally many, and wrong in all other cases"))
  }

  @Test func whatChangesFromCallToCallIsNotRight() throws {
    let report = try judge(
      """
      var calls = 0
      func double(_ x: Tensor) -> Tensor {
        calls += 1
        return calls > 12 ? 3 * x : 2 * x
      }
      """)
    #expect(!report.passed)
    #expect(
      report.lines == [
        "y was right, and is something else when the same inputs come a second time: does a variable outside of the "
          + "function keep something from before?"
      ])
  }

  @Test func whatKeepsStateWithoutBeingWrongPasses() throws {
    let report = try judge("var calls = 0\nfunc double(_ x: Tensor) -> Tensor {\n  calls += 1\n  return 2 * x\n}")
    #expect(report.passed)
  }

  // MARK: - Answers that use too much

  private func limited(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits()
    limits.seconds = 5
    change(&limits)
    return limits
  }

  @Test func aFloodOfOutputIsStopped() throws {
    let report = try judge(
      "func double(_ x: Tensor) -> Tensor {\n  while true { print(\"again and again\") }\n}",
      limits: limited { $0.outputBytes = 100_000 })
    #expect(report.isOutOfBudget)
    #expect(report.output.utf8.count <= 100_000)
    #expect(report.lines.last == "Line 2: too much output: this program may print 97.7 KiB")
  }

  @Test func anEndlessLoopIsStopped() throws {
    let report = try judge(
      "func double(_ x: Tensor) -> Tensor {\n  while true {}\n}", limits: limited { $0.seconds = 0.3 })
    #expect(report.isOutOfBudget)
    #expect(report.lines == ["y stopped with an error, z not reached, g not reached", report.lines.last ?? ""])
    #expect(report.lines.last?.hasPrefix("Line 2: out of time: ") ?? false)
    #expect(report.seconds < 3)
  }

  @Test func anEndlessAllocationIsStopped() throws {
    let list = try judge(
      "func double(_ x: Tensor) -> Tensor {\n  var list = [1.0]\n  while true { list += list }\n}",
      limits: limited { $0.memoryBytes = 50 << 20 })
    #expect(list.isOutOfBudget)
    #expect(list.lines.last?.hasPrefix("Line 3: ") ?? false)
    let tensor = try judge(
      "func double(_ x: Tensor) -> Tensor {\n  let large = Tensor.zeros([100000, 100000, 1000])\n  return large\n}")
    #expect(!tensor.passed)
    #expect(tensor.lines.last?.hasPrefix("Line 2: ") ?? false)
  }

  @Test func notANumberIsSaid() throws {
    let report = try judge("func double(_ x: Tensor) -> Tensor { 0 * x / 0 }")
    #expect(report.lines.contains("Seen in y: 28 elements are nan or infinite, the first at [0, 0] (case 1)"))
  }

  @Test func callingItselfIsStopped() throws {
    let report = try judge("func double(_ x: Tensor) -> Tensor { double(x) }")
    #expect(report.isOutOfBudget)
    #expect(report.lines.first == "y stopped with an error, z not reached, g not reached")
  }
}
