import Testing

/// A learner at a keyboard, in a pseudo-terminal.
@Suite(.serialized) struct TerminalTests {
  private let home = Program.temporaryFolder()

  private func open(_ lesson: String = "5.1", columns: UInt16 = 80) -> PseudoTerminal {
    PseudoTerminal(["learn", lesson], home: home, columns: columns)
  }

  @Test func promptShowsLessonAndStep() {
    let terminal = open()
    terminal.expect("let X = Tensor(symbols: \"X\", shape: [3, 3])")
    terminal.expect("5.1 [1/11] ▸ ")
  }

  @Test func controlCAtThePromptDropsTheLine() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.send("let broken = ")
    terminal.expect("let broken = ")
    terminal.send(PseudoTerminal.controlC)
    terminal.expect("^C\n5.1 [1/11] ▸ ")
    terminal.enter(":quit")
    #expect(terminal.finish() == 0)
  }

  @Test func controlDLeaves() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.send(PseudoTerminal.controlD)
    #expect(terminal.finish() == 0)
  }

  @Test func unknownCommandsGetAGuess() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter(":chekc")
    terminal.expect("there is no command ':chekc'; did you mean ':check'?")
    terminal.expect("▸ ")
  }

  @Test func tabCompletesCommands() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.send(":less\t")
    terminal.expect(":lessons ")
    terminal.send(PseudoTerminal.controlU)
    terminal.send(":learn convolution-by\t")
    terminal.expect(":learn convolution-by-hand")
    terminal.enter()
    terminal.expect("4.1 [1/")
  }

  @Test func tabCompletesNamesOfFiles() {
    Program.write("6 * 7\n", to: home + "/my-own.cells.swift")
    let terminal = open()
    terminal.expect("▸ ")
    terminal.send(":run \(home)/my-own.ce\t")
    terminal.expect("/my-own.cells.swift")
    terminal.enter()
    terminal.expect("42\n")
  }

  @Test func linesFitInSixtyColumns() {
    let terminal = open(columns: 60)
    let shown = terminal.expect("▸ ")
    let prose = shown.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    #expect(prose.count > 10)
    #expect(prose.allSatisfy { $0.count <= 60 })
  }

  @Test func questionsAreAnsweredAndRemembered() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    terminal.enter()
    terminal.expect("[2/11] a number ▸ ")
    terminal.enter("8")
    terminal.expect("Not yet.\nCount the windows")
    terminal.expect("[2/11] a number ▸ ")
    terminal.enter("9")
    terminal.expect("Right.")
    terminal.expect("[3/11] ▸ ")
    terminal.send(PseudoTerminal.controlD)
    #expect(terminal.finish() == 0)

    let again = PseudoTerminal([], home: home)
    again.expect("You are back at step 3 of 11.")
    again.expect("[3/11] ▸ ")
  }

  @Test func nothingIsLostByKill() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    terminal.enter()
    terminal.expect("[2/11] a number ▸ ")
    terminal.enter("9")
    terminal.expect("[3/11] ▸ ")
    terminal.kill(with: 9)
    let again = open()
    again.expect("[3/11] ▸ ")
  }

  @Test func enterTwiceLeavesAnExerciseForLater() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    terminal.enter(":goto 5")
    terminal.expect("[5/11] ▸ ")
    terminal.enter()
    terminal.expect("Enter once more leaves it for later.")
    terminal.enter()
    terminal.expect("`rotate-kernel` stays open.")
    terminal.expect("[6/11] ▸ ")
  }

  @Test func historyIsKeptAcrossSessions() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter("func twice(_ x: Int) -> Int {")
    terminal.expect("… ")
    terminal.enter("  return 2 * x")
    terminal.expect("… ")
    terminal.enter("}")
    terminal.expect("[1/11] ▸ ")
    terminal.send(PseudoTerminal.controlD)
    #expect(terminal.finish() == 0)

    let again = open()
    again.expect("▸ ")
    again.send(PseudoTerminal.up)
    again.expect("func twice(_ x: Int) -> Int {\n  return 2 * x\n}")
    again.send(PseudoTerminal.controlC)
    again.expect("▸ ")
    again.enter(":history")
    again.expect("  1  func twice(_ x: Int) -> Int {\n       return 2 * x\n     }\n")
  }

  @Test func anUnfinishedCellIsContinuedOrDropped() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter("let numbers = [")
    terminal.expect("           … ")
    terminal.enter(":task")
    terminal.expect("there is no exercise yet")
    terminal.enter(":next")
    terminal.expect("the cell above is not finished; Ctrl-C drops it")
    terminal.send(PseudoTerminal.controlC)
    terminal.expect("(the unfinished cell is dropped)\n5.1 [1/11] ▸ ")
  }

  @Test func aPasteOfSeveralLinesIsOneCell() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.send("\u{1B}[200~let a = 1\n\nlet b = 2\u{1B}[201~")
    terminal.expect("let b = 2")
    terminal.enter()
    terminal.expect("[1/11] ▸ ")
    terminal.enter(":history 1")
    terminal.expect("  1  let a = 1\n     \n     let b = 2\n")
  }

  @Test func tabIndentsAnEmptyLine() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.enter("func f() {")
    terminal.expect("… ")
    terminal.send("\treturn")
    terminal.expect("  return")
  }

  @Test func continuationLinesAreIndented() {
    let terminal = open()
    terminal.expect("▸ ")
    for line in ["func f() {", "for i in 0..<3 {", "print(i)", "}"] {
      terminal.enter(line)
      terminal.expect("… ")
    }
    terminal.enter("}")
    terminal.expect("[1/11] ▸ ")
    terminal.enter(":history 1")
    terminal.expect("  1  func f() {\n       for i in 0..<3 {\n         print(i)\n       }\n     }\n")
  }

  @Test func coloursComeOnlyWhereTheyAreWanted() {
    let plain = open()
    plain.expect("▸ ")
    #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("\u{1B}[1m"))
    let coloured = PseudoTerminal(["learn", "5.1"], home: home, environment: ["NO_COLOR": ""])
    coloured.expect("▸ ")
    #expect(String(decoding: coloured.bytes, as: UTF8.self).contains("\u{1B}[1m5.1"))
    let dumb = PseudoTerminal(["learn", "5.1"], home: home, environment: ["NO_COLOR": "", "TERM": "dumb"])
    dumb.expect("▸ ")
    #expect(!dumb.bytes.contains(0x1B))
  }

  @Test func theEditorWritesTheAnswer() {
    let script = home + "/editor.sh"
    Program.write("#!/bin/sh\necho '// edited' >> \"$1\"\n", to: script)
    let terminal = PseudoTerminal(["learn", "5.1"], home: home, environment: ["EDITOR": "sh \(script)"])
    terminal.expect("▸ ")
    terminal.enter(":goto 5")
    terminal.expect("[5/11] ▸ ")
    terminal.enter(":edit")
    terminal.expect("Saved. A placeholder `<#...#>` is still in it.")
    let answer = Program.read(home + "/answers/rotated-kernel/rotate-kernel.swift")
    #expect(answer.hasPrefix("/// Turns `f` by 180 degrees"))
    #expect(answer.hasSuffix("// edited\n"))
    let missing = PseudoTerminal(["learn", "5.1"], home: home, environment: ["EDITOR": "no-such-editor"])
    missing.expect("[5/11] ▸ ")
    missing.enter(":edit")
    missing.expect("there is no editor 'no-such-editor'; set EDITOR to the one you like")
  }

  @Test func aFolderThatCannotBeWrittenIsSaidOnce() {
    let terminal = PseudoTerminal(["learn", "5.1"], home: "/proc/nowhere")
    terminal.expect("Progress is not saved: cannot make the directory '/proc/nowhere': ")
    terminal.expect("[1/11] ▸ ")
    terminal.enter()
    let rest = terminal.expect("[2/11] a number ▸ ")
    #expect(!rest.contains("not saved"))
  }

  @Test func theEndOfTheTerminalEndsTheProgram() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.hangUp()
    #expect(terminal.finish() == 0)
  }

  @Test func aNewWidthIsUsedAtOnce() {
    let terminal = open()
    terminal.expect("▸ ")
    terminal.resize(columns: 60)
    terminal.enter()
    let shown = terminal.expect("[2/11] a number ▸ ")
    let prose = shown.split(separator: "\n").filter { !$0.hasPrefix("    ") && !$0.contains("=") }
    #expect(prose.allSatisfy { $0.count <= 60 })
    #expect(prose.contains { $0.count > 50 })
  }

  @Test func convbookAloneWelcomesAndOpens() {
    let terminal = PseudoTerminal([], home: home)
    terminal.expect("Welcome to Convbook")
    terminal.expect("convbook ▸ ")
    terminal.enter("5.1")
    terminal.expect("5.1 [1/11] ▸ ")
  }
}
