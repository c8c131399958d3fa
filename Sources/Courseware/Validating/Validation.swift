import Interpreter

/// What `convbook validate` finds in one lesson.
package struct Validation {
  package let entry: Course.Entry
  /// In the order of the file.
  package let problems: [LessonProblem]
  /// How long the lesson took from its top to its bottom.
  package let seconds: Double
}

/// What `convbook validate --json` prints.
package struct ValidationRecord: Encodable {
  private struct Problem: Encodable {
    let file: String
    let line: Int
    let message: String

    init(_ problem: LessonProblem) { (file, line, message) = (problem.path, problem.line, problem.sentence) }
  }

  private struct Item: Encodable {
    @Null var id: String?
    @Null var number: String?
    let file: String
    let valid: Bool
    let seconds: Double
    let problems: [Problem]
  }

  private let valid: Bool
  private let lessons: [Item]
  /// In the glossary and in the page for authors.
  private let pages: [Problem]

  package init(_ validations: [Validation], pages: [LessonProblem]) {
    valid = pages.isEmpty && validations.allSatisfy(\.problems.isEmpty)
    lessons = validations.map { validation in
      Item(
        id: validation.entry.id, number: validation.entry.number?.description, file: validation.entry.path,
        valid: validation.problems.isEmpty, seconds: validation.seconds, problems: validation.problems.map(Problem.init)
      )
    }
    self.pages = pages.map(Problem.init)
  }

  package var json: String { Courseware::json(self) }
}

extension Course {
  /// Checks one lesson: every step runs and prints what the file says, every starter fails, every solution passes, and
  /// every wrong answer fails under its own sentence.
  package func validate(_ entry: Entry, library: NativeLibrary, limits: Limits = Limits()) -> Validation {
    guard let lesson = entry.lesson else { return Validation(entry: entry, problems: entry.problems, seconds: 0) }
    let text = (try? readTextFile(entry.file)) ?? ""
    var validator = LessonValidator(lesson: lesson, text: text, library: library, limits: limits)
    validator.checkForm()
    let folder = entry.file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    validator.checkLinks(folder: folder.isEmpty ? (entry.file.hasPrefix("/") ? "/" : ".") : folder)
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
