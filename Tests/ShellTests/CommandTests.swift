import Shell
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    (":check", Command.check, ""), ("%check", .check, ""), ("  :CHECK ", .check, ""), (":ch", .check, ""),
    (":n", .next, ""), (":q", .quit, ""), (":doc conv2d", .doc, "conv2d"), ("conv2d?", .doc, "conv2d"),
    ("Tensor.reshaped?", .doc, "Tensor.reshaped"), ("conv2d(x, ?", .doc, "conv2d(x,"), ("?relu", .doc, "relu"),
    (":hint", .hint, ""),
    (":run  my file.swift ", .run, "my file.swift"), (":?", .help, ""),
  ])
  func isUnderstood(line: String, command: Command, arguments: String) {
    #expect(Command.read(line) == .command(command, arguments: arguments))
  }

  @Test(arguments: [
    (":chekc", "there is no command ':chekc'; did you mean ':check'?"),
    (":xyzzy", "there is no command ':xyzzy'; :help lists all of them"),
    (":h", "':h' could be :hint, :hints, :history or :help"), (":l", "':l' could be :list, :lessons or :learn"),
    (":", "a command is a colon and a word; :help lists all of them"),
  ])
  func isAnsweredWithASentence(line: String, message: String) {
    #expect(Command.read(line) == .unknown(message: message))
  }

  @Test(arguments: ["x", "let y = a ? b : c", "x == 1 ? 2 : 3", "5?", "f(x)?", "", "print(\":check\")"])
  func isSwift(line: String) {
    #expect(Command.read(line) == .code)
  }
}
