import Checking
import Operators
import Tensors
import Testing

@Suite struct DiagnosisTests {
  private let expected: Tensor

  init() throws { expected = try Tensor.normal([5, 6], seed: 1) }

  private func diagnose(_ answer: Tensor) -> String? { Diagnosis(answer, expected: expected)?.description }

  @Test func everySignatureHasItsSentence() throws {
    #expect(diagnose(try Tensor.zeros([5, 6])) == "every element is 0")
    #expect(diagnose(try expected.negated()) == "the sign is flipped in every element")
    #expect(diagnose(try expected.multiplied(by: 0.5)) == "every element is 0.5 times the expected one")
    #expect(diagnose(try expected.multiplied(by: -3)) == "every element is -3 times the expected one")
    #expect(diagnose(try expected.rotated180()) == "these are the right values, turned by 180 degrees")
    #expect(
      diagnose(try expected.flipped(axes: [0])) == "these are the right values, with the rows in reverse order")
    #expect(
      diagnose(try expected.flipped(axes: [1])) == "these are the right values, with the columns in reverse order")
    #expect(diagnose(try expected.transposed()) == "these are the right values, with rows and columns exchanged")
    #expect(diagnose(try expected.divided(by: 0)) == "30 elements are nan or infinite")
    #expect(
      diagnose(try expected.transposed().reshaped([5, 6])) == "these are the right values, in another order")
  }

  @Test func shiftsAreSeenInEachDirection() throws {
    func shifted(_ rows: Int, _ columns: Int) throws -> Tensor {
      try expected.padded(1).subscripted([1 - rows..<6 - rows, 1 - columns..<7 - columns])
    }
    #expect(diagnose(try shifted(1, 0)) == "these are the right values, shifted by one row down")
    #expect(diagnose(try shifted(-1, 0)) == "these are the right values, shifted by one row up")
    #expect(diagnose(try shifted(0, 1)) == "these are the right values, shifted by one column to the right")
    #expect(diagnose(try shifted(0, -1)) == "these are the right values, shifted by one column to the left")
  }

  @Test func borderAndInsideAreToldApart() throws {
    var inside = expected
    try inside.setSubscripted([1..<4, 1..<5], to: Tensor(0))
    #expect(diagnose(inside) == "the border is right, and only the inside is wrong")
    var border = try Tensor.zeros([5, 6])
    try border.setSubscripted([1..<4, 1..<5], to: expected.subscripted([1..<4, 1..<5]))
    #expect(diagnose(border) == "the inside is right, and only the border is wrong")
  }

  @Test func imagesAreDiagnosedAsWell() throws {
    let images = try Tensor.normal([2, 3, 4, 5], seed: 2)
    #expect(Diagnosis(try images.rotated180(), expected: images) == .rotated180)
    #expect(Diagnosis(try images.flipped(axes: [1]), expected: images) == .flipped(axis: 1, rank: 4))
    #expect(
      Diagnosis.flipped(axis: 1, rank: 4).description
        == "these are the right values, with the parts of axis 1 in reverse order")
    #expect(Diagnosis(try images.transposed(), expected: images) == .transposed)
  }

  @Test func otherMistakesAreLeftAlone() throws {
    #expect(diagnose(expected) == nil)
    #expect(diagnose(try expected.adding(1)) == nil)
    #expect(diagnose(try Tensor.normal([5, 6], seed: 9)) == nil)
    var one = expected
    try one.setSubscripted([2, 2], to: Tensor(100))
    #expect(diagnose(one) == nil)
    #expect(diagnose(try Tensor.normal([4, 4], seed: 9)) == nil)
  }

  @Test func thinEvidenceNamesNothing() throws {
    let small = try Tensor([[1, 2]])
    #expect(Diagnosis(try small.negated(), expected: small) == nil)
    #expect(Diagnosis(try small.flipped(axes: [1]), expected: small) == nil)
    let constant = try Tensor.full([4, 4], value: 3)
    #expect(Diagnosis(try constant.multiplied(by: 2), expected: constant) == nil)
    let zeros = try Tensor.zeros([4, 4])
    #expect(Diagnosis(try Tensor.ones([4, 4]), expected: zeros) == nil)
    var nearlyZero = zeros
    try nearlyZero.setSubscripted([0, 0], to: Tensor(5))
    #expect(Diagnosis(zeros, expected: nearlyZero) == nil)
    let symmetric = try Tensor([[1, 2, 3], [2, 4, 5], [3, 5, 6]])
    #expect(Diagnosis(try symmetric.transposed(), expected: symmetric) == nil)
    #expect(Diagnosis(try Tensor(symbols: "X", shape: [3, 3]), expected: symmetric) == nil)
  }

  /// The mistakes of the lesson on the rotated kernel, whose results are no rearrangement of the right one, are left to
  /// the lesson's own list.
  @Test func anUnrotatedKernelIsNotMistakenForAnotherSignature() throws {
    let (dO, f) = (try Tensor.normal([4, 5], seed: 3), try Tensor.normal([3, 2], seed: 4))
    let right = try correlate2d(dO, f.rotated180(), mode: .full)
    #expect(Diagnosis(try correlate2d(dO, f, mode: .full), expected: right) == nil)
    #expect(Diagnosis(try correlate2d(dO, f.flipped(axes: [0]), mode: .full), expected: right) == nil)
  }
}
