/// Commands that tell about names; what they do is in `Repl+Language.swift`.
extension Command {
  static let who = Command(
    "who", .language, "your variables and functions", isQuestion: true
  ) { repl, _ in repl.who() }

  static let type = Command(
    "type", arguments: "EXPRESSION", .language, "the type of an expression", details: "Nothing is run.",
    examples: [":type [1, 2].map { Double($0) }"], takes: [.code], isQuestion: true
  ) { repl, arguments in repl.type(arguments) }

  static let doc = Command(
    "doc", arguments: "NAME", .language, "what a function or a type does; NAME? is the same",
    details: "In a call that is not finished, `?` at its end tells what the next argument is for.",
    examples: [":doc conv2d", "Tensor.reshaped?", "conv2d(x, ?"], takes: [.name], isQuestion: true
  ) { repl, arguments in repl.documentation(arguments) }

  static let time = Command(
    "time", arguments: "CODE", .language, "run code and say how long it took", examples: [":time conv2d(x, kernel: f)"],
    takes: [.code]
  ) { repl, arguments in repl.time(arguments) }

  static let timeit = Command(
    "timeit", arguments: "CODE", .language, "run code again and again for a second and say how long it took",
    details: "The middle of all runs, the fastest and the slowest. What the code prints is shown once.",
    examples: [":timeit conv2d(x, kernel: f)"], takes: [.code]
  ) { repl, arguments in repl.timeRepeatedly(arguments) }
}
