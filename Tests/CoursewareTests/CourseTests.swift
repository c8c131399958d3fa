import Courseware
import Foundation
import Testing

private func lessonText(id: String, requires: String = "[]") -> String {
  """
  ---
  id: \(id)
  title: About \(id)
  minutes: 10
  requires: \(requires)
  sources: [A]
  objectives: [one]
  ---
  Text.
  """
}

private func fixture() throws -> (TemporaryDirectory, Course) {
  let directory = try TemporaryDirectory()
  try directory.write(lessonText(id: "second"), to: "Lessons/05-later/01-second.md")
  try directory.write(lessonText(id: "tenth"), to: "Lessons/05-later/10-tenth.md")
  try directory.write(lessonText(id: "first"), to: "Lessons/04-early/02-first.md")
  try directory.write("```swift", to: "Lessons/04-early/03-broken.md")
  try directory.write(Data([0, 1]), to: "Lessons/04-early/04-binary.md")
  try directory.write("notes", to: "Lessons/04-early/README.md")
  try directory.write("notes", to: "Lessons/notes/01-x.md")
  return (directory, try Course(directory: directory.path + "/Lessons"))
}

@Suite struct CourseTests {
  @Test func lessonsAreOrderedByFolderAndFile() throws {
    let (directory, course) = try fixture()
    #expect(course.entries.map(\.label) == ["4.2", "4.3", "4.4", "5.1", "5.10"])
    #expect(course.lessons.map(\.id) == ["first", "second", "tenth"])
    let first = try course.entry("first")
    #expect(first.lesson.flatMap { course.lesson(after: $0) }?.label == "4.3")
    _ = directory
  }

  @Test func aBrokenLessonDoesNotDisturbTheOthers() throws {
    let (directory, course) = try fixture()
    let broken = try course.entry("4.3")
    #expect(
      broken.problems.map(\.description) == [
        "04-early/03-broken.md:1: the lesson has no front matter: its first line is '---'",
        "04-early/03-broken.md:1: the block 'swift' that starts here is not closed by a fence",
      ])
    #expect(
      try course.entry("4.4").problems.map(\.description) == [
        "04-early/04-binary.md:1: '\(directory.path)/Lessons/04-early/04-binary.md' is not a text file: it holds zero bytes"
      ])
  }

  @Test func lessonsAreFoundByIdNumberAndFile() throws {
    let (directory, course) = try fixture()
    #expect(try course.entry("second").label == "5.1")
    #expect(try course.entry("5.10").id == "tenth")
    let file = directory.path + "/Lessons/05-later/01-second.md"
    #expect(try course.entry(file).lesson?.label == "5.1")
    let own = try directory.write(lessonText(id: "own"), to: "own.md")
    #expect(try course.entry(own).lesson?.label == "own")
  }

  @Test(arguments: [
    ("secnd", "there is no lesson 'secnd', did you mean 'second'?"),
    ("unheard-of", "there is no lesson 'unheard-of': `convbook list` shows them all"),
    ("9.1", "there is no lesson '9.1': `convbook list` shows them all"),
    ("/nowhere/01-x.md", "there is no file '/nowhere/01-x.md'"),
    ("/tmp/", "'/tmp/' is a directory, not a file"),
  ])
  func whatIsNotThereIsSaid(query: String, message: String) throws {
    let (directory, course) = try fixture()
    let problem = #expect(throws: FileProblem.self) { try course.entry(query) }
    #expect(problem?.description == message)
    _ = directory
  }

  @Test func theLessonsDirectoryIsLookedFor() throws {
    let (directory, _) = try fixture()
    try directory.write("x", to: "build/release/convbook")
    try directory.write("x", to: "elsewhere/Lessons/photos.txt")
    func found(at requested: String? = nil, named: String? = nil, executable: String, working: String) -> String? {
      try? Course.located(
        at: requested, environment: { $0 == "CONVBOOK_LESSONS" ? named : nil },
        executable: directory.path + executable, workingDirectory: directory.path + working
      ).directory.replacingOccurrences(of: directory.path, with: "")
    }
    #expect(found(executable: "/build/release/convbook", working: "/elsewhere") == "/Lessons")
    #expect(found(executable: "/none", working: "/Lessons/04-early") == "/Lessons")
    let other = directory.path + "/Lessons/04-early"
    #expect(found(named: other, executable: "/none", working: "/") == "/Lessons/04-early")
    #expect(found(at: directory.path + "/none", executable: "/none", working: "/") == nil)
  }

  @Test func missingLessonsAreSaid() {
    let problem = #expect(throws: FileProblem.self) {
      try Course.located(environment: { _ in nil }, executable: "/", workingDirectory: "/proc/self")
    }
    #expect(
      problem?.description == "the lessons are not found: name their directory by --lessons or in CONVBOOK_LESSONS")
  }
}
