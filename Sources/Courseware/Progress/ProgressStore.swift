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
  private struct Contents: Codable {
    var lastLesson: String?
    var lessons: [String: LessonProgress] = [:]
  }

  package let home: String
  private var contents = Contents()
  private var notices: [String] = []
  /// Whether it was said that nothing can be saved.
  private var hasComplained = false
  /// Journal lines that could not be written yet, by lesson.
  private var unwritten: [String: [String]] = [:]

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

  /// Lessons that something is kept for, whether they are still in the course or not.
  package var knownLessons: [String] { contents.lessons.keys.sorted() }

  package func progress(of lesson: String) -> LessonProgress {
    contents.lessons[lesson] ?? LessonProgress()
  }

  /// Something to tell the learner, once: that the folder cannot be written, or was damaged.
  package func takeNotice() -> String? {
    defer { notices = [] }
    return notices.isEmpty ? nil : notices.joined(separator: " ")
  }

  // MARK: - Changes

  package func open(_ lesson: Lesson) {
    change(isDurable: false) {
      $0.lastLesson = lesson.id
      $0.lessons[lesson.id]?.version = lesson.version
    }
  }

  package func move(_ lesson: Lesson, to position: Int) {
    change(isDurable: false) {
      $0.lastLesson = lesson.id
      $0.lessons[lesson.id, default: LessonProgress()].position = position
      $0.lessons[lesson.id]?.version = lesson.version
    }
  }

  /// Marks an exercise or quiz as passed; with the last of them the lesson is finished.
  package func markDone(_ name: String, in lesson: Lesson) {
    change {
      var progress = $0.lessons[lesson.id] ?? LessonProgress()
      progress.done.insert(name)
      progress.skipped.remove(name)
      progress.taskVersions[name] = lesson.version(ofTask: name)
      progress.isFinished = progress.done.isSuperset(of: lesson.tasks)
      $0.lessons[lesson.id] = progress
    }
  }

  /// Marks an exercise or quiz as left for later; one that was passed stays passed.
  package func markSkipped(_ name: String, in lesson: Lesson) {
    guard !progress(of: lesson.id).done.contains(name) else { return }
    change {
      var progress = $0.lessons[lesson.id] ?? LessonProgress()
      if !progress.done.contains(name) { progress.skipped.insert(name) }
      $0.lessons[lesson.id] = progress
    }
  }

  /// Forgets how far a lesson is and what was typed in it; the answers' files stay.
  package func reset(_ lesson: String) {
    change { $0.lessons[lesson] = nil }
    forgetJournal(of: lesson)
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

  // MARK: - The journal

  /// What is in a lesson's journal, and what could not be written into it.
  func history(of lesson: String) -> JournalHistory {
    let path = journalPath(lesson)
    var bytes: [UInt8] = []
    if isThere(path) {
      do {
        bytes = try readFile(path, maximumBytes: 256 << 20)
      } catch {
        notices.append("What you typed in this lesson cannot be read: \(error.description).")
      }
    }
    // Line by line: what a crash of the machine left between them harms none of the others
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Substring(decoding: $0, as: UTF8.self) }
    return JournalHistory(lines: lines + (unwritten[lesson] ?? []).map { $0[...] })
  }

  /// Adds a line. What cannot be written, for instance to a full disk, is kept for the next time.
  func appendToJournal(_ line: String, of lesson: String) {
    let lines = (unwritten[lesson] ?? []) + [line]
    unwritten[lesson] = lines
    attempt { () throws(FileProblem) in
      try makeDirectory(home + "/journal")
      try append(line: lines.joined(separator: "\n"), to: journalPath(lesson))
      unwritten[lesson] = nil
    }
  }

  private func forgetJournal(of lesson: String) {
    unwritten[lesson] = nil
    attempt { () throws(FileProblem) in try removeIfThere(journalPath(lesson)) }
  }

  private func journalPath(_ lesson: String) -> String { "\(home)/journal/\(lesson).jsonl" }

  // MARK: - The file

  /// Reads the file again before it changes it: a second window may have written in the meantime.
  private func change(isDurable: Bool = true, _ body: (inout Contents) -> Void) {
    var isWritten = false
    attempt { () throws(FileProblem) in
      try makeDirectory(home)
      try locked(home + "/.lock") { () throws(FileProblem) in
        contents = read()
        body(&contents)
        isWritten = true
        try writeAtomically(json(contents), to: file, isDurable: isDurable)
      }
    }
    if !isWritten { body(&contents) }
  }

  private func read() -> Contents {
    guard isThere(file) else { return Contents() }
    do {
      if let contents = decode(try readTextFile(file), as: Contents.self) { return contents }
    } catch {
      if !hasComplained { notices.append("The progress in '\(home)' cannot be read: \(error.description).") }
      hasComplained = true
      return contents
    }
    notices.append("'\(file)' is damaged; it is kept as 'progress.json.damaged', and progress starts anew.")
    attempt { () throws(FileProblem) in try rename(file, to: file + ".damaged") }
    return Contents()
  }

  private func attempt(_ body: () throws(FileProblem) -> Void) {
    do {
      try body()
      if hasComplained, notices.isEmpty, unwritten.isEmpty {
        notices.append("Progress is saved again.")
        hasComplained = false
      }
    } catch {
      if !hasComplained { notices.append("Progress is not saved: \(error.description).") }
      hasComplained = true
    }
  }
}

/// Reads an answer; `import Convbook` at its top, which a compiler needs, is taken out.
package func readAnswer(_ path: String) throws(FileProblem) -> SourceText {
  SourceText(withoutEngineImport(try readTextFile(path, maximumBytes: 1 << 20)), name: path)
}
