import Checking
import Operators
import Tensors
import Testing

@Suite struct DecorrelatedBatchNormTests {
  /// The covariance of channels over everything else, `[C, C]`.
  private func covariance(_ y: Tensor) throws -> Tensor {
    let rows = try y.permuted([1, 0] + y.shape.indices.dropFirst(2)).reshaped([y.shape[1], -1])
    let centred = try rows.subtracting(rows.mean(axes: [1], keepDimensions: true))
    return try matmul(centred, centred.transposed()).divided(by: Double(rows.shape[1]))
  }

  /// What the lesson teaches: the covariance of the output is the identity.
  @Test func theCovarianceOfTheOutputIsTheIdentity() throws {
    let x = try Tensor.normal([4, 3, 2, 3], seed: 1)
    let mixed = try x.adding(x.flipped(axes: [1]).multiplied(by: 0.7)).adding(5)
    #expect(try covariance(mixed).subtracting(Tensor.eye(3)).elements.contains { $0.magnitude > 0.3 })
    let y = try decorrelatedBatchNorm(mixed.multiplied(by: Tensor([[[1]], [[2]], [[3]]])), epsilon: 0)
    #expect(distance(try covariance(y), try .eye(3)) < 1e-12)
    #expect(try y.mean(axes: [0, 2, 3]).elements.allSatisfy { $0.magnitude < 1e-13 })
    // Batch normalization leaves the correlations as they are.
    #expect(try covariance(batchNorm(mixed)).elements.filter { $0.magnitude > 0.1 }.count > 3)
  }

  @Test func groupsAreWhitenedByThemselves() throws {
    let x = try Tensor.normal([9, 4], seed: 2)
    let together = try covariance(decorrelatedBatchNorm(x, groups: 2, epsilon: 0))
    for group in 0..<2 {
      let part = [2 * group..<2 * group + 2, 2 * group..<2 * group + 2]
      #expect(distance(try together.subscripted(part), try .eye(2)) < 1e-12)
    }
    #expect(distance(together, try .eye(4)) > 0.01)
    #expect(distance(try decorrelatedBatchNorm(x, groups: 4), try batchNorm(x)) < 1e-12)
  }

  /// ZCA stays near the input: the matrix is symmetric, and what is white already stays as it is.
  @Test func whatIsWhiteStaysAsItIs() throws {
    let white = try Tensor([[1, 1], [1, -1], [-1, 1], [-1, -1]])
    #expect(distance(try decorrelatedBatchNorm(white, epsilon: 0), white) < 1e-15)
    var whitening = try RunningWhitening(channels: 3, momentum: 1)
    try whitening.update(with: Tensor.normal([7, 3], seed: 3))
    #expect(distance(whitening.matrices, try whitening.matrices.transposed()) < 1e-13)
  }

  /// Here both eigenvalues of the covariance are 1 (or all three are), and 1/(λᵢ − λⱼ) would be infinite.
  @Test(arguments: [
    [[1.0, 1], [1, -1], [-1, 1], [-1, -1]],
    [[3.0, 0, 0], [-3, 0, 0], [0, 3, 0], [0, -3, 0], [0, 0, 3], [0, 0, -3]],
  ])
  func equalEigenvaluesHaveExactGradients(rows: [[Double]]) throws {
    let x = try Tensor(rows)
    let dy = try Tensor.normal(x.shape, seed: 4)
    for epsilon in [0, 0.1] {
      let first = try gradcheck(
        { try decorrelatedBatchNorm($0[0], epsilon: epsilon).multiplied(by: dy) }, inputs: [x])
      #expect(first.passed, "\(first)")
      let second = try gradcheck(
        { inputs in
          try recorded {
            let x = try inputs[0].isRecorded ? inputs[0] : inputs[0].requiringGradient()
            let y = try decorrelatedBatchNorm(x, epsilon: epsilon).multiplied(by: dy).sum()
            return try gradients(of: y, at: [x], createGraph: true)[0].multiplied(by: dy)
          }
        }, inputs: [x])
      #expect(second.passed, "\(second)")
    }
    // Near them as well: the gradient is continuous there.
    let moved = try x.adding(Tensor.normal(x.shape, deviation: 1e-9, seed: 5))
    #expect(distance(try slope(x, dy), try slope(moved, dy)) < 1e-7)
  }

  private func slope(_ x: Tensor, _ dy: Tensor) throws -> Tensor {
    let x = try x.requiringGradient()
    try decorrelatedBatchNorm(x).backward(upstream: dy)
    return try #require(x.gradient)
  }

  /// With more channels than examples some eigenvalues are 0; ε makes them ε.
  @Test func fewExamplesNeedEpsilon() throws {
    let x = try Tensor.normal([3, 5], seed: 6)
    let report = try gradcheck({ try decorrelatedBatchNorm($0[0], epsilon: 0.01) }, inputs: [x])
    #expect(report.passed, "\(report)")
    #expect(try decorrelatedBatchNorm(x).elements.allSatisfy { $0.isFinite })
    let sentence = message { _ = try decorrelatedBatchNorm(Tensor([[1, 1], [2, 2], [3, 3]]), epsilon: 0) } ?? ""
    #expect(
      sentence.hasPrefix("decorrelatedBatchNorm cannot whiten group 0: its 2 channels depend on one another (the "))
    #expect(sentence.hasSuffix("), so a larger epsilon is needed"))
    #expect(
      message { _ = try decorrelatedBatchNorm(Tensor.ones([4, 2]), epsilon: 0) }
        == "decorrelatedBatchNorm cannot whiten group 0: its 2 channels depend on one another (the eigenvalues of their "
        + "covariance go from 0.0 to 0.0), so a larger epsilon is needed")
  }

  @Test func testModeAgreesWithTrainingWhereStatisticsHaveSettled() throws {
    let x = try Tensor.normal([4, 6, 2], seed: 7)
    var whitening = try RunningWhitening(channels: 6, groups: 2, momentum: 1, epsilon: 0.01)
    try whitening.update(with: x.requiringGradient())
    #expect(!whitening.mean.isRecorded && !whitening.matrices.isRecorded)
    let test = try decorrelatedBatchNorm(x, mean: whitening.mean, whitening: whitening.matrices)
    #expect(distance(test, try decorrelatedBatchNorm(x, groups: 2, epsilon: 0.01)) < 1e-13)
    let single = try x.asType(.float32)
    #expect(try decorrelatedBatchNorm(single, mean: whitening.mean, whitening: whitening.matrices).dtype == .float32)
    #expect(try decorrelatedBatchNorm(single).dtype == .float32)
  }

  @Test func wrongArgumentsAreNamed() throws {
    let x = try Tensor.normal([5, 4], seed: 8)
    #expect(
      message { _ = try decorrelatedBatchNorm(Tensor([1])) }
        == "decorrelatedBatchNorm needs [N, C] or [N, C, H, W], and this tensor has shape [1]")
    #expect(message { _ = try decorrelatedBatchNorm(x, groups: 3) } == "4 channels cannot be split into 3 groups")
    #expect(message { _ = try decorrelatedBatchNorm(x, groups: -1) } == "groups must be 1 or more, and got -1")
    #expect(message { _ = try decorrelatedBatchNorm(x, epsilon: -1) } == "epsilon must be 0 or more, and got -1.0")
    #expect(
      message { _ = try decorrelatedBatchNorm(x, gamma: Tensor([1])) }
        == "4 channels need a gamma of shape [4], but it has shape [1]")
    #expect(
      message { _ = try decorrelatedBatchNorm(Tensor.ones([1, 4])) }
        == "decorrelatedBatchNorm needs more than one number in each channel, and a tensor of shape [1, 4] has one")
    #expect(
      message { _ = try decorrelatedBatchNorm(Tensor.ones([0, 4])) }
        == "decorrelatedBatchNorm needs more than one number in each channel, and a tensor of shape [0, 4] has none")
    #expect(
      message { _ = try decorrelatedBatchNorm(Tensor([[1, 2], [3, .nan]])) }
        == "decorrelatedBatchNorm needs finite numbers, and the covariance of group 0 is nan")
    #expect(
      message { _ = try decorrelatedBatchNorm(Tensor(symbols: "X", shape: [2, 2])) }
        == "decorrelatedBatchNorm needs numbers, and this tensor holds symbols")
    let mean = try Tensor.zeros([4])
    for shape in [[4, 4], [3, 2, 2], [2, 2, 4], [0, 2, 2]] {
      #expect(
        message { _ = try decorrelatedBatchNorm(x, mean: mean, whitening: Tensor.ones(shape)) }
          == "4 channels need whitening matrices of shape [G, 4/G, 4/G], but these have shape \(shape)")
    }
    #expect(
      message { _ = try decorrelatedBatchNorm(x, mean: Tensor([1]), whitening: Tensor.ones([1, 4, 4])) }
        == "4 channels need a mean of shape [4], but it has shape [1]")
  }

  @Test func runningWhiteningNamesWhatIsWrong() throws {
    #expect(message { _ = try RunningWhitening(channels: 0) } == "RunningWhitening needs 1 channel or more, and got 0")
    #expect(
      message { _ = try RunningWhitening(channels: 4, groups: 3) } == "4 channels cannot be split into 3 groups")
    #expect(
      message { _ = try RunningWhitening(channels: 4, momentum: -0.5) } == "momentum must be from 0 to 1, and got -0.5")
    #expect(message { _ = try RunningWhitening(channels: 4, epsilon: -1) } == "epsilon must be 0 or more, and got -1.0")
    var whitening = try RunningWhitening(channels: 2, momentum: 0.5, epsilon: 0)
    #expect(
      message { try whitening.update(with: Tensor.ones([3, 4])) }
        == "RunningWhitening has 2 channels, and the batch has 4")
    #expect(
      message { try whitening.update(with: Tensor.ones([2])) }
        == "RunningWhitening needs [N, C] or [N, C, H, W], and this tensor has shape [2]")
    #expect(whitening.matrices.elements == [1, 0, 0, 1])
    try whitening.update(with: Tensor([[2, 0], [0, 4], [-2, 0], [0, -4]]).multiplied(by: Double(2).squareRoot()))
    #expect(
      "\(whitening)"
        == "RunningWhitening(mean: [0.0, 0.0], matrices: \(whitening.matrices.elements), momentum: 0.5, epsilon: 0.0)")
    #expect(distance(whitening.matrices, try Tensor([[[0.75, 0], [0, 0.625]]])) < 1e-15)
  }
}
