import Courseware
import Interpreter

/// `convbook watch`: the exercises of one lesson after another, each judged whenever its file is saved.
final class WatchSession {
  /// An exercise and the file with its answer.
  struct Task {
    let lesson: Lesson
    let exercise: Exercise
    let file: String
  }

  let course: Course
  let store: ProgressStore
  let screen: Screen
  private let library: NativeLibrary
  private let limits: Limits
  private let folder: String
  /// Answers to one lesson lie in the folder itself, else each lesson has a folder of its own in it.
  private let isFlat: Bool
  private let watcher = FileWatcher()
  private let keys = Keys()
  private var judges: [String: Judge] = [:]
  private(set) var tasks: [Task] = []
  private var current = 0
  private var report: Report?
  private var hintsShown = 0
  private var message: String?

  init(
    course: Course, store: ProgressStore, screen: Screen, library: NativeLibrary, limits: Limits, folder: String,
    lesson: Lesson, isFlat: Bool
  ) throws {
    self.course = course
    self.store = store
    self.screen = screen
    self.library = library
    self.limits = limits
    self.folder = folder
    self.isFlat = isFlat
    try open(lesson)
  }

  // MARK: - Lessons

  private func file(_ exercise: Exercise, in lesson: Lesson) -> String {
    isFlat ? "\(folder)/\(exercise.name).swift" : "\(folder)/\(lesson.id)/\(exercise.name).swift"
  }

  /// Puts the starters of a lesson into their files, where there are none, and looks at all of them.
  private func open(_ lesson: Lesson) throws {
    var written = 0
    tasks = lesson.exercises.map { Task(lesson: lesson, exercise: $0, file: file($0, in: lesson)) }
    for task in tasks {
      if try writeIfMissing(task.exercise.starter.text, to: task.file) { written += 1 }
    }
    let others = isFlat ? [] : course.lessons.flatMap { lesson in lesson.exercises.map { file($0, in: lesson) } }
    watcher.watch(tasks.map(\.file) + others)
    store.open(lesson)
    if written > 0 { message = "\(written) \(written == 1 ? "file was" : "files were") made from the starters." }
    current = tasks.firstIndex { !isDone($0) } ?? 0
  }

  /// The task whose answer is in `file`; another lesson's becomes the current one.
  private func select(_ file: String) -> Bool {
    if let index = tasks.firstIndex(where: { $0.file == file }) {
      current = index
      return true
    }
    for lesson in course.lessons {
      guard lesson.exercises.contains(where: { self.file($0, in: lesson) == file }) else { continue }
      do { try open(lesson) } catch { return false }
      current = tasks.firstIndex { $0.file == file } ?? 0
      return true
    }
    return false
  }

  private func isDone(_ task: Task) -> Bool { progress(of: task).done.contains(task.exercise.name) }
  private func progress(of task: Task) -> LessonProgress { store.progress(of: task.lesson.id) }

  // MARK: - The loop

  /// Judges, and waits for a file to be saved or a key to be pressed, until the learner has enough.
  func run() {
    judge()
    show()
    while screen.output.isOpen, !Signals.shared.hasEnded, !Signals.shared.takeInterrupt() {
      screen.output.flush()
      let descriptors = [keys.isOpen ? 0 : -1, watcher.descriptor]
      let ready = Signals.shared.wait(for: descriptors, milliseconds: 700)
      if Signals.shared.takeResume() { keys.listen() }
      if Signals.shared.takeResize() { show() }
      if ready[0] {
        for key in keys.read() where !press(key) { return }
      }
      // Editors take several steps for one save
      if ready[1] { _ = Signals.shared.wait(for: [-1], milliseconds: 30) }
      for file in watcher.saved() where select(file) {
        judge()
        show()
      }
    }
  }

  private func judge() {
    guard tasks.indices.contains(current) else { return }
    let task = tasks[current]
    hintsShown = 0
    report = nil
    do {
      let answer = try readAnswer(task.file)
      if answer.text.trimmed == task.exercise.starter.text.trimmed {
        message = (message.map { $0 + " " } ?? "") + "Open the file in your editor; each save is judged."
        return
      }
      let judge = judges[task.lesson.id] ?? Judge(lesson: task.lesson, library: library, limits: limits)
      judges[task.lesson.id] = judge
      let interrupt = InterruptFlag()
      let report = Signals.shared.interrupting(interrupt) {
        judge.check(answer, for: task.exercise, interrupt: interrupt)
      }
      self.report = report
      if report.passed { keep(answer.text, task) }
    } catch {
      message = "\(error)"
    }
  }

  /// The answer counts in the notebook too.
  private func keep(_ answer: String, _ task: Task) {
    let (name, lesson) = (task.exercise.name, task.lesson)
    if absolutePath(task.file) != absolutePath(store.answerPath(name, in: lesson.id)) {
      let saved = try? store.savedAnswer(to: name, in: lesson.id)?.text
      if let saved, saved.trimmed != answer.trimmed, saved.trimmed != task.exercise.starter.text.trimmed {
        store.saveAnswer(saved, to: name + ".before-watch", in: lesson.id)
      }
      if saved?.trimmed != answer.trimmed { store.saveAnswer(answer, to: name, in: lesson.id) }
    }
    store.markDone(name, in: lesson)
  }

  // MARK: - Keys

  /// False where the learner leaves.
  private func press(_ key: Character) -> Bool {
    switch key {
    case "n": next()
    case "h": hint()
    case "l": list()
    case "c": checkAll()
    case "s": skip()
    case "q": return false
    default: say("The keys are n, h, l, c, s and q, not '\(key)'.")
    }
    return true
  }

  private func next() {
    guard tasks.indices.contains(current) else { return moveOn() }
    let isPassed = report?.passed ?? false
    if isPassed || isDone(tasks[current]) { return moveOn() }
    say("This exercise is not solved yet. s leaves it for later.")
  }

  private func skip() {
    guard tasks.indices.contains(current) else { return moveOn() }
    store.markSkipped(tasks[current].exercise.name, in: tasks[current].lesson)
    moveOn()
  }

  /// To the next exercise of the lesson that is open, else to the next lesson that has one.
  private func moveOn() {
    if let index = tasks.indices.first(where: { $0 > current && !isDone(tasks[$0]) }) {
      current = index
    } else if let lesson = nextLesson() {
      do {
        try open(lesson)
      } catch {
        return say("\(error)")
      }
    } else {
      let open = tasks.filter { !isDone($0) }.map(\.exercise.name)
      return say(
        open.isEmpty
          ? "All exercises here are solved. q leaves."
          : "This was the last one. Still open: \(open.joined(separator: ", ")).")
    }
    judge()
    show()
  }

  private func nextLesson() -> Lesson? {
    guard !isFlat, let number = tasks.first?.lesson.number else { return nil }
    return course.lessons.first { lesson in
      lesson.number.map { $0 > number } ?? false
        && lesson.exercises.contains { !store.progress(of: lesson.id).done.contains($0.name) }
    }
  }

  private func hint() {
    guard tasks.indices.contains(current) else { return }
    let hints = tasks[current].exercise.hints
    if hintsShown >= hints.count { return say("That were all hints.") }
    screen.gap()
    screen.line("Hint \(hintsShown + 1) of \(hints.count)", Style(bold: true, .yellow))
    screen.markdown(hints[hintsShown].markdown)
    hintsShown += 1
    showKeys()
  }

  private func list() {
    screen.gap()
    for (index, task) in tasks.enumerated() {
      let state =
        isDone(task)
        ? StyledText("✓ ", .success)
        : progress(of: task).skipped.contains(task.exercise.name) ? StyledText("» ", .warning) : "  "
      let mark = index == current ? StyledText("▸ ", .bold) : "  "
      screen.line(mark + state + StyledText(task.exercise.name + "  ") + StyledText(task.file, .dim))
    }
    showKeys()
  }

  private func checkAll() {
    let place = current
    screen.gap()
    for index in tasks.indices {
      current = index
      judge()
      guard let report else {
        message = nil
        screen.line("  \(tasks[index].exercise.name): not begun yet")
        continue
      }
      let mark = report.passed ? StyledText("✓ ", .success) : StyledText("✗ ", .failure)
      screen.line(mark + StyledText("\(tasks[index].exercise.name): \(report.lines.first ?? "")"))
      screen.output.flush()
    }
    current = place
    showKeys()
  }

  // MARK: - What is shown

  /// The report on the current exercise, on a page of its own where there is a terminal.
  private func show() {
    if screen.output.isTerminal, keys.isTerminal { screen.output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
    guard tasks.indices.contains(current) else {
      screen.say("This lesson has no exercise to write; n goes on to the next one.", .warning)
      return showKeys()
    }
    let task = tasks[current]
    screen.gap()
    screen.wrapped(StyledText("\(task.lesson.label)  ", .dim) + StyledText(task.exercise.name, .bold))
    screen.line(task.file, .dim)
    if let message { screen.say(message, .dim) }
    message = nil
    screen.gap()
    if let report { screen.report(report) }
    if report?.passed ?? false { screen.say("Solved. n goes on.", .success) }
    if let notice = store.takeNotice() { screen.say(notice, .warning) }
    showKeys()
  }

  private func say(_ sentence: String) {
    screen.say(sentence, .warning)
    showKeys()
  }

  private func showKeys() {
    screen.gap()
    let solved = tasks.filter(isDone).count
    screen.line(
      StyledText("\(solved) of \(tasks.count) solved   ", .bold)
        + StyledText("n next · h hint · l list · c check all · s skip · q quit", .dim))
    screen.gap()
  }
}
