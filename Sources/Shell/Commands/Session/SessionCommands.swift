/// Commands about the session as a whole.
extension Command {
  static let restart = Command(
    "restart", .session, "forget all variables; the lesson starts again",
    details: "Your answers and what you have solved stay. `:undo` takes back only the last cell."
  ) { repl, _ in repl.restart() }

  static let set = Command(
    "set", arguments: "[NAME VALUE]", .session, "budgets of a cell: seconds, steps, memory (MB), output (KB), depth",
    details: "A cell that goes beyond one of them is stopped, and your variables are as they were before it.",
    examples: [":set", ":set seconds 60", ":set steps off"], takes: [.words(Budgets.Name.allCases.map(\.rawValue))]
  ) { repl, arguments in repl.set(arguments) }

  static let quit = Command(
    "quit", aliases: ["q", "exit"], .session, "leave; everything is saved (Ctrl-D does the same)"
  ) { repl, _ in repl.hasQuit = true }
}
