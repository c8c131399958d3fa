import Courseware

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Tool {
  func homeFolder() -> String { ProgressStore.home(requested: settings.home) }

  func store() -> ProgressStore { ProgressStore(home: homeFolder()) }

  /// `convbook list`
  package func list() throws -> Int32 {
    LessonList(course: try course(), store: store()).show(on: screen)
    return ExitCode.success
  }

  /// `convbook progress`
  package func progress(asJSON: Bool) throws -> Int32 {
    let course = try course()
    let store = store()
    if asJSON {
      screen.output.writeLine(json(ProgressRecord(course: course, store: store)))
    } else {
      LessonList(course: course, store: store).show(on: screen)
    }
    return ExitCode.success
  }

  /// `convbook reset [LESSON]`: the answers' files stay.
  package func reset(_ query: String?) throws -> Int32 {
    let course = try course()
    let store = store()
    let entries = try query.map { [try course.entry($0)] } ?? course.entries
    for id in entries.compactMap(\.id) { store.reset(id) }
    if let notice = store.takeNotice() { throw ToolProblem(notice) }
    screen.line(query == nil ? "All lessons start anew." : "The lesson starts anew.")
    screen.line("Your answers stay in \(store.home)/answers.", .dim)
    return ExitCode.success
  }
}

/// What `convbook progress --json` prints.
private struct ProgressRecord: Encodable {
  struct Item: Encodable {
    let id: String
    let number: String?
    let title: String
    let position: Int
    let finished: Bool
    /// Names of the exercises and quizzes that were passed, and of all.
    let done: [String]
    let tasks: [String]
  }

  let home: String
  let lessons: [Item]

  init(course: Course, store: ProgressStore) {
    home = store.home
    lessons = course.lessons.map { lesson in
      let progress = store.progress(of: lesson.id)
      return Item(
        id: lesson.id, number: lesson.number?.description, title: lesson.title, position: progress.position,
        finished: progress.isFinished, done: progress.done.sorted(),
        tasks: lesson.exercises.map(\.name) + lesson.quizzes.map(\.name))
    }
  }
}
