/// Commands about the session as a whole.
extension Command {
  static let restart = Command(
    "restart", .session, "forget all variables; the lesson starts again",
    details: "Your answers and what you have solved stay. `:undo` takes back only the last cell."
  ) { repl, _ in repl.restart() }

  static let set = Command(
    "set", arguments: "[NAME VALUE]", .session,
    "budgets of a cell: seconds, steps, memory (MB), output (KB), depth; threads",
    details: """
      A cell that goes beyond a budget is stopped, and your variables are as they were before it. `threads` is how many threads \
      large operators share; results do not depend on it.
      """,
    examples: [":set", ":set seconds 60", ":set steps off", ":set threads 2"], takes: [.words(settingNames)]
  ) { repl, arguments in repl.set(arguments) }

  static let quit = Command(
    "quit", aliases: ["q", "exit"], .session, "leave; everything is saved (Ctrl-D does the same)"
  ) { repl, _ in repl.hasQuit = true }
}
