import Shell
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    (":check", "check", ""), ("%check", "check", ""), ("  :CHECK ", "check", ""), (":ch", "check", ""),
    (":n", "next", ""), (":q", "quit", ""), (":doc conv2d", "doc", "conv2d"), ("conv2d?", "doc", "conv2d"),
    ("conv2d??", "source", "conv2d"), ("??relu", "source", "relu"),
    ("Tensor.reshaped?", "doc", "Tensor.reshaped"), ("conv2d(x, ?", "doc", "conv2d(x,"), ("?relu", "doc", "relu"),
    (":hint", "hint", ""),
    (":run  my file.swift ", "run", "my file.swift"), (":?", "help", ""), ("%%time f(x)", "time", "f(x)"),
    (":l", "list", ""),
  ])
  func isUnderstood(line: String, command: String, arguments: String) {
    guard case .command(let found, let behind) = Command.read(line) else {
      Issue.record("\(line) is no command")
      return
    }
    #expect(found.name == command)
    #expect(behind == arguments)
  }

  @Test(arguments: [
    (":chekc", "there is no command ':chekc'; did you mean ':check'?"),
    (":xyzzy", "there is no command ':xyzzy'; :help lists all of them"),
    (":h", "':h' could be :hint, :hints, :hist, :history or :help"), (":le", "':le' could be :lessons or :learn"),
    (":", "a command is a colon and a word; :help lists all of them"),
  ])
  func isAnsweredWithASentence(line: String, message: String) {
    #expect(Command.read(line) == .unknown(message: message))
  }

  @Test(arguments: ["x", "let y = a ? b : c", "x == 1 ? 2 : 3", "5?", "f(x)?", "", "print(\":check\")"])
  func isSwift(line: String) {
    #expect(Command.read(line) == .code)
  }

  @Test func namesAndAliasesAreDifferent() {
    let words = Command.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(words).count == words.count)
  }

  @Test(arguments: Command.all.filter { !$0.usage.isEmpty && !$0.usage.hasPrefix("[") })
  func hasAnExampleThatIsRead(command: Command) {
    #expect(!command.examples.isEmpty, "\(command.name)")
  }

  @Test(arguments: Command.all.flatMap { command in command.examples.map { (command, $0) } })
  func examplesAreThatCommands(command: Command, example: String) {
    guard case .command(let found, let arguments) = Command.read(example) else {
      Issue.record("\(example) is no command")
      return
    }
    #expect(found == command)
    #expect(arguments.isEmpty == (example.split(separator: " ").count == 1 && !example.contains("?")))
  }
}
