import Bindings
import Courseware
import Interpreter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a command of the command line ended.
package enum ExitCode {
  package static let success: Int32 = 0
  /// An answer did not pass, a lesson is not valid, a program stopped with an error.
  package static let failure: Int32 = 1
  /// What was asked for does not exist or was not understood.
  package static let usage: Int32 = 2
  package static let outOfBudget: Int32 = 124
  /// Ctrl-C, as shells count it.
  package static let interrupted: Int32 = 130
}

/// What all commands of the command line share: where things are, and where to write.
package final class Tool {
  package struct Settings: Sendable {
    /// `--home`
    package var home: String?
    /// `--lessons`
    package var lessons: String?
    /// `--plain`
    package var isPlain: Bool

    package init(home: String? = nil, lessons: String? = nil, isPlain: Bool = false) {
      self.home = home
      self.lessons = lessons
      self.isPlain = isPlain
    }
  }

  let settings: Settings
  let screen: Screen
  let errors: Output

  package init(_ settings: Settings) {
    self.settings = settings
    screen = Screen(output: Output(descriptor: 1, isPlain: settings.isPlain))
    errors = Output(descriptor: 2, isPlain: settings.isPlain)
    Signals.ignoreBrokenPipes()
  }

  /// Does a command's work on a thread with a large stack, and gives its exit code.
  package static func run(_ settings: Settings, _ body: @escaping (Tool) throws -> Int32) -> Int32 {
    runOnLargeStack {
      let tool = Tool(settings)
      tool.checkEnvironment()
      let code = tool.reporting { try body(tool) }
      tool.screen.output.flush()
      if tool.screen.output.hasFailed {
        tool.error("cannot write to standard output")
        return max(code, ExitCode.failure)
      }
      return code
    }
  }

  private func reporting(_ body: () throws -> Int32) -> Int32 {
    do {
      return try body()
    } catch {
      self.error("\(error)")
      return ExitCode.usage
    }
  }

  func error(_ sentence: String) {
    screen.output.flush()
    errors.writeLine(StyledText("convbook: ", .failure) + StyledText(sentence))
    errors.flush()
  }

  // MARK: - Where things are

  func course() throws -> Course { try Course.located(at: settings.lessons) }

  /// The course, or an empty one: files can be run without lessons.
  func courseIfAny() throws -> Course {
    settings.lessons == nil ? (try? Course.located()) ?? Course() : try course()
  }

  /// A lesson that can be run.
  func lesson(_ query: String) throws -> Lesson {
    let course = isFile(query) ? try courseIfAny() : try course()
    return try readable(course.entry(query))
  }

  func isFile(_ query: String) -> Bool { query.hasSuffix(".md") || query.contains("/") }

  func readable(_ entry: Course.Entry) throws -> Lesson {
    if let lesson = entry.lesson { return lesson }
    throw ToolProblem(entry.problems.map(\.description).joined(separator: "\n"))
  }

  func library() -> NativeLibrary { engineLibrary() }
}

/// A sentence for whoever called.
struct ToolProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
