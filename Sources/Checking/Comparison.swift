import Foundation
import Tensors

/// An answer beside the expected tensor: where they differ, and by how much.
package struct Comparison: CustomStringConvertible {
  /// One element that came out differently.
  package struct Difference: Equatable {
    package let indices: [Int]
    package let answer: Double
    package let expected: Double

    package init(indices: [Int], answer: Double, expected: Double) {
      self.indices = indices
      self.answer = answer
      self.expected = expected
    }
  }

  package let answer: Tensor
  package let expected: Tensor
  /// A sentence if the shapes are not the same; nothing else is compared then.
  package let shapeMismatch: String?
  /// How many elements were compared.
  package private(set) var comparedCount = 0
  /// How many of them differ by more than the tolerance.
  package private(set) var differingCount = 0
  /// Positions of the row-by-row order that were not compared.
  package let leftOut: Set<Int>
  package var leftOutCount: Int { leftOut.count }
  /// For each element whether it differs; empty where the shapes do.
  package private(set) var wrongElements: [Bool] = []
  /// How many elements of the answer are `nan` where a number was expected.
  package private(set) var nanCount = 0
  /// The first element that differs, row after row.
  package private(set) var first: Difference?
  /// The element that is furthest from what was expected.
  package private(set) var worst: Difference?
  /// The largest |answer − expected|; infinite if a number is missing.
  package private(set) var maximumAbsoluteError = 0.0
  /// ‖answer − expected‖ / max(‖answer‖, ‖expected‖): 0 if equal, up to 2.
  package private(set) var relativeError = 0.0

  /// Elements agree if |answer − expected| ≤ atol + rtol · |expected|.
  ///
  /// `leftOut` names positions of the row-by-row order that are not compared.
  package init(
    _ answer: Tensor, expected: Tensor, atol: Double = 1e-9, rtol: Double = 1e-9, leftOut: Set<Int> = []
  ) {
    self.answer = answer
    self.expected = expected
    self.leftOut = answer.shape == expected.shape ? leftOut.filter { $0 >= 0 && $0 < answer.count } : []
    shapeMismatch =
      answer.shape == expected.shape
      ? nil : "the shape is \(answer.shape), and should be \(expected.shape)"
    guard shapeMismatch == nil else { return }
    wrongElements = [Bool](repeating: false, count: answer.count)
    var norms = (difference: 0.0, answer: 0.0, expected: 0.0)
    for position in 0..<answer.count {
      if leftOut.contains(position) { continue }
      comparedCount += 1
      let (a, e) = (answer.number(position), expected.number(position))
      let error = Self.error(answer, expected, position)
      if a.isNaN && !e.isNaN { nanCount += 1 }
      norms.difference += error * error
      if a.isFinite { norms.answer += a * a }
      if e.isFinite { norms.expected += e * e }
      let isRight = error == 0 || (e.isFinite && error <= atol + rtol * e.magnitude)
      if !isRight {
        differingCount += 1
        wrongElements[position] = true
        let difference = Difference(indices: answer.indices(of: position), answer: a, expected: e)
        if first == nil { first = difference }
        if worst == nil || error > maximumAbsoluteError { worst = difference }
      }
      maximumAbsoluteError = max(maximumAbsoluteError, error)
    }
    let size = max(norms.answer, norms.expected).squareRoot()
    relativeError = norms.difference == 0 ? 0 : size == 0 ? 1 : norms.difference.squareRoot() / size
  }

  /// All compared elements agree, and there was something to compare.
  package var agrees: Bool {
    shapeMismatch == nil && differingCount == 0 && (comparedCount > 0 || leftOutCount == 0)
  }

  /// The distance of two elements. Two `nan` agree, as do two equal infinities and two equal formulas.
  private static func error(_ answer: Tensor, _ expected: Tensor, _ position: Int) -> Double {
    if answer.isSymbolic || expected.isSymbolic {
      return answer.formula(position) == expected.formula(position) ? 0 : .infinity
    }
    let (a, e) = (answer.number(position), expected.number(position))
    if a == e || (a.isNaN && e.isNaN) { return 0 }
    let error = (a - e).magnitude
    return error.isNaN ? .infinity : error
  }

  /// `wrong in 3 of 12 elements, the first at [0, 1]: 5 instead of 7`
  package var description: String {
    if let shapeMismatch { return shapeMismatch }
    guard let first else {
      return comparedCount == 0 && leftOutCount > 0
        ? "nothing could be compared" : "right in all \(comparedCount) elements"
    }
    let place = first.indices.isEmpty ? "" : ", the first at \(first.indices)"
    let texts = texts(of: first)
    return "wrong in \(differingCount) of \(counted(comparedCount, "element"))\(place): "
      + "\(texts.answer) instead of \(texts.expected)"
  }

  /// Both values of an element, with as many digits as it takes to tell them apart.
  package func texts(of difference: Difference) -> (answer: String, expected: String) {
    (
      Self.text(of: difference.answer, at: difference, in: answer, beside: difference.expected),
      Self.text(of: difference.expected, at: difference, in: expected, beside: difference.answer)
    )
  }

  private static func text(of number: Double, at place: Difference, in tensor: Tensor, beside other: Double) -> String {
    if tensor.isSymbolic {
      let position = zip(place.indices, rowMajorStrides(tensor.shape)).reduce(0) { $0 + $1.0 * $1.1 }
      return tensor.formula(position).description
    }
    return distinctText(number, beside: other)
  }
}

/// A number with as many digits as it takes to tell it from another one: `0.3333` beside `0.5`, and `0.33333333` beside
/// `0.33333334`.
package func distinctText(_ number: Double, beside other: Double) -> String {
  let (short, otherShort) = (shortText(number), shortText(other))
  if short != otherShort || number == other || !number.isFinite || !other.isFinite { return short }
  for digits in 5...17 {
    let text = String(format: "%.\(digits)g", number)
    if text != String(format: "%.\(digits)g", other) { return text }
  }
  return "\(number)"
}
