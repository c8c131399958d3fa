import Interpreter

/// What the judge says about an answer.
package struct Report {
  package let lesson: String
  package let exercise: String
  package let passed: Bool
  /// One for each `what` of the check block, in its order.
  package let verdicts: [Verdict]
  /// The sentence of the known wrong answer that gives the learner's very output; nil where none does.
  package let misconception: String?
  /// At most 8 lines, the most important first.
  package let lines: [String]
  /// Faults, type errors, spent budgets, at the learner's lines.
  package let diagnostics: [Diagnostic]
  /// What the answer printed while it was judged.
  package let output: String
  package let seconds: Double

  package var message: String { lines.joined(separator: "\n") }
  /// `convbook check` exits with 124.
  package var isOutOfBudget: Bool { diagnostics.first.map { $0.kind == .budget } ?? false }
  package var isInterrupted: Bool { diagnostics.first.map { $0.kind == .interrupted } ?? false }
}

/// What was found about one forward value or gradient.
package struct Verdict: Sendable, Equatable {
  package enum Kind: String, Sendable { case value, gradient }
  package enum Status: String, Sendable {
    case ok, wrong
    /// The answer stopped with an error when it came to this.
    case fault
    case notRun = "not run"
  }

  /// The first element that is not as it should be.
  package struct WrongElement: Sendable, Equatable {
    package let index: [Int]
    package let answer: Double
    package let expected: Double
  }

  package let name: String
  package let kind: Kind
  package let status: Status
  /// Elements that are wrong, and all elements, over all cases.
  package let wrong: Int
  package let total: Int
  package let firstWrong: WrongElement?
  package let maximumAbsoluteError: Double?
  package let relativeError: Double?

  package var passed: Bool { status == .ok }
}
