import Testing

/// The same program without a terminal: pipes, exit codes, bad input.
@Suite struct PipeTests {
  private let home = Program.temporaryFolder()

  @Test func helpDocumentsExitCodes() {
    let result = Program.run(["--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("124  the budget of time, output, memory or depth was spent"))
  }

  @Test(arguments: [
    ["frobnicate"], ["learn"], ["check", "5.1"], ["check", "5.1", "input-gradient"],
    ["check", "5.1", "input-gradient", "--answer", "/dev/null/x", "--budget", "-1"], ["list", "--nonsense"],
  ])
  func wrongUsageIsCode2(arguments: [String]) {
    let result = Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
  }

  @Test(arguments: [
    (["learn", "rotated-kernle"], "convbook: there is no lesson 'rotated-kernle', did you mean 'rotated-kernel'?\n"),
    (["learn", "9.9"], "convbook: there is no lesson '9.9': `convbook list` shows them all\n"),
    (["run", "missing.swift"], "convbook: there is no file 'missing.swift'\n"),
    (["run", "/tmp"], "convbook: '/tmp' is a directory, not a file\n"),
    (
      ["check", "5.1", "inputgradient", "--answer", "/dev/null"],
      "convbook: lesson 5.1 has no exercise 'inputgradient', did you mean 'input-gradient'?\n"
    ),
    (["check", "5.1", "input-gradient", "--answer", "/nowhere"], "convbook: there is no file '/nowhere'\n"),
    (["list", "--lessons", "/nowhere"], "convbook: there is no directory '/nowhere'\n"),
  ])
  func whatDoesNotExistIsCode2(arguments: [String], sentence: String) {
    let result = Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.errors == sentence)
  }

  @Test func binaryInputIsRefused() {
    let file = home + "/zeros.swift"
    Program.writeBytes([0, 1, 2, 0], to: file)
    let result = Program.run(["check", "5.1", "input-gradient", "--answer", file])
    #expect(result.status == 2)
    #expect(result.errors == "convbook: '\(file)' is not a text file: it holds zero bytes\n")
  }

  @Test func lessonsAreListed() {
    let result = Program.run(["list", "--home", home])
    #expect(result.status == 0)
    #expect(result.output.contains("5.1  rotated-kernel"))
  }

  /// The body of a lesson is read when it is needed; its faults are said all the same.
  @Test func aLessonWithAFaultIsSaidEverywhere() {
    let lessons = Program.smallCourse()
    let good = Program.read(lessons + "/01-start/01-small.md")
    Program.write(
      good.replacing("id: small", with: "id: faulty").replacing("hint thrice", with: "hint thrise"),
      to: lessons + "/01-start/02-faulty.md")
    let fault =
      "01-start/02-faulty.md:61: this hint is for the exercise 'thrise', which does not exist, did you mean 'thrice'?"
    func run(_ arguments: String...) -> (output: String, errors: String, status: Int32) {
      let result = Program.run(arguments + ["--home", home, "--lessons", lessons])
      return (result.output, result.errors, result.status)
    }
    #expect(run("list") == ("   1.1  small   A small lesson\n   1.2  faulty  \(fault)\n", "", 0))
    #expect(run("learn", "1.2") == ("", "convbook: \(fault)\n", 2))
    #expect(run("validate", "faulty") == ("✗ 1.2 faulty  0 ms\n  \(fault)\n", "", 1))
    #expect(run("learn", "1.1").status == 0)
  }

  @Test func withoutInputTheLessonIsPrinted() {
    let result = Program.run(["learn", "5.1", "--home", home])
    #expect(result.status == 0)
    #expect(result.output.contains("Going further"))
    #expect(result.output.contains("(`input-gradient` is yours to write; "))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func commandsComeThroughAPipe() {
    let result = Program.run(["learn", "5.1", "--home", home], input: "\n\n:list\n:where\n:quit\n:lessons\n")
    #expect(result.output.contains("5.1 [2/11] a number ▸ :list\n"))
    #expect(result.output.contains(" ▸  2  question how-many\n"))
    #expect(!result.output.contains("convolution-by-hand"))
  }

  @Test func aWrongCommandMakesThePipeFail() {
    #expect(Program.run(["learn", "5.1", "--home", home], input: ":chekc\n").status == 1)
    #expect(Program.run(["learn", "5.1", "--home", home], input: ":list\n").status == 0)
  }

  @Test func questionsAreAnsweredThroughAPipe() {
    let result = Program.run(["learn", "5.1", "--home", home], input: "\n8\nnine\n9\n")
    #expect(result.output.contains("5.1 [2/11] a number ▸ 8\nNot yet.\n"))
    #expect(result.output.contains("5.1 [2/11] a number ▸ 9\nRight.\n"))
    let progress = Program.run(["progress", "--json", "--home", home])
    #expect(progress.output.contains("\"how-many\""))
    #expect(progress.output.contains("\"position\" : 2"))
    #expect(Program.run(["reset", "5.1", "--home", home]).status == 0)
    #expect(Program.run(["progress", "--json", "--home", home]).output.contains("\"position\" : 0"))
  }

  @Test func aClosedOutputIsNoCrash() {
    #expect(Program.shell("\(Program.path) learn 5.1 </dev/null 2>&1 | head -1; exit ${PIPESTATUS[0]}").status < 128)
    let closed = Program.shell("\(Program.path) list >&-")
    #expect(closed.status == 1)
    #expect(closed.errors == "convbook: cannot write to standard output\n")
  }

  @Test func theDoctorIsContent() {
    let result = Program.run(["doctor", "--home", home])
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("Everything works.\n"))
    let broken = Program.run(["doctor", "--home", home, "--lessons", "/nowhere"])
    #expect(broken.status == 1)
    #expect(broken.output.contains("✗ lessons        there is no directory '/nowhere'\n"))
  }
}
