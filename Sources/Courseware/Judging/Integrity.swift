import Checking
import Interpreter

/// Whether an answer was compared with what it should be compared with, and nothing else.
///
/// A check block runs beside the answer, so an answer can declare an operator anew that the check uses, or write to a
/// variable that it reads. What a check computes with, besides the answers, has to be what it was beside the solution.
enum Integrity {
  /// The check came to the same cases, in the same order.
  static func isSameCourse(_ got: [Expectation], _ needed: [Expectation]) -> Bool {
    got.count == needed.count && zip(got, needed).allSatisfy { $0.what == $1.what && $0.kind == $1.kind }
  }

  /// The check computed with the same numbers, besides the answers.
  static func isSameBasis(_ got: [Expectation], _ needed: [Expectation]) -> Bool {
    isSameCourse(got, needed)
      && zip(got, needed).allSatisfy { left, right in
        left.basis.count == right.basis.count
          && zip(left.basis, right.basis).allSatisfy {
            TrialMatch.isEqual($0, $1, tolerance: max(1e-6, min(right.tolerance, 1)))
          }
      }
  }

  /// What to say where one of the two does not hold.
  static func sentence(_ trial: Trial, isSameCourse: Bool, exercise: Exercise, base: Session) -> String {
    let names = suspects(trial, check: exercise.check.text, starter: exercise.starter.text, base: base)
    if !names.isEmpty {
      return "The answer changes \(names.joined(separator: ", ")), which the check uses: it has to leave that alone."
    }
    return isSameCourse
      ? "The check computes with other numbers than it should: the answer changes something that it uses, such as an "
        + "operator, or a member that is declared anew."
      : "The check did not come to all of its cases: the answer changes something that it uses."
  }

  /// What the answer declares or changes that the check reads.
  private static func suspects(_ trial: Trial, check: String, starter: String, base: Session) -> [String] {
    let used = identifiers(in: check)
    let declared = declaredNames(in: trial.answer.text).subtracting(declaredNames(in: starter))
    let before = Dictionary(base.variables.map { ($0.name, $0.description) }, uniquingKeysWith: { $1 })
    let changed = trial.session.variables.filter { variable in
      before[variable.name].map { $0 != variable.description } ?? false
    }
    let names = declared.union(changed.map(\.name)).intersection(used)
    return names.sorted().map { "'\($0)'" }
  }

  /// The verdict whose answers are others when the check runs a second time; nil if all are the same.
  static func verdictThatChanges(_ first: [Expectation], _ second: [Expectation]) -> String? {
    for (before, after) in zip(first, second) where before.kind != .shape {
      let isSame =
        before.tolerance == .infinity
        || TrialMatch.isEqual(after.answer, before.answer, tolerance: before.tolerance)
      if before.what != after.what || !isSame { return before.what }
    }
    return first.count == second.count ? nil : first.last?.what
  }
}
