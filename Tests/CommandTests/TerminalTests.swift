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
    terminal.enter()
    terminal.expect("convolution-by-hand")
    terminal.expect("▸ ")
    terminal.send(":learn conv\t")
    terminal.expect(":learn convolution-by-hand")
    terminal.enter()
    terminal.expect("4.1 [1/")
  }

  @Test func linesFitInSixtyColumns() {
    let terminal = open(columns: 60)
    let shown = terminal.expect("▸ ")
    let prose = shown.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    #expect(prose.count > 10)
    #expect(prose.allSatisfy { $0.count <= 60 })
  }
}
