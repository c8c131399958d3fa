import Testing

/// A learner who types Swift: in a pseudo-terminal, and through a pipe.
@Suite(.serialized) struct LessonInTerminalTests {
  private let home = Program.temporaryFolder()

  private static let notRotated = [
    "func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {",
    "  var result = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1])",
    "  for i in 0..<dO.shape[0] {",
    "    for j in 0..<dO.shape[1] {",
    "      for u in 0..<f.shape[0] {",
    "        for v in 0..<f.shape[1] {",
    "          result[i + u, j + v] += dO[i, j] * f[f.shape[0] - 1 - u, f.shape[1] - 1 - v]",
    "        }",
    "      }",
    "    }",
    "  }",
    "  return result",
    "}",
  ]

  private static let rightAnswer = notRotated.map {
    $0.replacingOccurrence(of: "f[f.shape[0] - 1 - u, f.shape[1] - 1 - v]", with: "f[u, v]")
  }

  private func open() -> PseudoTerminal { PseudoTerminal(["learn", "5.1"], home: home) }

  private func type(_ lines: [String], into terminal: PseudoTerminal, prompt: String) {
    for line in lines.dropLast() {
      terminal.enter(line)
      terminal.expect("… ")
    }
    terminal.enter(lines.last ?? "")
    terminal.expect(prompt)
  }

  @Test func theFirstLessonEndToEnd() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    terminal.enter()
    terminal.expect("O₁₁ = F₁₁X₁₁ + F₁₂X₁₂ + F₂₁X₂₁ + F₂₂X₂₂\n")
    terminal.expect("∂E/∂X₁₁ = ∂E/∂O₁₁·F₁₁\n")
    terminal.expect("[2/11] a number ▸ ")
    terminal.enter(":goto 6")
    terminal.expect("[6/11] ▸ ")
    type(Self.notRotated, into: terminal, prompt: "[6/11] ▸ ")
    terminal.enter(":check")
    terminal.expect("The kernel was not rotated by 180 degrees.")
    terminal.expect("[6/11] ▸ ")
    type(Self.rightAnswer, into: terminal, prompt: "[6/11] ▸ ")
    terminal.enter(":check")
    terminal.expect("Your function gives the table of before:")
    terminal.expect("[7/11] ▸ ")
    terminal.enter()
    terminal.expect("[[ 1   2   0]\n [ 3  14  20]\n [ 0  30  40]]")
    terminal.expect("[8/11] ▸ ")
    terminal.send(PseudoTerminal.controlD)
    #expect(terminal.finish() == 0)
    #expect(
      Program.read(home + "/answers/rotated-kernel/input-gradient.swift") == Self.rightAnswer.joined(separator: "\n")
        + "\n")
    let again = open()
    again.expect("You are back at step 8 of 11.")
    again.expect("[8/11] ▸ ")
    again.enter("inputGradient(upstream, kernel: f)[2, 2]")
    again.expect("\n40.0\n")
  }

  @Test func controlCStopsTheCellAndNothingElse() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter("let kept = 41")
    terminal.expect("[1/11] ▸ ")
    terminal.enter("while true {}")
    terminal.expect("\n")
    terminal.send(PseudoTerminal.controlC)
    terminal.expect("Stopped. Your variables are as they were before this cell.")
    terminal.expect("[1/11] ▸ ")
    terminal.enter("kept + 1")
    terminal.expect("\n42\n")
  }

  @Test func aCellThatWasKilledIsShownAgain() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter("let kept = 41")
    terminal.expect("[1/11] ▸ ")
    terminal.enter("while true { print(\"on\") }")
    terminal.expect("\non\n")
    terminal.kill(with: 9)
    let again = open()
    again.expect("This cell was running when Convbook ended, and has left nothing behind:")
    again.expect("    while true { print(\"on\") }")
    again.expect("[1/11] ▸ ")
    again.enter("kept + 1")
    again.expect("\n42\n")
  }

  @Test func controlCStopsAnAnswerThatIsJudged() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter(":goto 6")
    terminal.expect("[6/11] ▸ ")
    terminal.enter("func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor { while true {} }")
    terminal.expect("[6/11] ▸ ")
    terminal.enter(":check")
    terminal.expect("\n")
    terminal.send(PseudoTerminal.controlC)
    terminal.expect("The check was stopped.", seconds: 5)
    terminal.expect("[6/11] ▸ ")
  }

  @Test func tabCompletesTheLanguage() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter("let firstImage = Tensor.zeros([2, 2])")
    terminal.expect("[1/11] ▸ ")
    terminal.send("firstI\t")
    terminal.expect("firstImage")
    terminal.send(".sha\t")
    terminal.expect(".shape")
    terminal.enter()
    terminal.expect("\n[2, 2]\n")
    terminal.expect("[1/11] ▸ ")
    terminal.send("correlate2d(firstImage, firstImage, mo\t")
    terminal.expect("mode: ")
    terminal.enter(".full).shape")
    terminal.expect("\n[3, 3]\n")
    terminal.send(":doc correl\t")
    terminal.expect(":doc correlate2d")
  }

  @Test func nothingTypedEndsTheProgram() {
    let terminal = open()
    terminal.expect("▸ ")
    for line in [
      "1 / 0", "[1, 2][5]", "func f(_ n: Int) -> Int { return f(n + 1) }; f(0)", "let y: Int? = nil; y!", "}", ")(",
      "\"\\u{1F",
      "Tensor.zeros([2, 2]).reshaped([3])", "Int.max + 1",
    ] {
      terminal.enter(line)
      terminal.expect("error")
      terminal.expect("▸ ")
    }
    terminal.enter("6 * 7")
    terminal.expect("\n42\n")
  }

  @Test func theSameThroughAPipe() {
    let input =
      ":goto 6\n" + Self.notRotated.joined(separator: "\n") + "\n:check\n" + Self.rightAnswer.joined(separator: "\n")
      + "\n:check\n"
    let result = Program.run(["learn", "5.1", "--home", home], input: input)
    #expect(result.status == 0)
    #expect(result.output.contains("The kernel was not rotated by 180 degrees."))
    #expect(result.output.contains("Your function gives the table of before:"))
  }

  /// The pixel in the corner is in one window, where it meets the kernel's last number: twice that was given.
  @Test func whyTellsWhatTheFirstWrongElementIsMadeOf() {
    let twice = """
      func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
        return 2 * correlate2d(dO, f.rotated180(), mode: .full)
      }
      """
    let result = Program.run(
      ["learn", "5.1", "--home", home], input: ":goto 6\n\(twice)\n:check\n:why\n")
    let why = result.output.split(separator: ":why\n", omittingEmptySubsequences: false).last ?? ""
    #expect(why.contains("Seen in ∂E/∂X: every element is 2 times the expected one\n"))
    #expect(why.contains("This element has a part in 1 output:\n"))
    #expect(why.contains("  [0, 0]  1.3595 · 0.26037 = 0.35397\n"))
  }

  @Test func aFailedCellMakesThePipeFail() {
    let result = Program.run(["learn", "5.1", "--home", home], input: "let x = 1 / 0\n1 + 1\n")
    #expect(result.status == 1)
    #expect(result.output.contains("5.1 [1/11] ▸ 1 + 1\n2\n"))
    let unfinished = Program.run(["learn", "5.1", "--home", home], input: "func f() {\n")
    #expect(unfinished.status == 1)
  }

  @Test func commandsTellAboutTheLanguage() {
    let result = Program.run(
      ["learn", "5.1", "--home", home],
      input:
        "let a = [1, 2]\n:who\n:type a.count == 2\n:doc relu\n:doc relo\n:time 1 + 1\n:set seconds 0.2\nwhile true {}\n"
    )
    #expect(result.output.contains("let  a: [Int]  [1, 2]\n"))
    #expect(result.output.contains("▸ :type a.count == 2\nBool\n"))
    #expect(result.output.contains("func relu("))
    #expect(result.output.contains("there is no documentation for 'relo', did you mean 'relu'?\n"))
    #expect(result.output.contains(" ms\n"))
    #expect(result.status == 1)
  }

  @Test(arguments: [
    ("print(\"hi\")\n1 + 1\n", 0, "hi\n", ""),
    ("print(1)\nlet x = [1][3]\n", 1, "1\n", "error:"),
    ("while true {}\n", 124, "", "error:"),
  ])
  func scriptsRun(text: String, status: Int, output: String, errors: String) {
    let file = home + "/script.swift"
    Program.write(text, to: file)
    let result = Program.run(["run", file, "--budget", "0.5"])
    #expect(result.status == Int32(status))
    #expect(result.output == output)
    #expect(errors.isEmpty ? result.errors == "" : result.errors.contains(errors))
  }

  @Test func answersAreJudgedFromFiles() {
    let file = home + "/answer.swift"
    Program.write(Self.rightAnswer.joined(separator: "\n"), to: file)
    #expect(Program.run(["check", "5.1", "input-gradient", "--answer", file]).status == 0)
    Program.write(Self.notRotated.joined(separator: "\n"), to: file)
    let wrong = Program.run(["check", "5.1", "input-gradient", "--answer", file, "--json"])
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("\"passed\" : false"))
    #expect(wrong.output.contains("The kernel was not rotated by 180 degrees."))
    Program.write("func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor { while true {} }\n", to: file)
    let endless = Program.run(["check", "5.1", "input-gradient", "--answer", file, "--budget", "0.5"])
    #expect(endless.status == 124)
  }
}

extension String {
  fileprivate func replacingOccurrence(of old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
