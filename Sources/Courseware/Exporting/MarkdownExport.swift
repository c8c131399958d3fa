import Interpreter

extension LessonDocument {
  /// The lesson to be read: its prose and code with everything that the code gave, hints and solutions folded away.
  package var markdown: String {
    var blocks: [String] = []
    for item in items {
      switch item {
      case .prose(let prose): blocks += blocks.isEmpty ? opening(prose.markdown) : [prose.markdown]
      case .step(let step, let outcome):
        blocks.append(fence(step.code.text, "swift"))
        let output = outcome.documentText
        if !output.isEmpty { blocks.append(fence(output, "text")) }
      case .exercise(let exercise, _): blocks += exerciseBlocks(exercise)
      case .quiz(let quiz): blocks.append(quiz.markdown { folded("Answer", $0) })
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What the front matter says, below the title.
  private func opening(_ prose: String) -> [String] {
    let facts =
      "> Lesson \(lesson.label), \(lesson.minutes) minutes. Sources: \(lesson.sources.joined(separator: "; ")).\n>\n"
      + lesson.objectives.map { "> - \($0)" }.joined(separator: "\n")
    let lines = prose.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 2, lines[0].hasPrefix("# ") else { return ["# \(lesson.title)", facts, prose] }
    return [lines[0], facts, trimmed(lines[1])]
  }

  private func exerciseBlocks(_ exercise: Exercise) -> [String] {
    var blocks = [fence(trimmedAtEnd(exercise.starter.text), "swift")]
    for (index, hint) in exercise.hints.enumerated() { blocks.append(folded("Hint \(index + 1)", hint.markdown)) }
    if let answer = answers[exercise.name] { blocks.append(folded("Your answer", fence(answer, "swift"))) }
    blocks.append(folded("Solution", fence(exercise.solution.text, "swift")))
    return blocks
  }

  private func folded(_ title: String, _ text: String) -> String {
    "<details><summary>\(title)</summary>\n\n\(text)\n\n</details>"
  }

  /// A fence that is longer than any in the text.
  private func fence(_ text: String, _ language: String) -> String {
    var mark = "```"
    while text.contains(mark) { mark += "`" }
    return "\(mark)\(language)\n\(trimmedAtEnd(text))\n\(mark)"
  }
}

extension Outcome {
  /// Printed text, value and errors, as a page shows them.
  package var documentText: String {
    let parts =
      [trimmedAtEnd(output), valueText.map(trimmedAtEnd) ?? ""] + diagnostics.map { $0.rendered(colour: false) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
