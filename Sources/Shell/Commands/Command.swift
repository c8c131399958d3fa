/// What a learner can ask for with a colon: how it is typed, what `:help` says of it, and what it does.
///
/// Each command is a row `static let NAME = Command(...)` in a file of this folder, beside its code, and stands in
/// `Command.all`.
package struct Command: Sendable {
  /// Where `:help` lists it.
  package enum Topic: String, CaseIterable, Sendable {
    case lesson = "The lesson"
    case exercise = "Exercises"
    case looking = "Looking at tensors"
    case language = "The language"
    case session = "The session"
  }

  /// What stands behind it: Tab offers these.
  package enum Argument: Sendable, Equatable {
    /// Swift, to the end of the line; where it is not complete, more lines are asked for.
    case code
    /// A name, or a call that is not finished.
    case name
    /// A variable of the learner's.
    case variable
    case file
    case lesson
    case command
    case words([String])

    /// Names of files have dots and slashes in them, those of lessons hyphens.
    var isPartedBySpaces: Bool { self == .file || self == .lesson }
  }

  package let name: String
  /// Other words for it, which `:help NAME` tells.
  package let aliases: [String]
  /// `LESSON`, `[N]`; empty where it takes nothing.
  package let usage: String
  package let topic: Topic
  /// What it does, on one line of `:help`.
  package let summary: String
  /// What `:help NAME` says besides, in Markdown.
  package let details: String
  /// Lines to try.
  package let examples: [String]
  /// What is offered for the first argument, the second, ...; the last one stands for all that follow.
  package let takes: [Argument]
  /// Whether it tells something and changes nothing, and so may stand in the middle of a cell.
  package let isQuestion: Bool
  /// Gets what stands behind the name, without white space around it.
  let perform: @Sendable (_ repl: Repl, _ arguments: String) -> Void

  init(
    _ name: String, arguments usage: String = "", aliases: [String] = [], _ topic: Topic, _ summary: String,
    details: String = "", examples: [String] = [], takes: [Argument] = [], isQuestion: Bool = false,
    perform: @escaping @Sendable (_ repl: Repl, _ arguments: String) -> Void
  ) {
    self.name = name
    self.aliases = aliases
    self.usage = usage
    self.topic = topic
    self.summary = summary
    self.details = details
    self.examples = examples
    self.takes = takes
    self.isQuestion = isQuestion
    self.perform = perform
  }

  /// As it is typed: `:learn LESSON`.
  var typed: String { usage.isEmpty ? ":\(name)" : ":\(name) \(usage)" }
}

extension Command: Equatable {
  package static func == (left: Command, right: Command) -> Bool { left.name == right.name }
}

extension Command {
  /// All of them, as `:help` lists them.
  package static let all: [Command] = lesson + exercise + looking + language + session

  private static let lesson: [Command] = [
    .next, .back, .goto, .play, .where, .list, .lessons, .learn, .resume,
  ]
  private static let exercise: [Command] = [
    .task, .check, .why, .hint, .hints, .solution, .edit, .reset, .skip, .diff, .progress,
  ]
  private static let looking: [Command] = [
    .show, .plot, .hist, .window, .backward, .shape, .stats, .graph, .summary, .gradcheck,
  ]
  private static let language: [Command] = [
    .who, .whos, .type, .doc, .source, .time, .timeit, .profile,
  ]
  private static let session: [Command] = [
    .history, .rerun, .undo, .run, .load, .save, .log, .export, .restart, .set, .help, .quit,
  ]
}
