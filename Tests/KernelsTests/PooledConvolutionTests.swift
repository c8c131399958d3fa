import Kernels
import Testing

/// The maps of a pooled convolution are never there as a whole: its numbers must be those of maps that are.
@Suite struct PooledConvolutionTests {
  /// Windows: size, stride, padding, dilation.
  typealias Windows = (size: Int, stride: Int, padding: Int, dilation: Int)

  private func pooling(_ shape: ConvolutionShape, _ windows: Windows) -> PoolingShape {
    func axis(_ input: Int) -> PoolingShape.Axis {
      let room = input + 2 * windows.padding - (windows.size - 1) * windows.dilation - 1
      return .init(
        input: input, output: room / windows.stride + 1, window: windows.size, stride: windows.stride,
        padding: windows.padding, dilation: windows.dilation)
    }
    return PoolingShape(input: shape.output, rows: axis(shape.outputHeight), columns: axis(shape.outputWidth))
  }

  private func expectTheNumbersOfItsParts(
    _ shape: ConvolutionShape, _ windows: Windows, _ algorithm: ConvolutionAlgorithm, relu: Bool = true,
    of order: ImageOrder = .pixels
  ) {
    let numbers = ConvolutionNumbers(shape)
    let x = order == .pixels ? pixelOrder(numbers.x, shape.input) : numbers.x
    let weights = PackedWeights(kernel: numbers.k, shape: shape, pass: .forward, algorithm: algorithm)
    let step = shape.output.step
    let bias = randomNumbers(shape.filters, seed: 7) + [Float](repeating: 0, count: step - shape.filters)
    let pooling = pooling(shape, windows)

    var maps = [Float](repeating: .nan, count: shape.output.count)
    var (y, parts) = (maps, [Float](repeating: .nan, count: pooling.output.count))
    y.removeLast(y.count - parts.count)
    var winners = [UInt8](repeating: 200, count: parts.count)
    var partWinners = winners
    bias.withUnsafeBufferPointer { bias in
      convolve(x, in: order, weights: weights, &maps, shape, ConvolutionEpilogue(bias: bias.baseAddress, relu: relu))
      Pooling.maximum(&y, winners: &winners, maps, pooling)
      PooledConvolution(shape, of: order, pooling)
        .run(&parts, winners: &partWinners, x, weights: weights, bias: bias.baseAddress, relu: relu)
    }
    #expect(zip(parts, y).count { $0.bitPattern != $1.bitPattern } == 0, "\(shape), \(windows)")
    #expect(zip(partWinners, winners).count { $0 != $1 } == 0)
  }

  @Test(arguments: 0..<40) func randomShapes(seed: Int) {
    let shape = ConvolutionShape.random(seed: seed)
    let windows: [Windows] = [(2, 2, 0, 1), (3, 2, 1, 1), (1, 3, 0, 1), (2, 3, 0, 1), (2, 1, 1, 2)]
    let pick = windows[seed % windows.count]
    guard shape.outputHeight > 2, shape.outputWidth > 2 else { return }
    expectTheNumbersOfItsParts(shape, pick, .direct, relu: seed % 3 != 0)
  }

  /// Images of more than 2 MB of maps, whose rows are parted where windows do not overlap.
  @Test(
    arguments: [
      ((2, 2, 0, 1), .winograd4), ((2, 2, 0, 1), .winograd2), ((2, 2, 0, 1), .direct), ((3, 3, 0, 1), .winograd4),
      ((2, 5, 0, 1), .winograd2), ((2, 4, 0, 2), .direct), ((3, 2, 0, 1), .winograd4), ((2, 2, 1, 1), .direct),
    ] as [(Windows, ConvolutionAlgorithm)])
  func largeImages(windows: Windows, algorithm: ConvolutionAlgorithm) {
    let shape = ConvolutionShape(
      images: 2, channels: 3, size: (205, 163), filters: 20, kernel: (3, 3), padding: (1, 1))
    #expect(shape.output.imageSize > 2 << 18)
    expectTheNumbersOfItsParts(shape, windows, algorithm)
    if algorithm == .direct { expectTheNumbersOfItsParts(shape, windows, algorithm, of: .planes) }
  }

  /// The maps' first and last rows lie in the padding, with strides and dilation.
  @Test(arguments: [(1, 4, 1), (2, 4, 2), (2, 0, 1), (3, 7, 1)])
  func stridesAndPaddingOfLargeImages(stride: Int, padding: Int, dilation: Int) {
    let shape = ConvolutionShape(
      images: 1, channels: 2, size: (130 * stride, 260 * stride), filters: 18, kernel: (5, 5),
      stride: (stride, stride), padding: (padding, padding), dilation: (dilation, dilation))
    #expect(shape.output.imageSize > 2 << 18)
    expectTheNumbersOfItsParts(shape, (2, 2, 0, 1), .direct)
  }

  @Test func manyImages() {
    let shape = ConvolutionShape(images: 23, channels: 3, size: (40, 41), filters: 33, kernel: (3, 3), padding: (1, 1))
    expectTheNumbersOfItsParts(shape, (3, 2, 0, 1), .winograd4)
    expectTheNumbersOfItsParts(shape, (2, 2, 0, 1), .direct)
    expectTheNumbersOfItsParts(shape, (2, 2, 0, 1), .direct, of: .planes)
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() {
    let before = ThreadPool.threads
    defer { ThreadPool.threads = before }
    for threads in [1, 3] {
      ThreadPool.threads = threads
      expectTheNumbersOfItsParts(
        ConvolutionShape(images: 9, channels: 3, size: (64, 64), filters: 33, kernel: (3, 3), padding: (1, 1)),
        (2, 2, 0, 1), .winograd4)
    }
  }
}
