import Interpreter

extension Command {
  static let help = Command(
    "help", arguments: "[COMMAND]", aliases: ["?"], .session, "this list, or more about a command",
    examples: [":help check", ":help conv2d"], takes: [.command], isQuestion: true
  ) { repl, arguments in repl.help(arguments) }
}

extension Repl {
  fileprivate func help(_ arguments: String) {
    let word = arguments.hasPrefix(":") ? String(arguments.dropFirst()) : arguments
    if word.isEmpty { return showAllCommands() }
    switch Command.find(word) {
    case .success(let command): explain(command)
    case .failure: documentation(arguments)
    }
  }

  /// A command's long form: how it is typed, what it does, lines to try.
  private func explain(_ command: Command) {
    screen.gap()
    let start = StyledText("  ") + StyledText(command.typed, .code)
    for line in StyledText(command.summary).wrapped(width: screen.output.width, first: start + "  ", indent: "      ") {
      screen.line(line)
    }
    if !command.details.isEmpty { screen.markdown(command.details) }
    if !command.examples.isEmpty {
      screen.gap()
      for example in command.examples { screen.line(StyledText("    ") + StyledText(example, .code)) }
    }
    if !command.aliases.isEmpty {
      screen.gap()
      screen.say("`" + command.aliases.map { ":\($0)" }.joined(separator: "` and `") + "` is the same.", .dim)
    }
    screen.gap()
  }

  private func showAllCommands() {
    let width = min(Command.all.map(\.typed.terminalWidth).max() ?? 0, 22) + 2
    for topic in Command.Topic.allCases {
      screen.gap()
      screen.line(topic.rawValue, .heading)
      for command in Command.all where command.topic == topic {
        let front = StyledText("  ") + StyledText(padded(command.typed, to: width), .code)
        let indent = StyledText(String(repeating: " ", count: width + 2))
        for line in StyledText(command.summary).wrapped(width: screen.output.width, first: front, indent: indent) {
          screen.line(line)
        }
      }
    }
    screen.gap()
    screen.say(
      "Enter runs the code that is shown; anything else is Swift. `:help check` tells more about `:check`. A command may be shortened as long as it is clear: `:ch` is `:check`.",
      .dim)
    screen.gap()
  }
}
