/// How far a lesson is.
package struct LessonProgress: Codable, Sendable, Equatable {
  /// The stop that comes next.
  package var position = 0
  /// Exercises and quizzes that were passed.
  package var done: Set<String> = []
  /// Those that were left for later.
  package var skipped: Set<String> = []
  package var isFinished = false
  /// The lesson's version when it was open last.
  var version: String?
  /// Versions of tasks when they were passed.
  var taskVersions: [String: String] = [:]

  package init() {}

  private enum CodingKeys: String, CodingKey { case position, done, skipped, isFinished, version, taskVersions }

  /// What an older program did not write is as it is at the beginning.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    position = try values.decodeIfPresent(Int.self, forKey: .position) ?? 0
    done = try values.decodeIfPresent(Set<String>.self, forKey: .done) ?? []
    skipped = try values.decodeIfPresent(Set<String>.self, forKey: .skipped) ?? []
    isFinished = try values.decodeIfPresent(Bool.self, forKey: .isFinished) ?? false
    version = try values.decodeIfPresent(String.self, forKey: .version)
    taskVersions = try values.decodeIfPresent([String: String].self, forKey: .taskVersions) ?? [:]
  }

  /// Exercises and quizzes that were passed and that the author has changed since.
  package func changedTasks(in lesson: Lesson) -> [String] {
    lesson.tasks.filter { name in
      done.contains(name) && taskVersions[name].map { $0 != lesson.version(ofTask: name) } ?? false
    }
  }

  /// Whether the author has changed the lesson since it was open last.
  package func hasChanged(_ lesson: Lesson) -> Bool { version.map { $0 != lesson.version } ?? false }
}
