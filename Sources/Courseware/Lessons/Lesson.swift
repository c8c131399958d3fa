import Interpreter

/// A lesson as its author wrote it: prose, steps, exercises and quizzes in the order of the file.
package struct Lesson: Sendable {
  /// What links and `requires` call it, `rotated-kernel`.
  package let id: String
  /// Its place in the course, from the names of its folder and file; nil for a file outside of a course.
  package let number: LessonNumber?
  package let title: String
  package let minutes: Int
  /// Ids of the lessons that come before it.
  package let requires: [String]
  package let sources: [String]
  package let objectives: [String]
  /// Folder and file, `05-backprop/01-rotated-kernel.md`: what messages call the file.
  package let path: String
  package let items: [LessonItem]

  /// `5.1`, or the id where there is no number.
  package var label: String { number?.description ?? id }

  package var exercises: [Exercise] {
    items.compactMap { if case .exercise(let exercise) = $0 { exercise } else { nil } }
  }

  package var quizzes: [Quiz] {
    items.compactMap { if case .quiz(let quiz) = $0 { quiz } else { nil } }
  }

  package func exercise(named name: String) -> Exercise? {
    exercises.first { $0.name == name }
  }
}

/// One thing after another, as a reader meets them.
package enum LessonItem: Sendable {
  case prose(Prose)
  case step(Step)
  case exercise(Exercise)
  case quiz(Quiz)

  /// The line of the file at which it starts.
  package var line: Int {
    switch self {
    case .prose(let prose): prose.line
    case .step(let step): step.code.line
    case .exercise(let exercise): exercise.starter.line
    case .quiz(let quiz): quiz.line
    }
  }
}

/// Markdown between two fences, as it stands in the file.
package struct Prose: Sendable, Equatable {
  package let markdown: String
  package let line: Int
}

/// The text inside a fence.
package struct CodeBlock: Sendable {
  package let text: String
  /// The line of the file on which the fence opens; the text starts on the next one.
  package let line: Int
  package let source: SourceText

  init(text: String, line: Int, path: String) {
    self.text = text
    self.line = line
    source = SourceText(text, name: path, firstLine: line + 1)
  }
}

/// Code that is shown, and run on Enter.
package struct Step: Sendable {
  package let code: CodeBlock
  /// What the author says that it prints; nil where the file does not say.
  package var expectedOutput: CodeBlock?
}

/// A place where the learner writes, with everything that the judge needs.
package struct Exercise: Sendable {
  package let name: String
  package let starter: CodeBlock
  package let setup: CodeBlock?
  package let check: CodeBlock
  package let solution: CodeBlock
  package let wrongAnswers: [WrongAnswer]
  /// From vague to specific.
  package let hints: [Prose]
}

/// A mistake that learners really make, and what to tell them.
package struct WrongAnswer: Sendable {
  package let sentence: String
  package let code: CodeBlock
}

/// `5.1`: chapter and lesson, from `05-backprop/01-rotated-kernel.md`.
package struct LessonNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let chapter: Int
  package let lesson: Int

  package init(chapter: Int, lesson: Int) {
    self.chapter = chapter
    self.lesson = lesson
  }

  /// Reads `5.1`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let chapter = Self.number(parts[0]), let lesson = Self.number(parts[1]) else { return nil }
    self.init(chapter: chapter, lesson: lesson)
  }

  package var description: String { "\(chapter).\(lesson)" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.chapter, left.lesson) < (right.chapter, right.lesson)
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }
}
