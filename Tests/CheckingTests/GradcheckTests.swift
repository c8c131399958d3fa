import Checking
import Operators
import Tensors
import Testing

/// `y` with a gradient that is `wrong` of the right one.
private func withGradient(
  _ y: Tensor, of x: Tensor, _ wrong: @escaping @Sendable (Tensor) throws -> Tensor
) throws -> Tensor {
  try record("wrong", y.detached(), .gradient(to: x) { dy in try wrong(dy) })
}

@Suite struct GradcheckTests {
  @Test func rightGradientsPass() throws {
    let report = try gradcheck(
      { try $0[0].multiplied(by: $0[1]).sum() }, inputs: [Tensor([1, 2]), Tensor([[3, 4], [5, 6]])])
    #expect(report.passed)
    #expect(report.maximumRelativeError < 1e-8)
    #expect(report.inputs.map(\.shape) == [[2], [2, 2]])
    #expect(report.description.hasPrefix("gradcheck passed\ninput 0 [2]     ok     largest error "))
  }

  @Test func theWorstElementIsPointedAt() throws {
    let report = try gradcheck(
      { x in
        try withGradient(x[0].multiplied(by: 2), of: x[0]) { dy in try dy.multiplied(by: Tensor([[2, 2], [2, 6]])) }
      }, inputs: [Tensor([[1, 2], [3, 4]])])
    #expect(!report.passed)
    #expect(report.inputs[0].worst?.indices == [1, 1])
    #expect((report.maximumRelativeError - 2.0 / 3).magnitude < 1e-6)
    #expect(report.description.contains("  wrong  largest error "))
    #expect(report.description.contains(", relative 0.67, at [1, 1]: recorded "))
  }

  @Test func aSmallMistakeIsSeen() throws {
    let report = try gradcheck(
      { x in try withGradient(x[0].multiplied(by: 2), of: x[0]) { dy in try dy.multiplied(by: 2.0001) } },
      inputs: [Tensor([1, 2])])
    #expect(!report.passed)
  }

  @Test func anInputWithoutGradientMustHaveNone() throws {
    let unused = try gradcheck({ try $0[0].multiplied(by: 2) }, inputs: [Tensor([1]), Tensor([1])])
    #expect(unused.passed)
    let forgotten = try gradcheck(
      { try $0[0].multiplied(by: $0[1].detached()) }, inputs: [Tensor([1]), Tensor([1])])
    #expect(forgotten.inputs.map(\.passed) == [true, false])
  }

  @Test func cornersAreLeftOutAndCounted() throws {
    let report = try gradcheck({ try relu($0[0]) }, inputs: [Tensor([-1, 0, 2])])
    #expect(report.passed)
    #expect(report.inputs[0].kinkCount == 1)
    #expect(report.inputs[0].comparedCount == 2)
    #expect(report.description.hasSuffix(" (1 element on a kink left out)"))
    let tie = try gradcheck({ try maxPool2d($0[0], size: 2) }, inputs: [Tensor([[[[3, 3], [1, 2]]]])])
    #expect(tie.passed && tie.inputs[0].kinkCount == 2)
  }

  /// A wrong gradient of a smooth function is wrong everywhere, however strongly the function bends.
  @Test func aStrongBendIsNoCorner() throws {
    let report = try gradcheck(
      { x in
        try withGradient(exp(x[0].multiplied(by: 30)), of: x[0]) { dy in try dy.multiplied(by: 7) }
      }, inputs: [Tensor([0.1, 0.2])])
    #expect(!report.passed)
    #expect(report.inputs[0].kinkCount == 0)
  }

  @Test func otherStepsAreTried() throws {
    // Too steep for a step of 1e-5, and too flat beside its size.
    let steep = try gradcheck({ try exp($0[0].multiplied(by: 2000)) }, inputs: [Tensor([0.001, 0.002])])
    #expect(steep.passed, "\(steep)")
    let flat = try gradcheck({ try $0[0].adding(1e7) }, inputs: [Tensor.normal([20], seed: 1)])
    #expect(flat.passed, "\(flat)")
  }

  @Test func nothingToCompareIsNoPass() throws {
    let report = try gradcheck({ try relu($0[0]) }, inputs: [Tensor([0])])
    #expect(!report.passed)
    #expect(report.description.contains("nothing could be compared"))
  }

  @Test func float32InputsAreCheckedInDoublePrecision() throws {
    let x = try Tensor([1, 2], shape: [2], dtype: .float32)
    #expect(try gradcheck({ try $0[0].multiplied(by: $0[0]) }, inputs: [x]).passed)
  }

  @Test func whatCannotBeCheckedIsNamed() throws {
    #expect(message { _ = try gradcheck({ _ in try Tensor(1) }, inputs: []) } == "gradcheck needs at least one input")
    #expect(
      message { _ = try gradcheck({ _ in try Tensor(1) }, inputs: [Tensor(1)]) }
        == "gradcheck compares recorded gradients, and this function's result is not recorded "
        + "(elements that are read as numbers, x[i, j], are not recorded)")
    #expect(
      message { _ = try gradcheck({ $0[0] }, inputs: [Tensor(1)], eps: 0) } == "eps must be larger than 0, and got 0")
    #expect(
      message { _ = try gradcheck({ $0[0] }, inputs: [Tensor(symbols: "X", shape: [1])]) }
        == "gradcheck needs numbers, and this tensor holds symbols")
  }
}

@Suite struct NumericGradientTests {
  @Test func slopesAreFound() throws {
    let dx = try numericGradient(of: { try $0.multiplied(by: $0) }, at: Tensor([1, 3]))
    #expect(try dx.isClose(to: Tensor([2, 6])))
    let weighed = try numericGradient(
      of: { try $0.multiplied(by: $0) }, at: Tensor([1, 3]), upstream: Tensor([10, 1]))
    #expect(try weighed.isClose(to: Tensor([20, 6])))
  }

  @Test func shapesMustFit() throws {
    #expect(
      message { _ = try numericGradient(of: { $0 }, at: Tensor([1, 3]), upstream: Tensor([1])) }
        == "the upstream gradient has shape [1], but the result has shape [2]")
    #expect(
      message {
        _ = try numericGradient(
          of: { x in try Tensor.zeros([x.elements[0] > 1 ? 2 : 1]) }, at: Tensor([1, 3]))
      } == "the function's result changes its shape, from [1] to [2]")
  }
}

@Suite struct GradientComparisonTests {
  private let f = { @Sendable (x: Tensor) in try x.multiplied(by: x) }

  @Test func aRightAnswerAgrees() throws {
    let x = try Tensor.normal([3, 4], seed: 1)
    let upstream = try Tensor.normal([3, 4], seed: 2)
    let answer = try x.multiplied(by: upstream).multiplied(by: 2)
    let check = try GradientComparison(answer, of: f, at: x, upstream: upstream)
    #expect(check.comparison.agrees && check.comparison.comparedCount == 12)
    let wrong = try GradientComparison(answer.multiplied(by: -1), of: f, at: x, upstream: upstream)
    #expect(wrong.comparison.differingCount == 12)
    #expect(Diagnosis([wrong.comparison])?.description == "the sign is flipped in every element")
  }

  @Test func ofManyElementsASampleIsCompared() throws {
    let x = try Tensor.normal([50, 50], seed: 1)
    let check = try GradientComparison(x.multiplied(by: 2), of: f, at: x, elementLimit: 100)
    #expect(check.comparison.comparedCount == 100)
    #expect(check.comparison.agrees)
    let wrong = try GradientComparison(x, of: f, at: x, elementLimit: 100)
    #expect(wrong.comparison.differingCount == 100)
  }

  @Test func anotherShapeIsSaid() throws {
    let check = try GradientComparison(Tensor([1]), of: f, at: Tensor([1, 2]))
    #expect(check.comparison.shapeMismatch == "the shape is [1], and should be [2]")
  }
}
