import Interpreter

/// What `convbook validate` finds in one lesson.
package struct Validation {
  package let entry: Course.Entry
  /// In the order of the file.
  package let problems: [LessonProblem]
  /// How long the lesson took from its top to its bottom.
  package let seconds: Double
}

extension Course {
  /// Checks one lesson: every step runs and prints what the file says, every starter fails, every solution passes, and
  /// every wrong answer fails under its own sentence.
  package func validate(_ entry: Entry, library: NativeLibrary, limits: Limits = Limits()) -> Validation {
    guard let lesson = entry.lesson else { return Validation(entry: entry, problems: entry.problems, seconds: 0) }
    var validator = LessonValidator(lesson: lesson, library: library, limits: limits)
    validator.checkForm()
    let seconds = validator.checkRun()
    validator.checkExercises()
    let problems = validator.problems + structureProblems(of: entry, lesson)
    return Validation(entry: entry, problems: problems.sorted { $0.line < $1.line }, seconds: seconds)
  }

  /// Ids are unique, required lessons exist, and no lesson comes, through others, before itself.
  private func structureProblems(of entry: Entry, _ lesson: Lesson) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    if let other = entries.first(where: { $0.id == lesson.id && $0.path != entry.path }) {
      problems.append(LessonProblem(path: entry.path, line: 1, "the id '\(lesson.id)' is that of \(other.path) too"))
    }
    for required in lesson.requires where required != lesson.id && !entries.contains(where: { $0.id == required }) {
      let suggestion = closest(to: required, among: entries.compactMap(\.id)).map { ", did you mean '\($0)'?" } ?? ""
      problems.append(
        LessonProblem(path: entry.path, line: 1, "it requires '\(required)', and there is no such lesson\(suggestion)"))
    }
    if let circle = circle(from: lesson.id) {
      let path = circle.joined(separator: " requires ")
      problems.append(LessonProblem(path: entry.path, line: 1, "it comes before itself: \(path)"))
    }
    return problems
  }

  /// `a, b, a` where lesson a requires b, and b requires a.
  private func circle(from id: String) -> [String]? {
    var visited: Set<String> = []
    func path(from current: String) -> [String]? {
      for required in lessons.first(where: { $0.id == current })?.requires ?? [] {
        if required == id { return [current, id] }
        if visited.insert(required).inserted, let rest = path(from: required) { return [current] + rest }
      }
      return nil
    }
    return path(from: id)
  }
}
