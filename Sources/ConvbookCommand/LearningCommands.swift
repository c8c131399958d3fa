import ArgumentParser
import Shell

struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open one lesson.",
    discussion: """
      Without a terminal, lines of the standard input are answered like typed ones; where there are none, the lesson is run to \
      its end and printed.
      """)

  @Argument(help: "A number, a name or a file.")
  var lesson: String

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    try options.behind(convbook.options).run { try $0.learn(lesson) }
  }
}

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List all lessons.", discussion: "With what you have done, what you skipped, and what was changed since.")

  @Flag(help: "Draw the order and the prerequisites of the lessons as a Mermaid graph.")
  var graph = false

  @Flag(help: "Print the lessons as JSON.")
  var json = false

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func validate() throws {
    if graph && json { throw ValidationError("--graph and --json exclude each other") }
  }

  func run() throws {
    try options.behind(convbook.options).run { try $0.list(asGraph: graph, asJSON: json) }
  }
}

struct Progress: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show what you have done.")

  @Flag(help: "Print it as JSON.")
  var json = false

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    try options.behind(convbook.options).run { try $0.progress(asJSON: json) }
  }
}

struct Reset: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forget the progress of a lesson, or of all.",
    discussion: "Your answers stay in their files.")

  @Argument(help: "A number or a name.")
  var lesson: String?

  @Flag(help: "All lessons.")
  var all = false

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func validate() throws {
    if all == (lesson != nil) { throw ValidationError("name a lesson, or all of them by --all") }
  }

  func run() throws {
    try options.behind(convbook.options).run { try $0.reset(lesson) }
  }
}

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge your answers again whenever you save them in your editor.",
    discussion: """
      The folder gets one file for each exercise of the lesson, FOLDER/LESSON/EXERCISE.swift, with the starter in it where there \
      is none yet; a folder that is called like a lesson gets that lesson's files. What passes counts in the notebook too. Keys: \
      n next exercise, h hint, l list, c check all, s skip, q quit.
      """)

  @Argument(help: "Where the answers are; your own answers where it is left out.")
  var folder: String?

  @Option(
    help: ArgumentHelp("The lesson to begin with; the one of last time where it is left out.", valueName: "lesson"))
  var lesson: String?

  @OptionGroup var budget: Budget

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    let budgets = try budget.budgets()
    try options.behind(convbook.options).run { try $0.watch(folder, lesson: lesson, budgets) }
  }
}

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is installed and whether it works.", discussion: "Exits with 1 if something is broken.")

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func run() throws {
    try options.behind(convbook.options).run { $0.doctor() }
  }
}
