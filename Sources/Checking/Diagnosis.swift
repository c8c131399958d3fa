import Tensors

/// What is probably wrong with an answer, read from the numbers alone.
///
/// Each case is a signature that a wrong answer can have. It only counts with enough evidence: of four elements with
/// different values, and where the signature would not also fit the right answer.
package enum Diagnosis: Equatable, CustomStringConvertible {
  case notFinite(count: Int)
  case allZero
  case signFlipped
  case constantRatio(Double)
  case rotated180
  case flipped(axis: Int, rank: Int)
  case transposed
  case shifted(axis: Int, by: Int, rank: Int)
  case onlyBorderWrong
  case onlyInteriorWrong
  case permutation

  /// The first signature that fits, the most telling ones first; nil if none does or the answer is right.
  package init?(_ answer: Tensor, expected: Tensor, tolerance: Double = 1e-6) {
    guard !answer.isSymbolic && !expected.isSymbolic else { return nil }
    let evidence = Evidence(answer, expected, tolerance)
    guard let found = Self.signatures.lazy.compactMap({ $0(evidence) }).first else { return nil }
    self = found
  }

  /// The sentence for the learner.
  package var description: String {
    switch self {
    case .notFinite(let count): "\(counted(count, "element")) \(count == 1 ? "is" : "are") nan or infinite"
    case .allZero: "every element is 0"
    case .signFlipped: "the sign is flipped in every element"
    case .constantRatio(let ratio): "every element is \(shortText(ratio)) times the expected one"
    case .rotated180: "these are the right values, turned by 180 degrees"
    case .flipped(let axis, let rank): "these are the right values, with the \(Self.lines(axis, rank)) in reverse order"
    case .transposed: "these are the right values, with rows and columns exchanged"
    case .shifted(let axis, let step, let rank):
      "these are the right values, shifted by one \(Self.line(axis, rank)) \(Self.direction(axis, step, rank))"
    case .onlyBorderWrong: "the inside is right, and only the border is wrong"
    case .onlyInteriorWrong: "the border is right, and only the inside is wrong"
    case .permutation: "these are the right values, in another order"
    }
  }

  private static func line(_ axis: Int, _ rank: Int) -> String {
    rank >= 2 && axis == rank - 2 ? "row" : rank >= 2 && axis == rank - 1 ? "column" : "place along axis \(axis)"
  }

  private static func lines(_ axis: Int, _ rank: Int) -> String {
    rank < 2 ? "elements" : axis >= rank - 2 ? line(axis, rank) + "s" : "parts of axis \(axis)"
  }

  private static func direction(_ axis: Int, _ step: Int, _ rank: Int) -> String {
    if rank >= 2 && axis == rank - 2 { return step > 0 ? "down" : "up" }
    if rank >= 2 && axis == rank - 1 { return step > 0 ? "to the right" : "to the left" }
    return step > 0 ? "towards the end" : "towards the beginning"
  }
}

// MARK: - The signatures

extension Diagnosis {
  private static let signatures: [@Sendable (Evidence) -> Diagnosis?] = [
    notFinite, allZero, constantRatio, rotated, flipped, transposed, shifted, border, permutation,
  ]

  private static func notFinite(_ e: Evidence) -> Diagnosis? {
    guard e.hasOneShape && e.expected.allSatisfy(\.isFinite) else { return nil }
    let count = e.answer.count { !$0.isFinite }
    return count > 0 ? .notFinite(count: count) : nil
  }

  private static func allZero(_ e: Evidence) -> Diagnosis? {
    guard e.hasOneShape && e.expected.count(where: { $0.magnitude > e.margin }) >= Evidence.least else { return nil }
    return e.answer.allSatisfy { $0 == 0 } ? .allZero : nil
  }

  private static func constantRatio(_ e: Evidence) -> Diagnosis? {
    guard e.hasOneShape && e.isTelling(e.expected), !e.agree(e.answer, e.expected) else { return nil }
    guard let largest = e.expected.indices.max(by: { e.expected[$0].magnitude < e.expected[$1].magnitude }) else {
      return nil
    }
    let ratio = e.answer[largest] / e.expected[largest]
    guard ratio != 0 && ratio.isFinite && e.agree(e.answer, e.expected.map { $0 * ratio }) else { return nil }
    return (ratio + 1).magnitude < 1e-6 ? .signFlipped : .constantRatio(ratio)
  }

  private static func rotated(_ e: Evidence) -> Diagnosis? {
    guard e.rank >= 2 else { return nil }
    return e.answerIs { try $0.rotated180() } ? .rotated180 : nil
  }

  private static func flipped(_ e: Evidence) -> Diagnosis? {
    let axis = (0..<e.rank).reversed().first { axis in e.answerIs { try $0.flipped(axes: [axis]) } }
    return axis.map { .flipped(axis: $0, rank: e.rank) }
  }

  private static func transposed(_ e: Evidence) -> Diagnosis? {
    guard e.rank >= 2 else { return nil }
    return e.answerIs { try $0.transposed() } ? .transposed : nil
  }

  private static func shifted(_ e: Evidence) -> Diagnosis? {
    guard e.hasOneShape else { return nil }
    for axis in (0..<e.rank).reversed() where e.shape[axis] >= 3 {
      for step in [1, -1] {
        // The part of the answer that should be the expected tensor's part one place before or after it.
        let later = (0..<e.rank).map { $0 == axis ? 1..<e.shape[axis] : 0..<e.shape[$0] }
        let earlier = (0..<e.rank).map { $0 == axis ? 0..<e.shape[axis] - 1 : 0..<e.shape[$0] }
        guard let moved = e.part(e.answerTensor, step > 0 ? later : earlier),
          let original = e.part(e.expectedTensor, step > 0 ? earlier : later),
          let unmoved = e.part(e.expectedTensor, step > 0 ? later : earlier)
        else { continue }
        if e.isTelling(original) && e.agree(moved, original) && !e.agree(moved, unmoved) {
          return .shifted(axis: axis, by: step, rank: e.rank)
        }
      }
    }
    return nil
  }

  private static func border(_ e: Evidence) -> Diagnosis? {
    guard e.hasOneShape && e.rank >= 2, e.shape[e.rank - 2] >= 3, e.shape[e.rank - 1] >= 3 else { return nil }
    let (rows, columns) = (e.shape[e.rank - 2], e.shape[e.rank - 1])
    var inside = (right: 0, wrong: 0)
    var outside = (right: 0, wrong: 0)
    for (position, (a, b)) in zip(e.answer, e.expected).enumerated() {
      let (i, j) = (position / columns % rows, position % columns)
      let isRight = e.agree([a], [b])
      if i > 0 && i < rows - 1 && j > 0 && j < columns - 1 {
        if isRight { inside.right += 1 } else { inside.wrong += 1 }
      } else {
        if isRight { outside.right += 1 } else { outside.wrong += 1 }
      }
    }
    guard e.isTelling(e.expected) else { return nil }
    if inside.wrong == 0 && inside.right >= Evidence.least && outside.wrong >= Evidence.least {
      return .onlyBorderWrong
    }
    if outside.wrong == 0 && inside.wrong >= Evidence.least && inside.right == 0 { return .onlyInteriorWrong }
    return nil
  }

  private static func permutation(_ e: Evidence) -> Diagnosis? {
    guard e.answer.count == e.expected.count && e.answer.count >= 6 && e.isTelling(e.expected) else { return nil }
    guard !(e.hasOneShape && e.agree(e.answer, e.expected)) else { return nil }
    return e.agree(e.answer.sorted(), e.expected.sorted()) ? .permutation : nil
  }
}

/// The two tensors, and what it takes to believe a signature.
private struct Evidence {
  let answerTensor: Tensor
  let expectedTensor: Tensor
  let answer: [Double]
  let expected: [Double]
  let hasOneShape: Bool
  /// Numbers that are this close count as equal.
  let margin: Double

  /// Fewer different values could be a coincidence.
  static let least = 4

  init(_ answer: Tensor, _ expected: Tensor, _ tolerance: Double) {
    answerTensor = answer
    expectedTensor = expected
    self.answer = answer.elements
    self.expected = expected.elements
    hasOneShape = answer.shape == expected.shape
    margin = tolerance * max(self.expected.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0, 1e-12)
  }

  var shape: [Int] { expectedTensor.shape }
  var rank: Int { expectedTensor.rank }

  func agree(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= margin }
  }

  /// At least four values, all clearly apart.
  func isTelling(_ values: [Double]) -> Bool {
    var distinct = 0
    var previous: Double?
    for value in values.sorted() where value.isFinite {
      if let previous, value - previous <= 10 * margin { continue }
      previous = value
      distinct += 1
    }
    return distinct >= Self.least
  }

  /// The answer is the expected tensor after `change`, and `change` makes a difference.
  func answerIs(_ change: (Tensor) throws -> Tensor) -> Bool {
    guard isTelling(expected), let changed = try? unrecorded({ try change(expectedTensor.detached()) }) else {
      return false
    }
    guard changed.shape == answerTensor.shape && agree(answer, changed.elements) else { return false }
    return !hasOneShape || !agree(expected, changed.elements)
  }

  func part(_ tensor: Tensor, _ ranges: [Range<Int>]) -> [Double]? {
    try? tensor.detached().subscripted(ranges).elements
  }
}
