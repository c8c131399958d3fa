import Testing

/// Commands about values and cells, typed through a pipe at the course's own prompt.
@Suite struct CommandsInPipeTests {
  private let folder = Program.temporaryFolder()

  /// What comes out behind the last line that was typed.
  private func answer(_ lines: String...) -> String {
    let result = Program.run(["--home", folder + "/home"], input: lines.joined(separator: "\n") + "\n")
    let prompt = "convbook ▸ \(lines.last ?? "")\n"
    return result.output.components(behindLast: prompt)
  }

  @Test func whosShowsShapesAndMemory() {
    #expect(
      answer("let x = Tensor.zeros([2, 3])", "let words = [\"one\", \"three\"]", "let k = 7", ":whos") == """
          name   type      shape             memory
          x      Tensor    [2, 3] float64  48 bytes
          words  [String]  2 elements       8 bytes
          k      Int                        8 bytes
          64 bytes together

        """)
    #expect(answer(":whos") == "There are no variables yet.\n")
  }

  @Test func statsCountWhatIsNoNumber() {
    #expect(
      answer(":stats Tensor([0, 4, 8, 1 / 0.0, 0 / 0.0])") == """
          shape               [5] float64
          elements            5 elements
          smallest            0 at [0]
          largest             8 at [2]
          mean                4
          standard deviation  3.266
          zeros               1
          infinite            1
          nan                 1

        """)
  }

  @Test func valuesAreLookedAtAndNotChanged() {
    #expect(answer("var n = 1", ":stats { n += 1; return n }()", "n") == "1\n")
    #expect(answer(":shape [[1, 2, 3], [4, 5, 6]]") == "[2, 3] float64, 6 elements\n")
    #expect(answer(":shape \"x\"") == "`:shape` takes a tensor, and this is a String\n")
    #expect(answer(":stats") == "`:stats EXPRESSION` takes an expression, such as `:stats x`\n")
  }

  @Test func cellsAreRunAgainByTheirNumbers() {
    #expect(answer("var n = 1", "n += 1", "n", ":rerun 2-3") == "    n += 1\n    n\n3\n")
    #expect(answer("let n = 1", ":rerun 2") == "`:rerun N-M` takes numbers of cells, 1 to 1, such as `:rerun 1-1`\n")
    #expect(answer("1 + 1", "5 / 0", ":rerun") == "    1 + 1\n2\n")
    #expect(answer(":rerun") == "no cell has run yet\n")
  }

  @Test func undoTakesTheLastCellBack() {
    #expect(answer("var n = 1", "n = 5", ":undo", "n") == "1\n")
    #expect(
      answer("var n = 1", ":undo") == "Cell 1 is taken back. Your variables are as they were before it.\n")
    #expect(answer(":undo") == "no cell has run yet\n")
  }

  @Test func cellsBecomeAFile() {
    let file = folder + "/cells.swift"
    #expect(
      answer("let n = 1", "n + 1", "_ + 1", ":save \(file)")
        == "3 cells are in \(file).\n1 cell with `_` or `_3` in it is a comment there.\n")
    #expect(Program.read(file) == "import Convbook\n\nlet n = 1\n\nn + 1\n\n// _ + 1\n")
    #expect(answer(":run \(file)", "n") == "1\n")
  }

  @Test func commandsThatTakeCodeWaitForItsEnd() {
    let result = Program.run(["--home", folder], input: ":time for i in 0..<2 {\n  print(i)\n}\nlet done = true\n")
    #expect(result.output.contains("convbook ▸ :time for i in 0..<2 {\n         …   print(i)\n         … }\n0\n1\n"))
    #expect(result.status == 0)
  }

  private let product = [
    "let x = Tensor([3]).requiringGradient()", "let w = Tensor([5]).requiringGradient()", "let loss = x * w",
  ]

  @Test func graphShowsStepsByTheNamesOfVariables() {
    #expect(
      answer(product[0], product[1], product[2], ":graph loss") == """
        step  operator  of    value  upstream  local → downstream
        1     x               3      5
        2     w               5      3
        3     loss = *  1, 2  15     1         to 1: 5 → 5, to 2: 3 → 3

        """)
    #expect(answer("let x = Tensor([1])", ":graph x").contains("not recorded"))
  }

  @Test func aWideGraphHasItsStepsOnLines() {
    let text = answer(
      "let x = Tensor([1.25, 2.75, 3.125, 4.5]).requiringGradient()", "let y = x * x * x", ":graph y")
    #expect(text.hasPrefix("1  x\n     value     [1.25, 2.75, 3.125, 4.5]\n     upstream  ["))
    #expect(text.contains("\n3  y = * of 2, 1\n"))
  }

  @Test func gradcheckComparesRecordedAndOwnGradients() {
    let right = answer(product[0], product[1], ":gradcheck x * x * w at x, w with 2 * x * w * dy, x * x * dy")
    #expect(right.hasPrefix("gradcheck passed\nx [1]  ok "))
    let wrong = answer(product[0], product[1], ":gradcheck x * x * w at x, w with x * w * dy, x * x * dy")
    #expect(wrong.hasPrefix("gradcheck failed\nx [1]  wrong  "))
    #expect(wrong.contains(", relative 0.5\n    at [0]: yours "))
    #expect(wrong.contains("w [1]  ok "))
    #expect(answer(product[0], ":gradcheck relu at x").hasPrefix("gradcheck passed\n"))
    #expect(answer(product[0], ":gradcheck x * x at y").contains("cannot find 'y' in scope"))
  }

  /// By hand: 3·3·3 products for each of 8·32·32 outputs; 2 + 2 rows seen through pooling, and 4 + (5 − 1)·2 behind it.
  @Test func summaryCountsOperators() {
    #expect(
      answer(
        "let x = Tensor.zeros([1, 3, 32, 32])", "let f = Tensor.zeros([8, 3, 3, 3])",
        "let g = Tensor.zeros([4, 8, 5, 5])",
        ":summary conv2d(maxPool2d(relu(conv2d(x, kernel: f, padding: 1)), size: 2), kernel: g, stride: 2, padding: 2)")
          == """
            operator   result     parameters  multiply-adds   memory  sees
            conv2d     1×8×32×32         216        221 184  89.7 KB  3×3
            relu       1×8×32×32           0              0   128 KB  3×3
            maxPool2d  1×8×16×16           0              0    80 KB  4×4
            conv2d     1×4×8×8           800         51 200  24.3 KB  12×12
            together                   1 016        272 384   322 KB

          """)
    #expect(answer(":summary 1 + 1") == "No operator was called.\n")
  }

  @Test func aSharedMatrixIsCountedOnce() {
    let text = answer(
      "let x = Tensor.zeros([2, 3])", "let w = Tensor.zeros([3, 3]).requiringGradient()",
      ":summary matmul(matmul(x, w), w)")
    #expect(text.contains("  matmul    2×3              9             18 "))
    #expect(text.contains("  matmul    2×3              0             18 "))
    #expect(text.contains("  together                   9             36 "))
  }

  @Test func profileCountsCalls() {
    let text = answer("let x = Tensor.zeros([200, 200])", ":profile for _ in 0..<3 { let y = matmul(x, x) }")
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map { $0.first ?? "" } == ["function", "matmul", "your"])
    #expect(lines.count > 1 && lines[1][1] == "3")
    #expect(answer("var n = 1", ":profile n += 1", "n") == "1\n")
  }

  @Test func profileTellsTheAlgorithmOfConvolutions() {
    let text = answer(
      "let x = Tensor.ones([1, 64, 56, 56], dtype: .float32)", "let k = Tensor.ones([32, 64, 3, 3], dtype: .float32)",
      ":profile for _ in 0..<2 { let y = conv2d(x, kernel: k, stride: 2, padding: 1) }")
    #expect(
      text.contains(
        "2 × 3x3, 64 to 32 channels at 28x28, forward: direct: tiles are for kernels of 3x3 or 5x5 with stride 1"))
  }

  @Test func sourceShowsCellsAndFiles() {
    #expect(
      answer("func half(_ x: Double) -> Double { x / 2 }", "half??")
        == "\n    func half(_ x: Double) -> Double { x / 2 }\n\n")
    let relu = answer("relu??")
    #expect(relu.hasPrefix("Sources/Operators/Activations/Relu.swift\n"))
    #expect(relu.contains("package func relu(_ x: Tensor) throws -> Tensor {\n"))
    #expect(answer(":source rellu") == "there is no function 'rellu', did you mean 'relu'?\n")
  }

  @Test(arguments: ["help", "quit()", "hint", "exit"])
  func aCommandWithoutItsColonIsUnderstood(word: String) {
    let name = word == "exit" ? "quit" : word.hasSuffix("()") ? String(word.dropLast(2)) : word
    #expect(answer(word).hasSuffix("\nCommands begin with a colon: `:\(name)`.\n"))
  }

  @Test func theLessonIsExported() {
    let file = folder + "/lesson.html"
    let result = Program.run(
      ["learn", "5.1", "--home", folder + "/export"], input: ":export html \(file)\n:export pdf\n")
    #expect(result.output.contains("Written: \(file)\n"))
    #expect(Program.read(file).contains("<html"))
    #expect(result.output.contains("`:export FORMAT` takes one of the formats "))
    #expect(answer(":export html") == "`:export` writes the lesson that is open, and none is\n")
  }

  @Test func aTranscriptIsKept() {
    let file = folder + "/log.txt"
    _ = answer(":log \(file)", "1 + 1", ":log off", "2 + 2")
    #expect(
      Program.read(file)
        == "From here on the transcript goes to \(file).\nconvbook ▸ 1 + 1\n2\nconvbook ▸ :log off\n")
    #expect(answer(":log /nowhere/x") == "cannot write '/nowhere/x': No such file or directory\n")
  }

  @Test func helpTellsMoreAboutACommand() {
    #expect(
      answer(":help rerun") == """

          :rerun [N or N-M]  run earlier cells again, by their numbers; the last one if
              none is given

        They run one after another, up to one that fails, and get numbers of their own.
        `:history` shows the numbers.

            :rerun
            :rerun 3-7
            :rerun 2 5


        """)
  }
}

extension String {
  /// What follows the last occurrence of `text`; nothing where there is none.
  fileprivate func components(behindLast text: String) -> String {
    var rest = self[...]
    var found = false
    while let range = rest.firstRange(ofText: text) {
      rest = rest[range.upperBound...]
      found = true
    }
    return found ? String(rest) : ""
  }
}

extension Substring {
  fileprivate func firstRange(ofText text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
