import KernelInterface
import Kernels
import Testing

/// Numbers of one convolution, in rows and as layouts.
struct ConvolutionNumbers {
  let shape: ConvolutionShape
  let reference: ConvolutionReference
  let x: [Float]
  let k: [Float]
  let dy: [Float]

  init(_ shape: ConvolutionShape, seed: Int = 1) {
    self.shape = shape
    reference = ConvolutionReference(shape: shape)
    x = randomNumbers(shape.images * shape.channels * shape.height * shape.width, seed: UInt64(seed))
    k = randomNumbers(reference.kernelCount, seed: UInt64(seed + 1))
    dy = randomNumbers(
      shape.images * shape.filters * shape.outputHeight * shape.outputWidth, seed: UInt64(seed + 2))
  }

  func images(in order: ImageOrder) -> [Float] { order == .planes ? x : pixelOrder(x, shape.input) }

  func forward(_ table: KernelTable, in order: ImageOrder = .pixels) -> [Float] {
    let convolution = DirectConvolution(shape, pass: .forward, table: table)
    var packed = [Float](repeating: .nan, count: convolution.packedCount)
    convolution.pack(k, into: &packed)
    var y = [Float](repeating: .nan, count: shape.output.count)
    convolution.run(images(in: order), in: order, packed: packed, y: &y)
    return y
  }

  /// `max(y + b + r, 0)` by an algorithm with its epilogue, and how far it is from the reference.
  func rectified(by algorithm: ConvolutionAlgorithm) -> (y: [Float], error: Double) {
    let weights = PackedWeights(kernel: k, shape: shape, pass: .forward, algorithm: algorithm)
    let step = shape.output.step
    let bias = randomNumbers(shape.filters, seed: 7) + [Float](repeating: 0, count: step - shape.filters)
    let residual = pixelOrder(dy, shape.output)
    var y = [Float](repeating: .nan, count: shape.output.count)
    bias.withUnsafeBufferPointer { bias in
      residual.withUnsafeBufferPointer { residual in
        convolve(
          pixelOrder(x, shape.input), weights: weights, &y, shape,
          ConvolutionEpilogue(bias: bias.baseAddress, residual: residual.baseAddress, relu: true))
      }
    }
    let plain = pixelOrder(reference.forward(x, k), shape.output)
    let expected = plain.indices.map { max(0, plain[$0] + Double(bias[$0 % step]) + Double(residual[$0])) }
    return (y, relativeError(y, expected))
  }

  func inputGradient(_ table: KernelTable) -> [Float] {
    let convolution = DirectConvolution(shape, pass: .inputGradient, table: table)
    var packed = [Float](repeating: .nan, count: convolution.packedCount)
    convolution.pack(k, into: &packed)
    var dx = [Float](repeating: .nan, count: shape.input.count)
    convolution.run(pixelOrder(dy, shape.output), packed: packed, y: &dx)
    return dx
  }

  func kernelGradient(_ table: KernelTable, in order: ImageOrder = .pixels) -> [Float] {
    var dk = [Float](repeating: .nan, count: k.count)
    DirectKernelGradient(shape, table: table)
      .run(pixelOrder(dy, shape.output), images(in: order), in: order, &dk)
    return dk
  }
}

/// Doubles in the order of a layout, with zeros behind the channels.
func pixelOrder(_ rows: [Double], _ layout: PixelLayout) -> [Double] {
  let plane = layout.height * layout.width
  var y = [Double](repeating: 0, count: layout.count)
  for image in 0..<layout.images {
    for channel in 0..<layout.channels {
      for pixel in 0..<plane {
        y[(image * plane + pixel) * layout.step + channel] = rows[(image * layout.channels + channel) * plane + pixel]
      }
    }
  }
  return y
}

@Suite(.serialized) struct DirectConvolutionTests {
  @Test func randomShapesMatchPlainLoops() {
    for seed in 0..<80 {
      let numbers = ConvolutionNumbers(.random(seed: seed), seed: seed)
      let shape = numbers.shape
      let y = pixelOrder(numbers.reference.forward(numbers.x, numbers.k), shape.output)
      let dx = pixelOrder(numbers.reference.inputGradient(numbers.dy, numbers.k), shape.input)
      let dk = numbers.reference.kernelGradient(numbers.dy, numbers.x)
      for table in runnableTables {
        #expect(relativeError(numbers.forward(table), y) < 1e-6, "forward, \(table.level), \(shape)")
        #expect(relativeError(numbers.inputGradient(table), dx) < 1e-6, "input gradient, \(table.level), \(shape)")
        #expect(relativeError(numbers.kernelGradient(table), dk) < 1e-6, "kernel gradient, \(table.level), \(shape)")
      }
    }
  }

  /// Deeper than one block of the sum, and wider than one chunk.
  @Test(arguments: [
    ConvolutionShape(images: 1, channels: 400, size: (5, 6), filters: 70, kernel: (3, 3), padding: (1, 1)),
    ConvolutionShape(images: 5, channels: 64, size: (14, 14), filters: 96, kernel: (3, 3), padding: (1, 1)),
    ConvolutionShape(images: 9, channels: 80, size: (7, 7), filters: 100, kernel: (3, 3), padding: (1, 1)),
    ConvolutionShape(images: 1, channels: 32, size: (5, 450), filters: 16, kernel: (3, 3)),
    ConvolutionShape(
      images: 3, channels: 144, size: (9, 19), filters: 40, kernel: (3, 3), stride: (2, 2), padding: (1, 1)),
    ConvolutionShape(
      images: 2, channels: 144, size: (19, 17), filters: 20, kernel: (2, 3), stride: (2, 3), padding: (0, 2),
      dilation: (3, 2)),
    ConvolutionShape(images: 3, channels: 800, size: (4, 4), filters: 40, kernel: (1, 1)),
    ConvolutionShape(
      images: 2, channels: 3, size: (40, 37), filters: 20, kernel: (7, 7), stride: (2, 2), padding: (3, 3)),
    tapsFarApart(channels: 3),
    tapsFarApart(channels: 33),
  ])
  func largeShapesMatchPlainLoops(shape: ConvolutionShape) {
    let numbers = ConvolutionNumbers(shape)
    let table = ProcessorLevel.table
    let y = pixelOrder(numbers.reference.forward(numbers.x, numbers.k), shape.output)
    let dx = pixelOrder(numbers.reference.inputGradient(numbers.dy, numbers.k), shape.input)
    #expect(relativeError(numbers.forward(table), y) < 2e-6)
    #expect(relativeError(numbers.inputGradient(table), dx) < 2e-6)
    #expect(
      relativeError(numbers.kernelGradient(table), numbers.reference.kernelGradient(numbers.dy, numbers.x)) < 2e-6)
  }

  /// The images are a small part of what lies under the taps.
  private static func tapsFarApart(channels: Int) -> ConvolutionShape {
    ConvolutionShape(
      images: 2, channels: channels, size: (12, 10), filters: 20, kernel: (3, 3), padding: (700, 600),
      dilation: (700, 600))
  }

  @Test func imagesAreNotCopiedWithABorderThatIsMuchLarger() {
    #expect(!Self.tapsFarApart(channels: 3).canReadPlanes)
    #expect(
      ConvolutionShape(images: 1, channels: 3, size: (9, 9), filters: 4, kernel: (5, 5), padding: (4, 4)).canReadPlanes)
  }

  /// Gaps between windows, lines that no window covers, more lines than one chunk has, and long runs.
  @Test(arguments: [
    ConvolutionShape(
      images: 2, channels: 3, size: (61, 40), filters: 20, kernel: (7, 7), stride: (2, 2), padding: (3, 3)),
    ConvolutionShape(images: 1, channels: 3, size: (120, 33), filters: 70, kernel: (11, 11), stride: (4, 4)),
    ConvolutionShape(images: 2, channels: 1, size: (59, 9), filters: 33, kernel: (5, 5), padding: (2, 2)),
    ConvolutionShape(images: 2, channels: 2, size: (17, 20), filters: 5, kernel: (3, 2), stride: (5, 6)),
    ConvolutionShape(images: 1, channels: 9, size: (60, 13), filters: 9, kernel: (3, 8), padding: (7, 7)),
    ConvolutionShape(
      images: 1, channels: 3, size: (70, 8), filters: 17, kernel: (4, 3), stride: (3, 1), padding: (2, 4),
      dilation: (5, 1)),
    ConvolutionShape(images: 1, channels: 1, size: (20, 6), filters: 4, kernel: (6, 1), dilation: (3, 2)),
  ])
  func gradientsToFewChannelsMatchPlainLoops(shape: ConvolutionShape) {
    let numbers = ConvolutionNumbers(shape)
    let dx = pixelOrder(numbers.reference.inputGradient(numbers.dy, numbers.k), shape.input)
    for table in runnableTables {
      #expect(relativeError(numbers.inputGradient(table), dx) < 1e-6, "\(table.level)")
    }
  }

  /// The same bits: the copy that is made of few channels is the same.
  @Test(arguments: [
    ConvolutionShape(
      images: 2, channels: 3, size: (40, 37), filters: 20, kernel: (7, 7), stride: (2, 2), padding: (3, 3)),
    ConvolutionShape(images: 3, channels: 1, size: (28, 23), filters: 33, kernel: (3, 3), padding: (1, 1)),
    ConvolutionShape(images: 1, channels: 4, size: (9, 20), filters: 40, kernel: (3, 2), dilation: (1, 2)),
    ConvolutionShape(images: 2, channels: 8, size: (11, 9), filters: 17, kernel: (1, 2), padding: (2, 0)),
  ])
  func imagesOfFewChannelsAreReadInEitherOrder(shape: ConvolutionShape) {
    #expect(shape.canReadPlanes)
    let numbers = ConvolutionNumbers(shape)
    for table in runnableTables {
      #expect(numbers.forward(table, in: .planes).map(\.bitPattern) == numbers.forward(table).map(\.bitPattern))
      #expect(
        numbers.kernelGradient(table, in: .planes).map(\.bitPattern)
          == numbers.kernelGradient(table).map(\.bitPattern))
    }
  }

  @Test(arguments: [1, 2]) func theEpilogueAddsAndClips(groups: Int) {
    let shape = ConvolutionShape(
      images: 2, channels: 6, size: (6, 7), filters: 38, kernel: (3, 3), padding: (1, 1), groups: groups)
    let (y, error) = ConvolutionNumbers(shape).rectified(by: .direct)
    #expect(error < 1e-6)
    #expect(y.contains(0) && y.contains { $0 > 0 })
  }

  @Test func noImagesGiveNothing() {
    var shape = ConvolutionShape(images: 1, channels: 3, size: (6, 7), filters: 5, kernel: (3, 3))
    shape.images = 0
    let numbers = ConvolutionNumbers(shape)
    #expect(numbers.forward(ProcessorLevel.table) == [])
    #expect(numbers.inputGradient(ProcessorLevel.table) == [])
    #expect(numbers.kernelGradient(ProcessorLevel.table) == [Float](repeating: 0, count: numbers.k.count))
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() {
    let before = ThreadPool.threads
    defer { ThreadPool.threads = before }
    for shape in [
      ConvolutionShape(images: 2, channels: 48, size: (15, 13), filters: 72, kernel: (3, 3), padding: (1, 1)),
      ConvolutionShape(images: 2, channels: 256, size: (14, 14), filters: 160, kernel: (3, 3), padding: (1, 1)),
      ConvolutionShape(images: 3, channels: 20, size: (15, 14), filters: 9, kernel: (5, 5), stride: (2, 2)),
      ConvolutionShape(images: 2, channels: 3, size: (70, 31), filters: 40, kernel: (7, 7), stride: (2, 2)),
    ] {
      let numbers = ConvolutionNumbers(shape)
      let results = [1, 3].map { threads in
        ThreadPool.threads = threads
        let table = ProcessorLevel.table
        return numbers.forward(table) + numbers.inputGradient(table) + numbers.kernelGradient(table)
      }
      #expect(results[0].map(\.bitPattern) == results[1].map(\.bitPattern))
    }
  }
}
