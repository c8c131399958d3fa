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

  /// The glossary, the graph and the links of the page for authors.
  @Test func thePagesBesideTheLessonsAreInOrder() throws {
    #expect(try course().pageProblems().map(\.description) == [])
    #expect(try course().glossary.entries.count > 40)
  }

  @Test func everyLessonBecomesANotebookAndIsTheSameAgain() throws {
    for entry in try course().entries {
      let document = try runOnLargeStack { Result { try LessonDocument(entry, library: engineLibrary()) } }.get()
      #expect(try lessonText(ofNotebook: document.notebook, path: entry.path) == readTextFile(entry.file))
    }
  }
}
