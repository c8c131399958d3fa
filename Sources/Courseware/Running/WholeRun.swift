import Interpreter

/// One thing of a lesson that is run from its top to its bottom.
package enum RunItem {
  case prose(Prose)
  case step(Step, Outcome)
  /// An exercise, filled by its solution so that later steps run.
  case exercise(Exercise, Outcome)
  case quiz(Quiz)

  /// The line of the file at which it starts.
  package var line: Int {
    switch self {
    case .prose(let prose): prose.line
    case .step(let step, _): step.code.line
    case .exercise(let exercise, _): exercise.starter.line
    case .quiz(let quiz): quiz.line
    }
  }

  /// Nil where nothing runs.
  package var outcome: Outcome? {
    switch self {
    case .prose, .quiz: nil
    case .step(_, let outcome), .exercise(_, let outcome): outcome
    }
  }
}

extension LessonRun {
  /// Runs the lesson from `position` to its end, or to the first step that fails.
  ///
  /// - Parameters:
  ///   - willRun: Told before each step, so that a front end can show the code before its output.
  ///   - onItem: Receives each thing when it is done.
  /// - Returns: Whether it came to the end.
  package func runToEnd(willRun: (Stop) -> Void = { _ in }, onItem: (RunItem) -> Void) -> Bool {
    while let stop = current {
      for prose in stop.prose { onItem(.prose(prose)) }
      willRun(stop)
      let movement = next()
      switch stop.kind {
      case .step(let step): onItem(.step(step, movement.outcome))
      case .exercise(let exercise): onItem(.exercise(exercise, movement.outcome))
      case .quiz(let quiz): onItem(.quiz(quiz))
      }
      if !movement.hasMoved { return false }
    }
    for prose in closing { onItem(.prose(prose)) }
    return true
  }
}
