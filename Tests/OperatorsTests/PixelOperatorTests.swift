import Operators
import Tensors
import Testing

/// The operators whose images lie as pixels, in float32, against the readable ones in float64.
@Suite struct PixelOperatorTests {
  /// The largest distance between two tensors, as a part of the largest number in the second.
  private func error(_ a: Tensor, _ b: Tensor) throws -> Double {
    #expect(a.shape == b.shape)
    let largest = b.elements.map(abs).max() ?? 0
    return distance(a, b) / max(largest, 1e-30)
  }

  /// Random numbers that float32 holds exactly, so that both sides compute from the same ones.
  private func pair(_ shape: [Int], seed: Int) throws -> (single: Tensor, double: Tensor) {
    let single = try Tensor.normal(shape, seed: seed).asType(.float32)
    return (single, try single.asType(.float64))
  }

  @Test func convolutionsOfRandomShapesMatchTheReference() throws {
    var random = Random(seed: 5)
    func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.uniform() * Double(range.count)) }
    var fast = 0
    for seed in 0..<60 {
      let groups = [1, 1, 1, 2, 3][pick(0...4)]
      let (channels, filters, u, v) = (pick(1...20), pick(1...40), pick(1...5), pick(1...5))
      let (stride, padding, dilation) = (pick(1...3), pick(0...3), pick(1...2))
      let (height, width) = (u * dilation + pick(0...12), v * dilation + pick(0...12))
      let x = try pair([pick(1...3), channels * groups, height, width], seed: seed)
      let k = try pair([filters * groups, channels, u, v], seed: seed + 100)
      let g = try ConvolutionGeometry(
        input: x.single.shape, kernel: k.single.shape, stride: stride, padding: padding, dilation: dilation,
        groups: groups)
      guard let pixels = PixelConvolution(g) else { continue }
      fast += 1
      let dy = try pair(g.outputShape, seed: seed + 200)
      #expect(try error(pixels.forward(x.single, k.single), slide(x.double, k.double, g, Double.self)) < 5e-6)
      #expect(
        try error(
          pixels.inputGradient(dy.single, k.single), collectForPixels(dy.double, k.double, g, Double.self)) < 5e-6)
      #expect(
        try error(
          pixels.kernelGradient(dy.single, x.single), collectForWeights(dy.double, x.double, g, Double.self)) < 5e-6)
    }
    #expect(fast > 30)
  }

  /// A step of a network, folded and not, and all its gradients.
  @Test(arguments: [true, false]) func foldedStepsAreTheirPartsInOne(relu isRectified: Bool) throws {
    let shapes = [[2, 8, 9, 10], [12, 8, 3, 3], [12], [2, 12, 9, 10]]
    let inputs = try shapes.enumerated().map { try pair($1, seed: $0) }
    let dy = try pair([2, 12, 9, 10], seed: 9)
    let single = try inputs.map { try $0.single.requiringGradient() }
    let double = try inputs.map { try $0.double.requiringGradient() }
    let folded = try fusedConv2d(
      single[0], kernel: single[1], bias: single[2], residual: single[3], relu: isRectified, padding: .zeros([1, 1]))
    let sum = try conv2d(double[0], kernel: double[1], bias: double[2], padding: 1).adding(double[3])
    let parts = try isRectified ? relu(sum) : sum
    #expect(try error(folded, parts) < 1e-6)
    // Twice: the second time nothing of the first may be left.
    for factor in [1.0, -3] {
      let ours = try gradients(of: folded, at: single, upstream: dy.single.multiplied(by: factor))
      let theirs = try gradients(of: parts, at: double, upstream: dy.double.multiplied(by: factor))
      for (a, b) in zip(ours, theirs) { #expect(try error(a, b) < 1e-5) }
    }
  }

  @Test func gradientsOfGradientsOfFoldedStepsMatch() throws {
    func slopes(_ dtype: DType) throws -> [Tensor] {
      let x = try Tensor.normal([1, 4, 8, 8], seed: 1).asType(.float32).asType(dtype).requiringGradient()
      let k = try Tensor.normal([16, 4, 3, 3], seed: 2).asType(.float32).asType(dtype).requiringGradient()
      let y = try fusedConv2d(x, kernel: k, relu: true, padding: .zeros([1, 1]))
      let first = try gradients(of: y.multiplied(by: y).sum(), at: [x], createGraph: true)[0]
      return try gradients(of: first.multiplied(by: first).sum(), at: [x, k])
    }
    for (a, b) in try zip(slopes(.float32), slopes(.float64)) { #expect(try error(a, b) < 1e-5) }
  }

  /// A convolution, a ReLU and a pooling in one step, against the three; the first layer's images ask for no gradient.
  @Test(arguments: [true, false], [true, false])
  func pooledConvolutionsAreTheirPartsInOne(relu isRectified: Bool, isFirst: Bool) throws {
    let shapes = [[3, 5, 21, 18], [12, 5, 3, 3], [12]]
    let inputs = try shapes.enumerated().map { try pair($1, seed: $0) }
    func recorded(_ tensors: [Tensor]) throws -> [Tensor] {
      try tensors.enumerated().map { isFirst && $0 == 0 ? $1 : try $1.requiringGradient() }
    }
    let (single, double) = (try recorded(inputs.map(\.single)), try recorded(inputs.map(\.double)))
    for (size, stride, padding, roundsUp) in [(2, 2, 0, false), (3, 2, 1, true), (2, 3, 0, true)] {
      let windows = PoolingWindows(size: size, stride: stride, padding: padding, roundsUp: roundsUp)
      func step(_ inputs: [Tensor]) throws -> Tensor {
        try pooledConv2d(
          inputs[0], kernel: inputs[1], bias: inputs[2], relu: isRectified, windows: windows, padding: .zeros([1, 1]))
      }
      let folded = try step(single)
      let maps = try conv2d(double[0], kernel: double[1], bias: double[2], padding: 1)
      let parts = try maxPool2d(isRectified ? relu(maps) : maps, windows)
      #expect(folded.hasOnlyPixels && !parts.hasOnlyPixels)
      #expect(try error(folded, parts) < 1e-6)
      #expect(try error(unrecorded { try step(single) }, parts) < 1e-6)
      let dy = try pair(parts.shape, seed: 9)
      let first = isFirst ? 1 : 0
      // Twice: the second time nothing of the first may be left.
      for factor in [1.0, -3] {
        let ours = try gradients(of: folded, at: Array(single[first...]), upstream: dy.single.multiplied(by: factor))
        let theirs = try gradients(of: parts, at: Array(double[first...]), upstream: dy.double.multiplied(by: factor))
        for (a, b) in zip(ours, theirs) { #expect(try error(a, b) < 1e-5) }
      }
    }
  }

  @Test func gradientsOfGradientsOfPooledConvolutionsMatch() throws {
    func slopes(_ dtype: DType) throws -> [Tensor] {
      let x = try Tensor.normal([1, 4, 8, 8], seed: 1).asType(.float32).asType(dtype).requiringGradient()
      let k = try Tensor.normal([16, 4, 3, 3], seed: 2).asType(.float32).asType(dtype).requiringGradient()
      let y = try pooledConv2d(
        x, kernel: k, relu: true, windows: PoolingWindows(size: 2), padding: .zeros([1, 1]))
      let first = try gradients(of: y.multiplied(by: y).sum(), at: [x], createGraph: true)[0]
      return try gradients(of: first.multiplied(by: first).sum(), at: [x, k])
    }
    for (a, b) in try zip(slopes(.float32), slopes(.float64)) { #expect(try error(a, b) < 1e-5) }
  }

  @Test func poolingMatchesTheReference() throws {
    let x = try pair([2, 19, 13, 12], seed: 3)
    for (size, stride, padding, roundsUp) in [(2, 2, 0, false), (3, 2, 1, true), (3, 1, 1, false), (2, 3, 0, true)] {
      func both(_ operation: (Tensor) throws -> Tensor) throws {
        let (single, double) = (try x.single.requiringGradient(), try x.double.requiringGradient())
        let (a, b) = (try operation(single), try operation(double))
        #expect(a.hasOnlyPixels && !b.hasOnlyPixels)
        #expect(try error(a, b) < 1e-6)
        let dy = try pair(a.shape, seed: 4)
        #expect(
          try error(
            gradients(of: a, at: [single], upstream: dy.single)[0],
            gradients(of: b, at: [double], upstream: dy.double)[0]) < 1e-6)
      }
      try both { try maxPool2d($0, size: size, stride: stride, padding: padding, roundsUp: roundsUp) }
      for countsPadding in [true, false] {
        try both {
          try averagePool2d(
            $0, size: size, stride: stride, padding: padding, roundsUp: roundsUp, countsPadding: countsPadding)
        }
      }
      try both { try globalAveragePool2d($0) }
      try both { try adaptiveAveragePool2d($0, size: [13, 4]) }
    }
  }

  @Test func normalizationsMatchTheReference() throws {
    let channels = 18
    let x = try pair([3, channels, 11, 10], seed: 6)
    // Far from 0, where a variance from squares would have lost its digits.
    let shifted = (single: try x.single.adding(100), double: try x.single.adding(100).asType(.float64))
    let (gamma, beta) = (try pair([channels], seed: 7), try pair([channels], seed: 8))
    let layerGamma = try pair([10], seed: 9)
    typealias Operation = (_ inputs: [Tensor]) throws -> Tensor
    let operations: [(name: String, inputs: [(single: Tensor, double: Tensor)], apply: Operation)] = [
      ("batch", [shifted, gamma, beta], { try batchNorm($0[0], gamma: $0[1], beta: $0[2]) }),
      ("batch without parameters", [x], { try batchNorm($0[0]) }),
      ("instance", [shifted, gamma, beta], { try instanceNorm($0[0], gamma: $0[1], beta: $0[2]) }),
      ("group", [x, gamma, beta], { try groupNorm($0[0], groups: 6, gamma: $0[1], beta: $0[2]) }),
      ("layer", [shifted, layerGamma], { try layerNorm($0[0], normalizedShape: [10], gamma: $0[1]) }),
      (
        "batch, residual, relu", [x, gamma, beta, shifted],
        { try normalizedBatch($0[0], gamma: $0[1], beta: $0[2], residual: $0[3].subtracting(100), relu: true).y }
      ),
      ("batch, relu", [x, gamma, beta], { try normalizedBatch($0[0], gamma: $0[1], beta: $0[2], relu: true).y }),
    ]
    let dy = try pair(x.single.shape, seed: 10)
    for (name, inputs, apply) in operations {
      let (single, double) = (
        try inputs.map { try $0.single.requiringGradient() }, try inputs.map { try $0.double.requiringGradient() }
      )
      let (a, b) = (try apply(single), try apply(double))
      #expect(try error(a, b) < 1e-5, "\(name)")
      let ours = try gradients(of: a, at: single, upstream: dy.single)
      let theirs = try gradients(of: b, at: double, upstream: dy.double)
      for (a, b) in zip(ours, theirs) { #expect(try error(a, b) < 2e-5, "a gradient of \(name)") }
    }
  }

  @Test func batchStatisticsAreThoseOfTheBatch() throws {
    let x = try pair([3, 5, 20, 30], seed: 6)
    let (y, mean, variance) = try normalizedBatch(x.single, gamma: nil, beta: nil, relu: false)
    #expect(y.hasOnlyPixels)
    #expect(try error(mean, x.double.mean(axes: [0, 2, 3])) < 1e-6)
    #expect(try error(variance, x.double.variance(axes: [0, 2, 3], correction: 0)) < 1e-6)
    let given = try batchNorm(x.single, mean: mean, variance: variance)
    #expect(given.hasOnlyPixels)
    #expect(try error(given, batchNorm(x.double, mean: mean, variance: variance)) < 1e-6)
  }

  @Test func gradientsOfGradientsOfNormalizationsMatch() throws {
    func slopes(_ dtype: DType) throws -> [Tensor] {
      let x = try Tensor.normal([2, 16, 12, 12], seed: 1).asType(.float32).asType(dtype).requiringGradient()
      let gamma = try Tensor.normal([16], seed: 2).asType(.float32).asType(dtype).requiringGradient()
      let y = try normalizedBatch(x, gamma: gamma, beta: nil, relu: true).y
      let first = try gradients(of: y.multiplied(by: y).sum(), at: [x], createGraph: true)[0]
      return try gradients(of: first.multiplied(by: first).sum(), at: [x, gamma])
    }
    for (a, b) in try zip(slopes(.float32), slopes(.float64)) { #expect(try error(a, b) < 1e-4) }
  }

  /// As in a gradient penalty: the gradient's own upstream is a plain number, and only the inputs are recorded.
  @Test(arguments: ["batch", "instance", "layer", "folded"]) func penaltiesOfGradientsMatch(name: String) throws {
    func slopes(_ dtype: DType) throws -> [Tensor] {
      func draw(_ shape: [Int], _ seed: Int) throws -> Tensor {
        try Tensor.normal(shape, seed: seed).asType(.float32).asType(dtype)
      }
      let x = try draw([2, 16, 16, 16], 1).requiringGradient()
      let (gamma, weights) = (try draw([16], 2).requiringGradient(), try draw([2, 16, 16, 16], 3))
      let y =
        switch name {
        case "batch": try batchNorm(x, gamma: gamma)
        case "instance": try instanceNorm(x, gamma: gamma)
        case "layer": try layerNorm(x, normalizedShape: [16], gamma: gamma)
        default:
          try fusedConv2d(
            x.multiplied(by: x), kernel: draw([16, 16, 3, 3], 4), bias: gamma, relu: true, padding: .zeros([1, 1]))
        }
      let slope = try gradients(of: y.multiplied(by: weights).sum(), at: [x], createGraph: true)[0]
      return try gradients(of: square(slope).sum().adding(gamma.sum()), at: [x, gamma])
    }
    for (a, b) in try zip(slopes(.float32), slopes(.float64)) { #expect(try error(a, b) < 1e-4) }
  }

  /// Taps times channels of this shape are cut into parts of different depths.
  @Test func unevenPartsOfTheDepthFitIntoTheirMemory() throws {
    let (k, dy) = (try pair([12, 1, 7, 7], seed: 2), try pair([3, 12, 12, 24], seed: 3))
    let ours = try conv2dInputGradient(dy.single, kernel: k.single, inputShape: [3, 1, 12, 24], padding: 3)
    let theirs = try conv2dInputGradient(dy.double, kernel: k.double, inputShape: [3, 1, 12, 24], padding: 3)
    #expect(try error(ours, theirs) < 1e-6)
    let x = try pair([3, 12, 12, 24], seed: 4)
    let filters = try pair([5, 12, 7, 7], seed: 5)
    #expect(
      try error(
        conv2d(x.single, kernel: filters.single, padding: 3), conv2d(x.double, kernel: filters.double, padding: 3))
        < 1e-6)
  }

  @Test func hugeImagesOfFewChannelsAreNotFilledUp() throws {
    func isFast(_ channels: Int, _ size: Int) throws -> Bool {
      try PixelConvolution(ConvolutionGeometry(input: [1, channels, size, size], kernel: [16, channels, 3, 3])) != nil
    }
    #expect(try isFast(1, 4000) && !isFast(1, 6000) && isFast(16, 6000))
  }

  @Test func imagesOfFewChannelsStayAsTheyAre() throws {
    let x = try Tensor.normal([2, 3, 40, 40], seed: 1).asType(.float32)
    let k = try Tensor.normal([20, 3, 7, 7], seed: 2).asType(.float32).requiringGradient()
    try conv2d(x, kernel: k, stride: 2, padding: 3).sum().backward()
    #expect(k.gradient != nil && !x.hasPixels)
  }

  /// Whoever sums or goes on with pixels relies on them.
  @Test(arguments: [(4, 3), (20, 1), (40, 2), (64, 3), (40, 5)])
  func infinitiesLeaveTheZerosBehindTheChannels(channels: Int, size: Int) throws {
    func lanesBehind(_ images: Tensor) throws -> Int {
      #expect(images.hasOnlyPixels && images.shape[1] == 20)
      return try images.withPixels { y, layout in
        (0..<layout.count).count { $0 % layout.step >= layout.channels && y[$0] != 0 }
      }
    }
    var x = try Tensor.zeros([2, channels, 20, 20], dtype: .float32)
    try x.setNumber(50, to: -.infinity)
    let y = try conv2d(x, kernel: .ones([20, channels, size, size], dtype: .float32), padding: size / 2)
    #expect(try lanesBehind(y) == 0)
    let side = y.shape[3]
    var dy = try Tensor.zeros([2, channels, side, side], dtype: .float32)
    try dy.setNumber(50, to: .infinity)
    let k = try Tensor.ones([channels, 20, size, size], dtype: .float32)
    #expect(try lanesBehind(conv2dInputGradient(dy, kernel: k, inputShape: [2, 20, 20, 20], padding: size / 2)) == 0)
  }

  @Test func sumsOfRectifiedInfinitiesAreZero() throws {
    var x = try Tensor.zeros([4, 3, 20, 20], dtype: .float32)
    try x.setNumber(50, to: -.infinity)
    let k = try Tensor.ones([20, 3, 3, 3], dtype: .float32)
    #expect(try relu(conv2d(x, kernel: k, padding: 1)).sum().item() == 0)
  }

  @Test func anEmptyBatchIsEmpty() throws {
    let x = try Tensor.zeros([0, 8, 28, 28], dtype: .float32)
    let k = try Tensor.zeros([8, 8, 3, 3], dtype: .float32)
    #expect(try conv2d(x, kernel: k, padding: 1).shape == [0, 8, 28, 28])
  }
}
