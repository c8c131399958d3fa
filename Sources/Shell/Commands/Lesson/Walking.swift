/// Commands that move through a lesson; what they do is in `Repl+Lesson.swift`.
extension Command {
  static let next = Command(
    "next", aliases: ["n"], .lesson, "run the step that is shown, or leave the exercise for later",
    details: "Enter on an empty line does the same, but asks once before it leaves an exercise or a question."
  ) { repl, _ in repl.next() }

  static let back = Command(
    "back", arguments: "[N]", aliases: ["b"], .lesson, "show the step before this one again (or N steps before)",
    details: "Nothing is undone: your variables stay as they are. `:undo` takes a cell back.",
    examples: [":back", ":back 3"]
  ) { repl, arguments in repl.back(arguments) }

  static let goto = Command(
    "goto", arguments: "N", .lesson, "go to step N; steps in between are run",
    details: "`:list` shows the steps with their numbers.", examples: [":goto 7"]
  ) { repl, arguments in repl.goto(arguments) }

  static let play = Command(
    "play", .lesson, "run steps up to the next exercise or question"
  ) { repl, _ in repl.play() }

  static let `where` = Command(
    "where", .lesson, "show again what Enter will run", isQuestion: true
  ) { repl, _ in repl.run == nil ? repl.welcome() : repl.showStop(withProse: false) }

  static let skip = Command(
    "skip", .exercise, "leave the exercise or the question for later",
    details: "The lesson's own answer stands in for yours, so that the next steps run. It does not count as solved."
  ) { repl, _ in repl.skip() }
}
