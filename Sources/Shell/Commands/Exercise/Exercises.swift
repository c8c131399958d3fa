/// Commands about the exercise at hand: the one that is shown, or the last one before it. What they do is in
/// `Repl+Exercise.swift`.
extension Command {
  static let task = Command(
    "task", .exercise, "show the exercise again, with what you have written", isQuestion: true
  ) { repl, _ in repl.task() }

  static let check = Command(
    "check", aliases: ["c"], .exercise, "have your answer judged",
    details: """
      Your answer is the function that you typed here, or saved in your editor, last. It is compared with the lesson's \
      own answer on several inputs; a gradient also with central differences. What counts is what it computes, not how \
      it is written.
      """
  ) { repl, _ in repl.check() }

  static let why = Command(
    "why", .exercise, "the last verdict, and what its first wrong element is made of", isQuestion: true
  ) { repl, _ in repl.why() }

  static let hint = Command(
    "hint", .exercise, "one hint more", isQuestion: true
  ) { repl, _ in repl.hint() }

  static let hints = Command(
    "hints", .exercise, "all hints so far", isQuestion: true
  ) { repl, _ in repl.hints() }

  static let solution = Command(
    "solution", .exercise, "show the reference solution"
  ) { repl, _ in repl.solution() }

  static let edit = Command(
    "edit", .exercise, "write your answer in $EDITOR",
    details: """
      The answer is a file that any editor can open. When the editor is closed, the function is here at once; `:check` \
      judges it. `VISUAL` and `EDITOR` name the editor.
      """
  ) { repl, _ in repl.edit() }

  static let reset = Command(
    "reset", .exercise, "start this exercise again from its starter",
    details: "What you had is kept beside the answer, as `NAME.before-reset.swift`."
  ) { repl, _ in repl.reset() }
}
