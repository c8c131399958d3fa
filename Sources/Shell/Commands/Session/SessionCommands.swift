/// Commands about the session as a whole.
extension Command {
  static let history = Command(
    "history", arguments: "[N]", .session, "what you typed, the last 20 entries or N", examples: [":history 50"],
    isQuestion: true
  ) { repl, arguments in repl.history(arguments) }

  static let run = Command(
    "run", arguments: "FILE", .session, "run a file of Swift here", examples: [":run loops.swift"], takes: [.file]
  ) { repl, arguments in repl.runFile(arguments) }

  static let restart = Command(
    "restart", .session, "forget all variables; the lesson starts again"
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
