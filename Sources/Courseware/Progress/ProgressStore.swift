/// What a learner has done, in plain files in a folder of their own.
package final class ProgressStore {
  /// How far a lesson is.
  package struct LessonProgress: Sendable, Equatable {
    package var position = 0
    /// Exercises and quizzes that were passed.
    package var done: Set<String> = []
    package var isFinished = false
  }

  package let home: String
  package init(home: String) { self.home = home }

  package var lastLesson: String?
  package func progress(of lesson: String) -> LessonProgress { LessonProgress() }
}
