import Courseware
import Interpreter

/// The conversation with a learner: reads lines, runs them, walks through lessons.
package final class Repl {
  package struct Options {
    package var isInteractive: Bool
    package var limits = Limits()

    package init(isInteractive: Bool) { self.isInteractive = isInteractive }
  }

  let course: Course
  let store: ProgressStore
  let library: NativeLibrary
  let screen: Screen
  let reader: any LineReader
  var options: Options

  /// The open lesson; nil at the course's own prompt.
  var run: LessonRun?
  /// Where Swift runs that is typed outside of a lesson.
  lazy var playground = newPlayground()
  /// Keeps what it knows about the open lesson's exercises between one `:check` and the next.
  var judge: Judge?
  /// Answers that were typed at the prompt, as they were saved last, by exercise.
  var typedAnswers: [String: String] = [:]
  /// Lines of a cell that is not complete yet.
  var pending: [String] = []
  /// The command that the cell above was typed behind: `:time for i in 0..<3 {`.
  private var pendingCommand: Command?
  /// Hints shown so far, by exercise.
  var hintsShown: [String: Int] = [:]
  /// Exercises whose solution was looked at.
  var solutionsSeen: Set<String> = []
  var lastReport: Report?
  /// The stop at which Enter alone has already been answered with a reminder.
  var remindedPosition: Int?
  /// The command that is carried out, which its messages name.
  var command = Command.help
  var hasQuit = false
  /// Whether a cell failed or a command was wrong: the exit code of a session without a keyboard.
  package private(set) var hasFailed = false

  package init(
    course: Course, store: ProgressStore, library: NativeLibrary, screen: Screen, reader: any LineReader,
    options: Options
  ) {
    self.course = course
    self.store = store
    self.library = library
    self.screen = screen
    self.reader = reader
    self.options = options
    reader.completer = self
  }

  var workbook: Workbook { run?.workbook ?? playground }
  var session: Session { workbook.session }

  /// Makes a session's printing and limits those of the shell.
  func prepare(_ session: Session) {
    session.limits = options.limits
    session.onOutput = { [screen] in screen.printed($0) }
    session.onDisplay = { [screen] in screen.shown($0) }
  }

  func newPlayground() -> Workbook {
    let workbook = Workbook(library: library)
    prepare(workbook.session)
    return workbook
  }

  /// Without what is printed on the way.
  func silently<Result>(_ body: () -> Result) -> Result {
    let (print, show) = (session.onOutput, session.onDisplay)
    (session.onOutput, session.onDisplay) = ({ _ in }, { _ in })
    defer { (session.onOutput, session.onDisplay) = (print, show) }
    return body()
  }

  // MARK: - The loop

  /// Reads and answers until the learner leaves.
  package func loop() {
    while !hasQuit {
      let prompt = pending.isEmpty ? self.prompt : continuationPrompt
      switch reader.read(prompt: prompt, indentation: indentation) {
      case .line(let line):
        // A pipe's empty lines leave nothing on the screen.
        if options.isInteractive || !line.trimmed.isEmpty { screen.inputEnded() }
        if options.isInteractive { screen.output.noteTyped(prompt.plain + line) }
        take(line)
      case .edit(let text):
        screen.inputEnded()
        editCell(beginning: text)
      case .interrupted:
        if !pending.isEmpty { screen.line("(the unfinished cell is dropped)", .dim) }
        pending = []
        pendingCommand = nil
      case .end:
        if !pending.isEmpty { runPending() }
        if options.isInteractive { screen.output.writeLine() }
        hasQuit = true
      }
      tellNotice()
      screen.output.flush()
    }
  }

  private func take(_ line: String) {
    if pending.isEmpty {
      if line.trimmed.isEmpty {
        enter()
        return
      }
      switch Command.read(line) {
      case .command(let command, let arguments):
        if command.takes.last == .code, session.completeness(of: arguments) == .incomplete {
          pendingCommand = command
          pending = [arguments]
        } else {
          reader.remember(line.trimmed)
          perform(command, arguments)
        }
      case .unknown(let message):
        reader.remember(line.trimmed)
        fail(message)
      case .code: takeCode(line)
      }
      return
    }
    // Asking is possible in the middle of a cell; everything else waits until it is finished.
    if case .command(let command, let arguments) = Command.read(line), line.trimmed.hasPrefix(":") {
      if command.isQuestion {
        perform(command, arguments)
      } else {
        fail("the cell above is not finished; Ctrl-C drops it")
      }
      return
    }
    takeCode(line)
  }

  private func perform(_ command: Command, _ arguments: String) {
    self.command = command
    if command.isQuestion {
      screen.paged { command.perform(self, arguments) }
    } else {
      command.perform(self, arguments)
    }
  }

  private func takeCode(_ line: String) {
    pending.append(line)
    let text = pending.joined(separator: "\n")
    if pending.count == 1, answerQuiz(line) || opensLesson(line) {
      pending = []
      return
    }
    switch session.completeness(of: text) {
    case .incomplete:
      if line.trimmed.isEmpty, pending.count > 2, pending[pending.count - 2].trimmed.isEmpty, options.isInteractive {
        screen.line("(still open: a bracket or a brace is missing; Ctrl-C drops the cell)", .dim)
      }
    case .complete, .broken: runPending()
    }
  }

  /// Asks before something is lost. Without a keyboard the answer is yes.
  func confirms(_ question: String) -> Bool {
    guard options.isInteractive else { return true }
    screen.say(question, .warning)
    while true {
      let prompt = StyledText("yes or no", .bold) + StyledText(" ▸ ", Style(bold: true, .red))
      guard case .line(let line) = reader.read(prompt: prompt) else { return false }
      screen.output.noteTyped(prompt.plain + line)
      switch line.trimmed.lowercased() {
      case "y", "yes": return true
      case "", "n", "no": return false
      default: continue
      }
    }
  }

  /// F2: the cell that is being typed, in the learner's editor. On an empty line it is the answer to the exercise, or else
  /// the last cell.
  private func editCell(beginning line: String) {
    var text = (pending + [line]).joined(separator: "\n")
    if text.trimmed.isEmpty {
      if case .exercise? = run?.current?.kind { return edit() }
      text = workbook.cells.last { $0.isTyped }?.text ?? ""
    }
    do {
      guard let edited = try editedText(text) else { return }
      pending = []
      if edited.trimmed.isEmpty { return screen.say("(nothing to run)", .dim) }
      screen.code(edited)
      pending = [edited]
      runPending()
    } catch {
      fail(error.description)
    }
  }

  private func runPending() {
    let text = pending.joined(separator: "\n")
    pending = []
    if let command = pendingCommand {
      pendingCommand = nil
      reader.remember(":\(command.name) \(text)")
      perform(command, text)
    } else {
      reader.remember(text)
      runCell(text)
    }
  }

  /// A sentence about something that the learner asked for and that is not possible.
  func fail(_ sentence: String) {
    hasFailed = true
    screen.failure(sentence)
  }

  func noteFailure() { hasFailed = true }

  // MARK: - Prompts

  /// `5.1 [4/17] ▸ `: the lesson, and the stop that Enter runs. A question's prompt asks for its kind of answer.
  package var prompt: StyledText {
    guard let run else { return StyledText("convbook", .bold) + StyledText(" ▸ ", Style(bold: true, .blue)) }
    var text = StyledText(run.lesson.label, .bold)
    let shown = min(run.position + 1, run.stops.count)
    text.append(run.isAtEnd ? " [done]" : " [\(shown)/\(run.stops.count)]", .dim)
    switch run.current?.kind {
    case .exercise: text.append(" ▸ ", Style(bold: true, .yellow))
    case .quiz(let quiz): text.append(" \(quiz.expectation) ▸ ", Style(bold: true, .magenta))
    default: text.append(" ▸ ", Style(bold: true, .blue))
    }
    return text
  }

  /// As far in as the line above, and two columns further behind an open bracket.
  private var indentation: String {
    guard let last = pending.last(where: { !$0.trimmed.isEmpty })?.split(separator: "\n").last else { return "" }
    let text = last.trimmed
    let opens = ["{", "(", "["].contains { text.hasSuffix($0) } || text.hasSuffix(" in") || text.hasSuffix(":")
    return last.prefix { $0 == " " } + (opens ? "  " : "")
  }

  private var continuationPrompt: StyledText {
    StyledText(String(repeating: " ", count: max(0, prompt.width - 2)) + "… ", .dim)
  }
}

extension Quiz {
  /// What kind of answer the prompt asks for: `a, b or c`.
  var expectation: String {
    switch kind {
    case .number: return "a number"
    case .choices(let choices):
      let letters = choices.indices.map(Quiz.letter)
      return letters.dropLast().joined(separator: ", ") + " or " + (letters.last ?? "")
    }
  }
}
