import ArgumentParser
import Shell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command line: reads arguments, hands over to `Shell`.
@main
struct ConvbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convbook",
    abstract: "Learn convolutional networks by writing their gradients.",
    discussion: """
      Without a command: resumes the lesson of last time, or shows all lessons.

      LESSON is a number (5.1), a name (rotated-kernel) or a file (my-lesson.md).

      EXIT CODES
        0    done; the answer passed
        1    the answer did not pass, a program failed, a lesson is not valid
        2    wrong usage: no such lesson, file or option
        124  the budget of time, output, memory or depth was spent
        130  Ctrl-C
      """,
    version: convbookVersion,
    subcommands: [
      Learn.self, List.self, Progress.self, Reset.self, Run.self, Check.self, Watch.self, Export.self, Import.self,
      New.self, Validate.self, Train.self, Bench.self, Doctor.self,
    ])

  @OptionGroup var options: CommonOptions

  func run() throws {
    try options.run { try $0.learn(nil) }
  }

  /// Wrong usage ends with 2, everywhere.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code == .validationFailure {
        let errors = Output(descriptor: 2)
        errors.writeLine(fullMessage(for: error))
        errors.flush()
        systemExit(Shell.ExitCode.usage)
      }
      exit(withError: error)
    }
  }
}

private func systemExit(_ code: Int32) -> Never {
  #if canImport(Glibc)
    Glibc.exit(code)
  #else
    Darwin.exit(code)
  #endif
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where progress and answers are kept.",
      discussion: "Otherwise $CONVBOOK_HOME, or convbook in $XDG_DATA_HOME or ~/.local/share.", valueName: "folder"))
  var home: String?

  @Option(
    help: ArgumentHelp(
      "Where the lessons are.",
      discussion: "Otherwise $CONVBOOK_LESSONS, or Lessons beside the program or the working folder.",
      valueName: "folder"))
  var lessons: String?

  @Flag(help: "No colours.")
  var plain = false

  /// Options may stand in front of the command's name, too.
  func behind(_ earlier: CommonOptions) -> CommonOptions {
    var both = self
    both.home = home ?? earlier.home
    both.lessons = lessons ?? earlier.lessons
    both.plain = plain || earlier.plain
    return both
  }

  /// Runs a command's work, and ends the process with its exit code.
  func run(_ body: @escaping (Tool) throws -> Int32) throws {
    let settings = Tool.Settings(home: home, lessons: lessons, isPlain: plain)
    throw ArgumentParser.ExitCode(Tool.run(settings, body))
  }
}

/// What a program may use.
struct Budget: ParsableArguments {
  @Option(help: ArgumentHelp("How long a cell, a script or an answer may run.", valueName: "seconds"))
  var budget: Double = 20

  @Option(help: ArgumentHelp("How many calls and turns of loops it may take; any number if left out.", valueName: "n"))
  var steps: String?

  @Option(help: ArgumentHelp("What its arrays, texts and dictionaries may take.", valueName: "MB"))
  var memory = "2048"

  @Option(help: ArgumentHelp("How much it may print.", valueName: "KB"))
  var output = "1024"

  @Option(help: ArgumentHelp("How many calls may wait for one another.", valueName: "n"))
  var depth = "10000"

  func validate() throws {
    if !(budget > 0 && budget.isFinite) { throw ValidationError("the budget is a number of seconds, more than 0") }
    do { _ = try budgets() } catch { throw ValidationError("\(error)") }
  }

  func budgets() throws -> Budgets {
    var budgets = Budgets()
    try budgets.set(.seconds, to: "\(budget)")
    if let steps { try budgets.set(.steps, to: steps) }
    try budgets.set(.memory, to: memory)
    try budgets.set(.output, to: output)
    try budgets.set(.depth, to: depth)
    return budgets
  }
}
