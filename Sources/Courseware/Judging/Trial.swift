import Interpreter

/// One run of an answer and of the check block after it.
struct Trial {
  enum Stage { case answer, check }

  let answer: SourceText
  /// How far it came: `check` where the answer's own declarations ran.
  let stage: Stage
  let expectations: [Expectation]
  let diagnostics: [Diagnostic]
  let output: String
  let seconds: Double
  /// The session after it, for the names that the answer declared.
  let session: Session

  var passed: Bool { diagnostics.isEmpty && !expectations.isEmpty && expectations.allSatisfy(\.isMet) }

  /// The answers to `what`, case by case.
  func answers(to what: String) -> [RecordedValue] {
    expectations.filter { $0.what == what && $0.kind != .shape }.map(\.answer)
  }
}

/// Whether two answers gave the same on every case.
enum TrialMatch {
  /// Equal records, and where one stopped with an error, the other stopped with the same kind of error at the same call.
  static func isWhole(_ left: Trial, _ right: Trial) -> Bool {
    // Where both stopped before anything was compared, only the same error is the same behaviour
    guard !left.expectations.isEmpty || left.diagnostics.first?.message == right.diagnostics.first?.message else {
      return false
    }
    return left.expectations.count == right.expectations.count
      && left.diagnostics.first?.kind == right.diagnostics.first?.kind
      && zip(left.expectations, right.expectations).allSatisfy(isSame)
  }

  /// Where one of the two stopped with an error: equal up to there, with at least one case that is not met.
  static func isUpToFault(_ learner: Trial, _ wrong: Trial) -> Bool {
    let count = min(learner.expectations.count, wrong.expectations.count)
    guard (learner.diagnostics.isEmpty) != (wrong.diagnostics.isEmpty) else { return false }
    return learner.expectations.prefix(count).contains { !$0.isMet }
      && zip(learner.expectations, wrong.expectations).allSatisfy(isSame)
  }

  /// Equal in one verdict, for answers that hold more than one mistake.
  static func isSame(_ learner: Trial, _ wrong: Trial, in what: String) -> Bool {
    let answers = learner.answers(to: what)
    let others = wrong.answers(to: what)
    return !answers.isEmpty && answers.count == others.count && zip(answers, others).allSatisfy(isEqual)
  }

  private static func isSame(_ left: Expectation, _ right: Expectation) -> Bool {
    left.what == right.what && left.kind == right.kind
      && (left.kind == .shape ? left.answer.shape == right.answer.shape : isEqual(left.answer, right.answer))
  }

  /// Equal within 1e-9: sums in another order differ in their last digits.
  private static func isEqual(_ left: RecordedValue, _ right: RecordedValue) -> Bool {
    isEqual(left, right, tolerance: 1e-9)
  }

  static func isEqual(_ left: RecordedValue, _ right: RecordedValue, tolerance: Double) -> Bool {
    switch finding(left, right, tolerance: tolerance) {
    case .tensors(let comparison): comparison.agrees
    case .texts(let left, let right): left == right
    case .shapes, .condition, .notCompared: false
    }
  }
}
