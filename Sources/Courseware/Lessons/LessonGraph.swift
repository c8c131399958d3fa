extension Course {
  /// The lessons and what each requires, drawn by Mermaid: https://mermaid.js.org/syntax/flowchart.html
  ///
  /// A lesson that is required by way of another one has no arrow of its own.
  package var graph: String {
    var lines = ["flowchart LR"]
    let chapters = Dictionary(grouping: lessons.filter { $0.number != nil }) { $0.number?.chapter ?? 0 }
    for (chapter, lessons) in chapters.sorted(by: { $0.key < $1.key }) {
      lines.append("  subgraph part\(chapter) [\"\(chapter) \(partName(lessons))\"]")
      for lesson in lessons { lines.append("    \(node(lesson.id))[\"\(lesson.label) \(lesson.id)\"]") }
      lines.append("  end")
    }
    for lesson in lessons {
      for required in lesson.requires where !isImplied(required, by: lesson.requires) {
        lines.append("  \(node(required)) --> \(node(lesson.id))")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// `backprop` from `05-backprop/01-rotated-kernel.md`
  private func partName(_ lessons: [Lesson]) -> String {
    let folder = lessons.first?.path.prefix { $0 != "/" } ?? ""
    return folder.drop { $0.isNumber || $0 == "-" }.split(separator: "-").joined(separator: " ")
  }

  /// Hyphens could be taken for arrows.
  private func node(_ id: String) -> String { id.replacing("-", with: "_") }

  private func isImplied(_ id: String, by requirements: [String]) -> Bool {
    requirements.contains { $0 != id && ancestors(of: $0).contains(id) }
  }

  private func ancestors(of id: String) -> Set<String> {
    var found: Set<String> = []
    var open = [id]
    while let next = open.popLast() {
      for required in lessons.first(where: { $0.id == next })?.requires ?? [] where found.insert(required).inserted {
        open.append(required)
      }
    }
    return found
  }

  // MARK: - The page for authors

  private static let graphStart = "<!-- graph: drawn by `convbook validate --update` -->"
  private static let graphEnd = "<!-- end of graph -->"

  /// The text of a page with the graph between its two marks drawn anew; nil where it has no marks.
  package func withGraph(_ page: String) -> String? {
    let parts = page.split(separator: Self.graphStart, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].split(separator: Self.graphEnd, omittingEmptySubsequences: false)
    guard rest.count == 2 else { return nil }
    return "\(parts[0])\(Self.graphStart)\n\n```mermaid\n\(graph)\n```\n\n\(Self.graphEnd)\(rest[1])"
  }

  /// The page for authors beside the lessons.
  package var authorsPage: String { directory + "/README.md" }

  /// What is wrong beside the lessons: in the glossary, and in the graph of the page for authors.
  package func pageProblems() -> [LessonProblem] {
    var problems = glossary.problems(in: directory)
    if let page = try? readTextFile(authorsPage) {
      if let drawn = withGraph(page), drawn != page {
        let line =
          page.lines.firstIndex { $0 == Self.graphStart } ?? 0
        problems.append(
          LessonProblem(
            path: "README.md", line: line + 1,
            "the graph is not that of the lessons: `convbook validate --update` draws it anew"))
      }
      problems += deadLinks(in: page, line: 1, path: "README.md", folder: directory)
    }
    return problems
  }
}
