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
  package func list(asGraph: Bool, asJSON: Bool) throws -> Int32 {
    let course = try course()
    if asGraph {
      screen.output.writeLine(course.graph)
    } else if asJSON {
      screen.output.writeLine(json(ProgressRecord(course: course, store: store())))
    } else {
      LessonList(course: course, store: store()).show(on: screen)
    }
    return ExitCode.success
  }

  /// `convbook progress`: the list, and what it adds up to.
  package func progress(asJSON: Bool) throws -> Int32 {
    if asJSON { return try list(asGraph: false, asJSON: true) }
    let course = try course()
    let store = store()
    LessonList(course: course, store: store).show(on: screen)
    screen.gap()
    let all = course.lessons.map { (lesson: $0, progress: store.progress(of: $0.id)) }
    let solved = all.map { $0.progress.done.intersection($0.lesson.tasks).count }.reduce(0, +)
    let finished = all.filter(\.progress.isFinished).count
    screen.say(
      "\(solved) of \(all.map(\.lesson.tasks.count).reduce(0, +)) exercises and questions solved, \(finished) of \(all.count) lessons finished.",
      .bold)
    if let last = all.first(where: { $0.lesson.id == store.lastLesson }) {
      screen.say("`convbook` goes on with \(last.lesson.label) \(last.lesson.title).")
    }
    screen.say("Your answers are files in \(store.home)/answers.", .dim)
    if let notice = store.takeNotice() { screen.say(notice, .warning) }
    return ExitCode.success
  }

  /// `convbook reset LESSON` or `--all`: the answers' files stay.
  package func reset(_ query: String?) throws -> Int32 {
    let store = store()
    let ids: [String]
    if let query {
      let entry = try course().entry(query)
      guard let id = entry.id else { throw ToolProblem("'\(entry.path)' has no id, so nothing is kept for it") }
      ids = [id]
    } else {
      ids = store.knownLessons
    }
    for id in ids { store.reset(id) }
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
    let minutes: Int
    let requires: [String]
    /// Names of the exercises and quizzes that were passed, and of all.
    let done: [String]
    let skipped: [String]
    /// Those that were passed and that the author has changed since.
    let changed: [String]
    let tasks: [String]
  }

  let home: String
  /// The id of the lesson that was open last.
  let last: String?
  let lessons: [Item]

  init(course: Course, store: ProgressStore) {
    home = store.home
    last = store.lastLesson
    lessons = course.lessons.map { lesson in
      let progress = store.progress(of: lesson.id)
      return Item(
        id: lesson.id, number: lesson.number?.description, title: lesson.title, position: progress.position,
        finished: progress.isFinished, minutes: lesson.minutes, requires: lesson.requires,
        done: progress.done.sorted(), skipped: progress.skipped.sorted(), changed: progress.changedTasks(in: lesson),
        tasks: lesson.tasks)
    }
  }
}
