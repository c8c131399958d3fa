import Bindings
import Courseware
import Foundation
import Interpreter
import Testing

/// Ten lines, so that the first line of a body is line 11 of its file.
let frontMatter = """
  ---
  id: small
  title: A small lesson
  minutes: 10
  requires: []
  sources:
    - A, slide 1
  objectives: [see a fixture]
  ---


  """

/// An exercise with all that it needs, 13 lines.
let twiceExercise = """
  ```swift exercise twice
  func twice(_ x: Int) -> Int {
    <#x, two times#>
  }
  ```

  ```swift check twice
  expectEqual("twice", twice(3), 6)
  ```

  ```swift solution twice
  func twice(_ x: Int) -> Int { 2 * x }
  ```

  """

/// A step, an exercise, a step and a question.
let smallBody = """
  ```swift
  var a = 1
  ```

  \(twiceExercise)
  ```swift
  print(twice(a))
  ```

  ```quiz why
  What is 1 + 1?
  = 2 | Count again.
  ```
  """

func reading(_ body: String) -> LessonReading {
  readLesson(frontMatter + body, path: "01-a/01-small.md", number: LessonNumber(chapter: 1, lesson: 1))
}

/// What is wrong with a lesson that consists of this body, one line each.
func problems(_ body: String) -> [String] {
  reading(body).problems.map(\.description)
}

struct FixtureError: Error { let problems: [LessonProblem] }

func lesson(_ body: String) throws -> Lesson {
  let reading = reading(body)
  guard let lesson = reading.lesson else { throw FixtureError(problems: reading.problems) }
  return lesson
}

/// What the judge says about an answer to the first exercise of a lesson.
func judge(_ answer: String, limits: Limits = Limits(), body: String) throws -> Report {
  let lesson = try lesson(body)
  let exercise = try #require(lesson.exercises.first)
  return runOnLargeStack {
    Judge(lesson: lesson, library: engineLibrary(), limits: limits)
      .check(SourceText(answer, name: "answer.swift"), for: exercise)
  }
}

/// A directory of its own for one test, removed afterwards.
final class TemporaryDirectory {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "convbook-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = path + "/" + name
    let directory = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: file))
    return file
  }
}
