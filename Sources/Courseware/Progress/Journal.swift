#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line of a lesson's journal, a JSON object.
///
/// ```
/// {"id":"812-1f","kind":"open","parent":"790-1e","count":2}     a window goes on after two events of another one
/// {"id":"812-1f.1","kind":"step","stop":0,"text":"let a = 1"}   what is about to run
/// {"id":"812-1f.1","succeeded":true}                            how it ended, with "seconds" if it took long
/// {"id":"812-1f","position":1,"place":"exercise twice"}         where the learner stands
/// ```
struct JournalLine: Codable {
  /// The window, and for what runs the number of the entry.
  var id: String
  var kind: String?
  var name: String?
  var text: String?
  var stop: Int?
  var succeeded: Bool?
  var seconds: Double?
  var position: Int?
  var place: String?
  var parent: String?
  var count: Int?

  init(id: String) { self.id = id }

  init(id: String, _ entry: JournalEntry) {
    self.id = id
    switch entry {
    case .step(let stop, let text): (kind, self.stop, self.text) = ("step", stop, text)
    case .cell(let text): (kind, self.text) = ("cell", text)
    case .answer(let name, let text): (kind, self.name, self.text) = ("answer", name, text)
    case .solution(let name): (kind, self.name) = ("solution", name)
    case .undo: kind = "undo"
    }
  }

  var entry: JournalEntry? {
    switch (kind, name, text, stop) {
    case ("step", _, let text?, let stop?): .step(stop, text)
    case ("cell", _, let text?, _): .cell(text)
    case ("answer", let name?, let text?, _): .answer(name, text)
    case ("solution", let name?, _, _): .solution(name)
    case ("undo", _, _, _): .undo
    default: nil
    }
  }
}

/// Writes down what a lesson's session is about to run, before it runs.
///
/// Each entry has two lines, one before and one after; an entry without the second is what the program was busy with
/// when it ended. Windows that have a lesson open at the same time write into one file, and each goes on from what it
/// found when it opened the lesson.
final class Journal: LessonRunObserver {
  private let store: ProgressStore
  private let lesson: Lesson
  private let key: String
  private var count = 0
  /// Held as long as the window has the lesson open.
  private let claim: Claim?

  init(store: ProgressStore, lesson: Lesson, after history: JournalHistory, claim: Claim?) {
    self.store = store
    self.lesson = lesson
    self.claim = claim
    key = windowKey()
    var line = JournalLine(id: key)
    line.kind = "open"
    line.parent = history.key
    line.count = history.count
    write(line)
  }

  func willRun(_ entry: JournalEntry) {
    count += 1
    write(JournalLine(id: "\(key).\(count)", entry))
  }

  func didRun(_ entry: JournalEntry, succeeded: Bool, seconds: Double) {
    var line = JournalLine(id: "\(key).\(count)")
    line.succeeded = succeeded
    if seconds >= 0.1 { line.seconds = seconds }
    write(line)
  }

  func didMove(to position: Int, place: String) {
    var line = JournalLine(id: key)
    line.position = position
    line.place = place
    write(line)
    store.move(lesson, to: position)
  }

  func didSkip(_ name: String) { store.markSkipped(name, in: lesson) }

  private func write(_ line: JournalLine) {
    store.appendToJournal(json(line, isPretty: false), of: lesson.id)
  }
}

/// The process and when: two windows never have one key.
private func windowKey() -> String {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return "\(getpid())-" + String(Int(now.tv_sec) * 1_000_000 + now.tv_nsec / 1000, radix: 36)
}
