internal import SwiftParser
internal import SwiftSyntax

/// The fenced example of a doc comment, as statements and what they show.
///
///     let x = Tensor([1, 2])
///     x * 10              // a comment behind an expression is the text that the notebook shows for it
///     print(x)
///     // comment lines directly below a line are its output, or go on with it
///
/// Comments after an empty line, and at the start, are prose. Nothing else is: a comment behind a declaration is a
/// mistake, and so is an example that shows nothing.
package struct Example: Sendable {
  package struct Step: Sendable {
    package var code: String
    /// What the statement shows or prints; nil if the example does not say.
    package var expected: String?
    /// The statement is `print(...)` or draws: `expected` is its output, not its value.
    package var isPrint: Bool
    /// A statement that has a value, or may have one.
    package var isExpression: Bool
  }

  package var place: Place
  /// `Tensor.reshaped(_:)`
  package var name: String
  package var text: String
  package var steps: [Step]

  package init(place: Place, name: String, text: String) {
    self.place = place
    self.name = name
    self.text = text
    steps = Example.steps(of: text)
  }

  /// What keeps the example from showing anything; nil for a good one.
  package var problem: String? {
    if let step = steps.first(where: { $0.expected != nil && !$0.isExpression }) {
      return "'\(step.code)' is a declaration, which shows nothing: the comment behind it has no effect"
    }
    return steps.contains { $0.expected != nil } ? nil : "the example of '\(name)' shows no value"
  }

  /// Functions whose calls print.
  private static let printing: Set = ["print", "show", "plot", "histogram"]

  private static func steps(of text: String) -> [Step] {
    let tree = Parser.parse(source: text)
    var steps: [Step] = []
    for statement in tree.statements {
      if let last = steps.indices.last { steps[last].add(commentsDirectlyAbove: statement.leadingTrivia) }
      var step = Step(code: statement.trimmedDescription, expected: nil, isPrint: false, isExpression: false)
      if case .expr(let expression) = statement.item {
        step.isExpression = true
        let callee = expression.as(FunctionCallExprSyntax.self)?.calledExpression
        step.isPrint = callee?.as(DeclReferenceExprSyntax.self).map { printing.contains($0.baseName.text) } ?? false
      }
      for case .lineComment(let comment) in statement.trailingTrivia { step.add(comment) }
      steps.append(step)
    }
    if let last = steps.indices.last { steps[last].add(commentsDirectlyAbove: tree.endOfFileToken.leadingTrivia) }
    return steps
  }
}

extension Example.Step {
  fileprivate mutating func add(_ comment: String) {
    let text = comment.dropFirst(2)
    let line = String(text.first == " " ? text.dropFirst() : text)
    expected = expected.map { "\($0)\n\(line)" } ?? line
  }

  /// Comments before the next statement belong to this one until an empty line cuts them off.
  fileprivate mutating func add(commentsDirectlyAbove trivia: Trivia) {
    for piece in trivia {
      switch piece {
      case .newlines(let count) where count > 1: return
      case .lineComment(let comment): add(comment)
      default: break
      }
    }
  }
}
