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
    /// What the wrong elements have in common; nil where nothing was recognised.
    let signature: Diagnosis?
    let why: Why?
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
        name, trial.expectations, planned: planned, isFaulty: name == faulty,
        isGradient: solution.expectations.contains { $0.what == name && $0.kind == .gradient })
    }
  }

  private static func entry(
    _ name: String, _ all: [Expectation], planned: Int, isFaulty: Bool, isGradient: Bool
  ) -> Entry {
    let calls = all.filter { $0.what == name }
    let compared = calls.filter { $0.kind != .shape }
    let comparisons = calls.compactMap(\.comparison)
    let isWrong = calls.contains { !$0.isMet }
    let status: Verdict.Status = isWrong ? .wrong : isFaulty ? .fault : calls.count < planned ? .notRun : .ok
    let first = comparisons.lazy.compactMap(\.first).first
    let verdict = Verdict(
      name: name, kind: isGradient ? .gradient : .value, status: calls.isEmpty && !isFaulty ? .notRun : status,
      wrong: calls.reduce(0) { $0 + $1.counts.wrong }, total: calls.reduce(0) { $0 + $1.counts.total },
      cases: compared.count, wrongCases: compared.count { !$0.isMet },
      kinks: calls.reduce(0) { $0 + $1.kinkCount }, untried: calls.reduce(0) { $0 + $1.untriedCount },
      firstWrong: first.map { .init(index: $0.indices, answer: $0.answer, expected: $0.expected) },
      maximumAbsoluteError: comparisons.map(\.maximumAbsoluteError).max(),
      relativeError: comparisons.map(\.relativeError).max())
    return Entry(
      verdict: verdict, cases: compared.count,
      hasOnlyWrongShapes: isWrong && calls.allSatisfy { $0.isMet || $0.wrongShape != nil },
      details: details(name, calls), signature: diagnosis(name, calls, all), why: why(name, calls))
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
    case .condition(_, let sentence): lines.append("\(name), case \(number): \(sentence)")
    case .texts(let answer, let expected): lines.append("\(name) is \(answer) in case \(number), expected \(expected)")
    case .tensors(let comparison):
      guard let first = comparison.first else { break }
      let (answer, expected) = comparison.texts(of: first)
      let place = first.indices.isEmpty ? name : "\(name) at \(first.indices)"
      let size = first.indices.isEmpty ? "" : ", shape \(comparison.expected.shape)"
      lines.append("First wrong element: \(place) is \(answer), expected \(expected) (case \(number)\(size))")
    case .shapes, .notCompared: break
    }
    let wrong = zip(calls, cases).filter { !$0.0.isMet && $0.0.kind != .shape }.map(\.1)
    let count = calls.count { $0.kind != .shape }
    if count >= 3 && wrong.count < count {
      let numbers = wrong.count > 6 ? "\(wrong.count) of them" : wrong.map(String.init).joined(separator: ", ")
      lines.append("Of \(name)'s \(count) cases, \(wrong.count == 1 ? "this one is" : "these are") wrong: \(numbers)")
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

  /// Every comparison of a verdict, beside what its answer may have been taken for: what the check gives it, and what
  /// the other verdicts of the same case expect.
  private static func diagnosis(_ name: String, _ calls: [Expectation], _ all: [Expectation]) -> Diagnosis? {
    let comparisons = compared(calls)
    guard comparisons.contains(where: { !$0.comparison.agrees }) else { return nil }
    let others = all.map(\.what).reduce(into: [String]()) { if $1 != name && !$0.contains($1) { $0.append($1) } }
      .map { other in (name: other, comparisons: compared(all.filter { $0.what == other })) }
      .filter { $0.comparisons.count == comparisons.count }
    let related = comparisons.indices.map { index in
      let own = comparisons[index].call.related
      // A loss is a number: what it was computed of says how many images there were
      let sizes = others.lazy.map { $0.comparisons[index].call.related.filter { $0.role != .other } }
        .first { !$0.isEmpty }
      return own + (own.contains { $0.role != .other } ? [] : sizes ?? [])
        + others.compactMap { other in
          let comparison = other.comparisons[index].comparison
          guard comparison.leftOutCount == 0 else { return nil }
          return RelatedTensor(.other, "these are the numbers of \(other.name)", comparison.expected)
        }
    }
    return Diagnosis(comparisons.map(\.comparison), related: related)
  }

  private static func compared(_ calls: [Expectation]) -> [(call: Expectation, comparison: Comparison)] {
    calls.compactMap { call in
      if case .tensors(let comparison) = call.finding { (call, comparison) } else { nil }
    }
  }

  /// The first wrong element, and what it is made of.
  private static func why(_ name: String, _ calls: [Expectation]) -> Why? {
    for (call, number) in zip(calls, caseNumbers(calls)) {
      guard let comparison = call.comparison, let first = comparison.first else { continue }
      return Why(
        verdict: name, kind: call.kind == .gradient ? .gradient : .value, caseNumber: number, index: first.indices,
        shape: comparison.expected.shape, answer: first.answer, expected: first.expected, terms: call.terms)
    }
    return nil
  }
}
