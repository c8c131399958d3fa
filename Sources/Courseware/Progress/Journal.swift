#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes down what a lesson's session is about to run, before it runs: one JSON object a line.
///
/// Each entry has two lines, one before and one after; an entry without the second is what the program was busy with
/// when it ended.
final class Journal: LessonRunObserver {
  private struct Line: Codable {
    /// Process and entry, so that two windows can write into one journal.
    var id: String
    var kind: String?
    var name: String?
    var text: String?
    var stop: Int?
    /// Only in the second line.
    var succeeded: Bool?
  }

  private let store: ProgressStore
  private let lesson: Lesson
  private var count = 0

  init(store: ProgressStore, lesson: Lesson) {
    self.store = store
    self.lesson = lesson
  }

  func willRun(_ entry: JournalEntry) {
    count += 1
    var line = Line(id: id)
    switch entry {
    case .step(let stop): (line.kind, line.stop) = ("step", stop)
    case .cell(let text): (line.kind, line.text) = ("cell", text)
    case .answer(let name, let text): (line.kind, line.name, line.text) = ("answer", name, text)
    case .solution(let name): (line.kind, line.name) = ("solution", name)
    }
    write(line)
  }

  func didRun(_ entry: JournalEntry, succeeded: Bool) {
    write(Line(id: id, succeeded: succeeded))
  }

  func didMove(to position: Int) {
    store.move(lesson, to: position)
  }

  private var id: String { "\(getpid()).\(count)" }

  private func write(_ line: Line) {
    store.appendToJournal(json(line, isPretty: false), of: lesson.id)
  }

  /// What a journal says: entries that succeeded, in order, and the text of the last cell, if it has no end.
  ///
  /// Lines that cannot be read, such as one that was being written when the machine stopped, are passed over.
  static func read(_ path: String) -> (entries: [JournalEntry], unfinished: String?) {
    guard let text = try? readTextFile(path, maximumBytes: 256 << 20) else { return ([], nil) }
    var open: [String: JournalEntry] = [:]
    var entries: [JournalEntry] = []
    var last: (id: String, text: String)?
    for line in text.split(separator: "\n") {
      guard let line = decode(line, as: Line.self) else { continue }
      if let succeeded = line.succeeded {
        if let entry = open.removeValue(forKey: line.id), succeeded { entries.append(entry) }
        if last?.id == line.id { last = nil }
      } else if let entry = entry(line) {
        open[line.id] = entry
        last = line.kind == "cell" ? line.text.map { (line.id, $0) } : nil
      }
    }
    return (entries, last?.text)
  }

  private static func entry(_ line: Line) -> JournalEntry? {
    switch (line.kind, line.name, line.text, line.stop) {
    case ("step", _, _, let stop?): .step(stop)
    case ("cell", _, let text?, _): .cell(text)
    case ("answer", let name?, let text?, _): .answer(name, text)
    case ("solution", let name?, _, _): .solution(name)
    default: nil
    }
  }
}
