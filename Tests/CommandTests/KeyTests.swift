import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keys other than letters, questions before something is lost, and what goes wrong around a terminal.
@Suite(.serialized) struct KeyTests {
  private let home = Program.temporaryFolder()

  private func open(_ changes: [String: String] = [:], rows: UInt16 = 50) -> PseudoTerminal {
    PseudoTerminal(["learn", "5.1"], home: home, rows: rows, environment: changes)
  }

  @Test func f2OpensTheCellInTheEditor() {
    let script = home + "/editor.sh"
    Program.write("#!/bin/sh\ncat \"$1\" > \(home)/before\nprintf 'let b = 2\\nb * 21\\n' > \"$1\"\n", to: script)
    let terminal = open(["EDITOR": "sh \(script)"])
    terminal.expect("[1/11] ▸ ")
    terminal.send("let a = ")
    terminal.expect("let a = ")
    terminal.send("\u{1B}OQ")
    terminal.expect("    let b = 2\n    b * 21\n")
    terminal.expect("42\n")
    terminal.expect("[1/11] ▸ ")
    #expect(Program.read(home + "/before") == "let a = \n")
  }

  @Test func longTextStopsAtEachPage() {
    let terminal = PseudoTerminal([], home: home + "/pages", rows: 20)
    terminal.expect("convbook ▸ ")
    terminal.enter(":help")
    let first = terminal.expect("Enter: next page, q: enough ")
    #expect(first.split(separator: "\n", omittingEmptySubsequences: false).count <= 22)
    terminal.enter()
    terminal.expect("Enter: next page, q: enough ")
    terminal.send("q")
    let rest = terminal.expect("convbook ▸ ")
    #expect(!rest.contains(":quit"))
  }

  @Test func typingAheadIsNotStoppedByPages() {
    let terminal = open(rows: 20)
    terminal.send("\r:help\r7 * 6\r")
    terminal.expect(":quit")
    terminal.expect("42\n")
  }

  @Test func restartAsksFirst() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    terminal.enter("let kept = 41")
    terminal.expect("[1/11] ▸ ")
    terminal.enter(":restart")
    terminal.expect("1 cell of this lesson and all of your variables will be gone. Begin again?\nyes or no ▸ ")
    terminal.enter("perhaps")
    terminal.expect("yes or no ▸ ")
    terminal.enter("n")
    terminal.expect("Nothing is forgotten.\n5.1 [1/11] ▸ ")
    terminal.enter("kept + 1")
    terminal.expect("42\n")
    terminal.enter(":restart")
    terminal.expect("yes or no ▸ ")
    terminal.enter("yes")
    terminal.expect("[1/11] ▸ ")
    terminal.enter("kept")
    terminal.expect("cannot find 'kept' in scope")
  }

  @Test func aFloodOfOutputCanBeStopped() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    terminal.enter("while true { print(\"flood\") }")
    terminal.expect("flood\nflood\n")
    terminal.send(PseudoTerminal.controlC)
    terminal.expect("Stopped. Your variables are as they were before this cell.", seconds: 10)
    terminal.expect("[1/11] ▸ ")
    terminal.enter(":set output 1")
    terminal.expect("[1/11] ▸ ")
    terminal.enter("while true { print(\"flood\") }")
    terminal.expect("too much output: this program may print 1 KiB")
    terminal.expect("[1/11] ▸ ")
  }

  @Test func theLineIsThereAgainAfterAStop() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    terminal.send("6 * ")
    terminal.expect("6 * ")
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.expect("[1/11] ▸ 6 * ")
    terminal.enter("7")
    terminal.expect("42\n")
  }

  @Test func twoWindowsDoNotDisturbEachOther() {
    let first = open()
    let second = PseudoTerminal(["learn", "4.1"], home: home)
    first.expect("5.1 [1/11] ▸ ")
    second.expect("4.1 [1/")
    for step in 1...3 {
      first.enter("let first\(step) = \(step)")
      second.enter("let second\(step) = \(step * 10)")
      first.expect("5.1 [1/11] ▸ ")
      second.expect("4.1 [1/")
    }
    first.enter()
    first.expect("5.1 [2/11] a number ▸ ")
    first.send(PseudoTerminal.controlD)
    second.send(PseudoTerminal.controlD)
    #expect(first.finish() == 0)
    #expect(second.finish() == 0)
    let again = open()
    again.expect("5.1 [2/11] a number ▸ ")
    again.enter("first1 + first3")
    again.expect("4\n")
    again.send(PseudoTerminal.up)
    again.send(PseudoTerminal.controlU)
    again.enter(":learn 4.1")
    again.expect("4.1 [1/")
    again.enter("second1 + second3")
    again.expect("40\n")
  }

  @Test func aPasteOfTwoThousandLinesIsOneCell() {
    let terminal = open()
    terminal.expect("[1/11] ▸ ")
    let lines = ["var total = 0"] + (1...2000).map { "total += \($0)" }
    terminal.send("\u{1B}[200~" + lines.joined(separator: "\n") + "\u{1B}[201~")
    terminal.enter()
    terminal.expect("[1/11] ▸ ", seconds: 60)
    terminal.enter("total")
    terminal.expect("2001000\n", seconds: 60)
    terminal.enter(":undo")
    terminal.expect("Cell 2 is taken back.")
  }

  @Test func withoutAnyInputTheLessonIsPrinted() {
    let result = Program.shell("'\(Program.path)' learn 5.1 --home \(home) --lessons '\(Program.lessons)' <&-")
    #expect(result.status == 0)
    #expect(result.output.contains("Going further"))
  }

  @Test(arguments: ["dumb", "tmux-256color", "screen", "linux", "no-such-terminal", ""])
  func anyTerminalWillDo(name: String) {
    let terminal = open(["TERM": name])
    terminal.expect("[1/11] ▸ ")
    terminal.enter("6 * 7")
    terminal.expect("42\n")
    // Behind the prompt: before it, the terminal itself takes Ctrl-D for the end of a line.
    terminal.expect("[1/11] ▸ ")
    terminal.send(PseudoTerminal.controlD)
    #expect(terminal.finish() == 0)
  }
}
