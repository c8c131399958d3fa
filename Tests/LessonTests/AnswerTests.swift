import Bindings
import Courseware
import Foundation
import Interpreter
import Testing

/// Answers that people would write, right and wrong, beside those that the lessons hold:
/// `Answers/EXERCISE/NAME.swift`, with the first line `// expect: text`, a part of the judge's message; `right-` in a
/// file's name means that it passes.
private struct CollectedAnswer: CustomTestStringConvertible {
  let exercise: String
  let file: String

  var testDescription: String { "\(exercise)/\((file as NSString).lastPathComponent)" }
  var isRight: Bool { (file as NSString).lastPathComponent.hasPrefix("right-") }

  static let all: [CollectedAnswer] = {
    let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Answers").path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: directory)) ?? []
    return names.sorted().filter { $0.hasSuffix(".swift") }.map { name in
      CollectedAnswer(exercise: (name as NSString).deletingLastPathComponent, file: directory + "/" + name)
    }
  }()
}

@Suite struct AnswerTests {
  @Test func thereAreAnswers() {
    #expect(CollectedAnswer.all.count >= 10)
  }

  @Test(arguments: CollectedAnswer.all)
  private func everyAnswerIsJudgedRight(_ answer: CollectedAnswer) throws {
    let course = try Course.located(environment: { _ in nil })
    let lesson = try #require(course.lessons.first { $0.exercise(named: answer.exercise) != nil })
    let exercise = try #require(lesson.exercise(named: answer.exercise))
    let source = try readAnswer(answer.file)
    let report = runOnLargeStack { Judge(lesson: lesson, library: engineLibrary()).check(source, for: exercise) }
    #expect(report.passed == answer.isRight, "\(report.message)")
    #expect(report.lines.count <= 8)
    if let expected = source.text.split(separator: "\n").first, expected.hasPrefix("// expect: ") {
      #expect(report.message.contains(expected.dropFirst("// expect: ".count)), "\(report.message)")
    }
  }
}
