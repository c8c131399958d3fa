import Courseware
import Testing

private func numbers(_ shape: [Int], _ elements: [Double]) -> RecordedValue {
  .numbers(shape: shape, elements: elements)
}

@Suite struct ComparisonTests {
  @Test func wrongElementsAreCountedAndTheFirstIsShown() {
    let comparison = compare(
      numbers([2, 3], [1, 2, 3, 4, 5, 7]), with: numbers([2, 3], [1, 2, 3, 4.5, 5, 6]), tolerance: 1e-9)
    #expect(comparison.wrong == 2)
    #expect(comparison.total == 6)
    #expect(comparison.first?.index == [1, 0])
    #expect(comparison.first?.answer == 4)
    #expect(comparison.first?.expected == 4.5)
    #expect(comparison.maximumAbsoluteError == 1)
    #expect(comparison.relativeError == 1 / 6.0)
  }

  @Test func toleranceIsRelativeToTheLargestElement() {
    #expect(compare(numbers([2], [1e6, 1e-4]), with: numbers([2], [1e6, 0]), tolerance: 1e-9).isMet)
    #expect(!compare(numbers([2], [1, 1e-4]), with: numbers([2], [1, 0]), tolerance: 1e-9).isMet)
    #expect(compare(numbers([1], [1e-17]), with: numbers([1], [0]), tolerance: 1e-9).isMet)
  }

  @Test func otherShapesAreWrongThroughout() {
    let comparison = compare(numbers([4], [1, 2, 3, 4]), with: numbers([2, 2], [1, 2, 3, 4]), tolerance: 1e-9)
    #expect(comparison.shapesDiffer)
    #expect(comparison.wrong == 4)
    #expect(!compare(numbers([0], []), with: numbers([2, 0], []), tolerance: 1e-9).isMet)
  }

  @Test func notANumberIsNeverRight() {
    #expect(!compare(numbers([], [.nan]), with: numbers([], [1]), tolerance: 1e-9).isMet)
    #expect(!compare(numbers([], [1]), with: numbers([], [.infinity]), tolerance: 1e-9).isMet)
    #expect(compare(numbers([], [.infinity]), with: numbers([], [.infinity]), tolerance: 1e-9).isMet)
  }

  @Test func singlePrecisionIsMeasuredByItsOwnDigits() {
    let answer = RecordedValue.numbers(shape: [1], elements: [Double(Float(0.1))], isSinglePrecision: true)
    #expect(compare(answer, with: numbers([1], [0.1]), tolerance: 1e-9).isMet)
    #expect(!compare(numbers([1], [Double(Float(0.1))]), with: numbers([1], [0.1]), tolerance: 1e-9).isMet)
  }

  @Test func textsAreEqualOrNot() {
    #expect(compare(.text("true"), with: .text("true"), tolerance: 0).isMet)
    let comparison = compare(.text("true"), with: .text("false"), tolerance: 0)
    #expect(comparison.texts?.answer == "true")
    #expect(comparison.texts?.expected == "false")
    #expect(!comparison.isMet)
  }
}

@Suite struct FiniteDifferencesTests {
  @Test func aSmoothFunctionGetsItsGradient() {
    let differences = FiniteDifferences(at: [1, 2, -3], agrees: { _, _ in true }) { $0[0] * $0[1] + $0[2] * $0[2] }
    for (value, expected) in zip(differences.gradient, [2.0, 1, -6]) { #expect(abs(value - expected) < 1e-8) }
    #expect(differences.unknown.isEmpty)
  }

  @Test func aKinkIsLeftOut() {
    let differences = FiniteDifferences(at: [0, 2], agrees: { _, _ in false }) { abs($0[0]) + $0[1] * $0[1] }
    #expect(differences.unknown == [0])
  }

  @Test func anotherStepIsTriedWhereTheFirstDisagrees() {
    // 1e-5 steps over the corner at 2e-6; 1e-6 does not
    let differences = FiniteDifferences(at: [2e-6], agrees: { abs($1 - 1) < 1e-3 }) { abs($0[0]) }
    #expect(abs((differences.gradient.first ?? 0) - 1) < 1e-3)
    #expect(differences.unknown.isEmpty)
  }

  @Test func ofALargeTensorASampleIsTaken() {
    var calls = 0
    let point = [Double](repeating: 1, count: 5_000)
    let differences = FiniteDifferences(at: point, agrees: { _, _ in true }) { elements in
      calls += 1
      return elements[0]
    }
    #expect(calls == 4_000)
    #expect(differences.unknown.count == 3_000)
  }
}
