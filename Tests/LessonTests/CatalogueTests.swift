import Bindings
import Courseware
import Foundation
import Interpreter
import Testing

/// What people get wrong, family by family: `Catalogue/*.md`.
///
/// Each file is a lesson: its `swift wrong` answers have to be rejected under their own sentences. Beside them stand
/// answers that no lesson lists, in blocks of their own:
///
/// - `answer known EXERCISE "sentence"`: a listed mistake, written in another way; it is named all the same.
/// - `answer seen EXERCISE SIGNATURE "title"`: a mistake that is not listed; the general signature names it.
/// - `answer right EXERCISE "title"`: passes.
///
/// An answer that begins with `- ` is the solution with some texts replaced: `- ` what goes, `+ ` what comes.
private struct Catalogue: CustomTestStringConvertible {
  struct Answer {
    enum Kind: String { case known, seen, right }
    let kind: Kind
    let exercise: String
    /// The name of the signature; empty where none is expected.
    let signature: String
    let title: String
    let line: Int
    let text: String
  }

  let path: String
  let lesson: Lesson
  let answers: [Answer]

  var testDescription: String { (path as NSString).lastPathComponent }
  var wrongCount: Int {
    lesson.exercises.reduce(0) { $0 + $1.wrongAnswers.count } + answers.count { $0.kind != .right }
  }
  var rightCount: Int { lesson.exercises.count + answers.count { $0.kind == .right } }

  static let paths: [String] = {
    let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Catalogue").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.sorted().filter { $0.hasSuffix(".md") }.map { directory + "/" + $0 }
  }()

  init(_ path: String) throws {
    self.path = path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let reading = readLesson(text, path: (path as NSString).lastPathComponent)
    #expect(reading.problems.map(\.description) == [])
    lesson = try #require(reading.lesson)
    var answers: [Answer] = []
    var head: (words: [Substring], title: String, line: Int)?
    var body: [Substring] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```answer ") {
        let parts = line.split(separator: "\"", maxSplits: 1)
        head = (parts[0].split(separator: " "), String(parts[1].dropLast()), index + 1)
        body = []
      } else if line == "```", let opened = head {
        let exercise = String(opened.words[2])
        let solution = try #require(lesson.exercise(named: exercise)).solution.text
        answers.append(
          Answer(
            kind: try #require(Answer.Kind(rawValue: String(opened.words[1]))), exercise: exercise,
            signature: opened.words.count > 3 ? String(opened.words[3]) : "", title: opened.title, line: opened.line,
            text: try Self.answer(body, solution: solution)))
        head = nil
      } else if head != nil {
        body.append(line)
      }
    }
    self.answers = answers
  }

  private static func answer(_ lines: [Substring], solution: String) throws -> String {
    guard lines.first?.hasPrefix("- ") ?? false else { return lines.joined(separator: "\n") }
    var text = solution
    var (old, new) = ([String](), [String]())
    func replaced() throws -> String {
      // Continued lines of what goes stand in the solution with their indentation
      let target = old.joined(separator: "\n")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if old.count > 1 {
        let trimmed = lines.map { $0.trimmingCharacters(in: .whitespaces) }
        let wanted = old.map { $0.trimmingCharacters(in: .whitespaces) }
        let start = try #require(trimmed.indices.first { trimmed[$0...].starts(with: wanted) }, "\(target) in \(text)")
        return (lines[..<start] + new + lines[(start + wanted.count)...]).joined(separator: "\n")
      }
      try #require(text.contains(target), "\(target) in \(text)")
      return text.replacing(target, with: new.joined(separator: "\n"))
    }
    for line in lines {
      if line.hasPrefix("- ") && !new.isEmpty {
        text = try replaced()
        (old, new) = ([], [])
      }
      if line.hasPrefix("- ") { old.append(String(line.dropFirst(2))) } else { new.append(String(line.dropFirst(2))) }
    }
    return try replaced()
  }
}

@Suite struct CatalogueTests {
  @Test(arguments: Catalogue.paths)
  func everyMistakeIsRejectedAndNamed(path: String) throws {
    let catalogue = try Catalogue(path)
    let lines = runOnLargeStack { Self.judgeAll(catalogue) }
    print(lines.joined(separator: "\n"))
  }

  private static func judgeAll(_ catalogue: Catalogue) -> [String] {
    let judge = Judge(lesson: catalogue.lesson, library: engineLibrary())
    let clock = ContinuousClock()
    var counts = (listed: 0, known: 0, seen: 0, right: 0)
    var slowest = (seconds: 0.0, name: "")
    func check(_ text: SourceText, _ exercise: Exercise, _ name: String) -> Report {
      let start = clock.now
      let report = judge.check(text, for: exercise)
      let seconds = (clock.now - start) / .seconds(1)
      if seconds > slowest.seconds { slowest = (seconds, name) }
      #expect(report.lines.count <= 8)
      return report
    }
    for exercise in catalogue.lesson.exercises {
      let solution = check(exercise.solution.source, exercise, "solution of \(exercise.name)")
      #expect(solution.passed, "the solution of \(exercise.name): \(solution.message)")
      if solution.passed { counts.right += 1 }
      for wrong in exercise.wrongAnswers {
        let report = check(wrong.code.source, exercise, wrong.sentence)
        #expect(!report.passed, "\(wrong.sentence)")
        #expect(report.misconception == wrong.sentence, "\(report.message)")
        if !report.passed && report.misconception == wrong.sentence { counts.listed += 1 }
      }
      for answer in catalogue.answers where answer.exercise == exercise.name {
        let source = SourceText(answer.text, name: "\(answer.title)", firstLine: 1)
        let report = check(source, exercise, answer.title)
        switch answer.kind {
        case .right:
          #expect(report.passed, "line \(answer.line), \(answer.title): \(report.message)")
          if report.passed { counts.right += 1 }
        case .known:
          #expect(!report.passed && report.misconception == answer.title, "line \(answer.line): \(report.message)")
          if !report.passed && report.misconception == answer.title { counts.known += 1 }
        case .seen:
          let isNamed = !report.passed && report.misconception == nil && report.signature?.name == answer.signature
          #expect(isNamed, "line \(answer.line), \(answer.signature), \(answer.title): \(report.message)")
          if isNamed { counts.seen += 1 }
        }
      }
    }
    let milliseconds = Int((slowest.seconds * 1000).rounded())
    return [
      "\(catalogue.testDescription): rejected and named \(counts.listed) listed, \(counts.known) in other words, "
        + "\(counts.seen) by signature; passed \(counts.right) right; slowest check \(milliseconds) ms (\(slowest.name))"
    ]
  }

  @Test func thereAreEnoughOfThem() throws {
    let catalogues = try Catalogue.paths.map(Catalogue.init)
    let (wrong, right) = (catalogues.reduce(0) { $0 + $1.wrongCount }, catalogues.reduce(0) { $0 + $1.rightCount })
    print("The catalogue has \(wrong) wrong answers and \(right) right ones.")
    #expect(wrong >= 80)
    #expect(right >= 30)
  }
}
