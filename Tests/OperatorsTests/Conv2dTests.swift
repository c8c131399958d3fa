import Checking
import Operators
import Tensors
import Testing

@Suite struct Conv2dTests {
  @Test func documentedExamples() throws {
    let k = try Tensor([1, 10], shape: [1, 1, 1, 2])
    let dy = try Tensor([1, 100], shape: [1, 1, 1, 2])
    #expect(try conv2d(Tensor([1, 2, 3, 4], shape: [1, 1, 2, 2]), kernel: k).elements == [21, 43])
    #expect(try conv2dInputGradient(dy, kernel: k, inputShape: [1, 1, 1, 3]).elements == [1, 110, 1000])
    #expect(
      try conv2dKernelGradient(dy, input: Tensor([2, 3, 4], shape: [1, 1, 1, 3]), kernelShape: [1, 1, 1, 2]).elements
        == [302, 403])
  }

  /// Outside numbers: `python3 Tests/Fixtures/make_references.py` (torch.nn.functional.conv2d and its backward).
  @Test func allParametersMatchPyTorch() throws {
    for reference in try References.load().conv2d {
      let x = try reference.x.tensor().requiringGradient()
      let k = try reference.k.tensor().requiringGradient()
      let b = try reference.b?.tensor().requiringGradient()
      let y = try conv2d(
        x, kernel: k, bias: b, stride: reference.stride, padding: reference.padding, dilation: reference.dilation,
        groups: reference.groups)
      #expect(distance(y, try reference.y.tensor()) < 1e-10)
      try y.backward(upstream: reference.dy.tensor())
      #expect(distance(try #require(x.gradient), try reference.dx.tensor()) < 1e-10)
      #expect(distance(try #require(k.gradient), try reference.dk.tensor()) < 1e-10)
      if let db = reference.db { #expect(distance(try #require(b?.gradient), try db.tensor()) < 1e-10) }
    }
  }

  @Test func theGradientFunctionsMatchPyTorch() throws {
    for reference in try References.load().conv2d {
      let (x, k, dy) = (try reference.x.tensor(), try reference.k.tensor(), try reference.dy.tensor())
      let dx = try conv2dInputGradient(
        dy, kernel: k, inputShape: x.shape, stride: reference.stride, padding: reference.padding,
        dilation: reference.dilation, groups: reference.groups)
      let dk = try conv2dKernelGradient(
        dy, input: x, kernelShape: k.shape, stride: reference.stride, padding: reference.padding,
        dilation: reference.dilation, groups: reference.groups)
      #expect(distance(dx, try reference.dx.tensor()) < 1e-10)
      #expect(distance(dk, try reference.dk.tensor()) < 1e-10)
    }
  }

  @Test(arguments: [([2, 3, 2, 3], 1, 2, 1, 1), ([2, 3, 3, 2], 2, 1, 1, 1), ([4, 1, 2, 2], 2, 1, 2, 3)])
  func gradientsMatchFiniteDifferences(kernel: [Int], stride: Int, padding: Int, dilation: Int, groups: Int) throws {
    let inputs = [
      try Tensor.normal([2, kernel[1] * groups, 5, 4], seed: 1),
      try Tensor.normal([kernel[0] * groups / (groups > 1 ? 4 : 1) * (groups > 1 ? 4 : 1)] + kernel[1...], seed: 2),
    ]
    let report = try gradcheck(
      { try conv2d($0[0], kernel: $0[1], stride: stride, padding: padding, dilation: dilation, groups: groups) },
      inputs: inputs)
    #expect(report.passed, "\(report)")
  }

  /// The gradients are operators with gradients of their own.
  @Test func gradientsOfTheGradientsMatchFiniteDifferences() throws {
    let (dy, k) = (try Tensor.normal([1, 2, 3, 2], seed: 1), try Tensor.normal([2, 2, 2, 2], seed: 2))
    let x = try Tensor.normal([1, 2, 6, 4], seed: 3)
    let forInput = try gradcheck(
      { try conv2dInputGradient($0[0], kernel: $0[1], inputShape: [1, 2, 6, 4], stride: 2) }, inputs: [dy, k])
    #expect(forInput.passed, "\(forInput)")
    let forKernel = try gradcheck(
      { try conv2dKernelGradient($0[0], input: $0[1], kernelShape: [2, 2, 2, 2], stride: 2) }, inputs: [dy, x])
    #expect(forKernel.passed, "\(forKernel)")
  }

  /// What the lesson teaches: the input gradient is the full correlation of dy with the kernel rotated by 180 degrees.
  @Test func inputGradientMeetsTheKernelRotated() throws {
    let (dy, f) = (try Tensor.normal([3, 4], seed: 1), try Tensor.normal([2, 3], seed: 2))
    let dx = try conv2dInputGradient(
      dy.reshaped([1, 1, 3, 4]), kernel: f.reshaped([1, 1, 2, 3]), inputShape: [1, 1, 4, 6])
    #expect(distance(try dx.reshaped([4, 6]), try correlate2d(dy, f.rotated180(), mode: .full)) < 1e-12)
    #expect(distance(try dx.reshaped([4, 6]), try correlate2d(dy, f, mode: .full)) > 0.1)
  }

  @Test func kindsAreKeptAndPromoted() throws {
    let x = try ramp([1, 1, 2, 2])
    let single = try x.asType(.float32)
    #expect(try conv2d(single, kernel: single).dtype == .float32)
    #expect(try conv2d(single, kernel: x).dtype == .float64)
    #expect(try conv2d(single, kernel: single).elements == [30])
  }

  @Test func longWorkCanBeInterrupted() throws {
    let (x, k) = (try Tensor.ones([1, 1, 600, 600]), try Tensor.ones([1, 1, 300, 300]))
    func stop() throws { throw TensorError("stopped") }
    #expect(message { _ = try Interruption.allowing(stop) { try conv2d(x, kernel: k) } } == "stopped")
  }

  @Test func noImagesGiveNoFeatureMaps() throws {
    #expect(try conv2d(Tensor.zeros([0, 1, 3, 3]), kernel: ramp([2, 1, 2, 2])).shape == [0, 2, 2, 2])
    #expect(
      try conv2d(Tensor.zeros([2, 0, 3, 3]), kernel: Tensor.zeros([2, 0, 2, 2])).elements
        == [Double](repeating: 0, count: 16))
  }
}

@Suite struct ConvolutionErrorTests {
  private func sentence(
    _ input: [Int], _ kernel: [Int], bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    groups: Int = 1
  ) -> String? {
    message {
      _ = try conv2d(
        ramp(input), kernel: ramp(kernel), bias: bias, stride: stride, padding: padding, dilation: dilation,
        groups: groups)
    }
  }

  @Test func shapesThatDoNotFitAreNamed() {
    #expect(sentence([1, 3, 4, 4], [2, 1, 2, 2]) == "images have 3 channels, but filters expect 1")
    #expect(sentence([1, 1, 4, 4], [2, 3, 2, 2]) == "images have 1 channel, but filters expect 3")
    #expect(
      sentence([1, 4, 4, 4], [2, 4, 2, 2], groups: 2)
        == "images have 4 channels (2 in each of 2 groups), but filters expect 4")
    #expect(sentence([4, 4], [2, 2]) == "images need 4 axes, [N, C, H, W], but these have shape [4, 4]")
    #expect(sentence([1, 1, 4, 4], [2, 2]) == "filters need 4 axes, [O, C, U, V], but these have shape [2, 2]")
    #expect(
      sentence([1, 1, 4, 4], [1, 1, 0, 2])
        == "filters need at least one weight along each axis, but these have shape [1, 1, 0, 2]")
    #expect(
      sentence([1, 3, 4, 4], [2, 1, 2, 2], groups: 3) == "3 channels and 2 filters cannot be split into 3 groups")
    #expect(sentence([1, 1, 2, 4], [1, 1, 3, 2]) == "a filter that covers 3x2 does not fit into an image of 2x4")
    #expect(
      sentence([1, 1, 2, 2], [1, 1, 3, 3], padding: 1, dilation: 2)
        == "a filter that covers 5x5 does not fit into an image of 4x4 (with padding)")
  }

  @Test func numbersOutOfRangeAreNamed() {
    #expect(sentence([1, 1, 4, 4], [1, 1, 2, 2], stride: 0) == "stride must be 1 or more, and got 0")
    #expect(sentence([1, 1, 4, 4], [1, 1, 2, 2], padding: -1) == "padding must be 0 or more, and got -1")
    #expect(sentence([1, 1, 4, 4], [1, 1, 2, 2], dilation: 0) == "dilation must be 1 or more, and got 0")
    #expect(sentence([1, 1, 4, 4], [1, 1, 2, 2], groups: -1) == "groups must be 1 or more, and got -1")
    #expect(
      sentence([1, 1, 4, 4], [1, 1, 2, 2], stride: .max)
        == "stride must be at most 1000000000, and got 9223372036854775807")
    #expect(
      sentence([1, 1, 4, 4], [1, 1, 2, 2], padding: 1_000_000_000)?.hasSuffix("GB, and 4.0 GB are allowed") == true)
  }

  @Test func biasAndUpstreamMustFit() throws {
    #expect(
      sentence([1, 1, 4, 4], [2, 1, 2, 2], bias: try Tensor([1]))
        == "the bias needs shape [2], a number for each feature map, but it has shape [1]")
    #expect(
      message {
        _ = try conv2dInputGradient(ramp([1, 1, 2, 2]), kernel: ramp([1, 1, 2, 2]), inputShape: [1, 1, 4, 4])
      }
        == "dy has shape [1, 1, 2, 2], but the feature maps have shape [1, 1, 3, 3]")
    #expect(
      message {
        _ = try conv2dInputGradient(ramp([1, 1, 2, 2]), kernel: ramp([1, 1, 2, 2]), inputShape: [1, 1, -4, 4])
      }
        == "a convolution cannot have images or filters of shape [1, 1, -4, 4]")
  }
}
