import Courseware
import Interpreter

extension Tool {
  /// `convbook watch [DIR]`: judges again whenever a file is saved, until somebody presses q or Ctrl-C.
  package func watch(_ folder: String?, lesson query: String?, _ budgets: Budgets) throws -> Int32 {
    let course = try query.map(isFile) ?? false ? courseIfAny() : course()
    let store = store()
    var folder = folder ?? store.home + "/answers"
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    try makeFolder(folder)
    let name = absolutePath(folder).split(separator: "/").last.map(String.init) ?? ""
    let named = course.lessons.first { $0.id == name }
    let lesson = try query.map { try self.lesson($0) } ?? named ?? lastLesson(course, store)
    guard let lesson else { throw ToolProblem("there are no lessons in '\(course.directory)'") }
    Signals.shared.install()
    let session = try WatchSession(
      course: course, store: store, screen: screen, library: library(), limits: budgets.limits, folder: folder,
      lesson: lesson, isFlat: named?.id == lesson.id || !course.lessons.contains { $0.id == lesson.id })
    session.run()
    return ExitCode.success
  }

  private func lastLesson(_ course: Course, _ store: ProgressStore) -> Lesson? {
    course.lessons.first { $0.id == store.lastLesson } ?? course.lessons.first
  }
}
