import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A learner's folder that cannot be written, is full, or is used by two windows at a time.
@Suite struct HomeTests {
  private let home = Program.temporaryFolder()
  private let lessons = Program.smallCourse()

  @Test func aFullDiskStopsNobody() {
    let cells = (1...60).map { "let cell\($0) = \($0)" }.joined(separator: "\n")
    Program.write("\n\(cells)\nprint(\"end\", cell60)\n", to: home + "/input")
    // No file may grow beyond 2 KB
    let full = Program.shell(
      """
      (ulimit -f 2; \(Program.path) learn 1.1 --lessons \(lessons) --home \(home)/home <\(home)/input; \
      echo "code $?") | cat
      """)
    #expect(full.output.contains("\nend 60\n"))
    #expect(full.output.contains("code 0"))
    let sentence = "Progress is not saved: cannot write '\(home)/home/journal/small.jsonl': File too large."
    #expect(full.output.replacingLineEnds.contains(sentence))
    // What there was room for is there again, and the file is whole
    let after = Program.run(
      ["learn", "1.1", "--lessons", lessons, "--home", home + "/home"], input: "print(cell3)\n:where\nlet more = 1\n")
    #expect(after.output.contains("\n3\n"))
    #expect(after.status == 0)
    #expect(!after.output.contains("damaged"))
    for line in Program.read(home + "/home/journal/small.jsonl").split(separator: "\n") {
      #expect(line.hasPrefix("{\"") && line.hasSuffix("}"))
    }
  }

  @Test func aHomeThatCannotBeMadeIsSaidOnce() {
    let result = Program.run(
      ["learn", "1.1", "--lessons", lessons, "--home", "/proc/nowhere"], input: "let a = 1\nprint(a + 1)\n")
    #expect(result.status == 0)
    #expect(result.output.contains("\n2\n"))
    let parts = result.output.replacingLineEnds.components(of: "Progress is not saved: cannot make the directory")
    #expect(parts == 1)
  }

  @Test func twoWindowsKeepEachOthersMarks() {
    let first = PseudoTerminal(["learn", "1.1", "--lessons", lessons], home: home)
    first.expect("1.1 [1/5]")
    let second = PseudoTerminal(["learn", "1.1", "--lessons", lessons], home: home)
    second.expect("This lesson is open in another window too.")
    second.expect("[1/5]")
    first.enter("var a = 1")
    first.enter("a += 10; print(\"first\", a)")
    first.expect("first 11")
    second.enter()
    second.expect("[2/5]")
    second.enter("2")
    second.expect("Right.")
    second.expect("[3/5]")
    first.enter(":goto 3")
    first.expect("[3/5]")
    first.enter(Program.twice)
    first.enter(":check")
    first.expect("Passed.")
    first.enter(":quit")
    #expect(first.finish() == 0)
    second.enter("print(a)")
    second.expect("cannot find 'a' in scope")
    second.enter(":quit")
    #expect(second.finish() == 0)
    let progress = Program.run(["progress", "--json", "--home", home, "--lessons", lessons]).output
    #expect(progress.contains("\"done\" : [\n        \"sum\",\n        \"twice\"\n      ]"))
  }
}

extension String {
  /// Sentences are wrapped at the width of the screen.
  fileprivate var replacingLineEnds: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
