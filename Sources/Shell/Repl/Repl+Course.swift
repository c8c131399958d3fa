import Courseware
import Interpreter

/// The course: which lessons there are, and opening one.
extension Repl {
  /// Opens a lesson, or welcomes at the course's own prompt; who was in a lesson last time is back in it.
  package func start(with lesson: Lesson?) {
    if let lesson { return open(lesson) }
    if store.lastLesson != nil, let lesson = suggestedEntry()?.lesson { return open(lesson) }
    welcome()
  }

  /// What the course's own prompt begins with.
  package func welcome() {
    screen.line("Welcome to Convbook: convolutional networks, one gradient at a time.", .bold)
    screen.gap()
    // A list that is longer than the screen would push the greeting out of it.
    if let rows = screen.output.rows, course.entries.count > rows - 8 {
      let parts = Set(course.entries.compactMap { $0.number?.chapter }).count
      screen.say("There are \(course.entries.count) lessons in \(parts) parts; `:lessons` lists them.")
    } else {
      lessons()
    }
    screen.gap()
    guard let entry = suggestedEntry() else { return }
    screen.say(
      "Enter opens \(entry.label) \(entry.title ?? ""). A number or a name opens another one. `:help` lists the commands."
    )
    screen.gap()
  }

  func lessons() {
    LessonList(course: course, store: store).show(on: screen)
  }

  func learn(_ query: String) {
    if query.isEmpty { return fail("`:learn LESSON` takes a number (5.1) or a name; `:lessons` lists them") }
    do {
      try open(course.entry(query))
    } catch {
      fail(error.description)
    }
  }

  /// Opens a lesson, or says what is wrong with its file.
  func open(_ entry: Course.Entry) {
    if let lesson = entry.lesson { return open(lesson) }
    for problem in entry.problems { fail(problem.description) }
  }

  /// The lesson of last time, or the first one.
  private func suggestedEntry() -> Course.Entry? {
    let last = store.lastLesson.flatMap { id in course.entries.first { $0.id == id && $0.lesson != nil } }
    return last ?? course.entries.first { $0.lesson != nil }
  }

  func resumeLastLesson() {
    guard store.lastLesson != nil else { return fail("no lesson was open before; `:lessons` lists them") }
    openSuggestedLesson()
  }

  func openSuggestedLesson() {
    guard let entry = suggestedEntry() else {
      return fail("there are no lessons; `convbook doctor` says where they are looked for")
    }
    open(entry)
  }

  /// At the course's own prompt, a lesson's number or name opens it.
  func opensLesson(_ line: String) -> Bool {
    guard run == nil else { return false }
    let word = line.trimmed
    guard let entry = course.entries.first(where: { $0.id == word || $0.number?.description == word }) else {
      return false
    }
    open(entry)
    return true
  }
}
