import Interpreter

/// What a learner can ask for with a colon.
package enum Command: String, CaseIterable, Sendable {
  // Moving through a lesson
  case next, back, goto, play, list, lessons, learn, `where`
  // Exercises and quizzes
  case task, check, why, hint, hints, solution, edit, reset, skip, progress
  // The language
  case doc, who, type, time, timeit, run, history, restart, set
  // The shell
  case help, quit

  package enum Topic: String, CaseIterable, Sendable {
    case lesson = "The lesson"
    case exercise = "Exercises"
    case language = "The language"
    case shell = "The rest"
  }

  /// How it is typed, what it does, and where `:help` lists it.
  package var usage: (arguments: String, summary: String, topic: Topic) {
    switch self {
    case .next: ("", "run the step that is shown, or leave the exercise for later", .lesson)
    case .back: ("[N]", "show the step before this one again (or N steps before)", .lesson)
    case .goto: ("N", "go to step N; steps in between are run", .lesson)
    case .play: ("", "run steps up to the next exercise or question", .lesson)
    case .list: ("", "the steps of this lesson, and how far you are", .lesson)
    case .lessons: ("", "all lessons", .lesson)
    case .learn: ("LESSON", "open a lesson: a number (5.1) or a name", .lesson)
    case .where: ("", "show again what Enter will run", .lesson)
    case .task: ("", "show the exercise again, with what you have written", .exercise)
    case .check: ("", "have your answer judged", .exercise)
    case .why: ("", "the last verdict once more", .exercise)
    case .hint: ("", "one hint more", .exercise)
    case .hints: ("", "all hints so far", .exercise)
    case .solution: ("", "show the reference solution", .exercise)
    case .edit: ("", "write your answer in $EDITOR", .exercise)
    case .reset: ("", "start this exercise again from its starter", .exercise)
    case .skip: ("", "leave the exercise or the question for later", .exercise)
    case .progress: ("", "what you have done in all lessons", .exercise)
    case .doc: ("NAME", "what a function or a type does; NAME? is the same", .language)
    case .who: ("", "your variables and functions", .language)
    case .type: ("EXPRESSION", "the type of an expression", .language)
    case .time: ("CODE", "run code and say how long it took", .language)
    case .timeit: ("CODE", "run code again and again for a second and say how long it took", .language)
    case .run: ("FILE", "run a file of Swift here", .language)
    case .history: ("[N]", "what you typed, the last 20 entries or N", .language)
    case .restart: ("", "forget all variables; the lesson starts again", .language)
    case .set: ("[NAME VALUE]", "budgets of a cell: seconds, steps, memory (MB), output (KB), depth", .language)
    case .help: ("[COMMAND]", "this list", .shell)
    case .quit: ("", "leave; everything is saved (Ctrl-D does the same)", .shell)
    }
  }

  package var name: String { rawValue }

  /// A line that begins with a colon or a percent sign, or asks about a name with a question mark.
  package enum Line: Equatable {
    case command(Command, arguments: String)
    case unknown(message: String)
    case code
  }

  package static func read(_ line: String) -> Line {
    let text = line.trimmed
    if let name = nameInQuestion(text) { return .command(.doc, arguments: name) }
    guard text.hasPrefix(":") || text.hasPrefix("%") else { return .code }
    let body = text.dropFirst()
    let word = body.prefix { !$0.isWhitespace }
    let arguments = body.dropFirst(word.count).trimmed
    if word.isEmpty { return .unknown(message: "a command is a colon and a word; :help lists all of them") }
    switch find(String(word)) {
    case .success(let command): return .command(command, arguments: arguments)
    case .failure(let problem): return .unknown(message: problem.message)
    }
  }

  struct Problem: Error { let message: String }

  /// The command of that name, or the only one that begins so.
  static func find(_ word: String) -> Result<Command, Problem> {
    let word = word.lowercased()
    if let exact = Command(rawValue: word) { return .success(exact) }
    if word == "?" { return .success(.help) }
    if word == "q" || word == "exit" { return .success(.quit) }
    let starting = allCases.filter { $0.name.hasPrefix(word) }
    if starting.count == 1 { return .success(starting[0]) }
    if starting.count > 1 {
      let names = starting.map { ":\($0.name)" }
      let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
      return .failure(Problem(message: "':\(word)' could be \(list)"))
    }
    let guess = closest(to: word, among: allCases.map(\.name)).map { "; did you mean ':\($0)'?" }
    return .failure(Problem(message: "there is no command ':\(word)'" + (guess ?? "; :help lists all of them")))
  }

  /// `conv2d?`, `?conv2d` and `Tensor.reshaped?`; within a call that is not finished, `conv2d(x, ?`.
  private static func nameInQuestion(_ text: String) -> String? {
    let call = text.hasSuffix("?") ? String(text.dropLast()).trimmed : ""
    if call.contains("("), let last = call.last, "(,:".contains(last), call.first?.isLetter == true { return call }
    let name = text.hasPrefix("?") ? text.dropFirst() : text.hasSuffix("?") ? text.dropLast() : ""
    let isName = name.first.map { $0.isLetter || $0 == "_" } ?? false
    return isName && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } ? String(name) : nil
  }
}
