import Interpreter

/// What a trial says about each `what` of the check block, in the block's order.
struct VerdictTable {
  struct Entry {
    let verdict: Verdict
    /// How many times it was compared.
    let cases: Int
    let hasOnlyWrongShapes: Bool
    /// The first wrong shape or element, a line each.
    let details: [String]
    /// What the wrong elements have in common, as a sentence; nil where nothing was recognised.
    let signature: String?
  }

  let entries: [Entry]
  var verdicts: [Verdict] { entries.map(\.verdict) }

  /// `solution` tells which verdicts there are, and in which order, where the trial did not come to its end.
  init(_ trial: Trial, _ solution: Trial) {
    var names: [String] = []
    for expectation in solution.expectations + trial.expectations where !names.contains(expectation.what) {
      names.append(expectation.what)
    }
    // The call after the last one that was reached is the one that the answer was asked for when it stopped
    let reached = trial.expectations.count
    let stopped = trial.diagnostics.isEmpty || reached >= solution.expectations.count
    let faulty = stopped ? nil : solution.expectations[reached].what
    entries = names.map { name in
      Self.entry(name, trial.expectations.filter { $0.what == name }, in: solution, isFaulty: name == faulty)
    }
  }

  private static func entry(_ name: String, _ calls: [Expectation], in solution: Trial, isFaulty: Bool) -> Entry {
    let expected = solution.expectations.filter { $0.what == name }
    let isGradient = (calls + expected).contains { $0.kind == .gradient }
    let compared = calls.filter { $0.kind != .shape }
    let comparisons = compared.compactMap(\.comparison)
    let wrongShapes = calls.filter { $0.comparison?.shapesDiffer ?? false }
    let wrong = comparisons.reduce(0) { $0 + $1.wrong }
    let isWrong = calls.contains { !$0.isMet }
    let firstWrong = comparisons.lazy.compactMap(\.first).first
    let status: Verdict.Status =
      isWrong ? .wrong : isFaulty ? .fault : calls.isEmpty || calls.count < expected.count ? .notRun : .ok
    let verdict = Verdict(
      name: name, kind: isGradient ? .gradient : .value, status: status, wrong: wrong,
      total: comparisons.reduce(0) { $0 + $1.total }, firstWrong: firstWrong,
      maximumAbsoluteError: comparisons.map(\.maximumAbsoluteError).max(),
      relativeError: comparisons.map(\.relativeError).max())
    let elementsDiffer = comparisons.contains { $0.first != nil || $0.texts != nil && !$0.isMet }
    return Entry(
      verdict: verdict, cases: compared.count, hasOnlyWrongShapes: !wrongShapes.isEmpty && !elementsDiffer,
      details: details(name, calls), signature: isWrong ? signature(comparisons) : nil)
  }

  private static func details(_ name: String, _ calls: [Expectation]) -> [String] {
    var lines: [String] = []
    let shapeCases = cases(calls)
    if let index = calls.indices.first(where: { calls[$0].comparison?.shapesDiffer ?? false }),
      let comparison = calls[index].comparison
    {
      lines.append(
        "\(name) has shape \(comparison.answerShape) in case \(shapeCases[index]), and \(comparison.expectedShape) is needed"
      )
    }
    if let index = calls.indices.first(where: { calls[$0].comparison?.first != nil }),
      let comparison = calls[index].comparison, let first = comparison.first
    {
      let place = first.index.isEmpty ? "" : "\(first.index) of \(comparison.answerShape) "
      lines.append(
        "First wrong element of \(name): \(place)in case \(shapeCases[index]) is \(short(first.answer)), expected \(short(first.expected))"
      )
    } else if let index = calls.indices.first(where: { !calls[$0].isMet && calls[$0].comparison?.texts != nil }),
      let texts = calls[index].comparison?.texts
    {
      lines.append("\(name) in case \(shapeCases[index]) is \(texts.answer), expected \(texts.expected)")
    }
    return lines
  }

  /// The case that each call belongs to, counted from 1: a shape is asked for before its elements are.
  private static func cases(_ calls: [Expectation]) -> [Int] {
    var counts: [Expectation.Kind: Int] = [:]
    return calls.map { call in
      counts[call.kind, default: 0] += 1
      return counts[call.kind] ?? 1
    }
  }

  private static func signature(_ comparisons: [ElementComparison]) -> String? { nil }
}
