/// A value as the judge remembers it.
package enum RecordedValue: Equatable {
  /// A tensor (row by row), an array, or, with an empty shape, a number.
  case numbers(shape: [Int], elements: [Double], isSinglePrecision: Bool = false)
  /// Anything else, as it is printed.
  case text(String)

  var count: Int {
    switch self {
    case .numbers(_, let elements, _): elements.count
    case .text: 1
    }
  }

  var shape: [Int]? {
    if case .numbers(let shape, _, _) = self { shape } else { nil }
  }
}

/// One call of `expectShape`, `expectEqual` or `expectGradient`.
struct Expectation {
  enum Kind { case shape, value, gradient }

  let what: String
  let kind: Kind
  let answer: RecordedValue
  /// Nil where only the answers were asked for.
  let comparison: ElementComparison?

  var isMet: Bool { comparison?.isMet ?? true }
}

/// Answer against expectation, element by element.
package struct ElementComparison {
  package var answerShape: [Int] = []
  package var expectedShape: [Int] = []
  package var wrong = 0
  package var total = 0
  /// The first wrong element, and both values.
  package var first: Verdict.WrongElement?
  package var maximumAbsoluteError = 0.0
  package var relativeError = 0.0
  /// What was expected and what came, where these are not numbers.
  package var texts: (answer: String, expected: String)?
  /// For general signatures of mistakes; empty where the shapes differ.
  package var answerElements: [Double] = []
  package var expectedElements: [Double] = []

  package var shapesDiffer: Bool { answerShape != expectedShape }
  package var isMet: Bool { wrong == 0 && !shapesDiffer }
}

/// Compares element by element. `tolerance` is relative to the largest expected magnitude.
///
/// `ignored` are elements for which nothing can be expected, such as the gradient at a kink.
package func compare(
  _ answer: RecordedValue, with expected: RecordedValue, tolerance: Double, ignoring ignored: Set<Int> = []
) -> ElementComparison {
  guard case .numbers(let answerShape, let answers, let isSingle) = answer,
    case .numbers(let expectedShape, let expectations, _) = expected
  else { return compareTexts(answer, expected) }
  var result = ElementComparison(answerShape: answerShape, expectedShape: expectedShape)
  result.total = expectations.count
  guard answerShape == expectedShape, answers.count == expectations.count else {
    result.wrong = max(expectations.count, 1)
    result.maximumAbsoluteError = .infinity
    result.relativeError = .infinity
    return result
  }
  result.total -= ignored.count
  result.answerElements = answers
  result.expectedElements = expectations
  // The floor keeps rounding next to an exact zero from being a mistake
  let scale = max(expectations.lazy.filter(\.isFinite).map(abs).max() ?? 0, 1e-3)
  // Seven digits are what single precision has; sums lose one or two of them
  let allowed = (isSingle ? max(tolerance, 1e-5) : tolerance) * scale
  for index in answers.indices where !ignored.contains(index) {
    let (answer, expected) = (answers[index], expectations[index])
    let error = difference(answer, expected)
    result.maximumAbsoluteError = max(result.maximumAbsoluteError, error)
    guard error > allowed else { continue }
    result.wrong += 1
    if result.first == nil {
      result.first = .init(index: indices(of: index, in: answerShape), answer: answer, expected: expected)
    }
  }
  result.relativeError = result.maximumAbsoluteError / scale
  return result
}

private func compareTexts(_ answer: RecordedValue, _ expected: RecordedValue) -> ElementComparison {
  func text(_ value: RecordedValue) -> String {
    switch value {
    case .text(let text): text
    case .numbers(_, let elements, _): elements.map { "\($0)" }.joined(separator: ", ")
    }
  }
  var result = ElementComparison()
  result.total = 1
  result.wrong = answer == expected ? 0 : 1
  result.texts = (text(answer), text(expected))
  return result
}

/// The distance of two numbers; infinite where only one of them is a number, 0 for twice the same infinity.
private func difference(_ left: Double, _ right: Double) -> Double {
  if left == right || left.isNaN && right.isNaN { return 0 }
  let distance = abs(left - right)
  return distance.isNaN ? .infinity : distance
}

private func indices(of flat: Int, in shape: [Int]) -> [Int] {
  var rest = flat
  var result: [Int] = []
  for size in shape.reversed() where size > 0 {
    result.append(rest % size)
    rest /= size
  }
  return result.reversed()
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
  /// Forward functions that fail, or give another shape than the upstream gradient: mistakes of the lesson's author.
  private(set) var authorFault: String?

  func start(_ mode: Mode) {
    expectations = []
    authorFault = nil
    self.mode = mode
  }

  func add(_ expectation: Expectation) { expectations.append(expectation) }
  func blameAuthor(_ sentence: String) { authorFault = authorFault ?? sentence }
}
