import Courseware
import Testing

private let good = [
  "id": "small", "title": "A small lesson", "minutes": "10", "requires": "[]", "sources": "[a]", "objectives": "[b]",
]

/// The problems of a front matter with some lines changed; nil leaves a key out.
private func problems(_ changes: [String: String?], extra: String = "") -> [String] {
  var lines = ["---"]
  for key in ["id", "title", "minutes", "requires", "sources", "objectives"] {
    if let change = changes[key] {
      if let change { lines.append("\(key): \(change)") }
    } else {
      lines.append("\(key): \(good[key] ?? "")")
    }
  }
  if !extra.isEmpty { lines.append(extra) }
  return readLesson((lines + ["---", ""]).joined(separator: "\n"), path: "a.md").problems.map(\.description)
}

@Suite struct FrontMatterTests {
  @Test func listsAndQuotesAreRead() throws {
    let text = """
      ---
      # a comment
      id: small
      title: "Colon: a title"
      minutes: 10

      requires: [first, 'second, third']
      sources:
        - A (Tübingen), slides "Convolution"
      - B
      objectives:
        - 'it''s' 
      ---
      """
    let reading = readLesson(text, path: "a.md")
    #expect(
      reading.problems.map(\.description) == [
        "a.md:12: cannot read 'it''s': a quoted value ends with its own quotation mark and holds no other of its kind"
      ])
    let lesson = try #require(readLesson(text.replacingLine("  - 'it''s' ", with: "  - see"), path: "a.md").lesson)
    #expect(lesson.title == "Colon: a title")
    #expect(lesson.requires == ["first", "second, third"])
    #expect(lesson.sources == ["A (Tübingen), slides \"Convolution\"", "B"])
    #expect(lesson.objectives == ["see"])
  }

  @Test(
    arguments: [
      (["id": "Big Lesson"], "a.md:2: id 'Big Lesson' is not made of small letters, digits and '-'"),
      (["id": nil], "a.md:1: the front matter has no 'id'"),
      (["id": "[a]"], "a.md:2: 'id' needs one value, not a list"),
      (["minutes": "ten"], "a.md:4: 'minutes' is 'ten', not a whole number above 0"),
      (["minutes": "0"], "a.md:4: 'minutes' is '0', not a whole number above 0"),
      (["requires": nil], "a.md:1: the front matter has no 'requires'"),
      (["requires": "none"], "a.md:5: 'requires' needs a list: '[a, b]', or lines that start with '- '"),
      (["sources": "[]"], "a.md:6: the list 'sources' is empty"),
      (["sources": "[a, b"], "a.md:6: the list that starts with '[' is not closed by ']' in the same line"),
      (["title": "A: b"], "a.md:3: 'A: b' means something else in YAML: put it into quotation marks"),
      (["title": "> folded"], "a.md:3: '> folded' means something else in YAML: put it into quotation marks"),
      (
        ["title": "\"open"],
        "a.md:3: cannot read \"open: a quoted value ends with its own quotation mark and holds no other of its kind"
      ),
    ] as [([String: String?], String)])
  func wrongValues(changes: [String: String?], message: String) {
    #expect(problems(changes).first == message)
  }

  @Test(arguments: [
    ("minuts: 10", "a.md:8: unknown key 'minuts' in the front matter, did you mean 'minutes'?"),
    ("author: me", "a.md:8: unknown key 'author' in the front matter"),
    ("id: other", "a.md:8: key 'id' stands twice in the front matter, first in line 2"),
    ("nonsense", "a.md:8: cannot read 'nonsense' in the front matter: a line is 'key: value'"),
    ("\tid: x", "a.md:8: the front matter is indented by a tab: YAML wants spaces"),
    ("- item", "a.md:8: '- item' belongs to no key of the front matter"),
  ])
  func wrongLines(line: String, message: String) {
    #expect(problems([:], extra: line) == [message])
  }

  @Test func aValueNeedsASpaceBeforeIt() {
    let text = "---\nid:small\n---\n"
    #expect(
      readLesson(text, path: "a.md").problems.map(\.description).contains("a.md:2: a space is missing after 'id:'"))
  }

  @Test func frontMatterIsNeededAndClosed() {
    #expect(
      readLesson("# Title\n", path: "a.md").problems.first?.description
        == "a.md:1: the lesson has no front matter: its first line is '---'")
    #expect(
      readLesson("", path: "a.md").problems.first?.description
        == "a.md:1: the lesson has no front matter: its first line is '---'")
    #expect(
      readLesson("---\nid: a\n", path: "a.md").problems.map(\.description)
        == ["a.md:1: the front matter that starts here is not closed by a line '---'"])
  }
}

extension String {
  fileprivate func replacingLine(_ line: String, with other: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0 == line ? other : String($0) }
      .joined(separator: "\n")
  }
}
