import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `convbook watch`, with somebody who saves files.
@Suite struct WatchTests {
  private let home = Program.temporaryFolder()
  private let folder = Program.temporaryFolder()
  private let lessons = Program.smallCourse()
  private var file: String { folder + "/small/twice.swift" }

  private func watch() -> PseudoTerminal { PseudoTerminal(["watch", folder, "--lessons", lessons], home: home) }

  @Test func aSavedAnswerIsJudgedAtOnce() {
    let terminal = watch()
    terminal.expect("2 files were made from the starters.")
    terminal.expect("Open the file in your editor; each save is")
    terminal.expect("0 of 2 solved")
    Program.write(Program.square, to: file)
    terminal.expect("That is a power.")
    terminal.send("n")
    terminal.expect("This exercise is not solved yet. s leaves it for later.")
    // As many editors save: a new file in the place of the old one
    Program.write(Program.twice, to: file + ".tmp")
    rename(file + ".tmp", file)
    terminal.expect("Passed.")
    terminal.expect("1 of 2 solved")
    terminal.send("n")
    terminal.expect("thrice")
    terminal.send("h")
    terminal.expect("Hint 1 of 1")
    terminal.send("h")
    terminal.expect("That were all hints.")
    terminal.send("s")
    terminal.expect("This was the last one. Still open: thrice.")
    terminal.send("l")
    terminal.expect("✓ twice")
    terminal.expect("» thrice")
    terminal.send("c")
    terminal.expect("✓ twice: Passed.")
    terminal.expect("thrice: not begun yet")
    terminal.send("x")
    terminal.expect("The keys are n, h, l, c, s and q, not 'x'.")
    terminal.send("q")
    #expect(terminal.finish() == 0)
    let progress = Program.run(["progress", "--json", "--home", home, "--lessons", lessons]).output
    #expect(progress.contains("\"done\" : [\n        \"twice\"\n      ]"))
    #expect(progress.contains("\"skipped\" : [\n        \"thrice\"\n      ]"))
    // The notebook has it too
    #expect(Program.read(home + "/answers/small/twice.swift") == Program.twice + "\n")
    let notebook = Program.run(
      ["learn", "1.1", "--home", home, "--lessons", lessons], input: ":goto 4\nprint(\"twice\", twice(21))\n:list\n")
    #expect(notebook.output.contains("\ntwice 42\n"))
    #expect(notebook.output.contains(" ✓  3  exercise twice\n"))
  }

  @Test func anotherFileBecomesTheCurrentOne() {
    let terminal = watch()
    terminal.expect("0 of 2 solved")
    Program.write("func thrice(", to: folder + "/small/thrice.swift")
    terminal.expect("thrice")
    terminal.expect("Line 1: ")
    // Gone for a while, as with editors that move the old file away first
    unlink(file)
    usleep(100_000)
    Program.write(Program.twice, to: file)
    terminal.expect("Passed.")
    terminal.send(PseudoTerminal.controlC)
    #expect(terminal.finish() == 0)
  }

  @Test func existingAnswersAreKept() {
    mkdir(folder + "/small", 0o755)
    Program.write(Program.twice, to: file)
    let result = Program.run(["watch", folder, "--lessons", lessons, "--home", home], input: "l\nc\nq\n")
    #expect(result.status == 0)
    #expect(result.output.contains("1 file was made from the starters."))
    #expect(result.output.contains("✓ twice: Passed."))
    #expect(!result.output.contains("\u{1B}"))
    #expect(Program.read(file) == Program.twice)
  }

  @Test func aFolderCalledLikeALessonHoldsItsAnswers() {
    let answers = folder + "/small"
    mkdir(answers, 0o755)
    let result = Program.run(["watch", answers, "--lessons", lessons, "--home", home], input: "q")
    #expect(result.status == 0)
    #expect(access(answers + "/thrice.swift", F_OK) == 0)
  }

  @Test func whatIsNoFolderIsSaid() {
    let result = Program.run(["watch", "/etc/passwd", "--home", home])
    #expect(result.status == 2)
    #expect(result.errors == "convbook: '/etc/passwd' is a file, not a folder\n")
  }
}
