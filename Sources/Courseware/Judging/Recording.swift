import Checking
import Tensors

/// A value as the judge remembers it.
enum RecordedValue {
  /// A tensor, an array of numbers, or, with an empty shape, a number.
  case tensor(Tensor)
  /// Anything else, as it is printed.
  case text(String)

  var shape: [Int]? {
    if case .tensor(let tensor) = self { tensor.shape } else { nil }
  }
}

/// One case of a verdict: what a check word was called with, and what came out.
struct Expectation {
  enum Kind { case shape, value, gradient }

  /// What came out of the call.
  enum Finding {
    /// Only the answer was asked for.
    case notCompared
    case shapes(answer: [Int], expected: [Int])
    case tensors(Comparison)
    case texts(answer: String, expected: String)
    case condition(Bool, sentence: String)
  }

  let what: String
  let kind: Kind
  let answer: RecordedValue
  var finding = Finding.notCompared
  /// How far two answers may be apart and still be the same.
  var tolerance = 1e-9
  /// What the check computed with, besides the answer: the same for every answer, unless one changes it.
  var basis: [RecordedValue] = []
  /// Elements that were left out: on a kink, and beyond the sample.
  var kinkCount = 0
  var untriedCount = 0
  /// What the first wrong element is made of.
  var terms: [ChainTerm] = []
  /// What a wrong answer may have been taken for.
  var related: [RelatedTensor] = []

  var isMet: Bool {
    switch finding {
    case .notCompared: true
    case .shapes(let answer, let expected): answer == expected
    case .tensors(let comparison): comparison.agrees
    case .texts(let answer, let expected): answer == expected
    case .condition(let holds, _): holds
    }
  }

  /// Both shapes, where they are not the same.
  var wrongShape: (answer: [Int], expected: [Int])? {
    switch finding {
    case .shapes(let answer, let expected): answer == expected ? nil : (answer, expected)
    case .tensors(let comparison):
      comparison.shapeMismatch == nil ? nil : (comparison.answer.shape, comparison.expected.shape)
    case .texts, .condition, .notCompared: nil
    }
  }

  /// Elements that are wrong, and elements that were compared. With another shape than it should have, no element of
  /// a tensor is where it should be.
  var counts: (wrong: Int, total: Int) {
    switch finding {
    case .notCompared, .shapes: (0, 0)
    case .texts, .condition: (isMet ? 0 : 1, 1)
    case .tensors(let comparison):
      comparison.shapeMismatch == nil
        ? (comparison.differingCount, comparison.comparedCount) : (comparison.expected.count, comparison.expected.count)
    }
  }

  /// The comparison of two tensors of one shape.
  var comparison: Comparison? {
    if case .tensors(let comparison) = finding, comparison.shapeMismatch == nil { comparison } else { nil }
  }
}

/// Compares two values; `tolerance` is relative to each element, and to the largest one for those near zero.
func finding(_ answer: RecordedValue, _ expected: RecordedValue, tolerance: Double) -> Expectation.Finding {
  switch (answer, expected) {
  case (.tensor(let answer), .tensor(let expected)):
    // Seven digits are what single precision has; sums lose one or two of them
    let tolerance = answer.dtype == .float32 ? max(tolerance, 1e-5) : tolerance
    return .tensors(
      Comparison(answer, expected: expected, atol: tolerance * scale(of: expected), rtol: tolerance))
  case (.text(let answer), .text(let expected)): return .texts(answer: answer, expected: expected)
  case (.text(let answer), .tensor(let expected)): return .texts(answer: answer, expected: expected.description)
  case (.tensor(let answer), .text(let expected)): return .texts(answer: answer.description, expected: expected)
  }
}

/// The largest magnitude. The floor keeps rounding next to an exact zero from being a mistake.
func scale(of tensor: Tensor) -> Double {
  guard !tensor.isSymbolic else { return 1 }
  return max(tensor.elements.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0, 1e-3)
}

/// What one run of a check block gave: every expectation in the order of the calls.
final class Recorder {
  enum Mode {
    /// An answer that calls check words itself makes no cases.
    case ignoring
    /// Compute what is expected, and compare.
    case judging
    /// Only remember the answers, which is all that telling wrong answers apart needs.
    case answersOnly
  }

  private(set) var expectations: [Expectation] = []
  var mode = Mode.ignoring

  private var slopes: SlopeCaches?
  private var gradientCount = 0

  func start(_ mode: Mode, slopes: SlopeCaches? = nil) {
    expectations = []
    gradientCount = 0
    self.slopes = slopes
    self.mode = mode
  }

  /// What the solution's run measured for the gradient that comes next.
  func nextSlopes() -> SlopeCache? {
    defer { gradientCount += 1 }
    return slopes?[gradientCount]
  }

  func add(_ expectation: Expectation) { expectations.append(expectation) }
}

/// The slopes of the reference at every gradient that a check asks for, in the order of the calls: they are the same for
/// every answer, and measuring them takes most of the time of a check.
final class SlopeCaches {
  private var caches: [SlopeCache] = []
  private var isFrozen = false

  subscript(index: Int) -> SlopeCache? {
    if !isFrozen { while caches.count <= index { caches.append(SlopeCache()) } }
    return caches.indices.contains(index) ? caches[index] : nil
  }

  /// From here on, answers only read.
  func freeze() {
    isFrozen = true
    for cache in caches { cache.isFrozen = true }
  }
}
