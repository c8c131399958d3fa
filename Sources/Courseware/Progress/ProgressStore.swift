import Interpreter

/// What a learner has done, in plain files in a folder of their own:
///
/// ```
/// progress.json                           positions and what is done
/// answers/rotated-kernel/input-gradient.swift
/// journal/rotated-kernel.jsonl            what was run, written before it runs
/// ```
///
/// Nothing here stops the learner: where the folder cannot be written, `notice` says so once, and the session goes on.
package final class ProgressStore {
  /// How far a lesson is.
  package struct LessonProgress: Codable, Sendable, Equatable {
    package var position = 0
    /// Exercises and quizzes that were passed.
    package var done: Set<String> = []
    package var isFinished = false

    package init() {}
  }

  private struct Contents: Codable {
    var lastLesson: String?
    var lessons: [String: LessonProgress] = [:]
  }

  package let home: String
  private var contents = Contents()
  private var pendingNotice: String?
  private var hasComplained = false

  private var file: String { home + "/progress.json" }

  /// Opens the folder; it is made when something is first written.
  package init(home: String) {
    self.home = home
    contents = read()
  }

  /// The learner's folder: what is asked for (`--home`), else `CONVBOOK_HOME`, else `convbook` in `XDG_DATA_HOME`, else
  /// `~/.local/share/convbook`.
  package static func home(
    requested: String? = nil, environment: (String) -> String? = environmentVariable
  ) -> String {
    func named(_ variable: String) -> String? { environment(variable).flatMap { $0.isEmpty ? nil : $0 } }
    if let path = requested ?? named("CONVBOOK_HOME") { return path }
    if let data = named("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/convbook" }
    return (named("HOME") ?? "") + "/.local/share/convbook"
  }

  // MARK: - What is known

  /// The lesson that was open last.
  package var lastLesson: String? { contents.lastLesson }

  package func progress(of lesson: String) -> LessonProgress {
    contents.lessons[lesson] ?? LessonProgress()
  }

  /// Something to tell the learner, once: that the folder cannot be written, or was damaged.
  package func takeNotice() -> String? {
    defer { pendingNotice = nil }
    return pendingNotice
  }

  // MARK: - Changes

  package func open(_ lesson: Lesson) {
    change { $0.lastLesson = lesson.id }
  }

  package func move(_ lesson: Lesson, to position: Int) {
    change {
      $0.lastLesson = lesson.id
      $0.lessons[lesson.id, default: LessonProgress()].position = position
    }
  }

  /// Marks an exercise or quiz as passed; with the last of them the lesson is finished.
  package func markDone(_ name: String, in lesson: Lesson) {
    change {
      var progress = $0.lessons[lesson.id] ?? LessonProgress()
      progress.done.insert(name)
      let all = lesson.exercises.map(\.name) + lesson.quizzes.map(\.name)
      progress.isFinished = progress.done.isSuperset(of: all)
      $0.lessons[lesson.id] = progress
    }
  }

  /// Forgets how far a lesson is and what was typed in it; the answers' files stay.
  package func reset(_ lesson: String) {
    change { $0.lessons[lesson] = nil }
    attempt { () throws(FileProblem) in try removeIfThere(journalPath(lesson)) }
  }

  // MARK: - Answers

  package func answerPath(_ exercise: String, in lesson: String) -> String {
    "\(home)/answers/\(lesson)/\(exercise).swift"
  }

  /// Saves an answer in a file that any editor can open.
  package func saveAnswer(_ text: String, to exercise: String, in lesson: String) {
    attempt { () throws(FileProblem) in
      try makeDirectory("\(home)/answers/\(lesson)")
      try writeAtomically(text.hasSuffix("\n") ? text : text + "\n", to: answerPath(exercise, in: lesson))
    }
  }

  /// The saved answer; nil where there is none.
  package func savedAnswer(to exercise: String, in lesson: String) throws(FileProblem) -> SourceText? {
    let path = answerPath(exercise, in: lesson)
    return isThere(path) ? try readAnswer(path) : nil
  }

  // MARK: - Resuming

  /// Does again what was done in the lesson before, and goes on writing its journal.
  ///
  /// - Returns: What failed on the way, and the text of a cell that never came to its end, if there is one.
  package func resume(_ run: LessonRun) -> (diagnostics: [Diagnostic], unfinished: String?) {
    let journal = Journal.read(journalPath(run.lesson.id))
    let diagnostics = run.replay(journal.entries, position: progress(of: run.lesson.id).position)
    follow(run)
    return (diagnostics, journal.unfinished)
  }

  /// Writes the journal of a run from now on.
  package func follow(_ run: LessonRun) {
    open(run.lesson)
    run.observer = Journal(store: self, lesson: run.lesson)
  }

  /// Starts a lesson's journal anew.
  package func restart(_ lesson: Lesson) {
    attempt { () throws(FileProblem) in try removeIfThere(journalPath(lesson.id)) }
    move(lesson, to: 0)
  }

  func journalPath(_ lesson: String) -> String { "\(home)/journal/\(lesson).jsonl" }

  func appendToJournal(_ line: String, of lesson: String) {
    attempt { () throws(FileProblem) in
      try makeDirectory(home + "/journal")
      try append(line + "\n", to: journalPath(lesson))
    }
  }

  // MARK: - The file

  /// Reads the file again before it changes it: a second window may have written in the meantime.
  private func change(_ body: (inout Contents) -> Void) {
    var isWritten = false
    attempt { () throws(FileProblem) in
      try makeDirectory(home)
      try locked(home + "/.lock") { () throws(FileProblem) in
        contents = read()
        body(&contents)
        isWritten = true
        try writeAtomically(json(contents), to: file)
      }
    }
    if !isWritten { body(&contents) }
  }

  private func read() -> Contents {
    guard isThere(file) else { return Contents() }
    do {
      if let contents = decode(try readTextFile(file), as: Contents.self) { return contents }
    } catch {
      complain("The progress in '\(home)' cannot be read: \(error.description).")
      return contents
    }
    complain("'\(file)' is damaged; it is kept as 'progress.json.damaged', and progress starts anew.")
    attempt { () throws(FileProblem) in try rename(file, to: file + ".damaged") }
    return Contents()
  }

  private func attempt(_ body: () throws(FileProblem) -> Void) {
    do {
      try body()
    } catch {
      complain("Progress is not saved: \(error.description).")
    }
  }

  private func complain(_ sentence: String) {
    if !hasComplained { pendingNotice = sentence }
    hasComplained = true
  }
}

/// Reads an answer; `import Convbook` at its top, which a compiler needs, is taken out.
package func readAnswer(_ path: String) throws(FileProblem) -> SourceText {
  SourceText(withoutEngineImport(try readTextFile(path, maximumBytes: 1 << 20)), name: path)
}
