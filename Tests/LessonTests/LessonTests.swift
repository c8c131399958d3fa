import Bindings
import Courseware
import Interpreter
import Testing

private func course() throws -> Course { try Course.located(environment: { _ in nil }) }

@Suite struct LessonTests {
  @Test func theLessonsAreFound() throws {
    #expect(try course().lessons.map(\.label).contains("5.1"))
  }

  /// Every starter fails, every solution passes, every wrong answer is named, outputs match.
  @Test func everyLessonIsValid() throws {
    let course = try course()
    for entry in course.entries {
      let problems = runOnLargeStack { course.validate(entry, library: engineLibrary()).problems }
      #expect(problems.map(\.description) == [])
    }
  }
}
