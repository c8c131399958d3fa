import Courseware
import Testing

private let text = """
  # Glossary

  Words.

  ## feature map

  Also: activation map, channel

  What one filter gives. See [small](01-a/01-small.md).

  ## ReLU

  $\\max(0, x)$.
  """

@Suite struct GlossaryTests {
  @Test(arguments: ["feature map", "Feature maps", "feature-map", " channels ", "activation map"])
  func aTermIsFoundByItsWords(word: String) {
    #expect(Glossary(text).entry(word)?.definition == "What one filter gives. See [small](01-a/01-small.md).")
  }

  @Test func whatIsNoTermIsNotFound() {
    let glossary = Glossary(text)
    #expect(glossary.entry("relu")?.line == 11)
    #expect(glossary.entry("") == nil)
    #expect(glossary.entry("feature") == nil)
    #expect(glossary.terms == ["feature map", "activation map", "channel", "ReLU"])
    #expect(Glossary().entry("relu") == nil)
  }

  @Test func whatIsWrongBesideTheLessonsIsSaid() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      ## stride

      How far.

      ## padding

      ## strides

      See [there](nowhere.md) and [the web](https://example.org/a.md).
      """, to: "glossary.md")
    try directory.write(
      """
      <!-- graph: drawn by `convbook validate --update` -->
      old
      <!-- end of graph -->
      [lost](lost.md)
      """, to: "README.md")
    try directory.write(frontMatter + "Prose.\n", to: "01-a/01-small.md")
    let course = try Course(directory: directory.path)
    #expect(
      course.pageProblems().map(\.description) == [
        "glossary.md:5: the term 'padding' has no definition",
        "glossary.md:5: 'padding' stands before 'stride' in the alphabet",
        "glossary.md:7: 'strides' is explained in line 1 already, under 'stride'",
        "glossary.md:7: the link to 'nowhere.md' leads nowhere",
        "README.md:1: the graph is not that of the lessons: `convbook validate --update` draws it anew",
        "README.md:4: the link to 'lost.md' leads nowhere",
      ])
    let page = try #require(course.withGraph(try readTextFile(course.authorsPage)))
    #expect(course.withGraph(page) == page)
    #expect(page.hasSuffix("```\n\n<!-- end of graph -->\n[lost](lost.md)"))
    #expect(course.withGraph("no marks") == nil)
  }

  @Test func theGraphHasNoArrowThatAnotherOneImplies() throws {
    let directory = try TemporaryDirectory()
    for (number, id, requires) in [(1, "one", ""), (2, "two-b", "one"), (3, "three", "one, two-b")] {
      let front = frontMatter.replacing("id: small", with: "id: \(id)").replacing("[]", with: "[\(requires)]")
      try directory.write(front + "Prose.\n", to: "02-my-part/0\(number)-\(id).md")
    }
    #expect(
      try Course(directory: directory.path).graph == """
        flowchart LR
          subgraph part2 ["2 my part"]
            one["2.1 one"]
            two_b["2.2 two-b"]
            three["2.3 three"]
          end
          one --> two_b
          two_b --> three
        """)
  }
}
