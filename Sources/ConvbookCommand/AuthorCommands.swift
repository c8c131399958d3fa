import ArgumentParser
import Shell

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin something new, for authors.", subcommands: [NewLesson.self], defaultSubcommand: NewLesson.self)
}

struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Write a template for a lesson.",
    discussion: """
      The template is a lesson that works, on squares; REPLACE marks what is yours to write. Lessons/README.md tells how. An \
      existing file is left alone.
      """)

  @Argument(help: "The lesson's name: small letters, digits and hyphens.")
  var id: String

  @Option(
    name: [.customShort("o"), .customLong("output-file")],
    help: ArgumentHelp(
      "The file, such as Lessons/05-backprop/07-my-lesson.md; the name with .md where it is left out.",
      valueName: "file"))
  var file: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    try options.run { try $0.newLesson(id, file: file) }
  }
}

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check lessons, for their authors.",
    discussion: """
      Every step runs and prints what the file says, every starter fails, every solution passes, every wrong answer fails under its \
      own sentence, no two of them look alike, hints are there, links and required lessons exist. With all lessons, the glossary and \
      the graph in Lessons/README.md are checked too. Exits with 1 where one of that is not so.
      """)

  @Argument(help: "Numbers, names or files; all lessons where they are left out.")
  var lessons: [String] = []

  @Flag(help: "Print what was found as JSON.")
  var json = false

  @Flag(help: "Draw the graph in Lessons/README.md anew.")
  var update = false

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    try options.behind(convbook.options).run { try $0.validate(lessons, asJSON: json, updating: update) }
  }
}

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn a notebook that was exported into the lesson again.",
    discussion: "What was changed in its cells is in the lesson then; cells that were added are prose and steps.")

  @Argument(help: "A file made by `convbook export --to ipynb`.")
  var notebook: String

  @Option(
    name: [.customShort("o"), .customLong("output-file")],
    help: ArgumentHelp("The lesson's file; the standard output where it is left out.", valueName: "file"))
  var file: String?

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    try options.behind(convbook.options).run { try $0.importNotebook(notebook, file: file) }
  }
}
