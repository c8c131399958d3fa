import Interpreter

/// What a learner who comes back to a lesson should know.
package struct Resumption {
  /// What failed when the lesson's cells were run again.
  package var diagnostics: [Diagnostic] = []
  /// The text of a cell that never came to its end, if there is one.
  package var unfinished: String?
  /// The author has changed the lesson since it was open last.
  package var hasLessonChanged = false
  /// Another window has the lesson open. Each has variables of its own; what is solved counts in both.
  package var isOpenElsewhere = false
}

extension ProgressStore {
  /// Does again what was done in the lesson before, and goes on writing its journal.
  ///
  /// - Parameter willRun: Told before how long that takes, about.
  package func resume(_ run: LessonRun, willRun: (_ seconds: Double) -> Void = { _ in }) -> Resumption {
    let lesson = run.lesson
    let progress = progress(of: lesson.id)
    let history = history(of: lesson.id)
    let claim = claim(lesson.id)
    var result = Resumption(isOpenElsewhere: claim?.isShared ?? false)
    result.hasLessonChanged = progress.hasChanged(lesson)
    // What another window is busy with has not been lost
    if !result.isOpenElsewhere { result.unfinished = history.unfinished }
    willRun(history.seconds)
    result.diagnostics = run.replay(
      history.entries, position: history.position ?? progress.position, place: history.place)
    follow(run, after: history, claim)
    return result
  }

  /// Writes the journal of a run from now on.
  package func follow(_ run: LessonRun) { follow(run, after: history(of: run.lesson.id), claim(run.lesson.id)) }

  private func follow(_ run: LessonRun, after history: JournalHistory, _ claim: Claim?) {
    open(run.lesson)
    removeLeftovers(in: home)
    run.observer = Journal(store: self, lesson: run.lesson, after: history, claim: claim)
    run.acceptedAnswer = { [unowned self, lesson = run.lesson] in acceptedAnswer(to: $0, in: lesson) }
  }

  /// The learner's own answer to an exercise that was passed elsewhere: in another window, or while its file was watched.
  private func acceptedAnswer(to exercise: Exercise, in lesson: Lesson) -> SourceText? {
    guard progress(of: lesson.id).done.contains(exercise.name) else { return nil }
    return try? savedAnswer(to: exercise.name, in: lesson.id)
  }

  /// The learner's own answers to the exercises of a lesson that were passed.
  package func acceptedAnswers(in lesson: Lesson) -> [String: String] {
    var answers: [String: String] = [:]
    for exercise in lesson.exercises { answers[exercise.name] = acceptedAnswer(to: exercise, in: lesson)?.text }
    return answers
  }

  /// Lets the lesson begin anew; other windows that have it open keep what they have.
  package func restart(_ lesson: Lesson) {
    _ = Journal(store: self, lesson: lesson, after: JournalHistory(lines: [Substring]()), claim: nil)
    move(lesson, to: 0)
  }

  private func claim(_ lesson: String) -> Claim? {
    do {
      try makeDirectory(home + "/journal")
      return Claim("\(home)/journal/\(lesson).open")
    } catch {
      return nil
    }
  }
}
