import Courseware

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Tool {
  func homeFolder() -> String { settings.home ?? ProgressStore.defaultHome() }

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
    if !asJSON {
      LessonList(course: course, store: store).show(on: screen)
      return ExitCode.success
    }
    let lessons = course.lessons.map { lesson -> JSON in
      let progress = store.progress(of: lesson.id)
      return .object([
        ("id", .string(lesson.id)), ("number", .optional(lesson.number?.description)), ("title", .string(lesson.title)),
        ("position", .int(progress.position)), ("finished", .bool(progress.isFinished)),
        ("done", .array(progress.done.sorted().map(JSON.string))),
        ("tasks", .array((lesson.exercises.map(\.name) + lesson.quizzes.map(\.name)).map(JSON.string))),
      ])
    }
    screen.output.writeLine(JSON.object([("home", .string(store.home)), ("lessons", .array(lessons))]).text())
    return ExitCode.success
  }
}
