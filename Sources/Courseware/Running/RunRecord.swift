import Interpreter

/// Everything that a whole run of a lesson or script gave, for `convbook run --json`.
package struct RunRecord {
  private struct Item: Encodable {
    let kind: String
    @Null var line: Int?
    @Null var name: String?
    let source: String
    let output: String
    @Null var value: String?
    let diagnostics: [DiagnosticJSON]
    let seconds: Double
  }

  private struct Contents: Encodable {
    let file: String
    let succeeded: Bool
    let items: [Item]
  }

  private let file: String
  private var items: [Item] = []

  package init(lesson: Lesson) { file = lesson.path }

  /// Of a script, which is one item.
  package init(script: String, outcome: Outcome) {
    file = script
    add("script", line: 1, name: nil, source: "", outcome)
  }

  package mutating func add(_ item: RunItem) {
    switch item {
    case .prose(let prose): add("prose", line: prose.line, name: nil, source: prose.markdown)
    case .step(let step, let outcome): add("step", line: step.code.line, name: nil, source: step.code.text, outcome)
    case .exercise(let exercise, let outcome):
      add("exercise", line: exercise.starter.line, name: exercise.name, source: exercise.starter.text, outcome)
    case .quiz(let quiz): add("quiz", line: quiz.line, name: quiz.name, source: quiz.question)
    }
  }

  package var json: String {
    let succeeded = items.allSatisfy(\.diagnostics.isEmpty)
    return Courseware::json(Contents(file: file, succeeded: succeeded, items: items))
  }

  private mutating func add(
    _ kind: String, line: Int, name: String?, source: String, _ outcome: Outcome = Outcome()
  ) {
    items.append(
      Item(
        kind: kind, line: line, name: name, source: source, output: outcome.output, value: outcome.valueText,
        diagnostics: outcome.diagnostics.map(DiagnosticJSON.init), seconds: outcome.seconds))
  }
}
