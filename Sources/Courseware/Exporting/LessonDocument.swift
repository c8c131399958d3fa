import Interpreter

/// A lesson that was run from its top to its bottom, ready to be written in another format.
package struct LessonDocument {
  package let lesson: Lesson
  /// The file's text.
  package let text: String
  /// Everything in the order of the file, with what it gave.
  package let items: [RunItem]
  /// The learner's accepted answers, by exercise. Later steps ran with them.
  package let answers: [String: String]

  /// Runs the lesson. A step that fails is kept with its error, and the rest runs on without it.
  package init(
    _ entry: Course.Entry, answers: [String: String] = [:], library: NativeLibrary, limits: Limits = Limits(),
    interrupt: InterruptFlag = InterruptFlag()
  ) throws(FileProblem) {
    guard let lesson = entry.lesson else {
      throw FileProblem(entry.problems.map(\.description).joined(separator: "\n"))
    }
    self.lesson = lesson
    self.answers = answers
    text = try readTextFile(entry.file)
    let run = LessonRun(lesson: lesson, library: library, limits: limits, interrupt: interrupt)
    run.session.onOutput = { _ in }
    run.acceptedAnswer = { exercise in
      answers[exercise.name].map { SourceText($0, name: exercise.name + ".swift") }
    }
    var items: [RunItem] = []
    while !run.isAtEnd {
      if !run.runToEnd(onItem: { items.append($0) }) {
        if case .interrupted? = items.last?.outcome?.diagnostics.first?.kind {
          throw FileProblem("stopped before lesson \(lesson.label) came to its end; nothing was written")
        }
        run.skip()
        if run.isAtEnd { for prose in run.closing { items.append(.prose(prose)) } }
      }
    }
    self.items = items
  }

  /// What the step or exercise at a line of the file gave.
  func outcome(atLine line: Int) -> Outcome? {
    items.first { $0.line == line && $0.outcome != nil }?.outcome
  }
}

/// A format that lessons are exported to; the raw value is what a command calls it.
package enum ExportFormat: String, CaseIterable, Sendable {
  case notebook = "ipynb"
  case html
  case markdown = "md"
  case package = "swift"
}
