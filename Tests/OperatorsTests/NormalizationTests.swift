import Checking
import Operators
import Tensors
import Testing

@Suite struct NormalizationTests {
  private let x: Tensor

  init() throws {
    // Channels of different means and widths.
    x = try Tensor.normal([3, 4, 2, 3], seed: 1).multiplied(by: Tensor([[[1]], [[2]], [[3]], [[4]]]))
      .adding(Tensor([[[10]], [[-20]], [[30]], [[5]]]))
  }

  /// Which axes share a mean: what sets the four apart.
  @Test func eachSharesItsMeanOverItsOwnAxes() throws {
    let variants: [(name: String, y: Tensor, axes: [Int])] = [
      ("batch", try batchNorm(x, epsilon: 0), [0, 2, 3]),
      ("layer", try layerNorm(x, normalizedShape: [4, 2, 3], epsilon: 0), [1, 2, 3]),
      ("instance", try instanceNorm(x, epsilon: 0), [2, 3]),
      ("filter", try weightStandardized(x, epsilon: 0), [1, 2, 3]),
    ]
    for (name, y, axes) in variants {
      #expect(try y.mean(axes: axes).elements.allSatisfy { $0.magnitude < 1e-14 }, "\(name)")
      #expect(try square(y).mean(axes: axes).elements.allSatisfy { ($0 - 1).magnitude < 1e-14 }, "\(name)")
      // Where a channel of an image has mean 0, so do its image and its batch.
      for other in variants where !Set(axes).isSubset(of: other.axes) {
        #expect(try y.mean(axes: other.axes).elements.contains { $0.magnitude > 1e-3 }, "\(name)")
      }
    }
  }

  @Test func groupsLieBetweenLayerAndInstance() throws {
    #expect(distance(try groupNorm(x, groups: 4), try instanceNorm(x)) < 1e-13)
    #expect(distance(try groupNorm(x, groups: 1), try layerNorm(x, normalizedShape: [4, 2, 3])) < 1e-13)
    let halves = try groupNorm(x, groups: 2, epsilon: 0).reshaped([3, 2, 2, 2, 3])
    #expect(try halves.mean(axes: [2, 3, 4]).elements.allSatisfy { $0.magnitude < 1e-14 })
  }

  /// What the lesson teaches: scale and shift of the input do not matter, and the gradient knows it.
  @Test func scaleAndShiftOfTheInputAreForgotten() throws {
    let moved = try x.multiplied(by: 100).adding(7)
    #expect(distance(try batchNorm(x, epsilon: 0), try batchNorm(moved, epsilon: 0)) < 1e-12)
    let input = try x.requiringGradient()
    let dy = try Tensor.normal(x.shape, seed: 2)
    try batchNorm(input, epsilon: 0).backward(upstream: dy)
    let dx = try #require(input.gradient)
    #expect(try dx.sum(axes: [0, 2, 3]).elements.allSatisfy { $0.magnitude < 1e-13 })
    let along = try dx.multiplied(by: batchNorm(x, epsilon: 0)).sum(axes: [0, 2, 3])
    #expect(along.elements.allSatisfy { $0.magnitude < 1e-13 })
    #expect(dx.elements.contains { $0.magnitude > 0.1 })
  }

  /// The mean of the squares minus the square of the mean would have no digits left here.
  @Test func smallDifferencesOfLargeNumbersSurvive() throws {
    let large = try Tensor([[1e8], [1e8 + 1], [1e8 + 2]])
    let root = Double(1.5).squareRoot()
    let expected = try Tensor([[-root], [0], [root]])
    #expect(distance(try batchNorm(large, epsilon: 0), expected) < 1e-15)
    let single = try Tensor([[4096], [4097], [4098]]).asType(.float32)
    #expect(try batchNorm(single, epsilon: 0).isClose(to: expected.asType(.float32), rtol: 1e-6))
    #expect(try batchNorm(single).dtype == .float32)
  }

  @Test func kindsAreKeptAndPromoted() throws {
    let single = try x.asType(.float32)
    let (gamma, statistics) = (try Tensor.ones([4]), try RunningStatistics(channels: 4))
    #expect(try batchNorm(single, gamma: gamma).dtype == .float64)
    #expect(try batchNorm(single, mean: statistics.mean, variance: statistics.variance).dtype == .float32)
    #expect(try instanceNorm(single, beta: gamma.asType(.float32)).dtype == .float32)
    #expect(try localResponseNorm(single, size: 3).dtype == .float32)
    #expect(try weightStandardized(single).dtype == .float32)
  }

  /// Without anything that varies, the result is the shift, and ε keeps the gradient finite.
  @Test func constantsBecomeTheShift() throws {
    let input = try Tensor.full([2, 2, 2], value: 3).requiringGradient()
    let y = try batchNorm(input, beta: Tensor([5, 7]))
    #expect(y.elements == [5, 5, 7, 7, 5, 5, 7, 7])
    try y.backward(upstream: ramp([2, 2, 2]))
    #expect(try #require(input.gradient).elements.allSatisfy(\.isFinite))
  }

  // MARK: - Running statistics

  /// By hand: channel 0 of [[1, 10], [5, 40]] has mean 3 and unbiased variance 8, channel 1 mean 25 and variance 450.
  @Test func runningStatisticsMoveTowardsTheBatch() throws {
    var statistics = try RunningStatistics(channels: 2, momentum: 0.25)
    try statistics.update(with: Tensor([[1, 10], [5, 40]]))
    #expect(statistics.mean.elements == [0.75, 6.25])
    #expect(statistics.variance.elements == [0.75 + 2, 0.75 + 112.5])
    #expect(
      "\(statistics)"
        == "RunningStatistics(mean: [0.75, 6.25], variance: [2.75, 113.25], momentum: 0.25)")
    var still = try RunningStatistics(channels: 2, momentum: 0)
    try still.update(with: Tensor([[1, 10], [5, 40]]))
    #expect(still.mean.elements == [0, 0] && still.variance.elements == [1, 1])
    #expect(!still.mean.isRecorded)
  }

  /// What the lesson teaches: with statistics that have settled, both modes agree, up to biased and unbiased variance.
  @Test func testModeAgreesWithTrainingWhereStatisticsHaveSettled() throws {
    var statistics = try RunningStatistics(channels: 4, momentum: 1)
    try statistics.update(with: x.requiringGradient())
    #expect(!statistics.mean.isRecorded && !statistics.variance.isRecorded)
    let biased = try statistics.variance.multiplied(by: 17.0 / 18)
    let test = try batchNorm(x, mean: statistics.mean, variance: biased)
    #expect(distance(test, try batchNorm(x)) < 1e-13)
    #expect(distance(try batchNorm(x, mean: statistics.mean, variance: statistics.variance), test) > 1e-2)
    // An example alone comes out as in its batch.
    let alone = try batchNorm(x.subscripted([1..<2]), mean: statistics.mean, variance: biased)
    #expect(distance(alone, try test.subscripted([1..<2])) == 0)
  }

  @Test func testModeHasGradientsOfItsStatistics() throws {
    let inputs = [
      try Tensor.normal([2, 3, 2], seed: 1), try Tensor.normal([3], seed: 2),
      try Tensor.uniform([3], low: 1, high: 2, seed: 3),
      try Tensor.normal([3], seed: 4), try Tensor.normal([3], seed: 5),
    ]
    let report = try gradcheck(
      { try batchNorm($0[0], mean: $0[1], variance: $0[2], gamma: $0[3], beta: $0[4], epsilon: 0.1) }, inputs: inputs)
    #expect(report.passed, "\(report)")
  }

  // MARK: - Local response, fusing

  /// By hand: with size 3, channel 1 sees channels 0, 1 and 2.
  @Test func neighboursInhibitEachOther() throws {
    let x = try Tensor([1, 2, 3, 4], shape: [1, 4, 1])
    let y = try localResponseNorm(x, size: 3, alpha: 3, beta: 1, k: 1)
    #expect(distance(y, try Tensor([1.0 / 6, 2.0 / 15, 3.0 / 30, 4.0 / 26], shape: [1, 4, 1])) < 1e-15)
    // Of an even size, the channel before has a part, and not the one behind.
    let even = try localResponseNorm(x, size: 2, alpha: 2, beta: 1, k: 1)
    #expect(distance(even, try Tensor([1.0 / 2, 2.0 / 6, 3.0 / 14, 4.0 / 26], shape: [1, 4, 1])) < 1e-15)
    let all = try localResponseNorm(x, size: .max, alpha: Double(Int.max), beta: 1, k: 1)
    #expect(distance(all, try x.divided(by: 31)) < 1e-15)
    #expect(try localResponseNorm(Tensor.zeros([2, 0, 3]), size: 3).shape == [2, 0, 3])
  }

  /// What the lesson teaches: the same output, without the step.
  @Test func fusedConvolutionGivesTheSame() throws {
    let (k, b) = (try Tensor.normal([5, 4, 2, 2], seed: 3), try Tensor.normal([5], seed: 4))
    let (mean, variance) = (try Tensor.normal([5], seed: 5), try Tensor.uniform([5], low: 0.5, high: 2, seed: 6))
    let (gamma, beta) = (try Tensor.normal([5], seed: 7), try Tensor.normal([5], seed: 8))
    let fused = try fusedBatchNorm(
      kernel: k, bias: b, mean: mean, variance: variance, gamma: gamma, beta: beta)
    let inTwoSteps = try batchNorm(
      conv2d(x, kernel: k, bias: b), mean: mean, variance: variance, gamma: gamma, beta: beta)
    #expect(distance(try conv2d(x, kernel: fused.kernel, bias: fused.bias), inTwoSteps) < 1e-12)
    let single = try fusedBatchNorm(kernel: k.asType(.float32), mean: mean, variance: variance)
    #expect(single.kernel.dtype == .float32 && single.bias.dtype == .float32)
  }

  /// What weight standardization is for: a filter's scale does not matter.
  @Test func scaledFiltersBecomeTheSame() throws {
    let k = try Tensor.normal([2, 3, 2, 2], seed: 1)
    let scaled = try k.multiplied(by: Tensor([[[[10]]], [[[0.1]]]]))
    #expect(distance(try weightStandardized(k, epsilon: 0), try weightStandardized(scaled, epsilon: 0)) < 1e-13)
  }
}

@Suite struct NormalizationErrorTests {
  @Test func shapesThatDoNotFitAreNamed() throws {
    let x = try ramp([2, 3, 2, 2])
    let two = try Tensor([1, 2])
    #expect(
      message { _ = try batchNorm(two) } == "batchNorm needs [N, C] or [N, C, H, W], and this tensor has shape [2]")
    #expect(
      message { _ = try instanceNorm(ramp([2, 3])) }
        == "instanceNorm needs [N, C, L] or [N, C, H, W], and this tensor has shape [2, 3]")
    #expect(
      message { _ = try localResponseNorm(ramp([2, 3]), size: 3) }
        == "localResponseNorm needs [N, C, L] or [N, C, H, W], and this tensor has shape [2, 3]")
    #expect(
      message { _ = try groupNorm(two, groups: 1) }
        == "groupNorm needs [N, C] or [N, C, H, W], and this tensor has shape [2]")
    #expect(
      message { _ = try weightStandardized(two) }
        == "weightStandardized needs [O, C] or [O, C, U, V], and this tensor has shape [2]")
    #expect(
      message { _ = try fusedBatchNorm(kernel: two, mean: two, variance: two) }
        == "fusedBatchNorm needs filters [O, C, U, V], and this tensor has shape [2]")
    #expect(
      message { _ = try batchNorm(Tensor(symbols: "X", shape: [2, 2])) }
        == "batchNorm needs numbers, and this tensor holds symbols")
    #expect(
      message { _ = try layerNorm(x, normalizedShape: [3, 2]) }
        == "layerNorm cannot normalize [3, 2] in a tensor of shape [2, 3, 2, 2]: its last sizes are needed")
    #expect(
      message { _ = try layerNorm(x, normalizedShape: []) }
        == "layerNorm cannot normalize [] in a tensor of shape [2, 3, 2, 2]: its last sizes are needed")
    #expect(message { _ = try groupNorm(x, groups: 2) } == "3 channels cannot be split into 2 groups")
    #expect(message { _ = try groupNorm(x, groups: 0) } == "groups must be 1 or more, and got 0")
    #expect(message { _ = try localResponseNorm(x, size: 0) } == "size must be 1 or more, and got 0")
    #expect(
      message { _ = try localResponseNorm(x, size: .min) } == "size must be 1 or more, and got -9223372036854775808")
  }

  @Test func parametersHaveANumberForEachChannel() throws {
    let (x, two) = (try ramp([2, 3, 2, 2]), try Tensor([1, 2]))
    #expect(
      message { _ = try batchNorm(x, gamma: two) } == "3 channels need a gamma of shape [3], but it has shape [2]")
    #expect(
      message { _ = try instanceNorm(x, beta: two) } == "3 channels need a beta of shape [3], but it has shape [2]")
    #expect(
      message { _ = try groupNorm(x, groups: 3, gamma: two) }
        == "3 channels need a gamma of shape [3], but it has shape [2]")
    #expect(
      message { _ = try batchNorm(x, mean: two, variance: two) }
        == "3 channels need a mean of shape [3], but it has shape [2]")
    #expect(
      message { _ = try batchNorm(x, mean: Tensor([1, 2, 3]), variance: two) }
        == "3 channels need a variance of shape [3], but it has shape [2]")
    #expect(
      message { _ = try layerNorm(x, normalizedShape: [2, 2], gamma: two) }
        == "layerNorm needs a gamma of shape [2, 2], but it has shape [2]")
    #expect(
      message { _ = try fusedBatchNorm(kernel: x, bias: Tensor([1]), mean: two, variance: two) }
        == "2 filters need a bias of shape [2], but it has shape [1]")
  }

  @Test func oneNumberHasNoVariance() throws {
    #expect(
      message { _ = try batchNorm(ramp([1, 3])) }
        == "batchNorm needs more than one number in each channel, and a tensor of shape [1, 3] has one")
    #expect(
      message { _ = try batchNorm(ramp([0, 3])) }
        == "batchNorm needs more than one number in each channel, and a tensor of shape [0, 3] has none")
    #expect(
      message { _ = try instanceNorm(ramp([2, 3, 1, 1])) }
        == "instanceNorm needs more than one number in each channel of an image, and a tensor of shape [2, 3, 1, 1] has "
        + "one")
    #expect(
      message { _ = try groupNorm(ramp([2, 3]), groups: 3) }
        == "groupNorm needs more than one number in each group, and a tensor of shape [2, 3] has one")
    #expect(
      message { _ = try weightStandardized(ramp([4, 1])) }
        == "weightStandardized needs more than one number in each filter, and a tensor of shape [4, 1] has one")
    #expect(try instanceNorm(Tensor.zeros([0, 3, 2])).shape == [0, 3, 2])
    #expect(try layerNorm(ramp([3, 1]), normalizedShape: [1]).elements == [0, 0, 0])
  }

  @Test func numbersHaveToBeInRange() throws {
    let x = try ramp([2, 3])
    #expect(message { _ = try batchNorm(x, epsilon: -1) } == "epsilon must be 0 or more, and got -1.0")
    #expect(
      message { _ = try layerNorm(x, normalizedShape: [3], epsilon: .nan) } == "epsilon must be 0 or more, and got nan")
    #expect(
      message { _ = try RunningStatistics(channels: 3, momentum: 1.5) } == "momentum must be from 0 to 1, and got 1.5")
    #expect(
      message { _ = try RunningStatistics(channels: 0) } == "RunningStatistics needs 1 channel or more, and got 0")
    var statistics = try RunningStatistics(channels: 2)
    #expect(
      message { try statistics.update(with: x) } == "RunningStatistics has 2 channels, and the batch has 3")
    #expect(
      message { try statistics.update(with: ramp([1, 2])) }
        == "RunningStatistics needs more than one number in each channel, and a tensor of shape [1, 2] has one")
    #expect(statistics.mean.elements == [0, 0])
  }
}
