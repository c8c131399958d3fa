import Courseware
import Interpreter

/// From a command to what it does.
extension Repl {
  func perform(_ command: Command, _ arguments: String) {
    switch command {
    case .next: next()
    case .back: back(arguments)
    case .goto: goto(arguments)
    case .play: play()
    case .list: list()
    case .lessons: lessons()
    case .learn: learn(arguments)
    case .where: run == nil ? welcome() : showStop(withProse: false)
    case .task: task()
    case .check: check()
    case .why: why()
    case .hint: hint()
    case .hints: hints()
    case .solution: solution()
    case .edit: edit()
    case .reset: reset()
    case .skip: skip()
    case .progress: progress()
    case .doc: documentation(arguments)
    case .who: who()
    case .type: type(arguments)
    case .time: time(arguments)
    case .timeit: timeRepeatedly(arguments)
    case .run: runFile(arguments)
    case .history: history(arguments)
    case .restart: restart()
    case .set: set(arguments)
    case .help: help(arguments)
    case .quit: hasQuit = true
    }
  }

  func help(_ arguments: String) {
    let word = arguments.hasPrefix(":") ? String(arguments.dropFirst()) : arguments
    if !word.isEmpty {
      switch Command.find(word) {
      case .success(let command): show([command], width: command.name.count + command.usage.arguments.count + 4)
      case .failure: documentation(arguments)
      }
      return
    }
    let width = Command.allCases.map { $0.name.count + $0.usage.arguments.count + 4 }.max() ?? 0
    for topic in Command.Topic.allCases {
      screen.gap()
      screen.line(topic.rawValue, .heading)
      show(Command.allCases.filter { $0.usage.topic == topic }, width: width)
    }
    screen.gap()
    screen.say(
      "Enter runs the code that is shown; anything else is Swift. A command may be shortened as long as it is clear: `:ch` is `:check`.",
      .dim)
    screen.gap()
  }

  private func show(_ commands: [Command], width: Int) {
    for command in commands {
      let (arguments, summary, _) = command.usage
      let typed = ":\(command.name)" + (arguments.isEmpty ? "" : " \(arguments)")
      let front = StyledText("  ") + StyledText(padded(typed, to: width), .code)
      let indent = StyledText(String(repeating: " ", count: width + 2))
      for line in StyledText(summary).wrapped(width: screen.output.width, first: front, indent: indent) {
        screen.line(line)
      }
    }
  }

  // MARK: - Lessons

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
    lessons()
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
