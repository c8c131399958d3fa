import Checking
import Interpreter

/// What a trial says about each `what` of the check block, in the block's order.
struct VerdictTable {
  struct Entry {
    let verdict: Verdict
    /// How many times it was compared.
    let cases: Int
    let hasOnlyWrongShapes: Bool
    /// The first wrong shape and the first wrong element, a line each.
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
    let cameToItsEnd = trial.diagnostics.isEmpty || reached >= solution.expectations.count
    let faulty = cameToItsEnd ? nil : solution.expectations[reached].what
    entries = names.map { name in
      let planned = solution.expectations.count { $0.what == name }
      return Self.entry(
        name, trial.expectations.filter { $0.what == name }, planned: planned, isFaulty: name == faulty,
        isGradient: solution.expectations.contains { $0.what == name && $0.kind == .gradient })
    }
  }

  private static func entry(
    _ name: String, _ calls: [Expectation], planned: Int, isFaulty: Bool, isGradient: Bool
  ) -> Entry {
    let comparisons = calls.compactMap(\.comparison)
    let isWrong = calls.contains { !$0.isMet }
    let status: Verdict.Status = isWrong ? .wrong : isFaulty ? .fault : calls.count < planned ? .notRun : .ok
    let first = comparisons.lazy.compactMap(\.first).first
    let verdict = Verdict(
      name: name, kind: isGradient ? .gradient : .value, status: calls.isEmpty && !isFaulty ? .notRun : status,
      wrong: calls.reduce(0) { $0 + $1.counts.wrong }, total: calls.reduce(0) { $0 + $1.counts.total },
      firstWrong: first.map { .init(index: $0.indices, answer: $0.answer, expected: $0.expected) },
      maximumAbsoluteError: comparisons.map(\.maximumAbsoluteError).max(),
      relativeError: comparisons.map(\.relativeError).max())
    return Entry(
      verdict: verdict, cases: calls.count { $0.kind != .shape },
      hasOnlyWrongShapes: isWrong && calls.allSatisfy { $0.isMet || $0.wrongShape != nil },
      details: details(name, calls), signature: signature(comparisons))
  }

  private static func details(_ name: String, _ calls: [Expectation]) -> [String] {
    var lines: [String] = []
    let cases = caseNumbers(calls)
    if let (call, number) = zip(calls, cases).first(where: { $0.0.wrongShape != nil }), let shapes = call.wrongShape {
      lines.append("\(name) has shape \(shapes.answer) in case \(number), and \(shapes.expected) is needed")
    }
    guard let (call, number) = zip(calls, cases).first(where: { !$0.0.isMet && $0.0.wrongShape == nil }) else {
      return lines
    }
    switch call.finding {
    case .texts(let answer, let expected): lines.append("\(name) is \(answer) in case \(number), expected \(expected)")
    case .tensors(let comparison):
      guard let first = comparison.first else { break }
      let (answer, expected) = comparison.texts(of: first)
      let place = first.indices.isEmpty ? name : "\(name) at \(first.indices)"
      let size = first.indices.isEmpty ? "" : ", shape \(comparison.expected.shape)"
      lines.append("First wrong element: \(place) is \(answer), expected \(expected) (case \(number)\(size))")
    case .shapes, .notCompared: break
    }
    return lines
  }

  /// The case that each call belongs to, counted from 1: a shape is asked for before its elements are.
  private static func caseNumbers(_ calls: [Expectation]) -> [Int] {
    var counts: [Expectation.Kind: Int] = [:]
    return calls.map { call in
      counts[call.kind, default: 0] += 1
      return counts[call.kind] ?? 1
    }
  }

  /// What most of the wrong cases have in common.
  private static func signature(_ comparisons: [Comparison]) -> String? {
    let sentences = comparisons.filter { !$0.agrees }.compactMap { comparison in
      Diagnosis(comparison.answer, expected: comparison.expected)?.description
    }
    let counts = sentences.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    return sentences.first { counts[$0] == most }
  }
}
