import Interpreter

/// Judges answers to the exercises of one lesson, by what they do.
///
/// An answer runs in a fork of the exercise's base session - the lesson's steps before it, solutions of earlier
/// exercises, its setup - which is computed once. The check block runs after the answer and records what it gives;
/// known wrong answers are run, on the same inputs, only after a failure.
package final class Judge {
  package let lesson: Lesson
  /// What one answer may use; its `seconds` hold for the answer and the check together.
  package var limits: Limits
  private let library: NativeLibrary
  private let recorder = Recorder()
  private var interrupt = InterruptFlag()
  private var bases: [String: Base] = [:]
  private let inner = InnerRun()
  private static let runThatFails = "_judged"

  /// A wrong answer is small and known; one that takes longer than this is not what the learner wrote.
  private static let wrongAnswerSeconds = 2.0
  /// A check that takes longer is not run a second time.
  private static let longestRepetition = 2.0

  /// The session in which answers to one exercise run.
  struct Base {
    let session: Session
    /// Where the lesson itself fails before it comes to the exercise.
    let diagnostics: [Diagnostic]
    /// What the reference's gradients were found to be by trying.
    let slopes = SlopeCaches()
    /// Filled when somebody asks.
    var solution: Trial?
    var wrongAnswers: [Trial]?
  }

  package init(lesson: Lesson, library: NativeLibrary, limits: Limits = Limits()) {
    self.lesson = lesson
    self.limits = limits
    var library = library
    library.add(checkLibrary(recorder: recorder))
    library.add(
      NativeLibrary(natives: [
        Native("func \(Self.runThatFails)()") { [inner] _, _ in
          inner.run()
          throw NativeFailure("everything is undone")
        }
      ]))
    self.library = library
  }

  /// Judges `answer`; raising `interrupt` stops it.
  package func check(_ answer: SourceText, for exercise: Exercise, interrupt: InterruptFlag? = nil) -> Report {
    if let interrupt, interrupt !== self.interrupt {
      // A base session and its forks listen to one flag for all their life
      self.interrupt = interrupt
      bases = [:]
    }
    let clock = ContinuousClock()
    let start = clock.now
    let base = base(of: exercise)
    var writer = ReportWriter(lesson: lesson, exercise: exercise)
    judge(answer, exercise, base, &writer)
    return writer.report(seconds: (clock.now - start) / .seconds(1))
  }

  private func judge(_ answer: SourceText, _ exercise: Exercise, _ base: Base, _ writer: inout ReportWriter) {
    guard base.diagnostics.isEmpty else { return writer.lessonIsBroken(base.diagnostics) }
    let text = AnswerText(source: answer)
    if text.isEmpty { return writer.answerIsEmpty() }
    let placeholders = text.placeholders
    if !placeholders.isEmpty { return writer.isUnfilled(placeholders) }
    let taken = declaredNames(in: answer.text).intersection(namesUsed(by: exercise, base.session)).sorted()
    if !taken.isEmpty { return writer.redeclares(taken) }
    // An answer that does not get as far as the check need not wait for the solution
    let alone = undoing(base.session) { declared(answer, base.session) }
    if !alone.succeeded {
      writer.output = alone.output
      if alone.diagnostics.first?.kind == .interrupted { return writer.wasInterrupted(alone.diagnostics) }
      return writer.answerFailed(alone.diagnostics)
    }
    let solution = solutionTrial(exercise)
    if solution.diagnostics.first?.kind == .interrupted { return writer.wasInterrupted(solution.diagnostics) }
    let (trial, changed) = undoing(base.session) {
      let trial = run(answer, exercise, base.session, .judging, seconds: limits.seconds, slopes: base.slopes)
      return (trial, verdictThatChanges(trial, exercise))
    }
    writer.output = trial.output
    if trial.stage == .answer { return writer.answerFailed(trial.diagnostics) }
    if trial.passed { return confirm(trial, solution, changed, exercise, base, &writer) }
    // The flag is still raised: the solution would be stopped as well
    if trial.diagnostics.first?.kind == .interrupted { return writer.wasInterrupted(trial.diagnostics) }
    // What the solution declares, and what the check asks of it, tells what is missing
    let expected = ExpectedDeclarations(starter: exercise.starter.text, solution: solution.session)
    let missing = expected.missing(in: trial.session, text: answer.text, base: base.session)
    if !missing.isEmpty { return writer.isMissing(missing) }
    guard solution.passed else { return writer.lessonIsBroken(solution.diagnostics) }
    if let first = trial.diagnostics.first, first.kind == .type || first.kind == .syntax {
      return writer.doesNotFit(expected.mismatches(in: trial.session), first)
    }
    writer.failed(trial, solution, misconceptions: misconceptions(of: trial, exercise))
  }

  /// Every comparison agreed. It is a pass where they were the comparisons that the check means, and where the answer
  /// gives the same when it is asked again.
  private func confirm(
    _ trial: Trial, _ solution: Trial, _ changed: String?, _ exercise: Exercise, _ base: Base,
    _ writer: inout ReportWriter
  ) {
    guard solution.passed else { return writer.lessonIsBroken(solution.diagnostics) }
    let isSameCourse = Integrity.isSameCourse(trial.expectations, solution.expectations)
    guard isSameCourse, hasRightBasis(trial, solution, exercise, base) else {
      return writer.isNotWhatWasAsked(
        Integrity.sentence(trial, isSameCourse: isSameCourse, exercise: exercise, base: base.session))
    }
    if let changed {
      return writer.isNotWhatWasAsked(
        "\(changed) was right, and is something else when the same inputs come a second time: does a variable outside "
          + "of the function keep something from before?")
    }
    writer.passed(trial)
  }

  /// What the check computed with is what it computed with beside the solution. It may also be made of the answers, as
  /// where two passes are compared with each other: then it has to come out with the solution's functions in the place of
  /// the answer's, and everything else as the answer left it.
  private func hasRightBasis(_ trial: Trial, _ solution: Trial, _ exercise: Exercise, _ base: Base) -> Bool {
    if Integrity.isSameBasis(trial.expectations, solution.expectations) { return true }
    return undoing(base.session) {
      let again = run(trial.answer, exercise, base.session, .answersOnly, seconds: limits.seconds)
      let replaced = run(exercise.solution.source, exercise, again.session, .judging, seconds: limits.seconds)
      return replaced.diagnostics.isEmpty && Integrity.isSameBasis(replaced.expectations, solution.expectations)
    }
  }

  /// The first verdict whose answers are others when the check runs a second time.
  private func verdictThatChanges(_ trial: Trial, _ exercise: Exercise) -> String? {
    guard trial.passed, trial.seconds < Self.longestRepetition else { return nil }
    recorder.start(.answersOnly)
    defer { recorder.mode = .ignoring }
    trial.session.limits.seconds = limits.seconds
    _ = trial.session.run(exercise.check.source)
    return Integrity.verdictThatChanges(trial.expectations, recorder.expectations)
  }

  /// What the check calls besides the answer: with a function of that name, an answer would be compared with itself.
  private func namesUsed(by exercise: Exercise, _ base: Session) -> Set<String> {
    let engine = library.natives.filter { $0.owner == nil }.compactMap { declaredNames(in: $0.signature).first }
    let types = library.types.map(\.name) + base.types.map(\.name)
    return identifiers(in: exercise.check.text).intersection(engine + base.functions.map(\.baseName) + types)
      .subtracting(declaredNames(in: exercise.starter.text))
  }

  /// The sentences of the wrong answers that give what the learner's gives: on all cases; else as far as an error let it
  /// come; else, for answers with more than one mistake, in one verdict after another.
  private func misconceptions(of trial: Trial, _ exercise: Exercise) -> [Misconception] {
    let wrong = Array(zip(exercise.wrongAnswers, wrongTrials(exercise)))
    for isMatch in [TrialMatch.isWhole, TrialMatch.isUpToFault] {
      if let found = wrong.first(where: { isMatch(trial, $0.1) }) {
        return [Misconception(sentence: found.0.sentence, verdict: nil)]
      }
    }
    let wrongVerdicts = trial.expectations.filter { !$0.isMet }.map(\.what).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return wrongVerdicts.compactMap { what in
      wrong.first { TrialMatch.isSame(trial, $0.1, in: what) }
        .map { Misconception(sentence: $0.0.sentence, verdict: wrongVerdicts.count > 1 ? what : nil) }
    }
  }

  // MARK: - Runs

  /// Runs `body`, and undoes what it did to objects and recordings that were there before: forks share these.
  private func undoing<Result>(_ session: Session, _ body: () -> Result) -> Result {
    var result: Result?
    withoutActuallyEscaping(body) { body in
      let outer = session.fork()
      outer.limits.seconds = nil
      inner.body = { result = body() }
      // A run that fails is undone, and this one always fails
      _ = outer.run(SourceText("\(Self.runThatFails)()", name: "judge"))
      inner.body = nil
    }
    return result ?? body()
  }

  /// Runs an answer without its check.
  private func declared(_ answer: SourceText, _ session: Session) -> Outcome {
    let session = session.fork()
    session.limits = limits
    return session.run(answer)
  }

  /// Runs an answer, and the check block after it, in a fork of `session`.
  private func run(
    _ answer: SourceText, _ exercise: Exercise, _ session: Session, _ mode: Recorder.Mode, seconds: Double?,
    slopes: SlopeCaches? = nil
  ) -> Trial {
    let session = session.fork()
    session.limits = limits
    session.limits.seconds = seconds
    recorder.start(.ignoring)
    defer { recorder.mode = .ignoring }
    let answerOutcome = session.run(answer)
    var stage = Trial.Stage.answer
    var outcome = answerOutcome
    if answerOutcome.succeeded {
      stage = .check
      recorder.start(mode, slopes: slopes)
      session.limits.seconds = seconds.map { max($0 - answerOutcome.seconds, 0.01) }
      outcome = session.run(exercise.check.source)
      outcome.output = answerOutcome.output + outcome.output
      outcome.seconds += answerOutcome.seconds
    }
    return Trial(
      answer: answer, stage: stage, expectations: recorder.expectations, diagnostics: outcome.diagnostics,
      output: outcome.output, seconds: outcome.seconds, session: session)
  }

  /// The run of the reference; computed once.
  func solutionTrial(_ exercise: Exercise) -> Trial {
    let base = base(of: exercise)
    if let trial = base.solution { return trial }
    let trial = undoing(base.session) {
      run(
        exercise.solution.source, exercise, base.session, .judging, seconds: limits.seconds, slopes: base.slopes)
    }
    base.slopes.freeze()
    if trial.diagnostics.first?.kind != .interrupted { bases[exercise.name]?.solution = trial }
    return trial
  }

  /// The runs of all known wrong answers, in their order; computed once.
  func wrongTrials(_ exercise: Exercise) -> [Trial] {
    let base = base(of: exercise)
    if let trials = base.wrongAnswers { return trials }
    let trials = exercise.wrongAnswers.map { wrong in
      undoing(base.session) {
        run(wrong.code.source, exercise, base.session, .answersOnly, seconds: Self.wrongAnswerSeconds)
      }
    }
    if !trials.contains(where: { $0.diagnostics.first?.kind == .interrupted }) {
      bases[exercise.name]?.wrongAnswers = trials
    }
    return trials
  }

  /// The session that answers to `exercise` start from; computed once.
  func base(of exercise: Exercise) -> Base {
    if let base = bases[exercise.name] { return base }
    let session = Session(library: library, limits: limits, interrupt: interrupt)
    var diagnostics: [Diagnostic] = []
    for source in sources(before: exercise) where diagnostics.isEmpty {
      diagnostics = session.run(source).diagnostics
    }
    let base = Base(session: session, diagnostics: diagnostics)
    if diagnostics.first?.kind != .interrupted { bases[exercise.name] = base }
    return base
  }

  private func sources(before exercise: Exercise) -> [SourceText] {
    var sources: [SourceText] = []
    for item in lesson.items {
      switch item {
      case .prose, .quiz: break
      case .step(let step): sources.append(step.code.source)
      case .exercise(let other):
        sources += [other.setup?.source].compactMap { $0 }
        if other.name == exercise.name { return sources }
        sources.append(other.solution.source)
      }
    }
    return sources
  }
}

/// What runs within a run that fails. An answer that calls it finds nothing to run.
private final class InnerRun {
  var body: (() -> Void)?

  func run() {
    let body = body
    self.body = nil
    body?()
  }
}
