import Bindings
import Courseware
import Interpreter
import Testing

private let body = """
  ```swift
  let a = 20
  print(a)
  ```

  ```output
  20
  ```

  ```swift exercise twice
  func twice(_ x: Int) -> Int {
    <#x, two times#>
  }
  ```

  ```swift check twice
  for x in [0, 3, -2] { expectEqual("twice", twice(x), 2 * x) }
  ```

  ```swift solution twice
  func twice(_ x: Int) -> Int { 2 * x }
  ```

  ```swift wrong twice "That is x, once."
  func twice(_ x: Int) -> Int { x }
  ```

  ```swift wrong twice "That is x squared."
  func twice(_ x: Int) -> Int { x * x }
  ```

  ```hint twice
  one
  ```

  ```hint twice
  two
  ```

  ```hint twice
  three
  ```

  ```quiz why
  What is 1 + 1?
  = 2 | Count again.
  ```

  Going further: nothing.

  """

/// What validation says about the fixture with one text replaced by another.
private func problems(replacing old: String = "", with new: String = "") throws -> [String] {
  let directory = try TemporaryDirectory()
  let text = old.isEmpty ? body : body.replacing(old, with: new)
  try directory.write(frontMatter + text, to: "01-a/01-small.md")
  let course = try Course(directory: directory.path)
  let entry = try course.entry("1.1")
  return runOnLargeStack { course.validate(entry, library: engineLibrary()).problems.map(\.description) }
}

@Suite struct ValidationTests {
  @Test func aGoodLessonHasNoProblems() throws {
    #expect(try problems() == [])
  }

  @Test(arguments: [
    ("\n20\n", "\n21\n", "17: the step prints '20' here, not '21'"),
    ("\n20\n", "\n20\n21\n", "18: the step does not print this line: '21'"),
    ("print(a)", "print(a, \"\\n\", a)", "18: the step prints one more line: ' 20'"),
    ("print(a)", "print(b)", "13: cannot find 'b' in scope"),
    ("<#x, two times#>", "x + x", "20: the starter of 'twice' passes its check"),
    ("{ 2 * x }", "{ 3 * x }", "30: the solution of 'twice' fails its check: twice wrong in 2 of 3 elements"),
    ("{ 2 * x }", "{ 2 * y }", "31: cannot find 'y' in scope"),
    (
      "{ expectEqual(\"twice\", twice(x), 2 * x) }", "{ print(twice(x)) }",
      "26: the check of 'twice' expects nothing: it calls none of expectShape, expectEqual, expectGradient"
    ),
    ("{ x * x }", "{ x + x }", "38: this wrong answer passes the check of 'twice'"),
    (
      "{ x * x }", "{ x }",
      "38: this wrong answer gives the same as the one in line 34: on these inputs nobody can tell them apart"
    ),
    ("{ x * x }", "{ x * z }", "39: cannot find 'z' in scope"),
    ("```hint twice\nthree\n```\n", "", "20: exercise 'twice' has 2 hints, and at least 3 are needed"),
    (
      "```swift wrong twice \"That is x, once.\"\nfunc twice(_ x: Int) -> Int { x }\n```\n", "",
      "20: exercise 'twice' has 1 wrong answer, and at least 2 are needed"
    ),
    ("Going further", "More", "1: a lesson has a line 'Going further'"),
    (
      "```quiz why\nWhat is 1 + 1?\n= 2 | Count again.\n```\n", "",
      "1: a lesson has at least two exercises, of which one may be a quiz"
    ),
    ("[0, 3, -2]", "[0, 2]", "38: this wrong answer passes the check of 'twice'"),
    ("Going further: nothing", "Going further: [more](more.md)", "59: the link to 'more.md' leads nowhere"),
    (
      "Going further: nothing", "Going further:\nSimply more",
      "60: 'simply' helps nobody who does not see it yet: leave it out"
    ),
    (
      "Going further: nothing", "Going further: REPLACE it",
      "59: this line is still the template's: Going further: REPLACE it."
    ),
    ("```hint twice\ntwo\n```", "```hint twice\none\n```", "46: this hint is the one in line 42 again"),
  ])
  func whatDoesNotHoldIsSaidAtItsLine(old: String, new: String, message: String) throws {
    #expect(try problems(replacing: old, with: new) == ["01-a/01-small.md:" + message])
  }

  @Test func othersMayBeQuoted() throws {
    #expect(try problems(replacing: "Going further", with: "Deck D: \"it is\nsimply more\".\n\nGoing further") == [])
  }

  @Test(arguments: [
    ("  - A, slide 1", "  - A (Tübingen), slide 1", [String]()),
    ("  - A, slide 1", "  - A (Dresden), slide 1", ["01-a/01-small.md:7: deck A is called 'Tübingen', not 'Dresden'"]),
    (
      "  - A, slide 1", "  - F (Paris), slide 1",
      [
        "01-a/01-small.md:7: the source 'F (Paris), slide 1' names no deck of the course: they are A (Tübingen), B (CS7GV1), C (UCL), D (TUM), E (Dresden)"
      ]
    ),
    ("minutes: 10", "minutes: 45", ["01-a/01-small.md:1: a lesson takes 10 to 30 minutes, and 'minutes' is 45"]),
  ])
  func theFrontMatterIsLookedAt(old: String, new: String, expected: [String]) throws {
    let directory = try TemporaryDirectory()
    try directory.write(frontMatter.replacing(old, with: new) + body, to: "01-a/01-small.md")
    let course = try Course(directory: directory.path)
    let entry = try course.entry("1.1")
    #expect(
      runOnLargeStack { course.validate(entry, library: engineLibrary()).problems.map(\.description) } == expected)
  }

  /// As it stands only its marks are left to be replaced; without them it is valid.
  @Test func theTemplateIsAValidLesson() throws {
    let text = try #require(LessonTemplate.text(id: "my-idea"))
    #expect(LessonTemplate.text(id: "My idea") == nil)
    let directory = try TemporaryDirectory()
    func problems(_ text: String) throws -> [LessonProblem] {
      let file = try directory.write(text, to: "my-idea.md")
      let entry = try Course().entry(file)
      return runOnLargeStack { Course().validate(entry, library: engineLibrary()).problems }
    }
    let marked = try problems(text)
    #expect(marked.count == 6)
    #expect(marked.allSatisfy { $0.sentence.hasPrefix("this line is still the template's: ") })
    #expect(try problems(text.replacing("REPLACE", with: "Something")) == [])
  }

  @Test func lessonsOfOneCourseFitTogether() throws {
    let directory = try TemporaryDirectory()
    func write(_ id: String, requires: String, to file: String) throws {
      try directory.write(
        frontMatter.replacing("id: small", with: "id: \(id)").replacing("requires: []", with: "requires: \(requires)")
          + body, to: file)
    }
    try write("first", requires: "[second]", to: "01-a/01-first.md")
    try write("second", requires: "[third]", to: "01-a/02-second.md")
    try write("third", requires: "[first, secnd]", to: "01-a/03-third.md")
    try write("third", requires: "[]", to: "01-a/04-again.md")
    let course = try Course(directory: directory.path)
    let problems = course.entries.flatMap { entry in
      runOnLargeStack { course.validate(entry, library: engineLibrary()).problems.map(\.description) }
    }
    #expect(
      problems == [
        "01-a/01-first.md:1: it comes before itself: first requires second requires third requires first",
        "01-a/02-second.md:1: it comes before itself: second requires third requires first requires second",
        "01-a/03-third.md:1: the id 'third' is that of 01-a/04-again.md too",
        "01-a/03-third.md:1: it requires 'secnd', and there is no such lesson, did you mean 'second'?",
        "01-a/03-third.md:1: it comes before itself: third requires first requires second requires third",
        "01-a/04-again.md:1: the id 'third' is that of 01-a/03-third.md too",
        "01-a/04-again.md:1: it comes before itself: third requires first requires second requires third",
      ])
  }
}
