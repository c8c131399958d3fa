/// Commands about the course: which lessons there are, and which one is open.
extension Command {
  static let list = Command(
    "list", aliases: ["l"], .lesson, "the steps of this lesson, and how far you are", isQuestion: true
  ) { repl, _ in repl.list() }

  static let lessons = Command(
    "lessons", .lesson, "all lessons", isQuestion: true
  ) { repl, _ in repl.lessons() }

  static let learn = Command(
    "learn", arguments: "LESSON", .lesson, "open a lesson: a number (5.1) or a name",
    details: "The lesson goes on where you left it.", examples: [":learn 5.1", ":learn rotated-kernel"],
    takes: [.lesson]
  ) { repl, arguments in repl.learn(arguments) }

  static let resume = Command(
    "resume", .lesson, "open the lesson that you were in last"
  ) { repl, _ in repl.resumeLastLesson() }

  static let progress = Command(
    "progress", .exercise, "what you have done in all lessons", isQuestion: true
  ) { repl, _ in repl.progress() }
}
