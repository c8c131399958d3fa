import Courseware
import Interpreter

/// What is kept between sessions: positions, solved exercises, answers.
extension Repl {
  /// Does again what was done in the lesson before, without its output.
  func resume(_ run: LessonRun) {
    let resumption = Signals.shared.interrupting(run.session.interrupt) {
      store.resume(run) { seconds in
        guard seconds > 1 else { return }
        screen.say(
          "Your cells of last time run again, which takes about \(duration(seconds)). Ctrl-C leaves them out.", .dim)
        screen.output.flush()
      }
    }
    for exercise in run.lesson.exercises { typedAnswers[exercise.name] = run.typedAnswer(to: exercise) }
    prepare(run.session)
    if run.position == 0 { introduce(run.lesson) } else { welcomeBack(run) }
    if resumption.hasLessonChanged {
      screen.say("The lesson was changed since you were here. What you solved stays solved.", .dim)
    }
    if resumption.isOpenElsewhere {
      screen.say(
        "This lesson is open in another window too. Each has its own variables; what you solve counts in both.", .dim)
    }
    for diagnostic in resumption.diagnostics { screen.diagnostic(diagnostic) }
    if let unfinished = resumption.unfinished {
      screen.say("This cell was running when Convbook ended, and has left nothing behind:", .warning)
      screen.code(unfinished)
    }
    tellNotice()
  }

  /// Something about the folder that the learner should know, once.
  func tellNotice() {
    if let notice = store.takeNotice() { screen.say(notice, .warning) }
  }

  func isDone(_ name: String) -> Bool {
    run.map { store.progress(of: $0.lesson.id).done.contains(name) } ?? false
  }

  func markDone(_ name: String) {
    guard let run else { return }
    store.markDone(name, in: run.lesson)
  }

  // MARK: - Answers

  /// The answer's file: what was typed here or written in an editor last.
  func answerText(to exercise: Exercise) -> String? {
    guard let run else { return nil }
    do {
      return try store.savedAnswer(to: exercise.name, in: run.lesson.id)?.text ?? run.typedAnswer(to: exercise)
    } catch {
      fail(error.description)
      return nil
    }
  }

  /// Puts a function typed at the prompt into the answer's file, where it changed.
  func keepTypedAnswers(of run: LessonRun) {
    for exercise in run.lesson.exercises {
      guard let typed = run.typedAnswer(to: exercise), typed != typedAnswers[exercise.name] else { continue }
      typedAnswers[exercise.name] = typed
      store.saveAnswer(typed, to: exercise.name, in: run.lesson.id)
    }
  }

  /// The path of the answer's file, which is made from the starter where there is none.
  func answerFile(for exercise: Exercise) -> String? {
    guard let run else { return nil }
    let path = store.answerPath(exercise.name, in: run.lesson.id)
    do {
      if try store.savedAnswer(to: exercise.name, in: run.lesson.id) == nil {
        store.saveAnswer(answerText(to: exercise) ?? exercise.starter.text, to: exercise.name, in: run.lesson.id)
      }
      return path
    } catch {
      fail(error.description)
      return nil
    }
  }

  /// Back to the starter; what was there is kept beside it.
  func resetAnswer(to exercise: Exercise) {
    guard let run else { return }
    if let old = answerText(to: exercise), old.trimmed != exercise.starter.text.trimmed {
      store.saveAnswer(old, to: exercise.name + ".before-reset", in: run.lesson.id)
    }
    store.saveAnswer(exercise.starter.text, to: exercise.name, in: run.lesson.id)
  }

  // MARK: - Whole lessons

  func restart() {
    guard let lesson = run?.lesson else {
      playground = newPlayground()
      return screen.say("All variables are forgotten.", .dim)
    }
    let count = workbook.cells.count
    let question =
      "\(count) \(count == 1 ? "cell" : "cells") of this lesson and all of your variables will be gone. Begin again?"
    guard count == 0 || confirms(question) else { return screen.say("Nothing is forgotten.", .dim) }
    store.restart(lesson)
    open(lesson)
  }

  func progress() {
    LessonList(course: course, store: store).show(on: screen)
    screen.say("Kept in \(store.home).", .dim)
  }
}
