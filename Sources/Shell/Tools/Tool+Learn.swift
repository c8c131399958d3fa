import Courseware
import Interpreter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Tool {
  /// `convbook learn LESSON`, and `convbook` alone where `query` is nil.
  ///
  /// Without a terminal, lines from a pipe are answered as typed ones are. Where there are none at all the lesson runs
  /// to its end and is printed.
  package func learn(_ query: String?) throws -> Int32 {
    let course = query.map(isFile) ?? false ? try courseIfAny() : try course()
    let entry = try query.map { try course.entry($0) }
    if let entry { _ = try readable(entry) }
    let store = store()
    let isInteractive = isatty(0) == 1 && isatty(1) == 1
    if !isInteractive && !hasInput() {
      guard let lesson = entry?.lesson else {
        LessonList(course: course, store: store).show(on: screen)
        return ExitCode.success
      }
      return printWhole(lesson)
    }
    if isInteractive { Signals.shared.install() }
    let reader: any LineReader =
      isInteractive
      ? LineEditor(output: screen.output, historyFile: store.home + "/history") : PipeReader(output: screen.output)
    let repl = Repl(
      course: course, store: store, library: library(), screen: screen, reader: reader,
      options: Repl.Options(isInteractive: isInteractive))
    repl.start(with: entry?.lesson)
    repl.loop()
    return !isInteractive && repl.hasFailed ? ExitCode.failure : ExitCode.success
  }

  /// Whether somebody sends lines: a pipe or a file that is not empty. Nobody does from a keyboard when the output goes
  /// elsewhere, nor from `/dev/null`.
  private func hasInput() -> Bool {
    var status = stat()
    guard isatty(0) == 0, fstat(0, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_size > lseek(0, 0, SEEK_CUR)
    case S_IFCHR: return false
    default:
      // Waits for the first byte, or for the other end to be closed.
      var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      while poll(&waiting, 1, -1) < 0 && errno == EINTR {}
      var available: Int32 = 0
      return ioctl(0, UInt(FIONREAD), &available) == 0 && available > 0
    }
  }

  /// The lesson from its title to its end, as it looks when every step is run.
  private func printWhole(_ lesson: Lesson) -> Int32 {
    let run = LessonRun(lesson: lesson, library: library())
    run.session.onOutput = { [screen] in screen.printed($0) }
    run.session.onDisplay = { [screen] in screen.shown($0) }
    screen.wrapped(StyledText("\(lesson.label)  ", .dim) + StyledText(lesson.title, .bold))
    let isComplete = Signals.shared.interrupting(run.session.interrupt) {
      run.runToEnd(willRun: showCode) { item in
        switch item {
        case .prose(let prose): screen.prose([prose])
        case .step(_, let outcome): screen.outputs(outcome.outputs)
        case .exercise(let exercise, let outcome):
          screen.outputs(outcome.outputs)
          screen.say("(`\(exercise.name)` is yours to write; here the lesson's own answer stands in for it.)", .dim)
        case .quiz(let quiz): screen.quiz(quiz)
        }
      }
    }
    if isComplete { return ExitCode.success }
    error("lesson \(lesson.label) stopped at step \(run.position + 1) of \(run.stops.count)")
    return ExitCode.failure
  }

  private func showCode(of stop: LessonRun.Stop) {
    switch stop.kind {
    case .step(let step): screen.code(step.code.text)
    case .exercise(let exercise): screen.code(exercise.starter.text)
    case .quiz: break
    }
  }
}
