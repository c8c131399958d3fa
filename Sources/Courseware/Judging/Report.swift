import Checking
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
  /// What the numbers of a wrong verdict have in common, where something was recognised.
  package let signature: Signature?
  /// The first wrong element and what it is made of; nil where no element is wrong.
  package let why: Why?
  /// At most 8 lines, the most important first.
  package let lines: [String]
  /// Faults, type errors, spent budgets, at the learner's lines.
  package let diagnostics: [Diagnostic]
  /// What the answer printed while it was judged.
  package let output: String
  package let seconds: Double

  /// A pattern of wrong numbers that mistakes of many kinds leave.
  package struct Signature: Sendable, Equatable {
    package let verdict: String
    /// A name for programs, `constantRatio`.
    package let name: String
    package let sentence: String
  }

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
  /// How many times it was compared, and how many of these were wrong.
  package let cases: Int
  package let wrongCases: Int
  /// Elements that were left out: where the function has a corner, and beyond a sample of very many.
  package let kinks: Int
  package let untried: Int
  package let firstWrong: WrongElement?
  package let maximumAbsoluteError: Double?
  package let relativeError: Double?

  package var passed: Bool { status == .ok }
}
