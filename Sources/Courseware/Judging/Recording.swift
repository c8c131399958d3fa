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

/// One call of `expectShape`, `expectEqual` or `expectGradient`.
struct Expectation {
  enum Kind { case shape, value, gradient }

  /// What came out of the call.
  enum Finding {
    /// Only the answer was asked for.
    case notCompared
    case shapes(answer: [Int], expected: [Int])
    case tensors(Comparison)
    case texts(answer: String, expected: String)
  }

  let what: String
  let kind: Kind
  let answer: RecordedValue
  let finding: Finding

  var isMet: Bool {
    switch finding {
    case .notCompared: true
    case .shapes(let answer, let expected): answer == expected
    case .tensors(let comparison): comparison.agrees
    case .texts(let answer, let expected): answer == expected
    }
  }

  /// Both shapes, where they are not the same.
  var wrongShape: (answer: [Int], expected: [Int])? {
    switch finding {
    case .shapes(let answer, let expected): answer == expected ? nil : (answer, expected)
    case .tensors(let comparison):
      comparison.shapeMismatch == nil ? nil : (comparison.answer.shape, comparison.expected.shape)
    case .texts, .notCompared: nil
    }
  }

  /// Elements that are wrong, and elements that were compared. With another shape than it should have, no element of
  /// a tensor is where it should be.
  var counts: (wrong: Int, total: Int) {
    switch finding {
    case .notCompared, .shapes: (0, 0)
    case .texts: (isMet ? 0 : 1, 1)
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
    /// Compute what is expected, and compare.
    case judging
    /// Only remember the answers, which is all that telling wrong answers apart needs.
    case answersOnly
  }

  private(set) var expectations: [Expectation] = []
  private(set) var mode = Mode.judging

  func start(_ mode: Mode) {
    expectations = []
    self.mode = mode
  }

  func add(_ expectation: Expectation) { expectations.append(expectation) }
}
