import Courseware
import Interpreter

/// Exercises and questions: showing them, judging answers, hints.
extension Repl {
  func show(_ exercise: Exercise) {
    screen.code(exercise.starter.text)
    let state =
      isDone(exercise.name)
      ? "You have solved this one; Enter goes on."
      : "Type it here, or `:edit` it in your editor (F2 does the same); then `:check`."
    screen.say(state, .dim)
    screen.gap()
  }

  func show(_ quiz: Quiz) { screen.quiz(quiz) }

  /// Takes the line as an answer to the question at hand. False where it is none: then it is Swift.
  func answerQuiz(_ line: String) -> Bool {
    guard let run, case .quiz(let quiz)? = run.current?.kind else { return false }
    switch quiz.verdict(on: line) {
    case .unreadable(let sentence):
      // A lone word that is no name of the learner's was meant as an answer.
      let word = line.trimmed
      let looksLikeAnswer = word.count <= 2 || Double(word) != nil
      if !looksLikeAnswer || session.value(of: word) != nil { return false }
      screen.say(sentence, .warning)
    case .wrong(let replies):
      screen.line("Not yet.", Style(bold: true, .red))
      for reply in replies { screen.say(reply) }
    case .right(let explanations):
      screen.line("Right.", Style(bold: true, .green))
      for explanation in explanations { screen.say(explanation) }
      markDone(quiz.name)
      run.skip()
      showStop()
    }
    return true
  }

  /// The exercise that commands are about: where the learner stands, or the last one before.
  func exerciseAtHand() -> Exercise? {
    guard let exercise = run?.currentExercise else {
      fail(run == nil ? "no lesson is open; `:lessons` lists them" : "there is no exercise yet; Enter goes on to it")
      return nil
    }
    return exercise
  }

  func task() {
    if let run, case .quiz(let quiz)? = run.current?.kind { return show(quiz) }
    guard let run, let exercise = exerciseAtHand() else { return }
    screen.line("Exercise \(exercise.name)", .heading)
    for stop in run.stops {
      if case .exercise(let candidate) = stop.kind, candidate.name == exercise.name { screen.prose(stop.prose) }
    }
    show(exercise)
    if let answer = answerText(to: exercise), answer.trimmed != exercise.starter.text.trimmed {
      screen.line("Your answer so far:", .dim)
      screen.code(answer)
    }
  }

  /// Judges the learner's answer.
  func check() {
    guard let run, let exercise = exerciseAtHand() else { return }
    guard let answer = answerText(to: exercise) else {
      return fail("there is no answer to \(exercise.name) yet: type the function, or `:edit` it")
    }
    let judge = self.judge ?? Judge(lesson: run.lesson, library: library)
    self.judge = judge
    judge.limits = options.limits
    let source = SourceText(answer, name: exercise.name + ".swift")
    let interrupt = run.session.interrupt
    let report = Signals.shared.interrupting(interrupt) { judge.check(source, for: exercise, interrupt: interrupt) }
    lastReport = report
    screen.gap()
    screen.report(report)
    screen.gap()
    guard report.passed else { return }
    _ = silently { run.accept(source, for: exercise) }
    markDone(exercise.name)
    if case .exercise(let here)? = run.current?.kind, here.name == exercise.name {
      run.skip()
      showStop()
    }
  }

  func why() {
    guard let lastReport else { return fail("nothing has been judged yet; `:check` judges your answer") }
    screen.report(lastReport)
    guard let why = lastReport.why else { return }
    screen.gap()
    for line in why.lines {
      if line.hasPrefix(" ") { screen.line(line) } else { screen.say(line) }
    }
  }

  func hint() {
    guard let exercise = exerciseAtHand() else { return }
    let shown = hintsShown[exercise.name, default: 0]
    guard shown < exercise.hints.count else {
      return screen.say("That were all hints. `:hints` shows them again, `:solution` the reference.", .dim)
    }
    show(hint: shown, of: exercise)
    hintsShown[exercise.name] = shown + 1
  }

  func hints() {
    guard let exercise = exerciseAtHand() else { return }
    let shown = hintsShown[exercise.name, default: 0]
    if shown == 0 { return hint() }
    for index in 0..<min(shown, exercise.hints.count) { show(hint: index, of: exercise) }
  }

  private func show(hint index: Int, of exercise: Exercise) {
    screen.gap()
    screen.line("Hint \(index + 1) of \(exercise.hints.count)", Style(bold: true, .yellow))
    for line in exercise.hints[index].markdown.split(separator: "\n\n") {
      screen.say(line.split(separator: "\n").joined(separator: " "))
    }
    screen.gap()
  }

  func solution() {
    guard let exercise = exerciseAtHand() else { return }
    solutionsSeen.insert(exercise.name)
    screen.line("The reference solution of \(exercise.name):", .dim)
    screen.code(exercise.solution.text)
  }

  func edit() {
    guard let exercise = exerciseAtHand() else { return }
    guard options.isInteractive else { return fail("`:edit` needs a terminal") }
    guard let file = answerFile(for: exercise) else { return }
    let old = answerText(to: exercise)
    screen.output.flush()
    if let problem = openEditor(file) { return fail(problem) }
    guard let edited = answerText(to: exercise), edited != old else { return }
    if edited.contains("<#") { return screen.say("Saved. A placeholder `<#...#>` is still in it.", .dim) }
    // The function is there at once, to be tried before it is judged.
    let outcome = runCell(edited, name: exercise.name + ".swift")
    if outcome.succeeded { screen.say("Your function is here now. `:check` judges it.", .dim) }
  }

  func reset() {
    guard let exercise = exerciseAtHand() else { return }
    resetAnswer(to: exercise)
    hintsShown[exercise.name] = 0
    screen.say("\(exercise.name) starts again from its starter.", .dim)
    show(exercise)
  }
}
