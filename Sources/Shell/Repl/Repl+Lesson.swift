import Courseware
import Interpreter

/// Walking through a lesson: what Enter, `:next`, `:back`, `:goto` and `:play` do, and what is shown on the way.
extension Repl {
  /// Opens a lesson where it was left, and shows what comes next.
  package func open(_ lesson: Lesson) {
    let run = LessonRun(lesson: lesson, library: library, limits: options.limits)
    self.run = run
    judge = nil
    typedAnswers = [:]
    hintsShown = [:]
    solutionsSeen = []
    lastReport = nil
    remindedPosition = nil
    screen.paged {
      resume(run)
      showStop()
    }
  }

  func introduce(_ lesson: Lesson) {
    screen.wrapped(title(of: lesson))
    if !lesson.objectives.isEmpty {
      screen.gap()
      screen.list(lesson.objectives)
    }
    screen.gap()
    if options.isInteractive {
      screen.say(
        "Enter runs the code that is shown. Anything else is Swift, run in the lesson's variables. `:help` lists the commands.",
        .dim)
    }
  }

  func welcomeBack(_ run: LessonRun) {
    screen.wrapped(title(of: run.lesson))
    let place = run.isAtEnd ? "at its end" : "at step \(run.position + 1) of \(run.stops.count)"
    screen.say("You are back \(place). Your variables are here again. `:restart` begins anew.", .dim)
  }

  func title(of lesson: Lesson) -> StyledText {
    StyledText(lesson.label + "  ", .dim) + StyledText(lesson.title, .bold)
      + StyledText("  (\(lesson.minutes) minutes)", .dim)
  }

  /// What there is to read before the next stop, and the stop itself.
  func showStop(withProse: Bool = true) {
    screen.paged { showStopInPage(withProse: withProse) }
  }

  private func showStopInPage(withProse: Bool) {
    guard let run else { return }
    guard let stop = run.current else {
      if withProse { screen.prose(run.closing) }
      screen.goOn()
      showEnd(of: run)
      return
    }
    if withProse { screen.prose(stop.prose) }
    screen.goOn()
    switch stop.kind {
    case .step(let step): screen.code(step.code.text)
    case .exercise(let exercise): show(exercise)
    case .quiz(let quiz): show(quiz)
    }
  }

  private func showEnd(of run: LessonRun) {
    screen.gap()
    let open = run.lesson.exercises.map(\.name).filter { !isDone($0) }
    screen.line("This is the end of lesson \(run.lesson.label).", Style(bold: true, .green))
    if !open.isEmpty {
      screen.say("Still open: \(open.joined(separator: ", ")). `:list` shows their steps, `:goto N` takes you there.")
    }
    if let next = course.lesson(after: run.lesson) {
      screen.say("Next: \(next.label) \(next.title ?? ""), with Enter.")
    }
    screen.gap()
  }

  /// Enter on an empty line.
  func enter() {
    guard let run else {
      openSuggestedLesson()
      return
    }
    guard let stop = run.current else {
      if let next = course.lesson(after: run.lesson), let lesson = next.lesson {
        open(lesson)
      } else {
        screen.say("This was the last lesson. `:lessons` lists all, `:quit` leaves.", .dim)
      }
      return
    }
    switch stop.kind {
    case .step: next()
    case .exercise(let exercise):
      if isDone(exercise.name) || remindedPosition == run.position {
        next()
      } else {
        remindedPosition = run.position
        screen.say(
          "This one is yours: type the function, or `:edit` it; `:check` judges it, `:hint` helps. Enter once more leaves it for later.",
          .dim)
      }
    case .quiz(let quiz):
      if isDone(quiz.name) || remindedPosition == run.position {
        next()
      } else {
        remindedPosition = run.position
        screen.say("The answer is \(quiz.expectation). Enter once more leaves the question for later.", .dim)
      }
    }
  }

  /// Runs the stop that is shown, and shows the next one.
  func next() {
    guard let run else {
      openSuggestedLesson()
      return
    }
    if run.isAtEnd {
      enter()
      return
    }
    screen.paged {
      let movement = Signals.shared.interrupting(run.session.interrupt) { run.next() }
      show(movement)
      if movement.hasMoved { showStop() }
    }
  }

  private func show(_ movement: LessonRun.Movement) {
    show(movement.outputs, succeeded: movement.hasMoved)
    if let exercise = movement.filledBySolution {
      screen.say(
        "`\(exercise.name)` stays open. The lesson's own answer stands in for yours, so that the next steps run.", .dim)
    }
  }

  func back(_ arguments: String) {
    guard let run else { return fail("no lesson is open; `:lessons` lists them") }
    guard let count = arguments.isEmpty ? 1 : Int(arguments), count > 0 else {
      return fail("`:back N` takes a number of steps")
    }
    if run.position == 0 { return fail("this is the first step") }
    for _ in 0..<min(count, run.position) { _ = run.back() }
    showStop()
  }

  func goto(_ arguments: String) {
    guard let run else { return fail("no lesson is open; `:lessons` lists them") }
    guard let number = Int(arguments), number >= 1, number <= run.stops.count else {
      return fail("`:goto N` takes the number of a step, 1 to \(run.stops.count)")
    }
    let movement = Signals.shared.interrupting(run.session.interrupt) { run.goto(number - 1) }
    show(movement)
    showStop()
  }

  /// Steps one after another, up to an exercise, a question, or a failure.
  func play() {
    guard let run else { return fail("no lesson is open; `:lessons` lists them") }
    var isFirst = true
    while let stop = run.current, case .step = stop.kind {
      if !isFirst { showStop() }
      isFirst = false
      let movement = Signals.shared.interrupting(run.session.interrupt) { run.next() }
      show(movement)
      if !movement.hasMoved { return }
    }
    if isFirst { enter() } else { showStop() }
  }

  func skip() {
    guard let run else { return fail("no lesson is open; `:lessons` lists them") }
    guard !run.isAtEnd else { return fail("this is the end of the lesson") }
    next()
  }

  /// The steps of the lesson: done, here, to come.
  func list() {
    guard let run else { return lessons() }
    screen.wrapped(title(of: run.lesson))
    let progress = store.progress(of: run.lesson.id)
    let changed = progress.changedTasks(in: run.lesson)
    for (index, stop) in run.stops.enumerated() {
      let (text, name): (StyledText, String?) =
        switch stop.kind {
        case .step(let step): (Highlighter.highlight(firstLine(of: step.code.text)), nil)
        case .exercise(let exercise): (StyledText("exercise \(exercise.name)", Style(.yellow)), exercise.name)
        case .quiz(let quiz): (StyledText("question \(quiz.name)", Style(.magenta)), quiz.name)
        }
      let isReady = name.map(isDone) ?? (index < run.position)
      let isSkipped = name.map(progress.skipped.contains) ?? false
      let mark =
        index == run.position
        ? StyledText(" ▸ ", .bold)
        : isSkipped ? StyledText(" » ", .warning) : StyledText(isReady ? " ✓ " : "   ", .success)
      let number = StyledText(String(repeating: " ", count: index < 9 ? 1 : 0) + "\(index + 1)", .dim)
      let note = name.map(changed.contains) ?? false ? StyledText("  (changed since)", .dim) : ""
      let line = mark + number + "  " + text + note
      screen.line(line.cut(to: screen.output.width))
    }
  }

  private func firstLine(of text: String) -> String {
    let lines = text.split(separator: "\n")
    return String(lines.first ?? "") + (lines.count > 1 ? " …" : "")
  }
}
