import Bindings
import Courseware
import Foundation
import Interpreter

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
