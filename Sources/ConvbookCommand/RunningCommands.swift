import ArgumentParser
import Shell

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a lesson's steps or a Swift script to the end, and print what they print.",
    discussion: "Exits with 1 on an error, with 124 where a budget was spent.")

  @Argument(help: "A .swift script, or a lesson.")
  var file: String

  @Flag(help: "Print the outputs of each cell, and the errors, as JSON.")
  var json = false

  @Flag(help: "Say how long a script took, where errors go.")
  var time = false

  @OptionGroup var budget: Budget

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    let budgets = try budget.budgets()
    try options.behind(convbook.options).run { try $0.run(file, asJSON: json, isTimed: time, budgets) }
  }
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge an answer to an exercise.",
    discussion: "Exits with 0 if the answer passed, 1 if it did not, 2 on wrong usage, 124 if the budget was spent.")

  @Argument(help: "A number, a name or a file.")
  var lesson: String

  @Argument(help: "The name of the exercise.")
  var exercise: String

  @Option(help: ArgumentHelp("The answer, a file of Swift.", valueName: "file"))
  var answer: String

  @Flag(help: "Print the verdicts as JSON.")
  var json = false

  @OptionGroup var budget: Budget

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    let budgets = try budget.budgets()
    try options.behind(convbook.options).run {
      try $0.check(lesson, exercise: exercise, answer: answer, asJSON: json, budgets: budgets)
    }
  }
}

struct Export: ParsableCommand {
  /// The names of formats are what files end with.
  enum Format: String, CaseIterable, ExpressibleByArgument { case ipynb, html, md, swift }

  static let configuration = CommandConfiguration(
    abstract: "Run a lesson and write it for others to read or run.",
    discussion: """
      Formats: ipynb, a Jupyter notebook that `convbook import` turns into the lesson again; html, a page that needs no network; \
      md, Markdown with everything that was printed; swift, a package that compiles the lesson with your answers. Exits with 1 if a \
      step fails.
      """)

  @Argument(help: "A number, a name or a file.")
  var lesson: String

  @Option(help: ArgumentHelp("The format.", valueName: "format"))
  var to: Format

  @Option(
    name: [.customShort("o"), .customLong("output-file")],
    help: ArgumentHelp(
      "The file, or a package's folder; - for the standard output.",
      discussion: "Otherwise the lesson's name, in the working folder.", valueName: "file"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Where a package finds Convbook.",
      discussion: "Otherwise the folder that the lessons are in.", valueName: "folder or address"))
  var convbookAt: String?

  @OptionGroup var budget: Budget

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    let budgets = try budget.budgets()
    try options.behind(convbook.options).run {
      try $0.export(lesson, to: to.rawValue, file: file, convbook: convbookAt, budgets)
    }
  }
}
