import Checking
import Interpreter

/// A known mistake, and the verdict that it explains; nil for all of them.
struct Misconception {
  let sentence: String
  let verdict: String?
}

/// Turns what the judge found into a report of at most 8 lines, the most important first.
struct ReportWriter {
  let lesson: Lesson
  let exercise: Exercise
  /// What the answer printed.
  var output = ""
  private var passed = false
  private var verdicts: [Verdict] = []
  private var misconception: String?
  private var signature: Report.Signature?
  private var why: Why?
  private var lines: [String] = []
  private var diagnostics: [Diagnostic] = []

  private static let mostLines = 8

  init(lesson: Lesson, exercise: Exercise) {
    self.lesson = lesson
    self.exercise = exercise
  }

  func report(seconds: Double) -> Report {
    Report(
      lesson: lesson.id, exercise: exercise.name, passed: passed, verdicts: verdicts, misconception: misconception,
      signature: signature, why: why, lines: Array(lines.prefix(Self.mostLines)), diagnostics: diagnostics,
      output: output, seconds: seconds)
  }

  // MARK: - Before anything was compared

  mutating func lessonIsBroken(_ diagnostics: [Diagnostic]) {
    // Ctrl-C may come while the lesson's own steps run
    if diagnostics.first?.kind == .interrupted { return wasInterrupted(diagnostics) }
    self.diagnostics = diagnostics
    lines = ["The lesson itself has a mistake, so this answer cannot be judged: \(first(diagnostics))"]
  }

  mutating func answerIsEmpty() {
    lines = ["There is nothing to judge yet: the answer is empty. `:task` shows where to start."]
  }

  mutating func isUnfilled(_ placeholders: [(text: String, range: SourceRange)]) {
    diagnostics = placeholders.map {
      Diagnostic(.syntax, "this place is still to be filled: \($0.text)", at: $0.range)
    }
    lines = placeholders.map { "Line \(line(of: $0.range)) is still to be filled: \($0.text)" }
  }

  mutating func redeclares(_ names: [String]) {
    lines = names.map {
      "The check itself calls '\($0)': give yours another name, so that it is not compared with itself."
    }
  }

  mutating func isMissing(_ sentences: [String]) {
    lines = sentences
  }

  mutating func answerFailed(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
    lines = diagnostics.prefix(3).map(sentence)
  }

  /// The check block does not compile with the answer: names, labels or types are not what it calls.
  mutating func doesNotFit(_ sentences: [String], _ diagnostic: Diagnostic) {
    lines = sentences.isEmpty ? ["The check cannot call this answer: \(diagnostic.message)."] : sentences
    diagnostics = [diagnostic]
  }

  /// Every comparison agreed, and still the answer is not right.
  mutating func isNotWhatWasAsked(_ sentence: String) {
    lines = [sentence]
  }

  mutating func wasInterrupted(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
    lines = ["The check was stopped."]
  }

  // MARK: - Verdicts

  mutating func passed(_ trial: Trial) {
    passed = true
    let table = VerdictTable(trial, trial)
    verdicts = table.verdicts
    lines = ["Passed."]
    for entry in table.entries.prefix(Self.mostLines - 1) {
      let verdict = entry.verdict
      let cases = "\(counted(verdict.total, "element")) in \(counted(entry.cases, "case"))"
      let absolute = errorText(verdict.maximumAbsoluteError ?? 0)
      let relative = errorText(verdict.relativeError ?? 0)
      let leftOut = [
        verdict.kinks > 0 ? "\(verdict.kinks) on a kink left out" : nil,
        verdict.untried > 0 ? "a sample of \(verdict.total + verdict.kinks + verdict.untried)" : nil,
      ].compactMap(\.self)
      let note = leftOut.isEmpty ? "" : "; " + leftOut.joined(separator: ", ")
      lines.append("\(verdict.name) ok: \(cases), largest error \(absolute) (relative \(relative))\(note)")
    }
  }

  mutating func failed(_ trial: Trial, _ solution: Trial, misconceptions: [Misconception]) {
    let table = VerdictTable(trial, solution)
    verdicts = table.verdicts
    diagnostics = trial.diagnostics
    misconception = misconceptions.first?.sentence
    lines = [Self.headline(table)]
    why = table.entries.lazy.compactMap(\.why).first
    let seen = table.entries.compactMap { entry in
      entry.signature.map {
        Report.Signature(verdict: entry.verdict.name, name: $0.name, sentence: $0.description)
      }
    }
    signature = seen.first
    for one in misconceptions.prefix(2) {
      lines.append("Likely cause\(one.verdict.map { " in \($0)" } ?? ""): \(one.sentence)")
    }
    let explained = misconceptions.map(\.verdict)
    for one in seen.filter({ !explained.contains(nil) && !explained.contains($0.verdict) }).prefix(2) {
      lines.append("Seen in \(one.verdict): \(one.sentence)")
    }
    for diagnostic in diagnostics.prefix(2) { lines.append(sentence(diagnostic)) }
    for entry in table.entries where entry.verdict.status == .wrong { lines += entry.details }
  }

  /// `dW ok, dX wrong in 300 of 300 elements`
  static func headline(_ table: VerdictTable) -> String {
    let parts = table.entries.map { entry in
      let verdict = entry.verdict
      switch verdict.status {
      case .ok: return "\(verdict.name) ok"
      case .notRun where entry.cases > 0: return "\(verdict.name) ok so far"
      case .notRun: return "\(verdict.name) not reached"
      case .fault: return "\(verdict.name) stopped with an error"
      case .wrong where entry.hasOnlyWrongShapes: return "\(verdict.name) has the wrong shape"
      case .wrong where verdict.total == 1: return "\(verdict.name) wrong"
      case .wrong: return "\(verdict.name) wrong in \(verdict.wrong) of \(counted(verdict.total, "element"))"
      }
    }
    return parts.joined(separator: ", ")
  }

  /// `Line 12: index 3 is out of range`; lines of the lesson's own text are called so.
  private func sentence(_ diagnostic: Diagnostic) -> String {
    guard let range = diagnostic.range else { return diagnostic.message }
    if range.source === exercise.check.source {
      return "The check stopped with what the answer gave it: \(diagnostic.message)"
    }
    let isOwn = range.source.name != lesson.path
    return "\(isOwn ? "Line" : "The lesson's line") \(line(of: range)): \(diagnostic.message)"
  }

  private func first(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.first.map { diagnostic in
      diagnostic.range.map { "\($0.source.name):\(line(of: $0)): \(diagnostic.message)" } ?? diagnostic.message
    } ?? "its solution does not pass"
  }
}

/// The line that a range starts on, in its file.
func line(of range: SourceRange) -> Int {
  let before = range.source.text.utf8.prefix(range.start)
  return range.source.firstLine + before.count { $0 == UInt8(ascii: "\n") }
}

/// `1 element`, `25 elements`
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
