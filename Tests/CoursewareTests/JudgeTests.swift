import Bindings
import Courseware
import Interpreter
import Testing

/// The gradient of y = s · x² and its forward value, with mistakes that can be told apart.
private let body = """
  ```swift
  let shown = Tensor([[1, 2, 3], [4, 5, 7]])
  ```

  ```swift setup square
  let strength = 3.0
  ```

  ```swift exercise square
  func square(_ x: Tensor) -> Tensor {
    <#x squared#>
  }
  func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor {
    <#the chain rule#>
  }
  ```

  ```swift check square
  for seed in 0..<3 {
    let x = seed == 0 ? shown : Tensor.normal([2, 2 + seed], seed: seed)
    let dy = Tensor.normal(x.shape, seed: seed + 50)
    let y = square(x)
    expectShape("y", y, x.shape)
    expectEqual("y", y, strength * x * x)
    let dx = squareGradient(dy, at: x)
    expectShape("dx", dx, x.shape)
    expectGradient("dx", dx, of: { strength * $0 * $0 }, at: x, upstream: dy)
  }
  ```

  ```swift solution square
  func square(_ x: Tensor) -> Tensor { strength * x * x }
  func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { 2 * strength * dy * x }
  ```

  ```swift wrong square "The factor 2 of the derivative is missing."
  func square(_ x: Tensor) -> Tensor { strength * x * x }
  func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { strength * dy * x }
  ```

  ```swift wrong square "The upstream gradient is missing."
  func square(_ x: Tensor) -> Tensor { strength * x * x }
  func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { 2 * strength * x }
  ```

  ```swift wrong square "This sums the rows, and the gradient is as large as x."
  func square(_ x: Tensor) -> Tensor { strength * x * x }
  func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { (2 * strength * dy * x).sum(axes: [0]) }
  ```

  ```swift wrong square "The second row is read before there is one."
  func square(_ x: Tensor) -> Tensor { strength * x * x }
  func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { x[5, 0] * dy }
  ```
  """

private func judge(_ answer: String, limits: Limits = Limits()) throws -> Report {
  try judge(answer, limits: limits, body: body)
}

private let goodSquare = "func square(_ x: Tensor) -> Tensor { strength * x * x }\n"

@Suite struct JudgeTests {
  @Test func aRightAnswerPassesHoweverItIsWritten() throws {
    let report = try judge(
      """
      func power(_ x: Tensor) -> Tensor { x * x }
      func square(_ x: Tensor) -> Tensor {
        var y = power(x)
        for i in 0..<x.shape[0] { for j in 0..<x.shape[1] { y[i, j] *= strength } }
        return y
      }
      func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { (x + x) * dy * strength }
      """)
    #expect(report.passed)
    #expect(report.lines.first == "Passed.")
    try #require(report.lines.count == 3)
    #expect(report.lines[1].hasPrefix("y ok: 20 elements in 3 cases, largest error "))
    #expect(report.lines[2].hasPrefix("dx ok: 20 elements in 3 cases, largest error "))
    #expect(report.verdicts.map(\.kind) == [.value, .gradient])
    #expect(
      report.verdicts.allSatisfy { $0.passed && $0.wrong == 0 && $0.total == 20 && ($0.relativeError ?? 1) < 1e-8 })
    #expect(report.misconception == nil)
  }

  @Test func aKnownMistakeIsNamedHoweverItIsWritten() throws {
    let report = try judge(
      goodSquare + "func squareGradient(_ g: Tensor, at p: Tensor) -> Tensor { g * strength * p }")
    #expect(!report.passed)
    #expect(report.misconception == "The factor 2 of the derivative is missing.")
    #expect(
      report.lines == [
        "y ok, dx wrong in 20 of 20 elements", "Likely cause: The factor 2 of the derivative is missing.",
        report.lines.last ?? "",
      ])
    #expect(report.lines.last?.hasPrefix("First wrong element: dx at [0, 0] is ") ?? false)
    #expect(report.lines.last?.hasSuffix(" (case 1, shape [2, 3])") ?? false)
    #expect(report.verdicts.map(\.status) == [.ok, .wrong])
    #expect(report.verdicts.last?.firstWrong?.index == [0, 0])
  }

  @Test func aMistakeInOneVerdictIsNamedBesideAnother() throws {
    let report = try judge(
      "func square(_ x: Tensor) -> Tensor { x * x }\n"
        + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { strength * dy * x }")
    #expect(
      report.lines.prefix(3) == [
        "y wrong in 20 of 20 elements, dx wrong in 20 of 20 elements",
        "Likely cause in dx: The factor 2 of the derivative is missing.",
        "Seen in y: every element is 0.3333 times the expected one",
      ])
    #expect(report.misconception == "The factor 2 of the derivative is missing.")
    #expect(report.signature?.verdict == "y")
    #expect(report.signature?.name == "constantRatio")
  }

  @Test func elementsOnAKinkAreLeftOutAndCounted() throws {
    let body = """
      ```swift exercise rectify
      func rectifyGradient(_ dy: Tensor, _ x: Tensor) -> Tensor { <#where x is positive#> }
      ```

      ```swift check rectify
      let x = Tensor([-1, 0, 2, 0, 3, -2])
      let dy = Tensor([3, 4, 5, 6, 7, 8])
      expectGradient("dx", rectifyGradient(dy, x), of: { relu($0) }, at: x, upstream: dy)
      ```

      ```swift solution rectify
      func rectifyGradient(_ dy: Tensor, _ x: Tensor) -> Tensor { dy * greater(x, Tensor(0)) }
      ```
      """
    let other = "func rectifyGradient(_ dy: Tensor, _ x: Tensor) -> Tensor { dy * greaterOrEqual(x, Tensor(0)) }"
    let report = try judge(other, body: body)
    #expect(report.passed)
    #expect(report.lines.last?.hasPrefix("dx ok: 4 elements in 1 case, largest error ") ?? false)
    #expect(report.lines.last?.hasSuffix("; 2 on a kink left out") ?? false)
    #expect(report.verdicts.first?.kinks == 2)
    let wrong = try judge("func rectifyGradient(_ dy: Tensor, _ x: Tensor) -> Tensor { dy }", body: body)
    #expect(wrong.lines.first == "dx wrong in 2 of 4 elements")
  }

  @Test func ofVeryManyElementsASampleIsCompared() throws {
    let body = """
      ```swift exercise square
      func gradient(_ dy: Tensor, _ x: Tensor) -> Tensor { <#2 x dy#> }
      ```

      ```swift check square
      let x = Tensor.normal([50, 50], seed: 1)
      expectGradient("dx", gradient(x, x), of: { $0 * $0 }, at: x, upstream: x)
      ```

      ```swift solution square
      func gradient(_ dy: Tensor, _ x: Tensor) -> Tensor { 2 * x * dy }
      ```
      """
    let report = try judge("func gradient(_ dy: Tensor, _ x: Tensor) -> Tensor { x * dy + dy * x }", body: body)
    #expect(report.lines.last?.hasPrefix("dx ok: 2000 elements in 1 case, ") ?? false)
    #expect(report.lines.last?.hasSuffix("; a sample of 2500") ?? false)
    #expect(report.verdicts.first?.untried == 500)
  }

  @Test func anUnknownMistakeIsDescribedByWhatItsNumbersHaveInCommon() throws {
    let report = try judge(
      goodSquare + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { -2 * strength * dy * x }")
    #expect(report.misconception == nil)
    #expect(report.lines.dropFirst().first == "Seen in dx: the sign is flipped in every element")
  }

  @Test func aWrongShapeIsSaidFirst() throws {
    let report = try judge(
      goodSquare + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { (6 * x * dy).sum(axes: [0]) }")
    #expect(report.misconception == "This sums the rows, and the gradient is as large as x.")
    #expect(
      report.lines == [
        "y ok, dx has the wrong shape", "Likely cause: This sums the rows, and the gradient is as large as x.",
        "dx has shape [3] in case 1, and [2, 3] is needed",
      ])
  }

  @Test func wrongElementsInSomeCasesAreCounted() throws {
    let report = try judge(
      """
      func square(_ x: Tensor) -> Tensor {
        var y = strength * x * x
        y[1, 0] = 0
        return y
      }
      func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { 2 * strength * dy * x }
      """)
    #expect(
      report.lines == [
        "y wrong in 3 of 20 elements, dx ok",
        "First wrong element: y at [1, 0] is 0, expected 48 (case 1, shape [2, 3])",
      ])
  }

  // MARK: - Before anything runs

  @Test func unfilledPlacesAreNamed() throws {
    let lesson = try lesson(body)
    let report = try judge(try #require(lesson.exercises.first).starter.text)
    #expect(
      report.lines == [
        "Line 2 is still to be filled: <#x squared#>", "Line 5 is still to be filled: <#the chain rule#>",
      ])
    #expect(
      report.diagnostics.map(\.message) == [
        "this place is still to be filled: <#x squared#>", "this place is still to be filled: <#the chain rule#>",
      ])
    #expect(!report.passed)
    #expect(report.verdicts.isEmpty)
  }

  @Test func anEmptyAnswerIsSaid() throws {
    for answer in ["", "\n  \n", "// nothing yet\n"] {
      #expect(
        try judge(answer).lines
          == ["There is nothing to judge yet: the answer is empty. `:task` shows where to start."])
    }
  }

  @Test func aMissingFunctionIsSaid() throws {
    #expect(try judge(goodSquare).lines == ["There is no function 'squareGradient' in the answer."])
    #expect(
      try judge(goodSquare + "func squaredGradient(_ dy: Tensor, at x: Tensor) -> Tensor { dy }").lines
        == ["There is no function 'squareGradient' in the answer. Did you mean 'squaredGradient' to be it?"])
  }

  @Test func whatTheCheckCallsCannotBeRedeclared() throws {
    #expect(
      try judge("func expectEqual(_ what: String, _ y: Tensor, _ expected: Tensor) {}\n" + goodSquare).lines == [
        "The check itself calls 'expectEqual': give yours another name, so that it is not compared with itself."
      ])
  }

  @Test func otherLabelsAndTypesAreSaid() throws {
    #expect(
      try judge(goodSquare + "func squareGradient(_ dy: Tensor, x: Tensor) -> Tensor { dy }").lines
        == ["The function is called squareGradient(_:x:) here; the check calls squareGradient(_:at:)."])
    #expect(
      try judge(goodSquare + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Double { 1 }").lines == [
        "squareGradient(_:at:) is (Tensor, at: Tensor) -> Double here; the check needs (Tensor, at: Tensor) -> Tensor."
      ])
  }

  @Test func anExtraParameterWithADefaultIsNoMistake() throws {
    let report = try judge(
      goodSquare
        + "func squareGradient(_ dy: Tensor, at x: Tensor, factor: Double = 2) -> Tensor { factor * strength * dy * x }"
    )
    #expect(report.passed)
  }

  @Test func whatDoesNotCompileIsShownAtItsLine() throws {
    let report = try judge(goodSquare + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor {\n  dz * x\n}")
    #expect(report.lines == ["Line 3: cannot find 'dz' in scope"])
    #expect(report.diagnostics.first?.kind == .type)
    let unclosed = try judge("func square(_ x: Tensor) -> Tensor {\n  x * x\n")
    #expect(!unclosed.passed)
    #expect(unclosed.diagnostics.first?.kind == .syntax)
  }

  // MARK: - Faults and budgets

  @Test func aFaultIsAVerdictAtTheLearnersLine() throws {
    let report = try judge(
      goodSquare
        + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor {\n  let shape = x.shape\n  return dy * Double(shape[7])\n}"
    )
    #expect(report.lines.first == "y ok so far, dx stopped with an error")
    #expect(report.lines.last?.hasPrefix("Line 4: ") ?? false)
    #expect(report.verdicts.map(\.status) == [.notRun, .fault])
    #expect(report.diagnostics.first?.kind == .fault)
  }

  @Test func aFaultThatIsKnownIsNamed() throws {
    let report = try judge(
      goodSquare + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor {\n  dy * x[6, 0]\n}")
    #expect(report.misconception == "The second row is read before there is one.")
  }

  @Test func anEndlessLoopRunsOutOfTime() throws {
    var limits = Limits()
    limits.seconds = 0.3
    let report = try judge(
      "func square(_ x: Tensor) -> Tensor {\n  while true {}\n  return x\n}\n"
        + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { dy }", limits: limits)
    #expect(report.isOutOfBudget)
    #expect(!report.passed)
    #expect(report.lines.first == "y stopped with an error, dx not reached")
    #expect(report.lines.last?.hasPrefix("Line 2: ") ?? false)
    #expect(report.seconds < 3)
  }

  @Test func endlessRecursionIsStopped() throws {
    let report = try judge(
      "func square(_ x: Tensor) -> Tensor {\n  square(x)\n}\n"
        + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { dy }")
    #expect(report.isOutOfBudget)
    #expect(report.verdicts.first?.status == .fault)
  }

  @Test func divisionByZeroIsAVerdict() throws {
    let report = try judge(
      "func square(_ x: Tensor) -> Tensor {\n  let n = x.count / (x.rank - 2)\n  return Double(n) * x\n}\n"
        + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { dy }")
    #expect(report.lines.first == "y stopped with an error, dx not reached")
    #expect(report.diagnostics.first?.kind == .fault)
  }

  @Test func anInterruptStopsTheCheck() throws {
    let lesson = try lesson(body)
    let exercise = try #require(lesson.exercises.first)
    let flag = InterruptFlag()
    let report = runOnLargeStack {
      let judge = Judge(lesson: lesson, library: engineLibrary())
      let text =
        "func square(_ x: Tensor) -> Tensor {\n  while true {}\n  return x\n}\nfunc squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { dy }"
      flag.raise()
      return judge.check(SourceText(text, name: "answer.swift"), for: exercise, interrupt: flag)
    }
    #expect(report.isInterrupted)
    #expect(report.lines == ["The check was stopped."])
  }

  // MARK: - The rest

  @Test func whatTheAnswerPrintsIsKept() throws {
    let report = try judge(
      "func square(_ x: Tensor) -> Tensor {\n  print(x.shape)\n  return strength * x * x\n}\n"
        + "func squareGradient(_ dy: Tensor, at x: Tensor) -> Tensor { 2 * strength * dy * x }")
    #expect(report.passed)
    #expect(report.output == "[2, 3]\n[2, 3]\n[2, 4]\n")
  }

  @Test func numbersTextsAndArraysAreJudgedToo() throws {
    let body = """
      ```swift exercise values
      func count(_ n: Int) -> Int { <#one more#> }
      func name(_ n: Int) -> String { <#its name#> }
      func isEven(_ n: Int) -> Bool { <#true or false#> }
      func all(_ n: Int) -> [Double] { <#zeros#> }
      ```

      ```swift check values
      for n in 1..<3 {
        expectEqual("count", count(n), n + 1)
        expectEqual("name", name(n), "n\\(n)")
        expectEqual("isEven", isEven(n), n % 2 == 0)
        expectEqual("all", all(n), [Double](repeating: 0, count: n))
      }
      ```

      ```swift solution values
      func count(_ n: Int) -> Int { n + 1 }
      func name(_ n: Int) -> String { "n\\(n)" }
      func isEven(_ n: Int) -> Bool { n % 2 == 0 }
      func all(_ n: Int) -> [Double] { [Double](repeating: 0, count: n) }
      ```
      """
    let report = try judge(
      """
      func count(_ n: Int) -> Int { n * 2 }
      func name(_ n: Int) -> String { "x\\(n)" }
      func isEven(_ n: Int) -> Bool { n % 2 == 1 }
      func all(_ n: Int) -> [Double] { [Double](repeating: 0, count: n + 1) }
      """, body: body)
    #expect(
      report.lines == [
        "count wrong in 1 of 2 elements, name wrong in 2 of 2 elements, isEven wrong in 2 of 2 elements, all has the wrong shape",
        "First wrong element: count is 4, expected 3 (case 2)", "name is \"x1\" in case 1, expected \"n1\"",
        "isEven is true in case 1, expected false", "all has shape [2] in case 1, and [1] is needed",
      ])
  }

  @Test func aBrokenLessonIsNotTheLearnersMistake() throws {
    let report = try judge("func f() {}", body: body.replacing("let strength = 3.0", with: "let strength = [3.0][1]"))
    #expect(report.lines.count == 1)
    #expect(
      report.lines.first?.hasPrefix(
        "The lesson itself has a mistake, so this answer cannot be judged: 01-a/01-small.md:16: ") ?? false)
  }

  @Test func theJSONHasWhatTheCommandLinePromises() throws {
    let report = try judge(
      goodSquare + "func squareGradient(_ g: Tensor, at p: Tensor) -> Tensor { g * strength * p }")
    for part in [
      "\"passed\" : false", "\"misconception\" : \"The factor 2 of the derivative is missing.\"",
      "\"name\" : \"dx\"", "\"kind\" : \"gradient\"", "\"wrong\" : 20", "\"total\" : 20", "\"firstWrong\" : null",
      "\"diagnostics\" : [", "\"cases\" : 3", "\"wrongCases\" : 3", "\"kinks\" : 0", "\"untried\" : 0",
      "\"why\" : {", "\"case\" : 1", "\"factor\" : ", "\"slope\" : ", "\"name\" : \"constantRatio\"",
      "\"sentence\" : \"every element is half (0.5 times) the expected one\"",
      "\"message\" : \"y ok, dx wrong in 20 of 20 elements\\nLikely cause: ",
    ] {
      #expect(report.json.contains(part), "\(part) in \(report.json)")
    }
  }
}
