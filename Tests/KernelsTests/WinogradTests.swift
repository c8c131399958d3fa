import KernelInterface
import Kernels
import Testing

@Suite(.serialized) struct WinogradTests {
  /// F(2x2, 3x3), F(4x4, 3x3) and F(2x2, 5x5).
  static let algorithms: [ConvolutionAlgorithm] = [.winograd2, .winograd4, .winograd2x5]

  /// What every algorithm must come to, as a part of the largest number. Plain sums of floats come to 1e-6.
  static func limit(_ algorithm: ConvolutionAlgorithm) -> Double { algorithm == .winograd2 ? 1.5e-6 : 5e-6 }

  static func side(_ algorithm: ConvolutionAlgorithm) -> Int { algorithm == .winograd2x5 ? 5 : 3 }

  private func forward(
    _ numbers: ConvolutionNumbers, _ algorithm: ConvolutionAlgorithm, _ table: KernelTable = ProcessorLevel.table
  ) -> [Float] {
    let shape = numbers.shape
    let convolution = WinogradConvolution(shape, pass: .forward, algorithm, table: table)
    let packed = AlignedBuffer(count: convolution.packedCount)
    packed.base.update(repeating: .nan, count: packed.count)
    convolution.pack(numbers.k, into: packed.base)
    var y = [Float](repeating: .nan, count: shape.output.count)
    convolution.run(pixelOrder(numbers.x, shape.input), packed: packed.base, y: &y)
    return y
  }

  private func inputGradient(
    _ numbers: ConvolutionNumbers, _ algorithm: ConvolutionAlgorithm, _ table: KernelTable = ProcessorLevel.table
  ) -> [Float] {
    let shape = numbers.shape
    let convolution = WinogradConvolution(shape, pass: .inputGradient, algorithm, table: table)
    let packed = AlignedBuffer(count: convolution.packedCount)
    packed.base.update(repeating: .nan, count: packed.count)
    convolution.pack(numbers.k, into: packed.base)
    var dx = [Float](repeating: .nan, count: shape.input.count)
    convolution.run(pixelOrder(numbers.dy, shape.output), packed: packed.base, y: &dx)
    return dx
  }

  private func check(_ shape: ConvolutionShape, _ algorithm: ConvolutionAlgorithm, seed: Int = 1) {
    let numbers = ConvolutionNumbers(shape, seed: seed)
    let y = pixelOrder(numbers.reference.forward(numbers.x, numbers.k), shape.output)
    let dx = pixelOrder(numbers.reference.inputGradient(numbers.dy, numbers.k), shape.input)
    let limit = Self.limit(algorithm)
    for table in runnableTables {
      #expect(relativeError(forward(numbers, algorithm, table), y) < limit, "forward, \(table.level), \(shape)")
      #expect(relativeError(inputGradient(numbers, algorithm, table), dx) < limit, "gradient, \(table.level), \(shape)")
    }
  }

  /// Sizes around the tiles' and the vectors', with less, as much and more padding than keeps the size.
  @Test(arguments: algorithms) func randomShapesMatchPlainLoops(algorithm: ConvolutionAlgorithm) {
    var generator = SplitMix(state: 11)
    for seed in 0..<40 {
      let side = Self.side(algorithm)
      let padding = (Int.random(in: 0...side, using: &generator), Int.random(in: 0...side, using: &generator))
      let size = (Int.random(in: side...14, using: &generator), Int.random(in: side...14, using: &generator))
      let shape = ConvolutionShape(
        images: Int.random(in: 1...3, using: &generator), channels: Int.random(in: 1...40, using: &generator),
        size: size, filters: Int.random(in: 1...70, using: &generator), kernel: (side, side), padding: padding)
      check(shape, algorithm, seed: seed)
    }
  }

  /// Deep sums, enough tiles for every way to cut them, and packed kernels larger than the caches.
  @Test(arguments: algorithms) func largeShapesMatchPlainLoops(algorithm: ConvolutionAlgorithm) {
    let side = Self.side(algorithm)
    for (images, channels, size, filters) in [(1, 256, 7, 40), (5, 24, 23, 40), (1, 8, 50, 100), (1, 350, 5, 340)] {
      check(
        ConvolutionShape(
          images: images, channels: channels, size: (size, size), filters: filters, kernel: (side, side),
          padding: (side / 2, side / 2)), algorithm)
    }
  }

  @Test(arguments: algorithms) func theEpilogueAddsAndClips(algorithm: ConvolutionAlgorithm) {
    let side = Self.side(algorithm)
    let shape = ConvolutionShape(
      images: 2, channels: 6, size: (6, 7), filters: 38, kernel: (side, side), padding: (1, 1))
    let (y, error) = ConvolutionNumbers(shape).rectified(by: algorithm)
    #expect(error < Self.limit(algorithm))
    #expect(y.contains(0) && y.contains { $0 > 0 })
  }

  @Test(arguments: algorithms) func gradientsGoThroughPackedWeights(algorithm: ConvolutionAlgorithm) {
    let side = Self.side(algorithm)
    let shape = ConvolutionShape(
      images: 1, channels: 20, size: (9, 8), filters: 5, kernel: (side, side), padding: (1, 2))
    let numbers = ConvolutionNumbers(shape)
    let weights = PackedWeights(kernel: numbers.k, shape: shape, pass: .inputGradient, algorithm: algorithm)
    var dx = [Float](repeating: .nan, count: shape.input.count)
    convolveInputGradient(pixelOrder(numbers.dy, shape.output), weights: weights, &dx, shape)
    let expected = pixelOrder(numbers.reference.inputGradient(numbers.dy, numbers.k), shape.input)
    #expect(relativeError(dx, expected) < Self.limit(algorithm))
  }

  @Test(arguments: algorithms) func noImagesGiveNothing(algorithm: ConvolutionAlgorithm) {
    let side = Self.side(algorithm)
    var shape = ConvolutionShape(images: 1, channels: 3, size: (6, 7), filters: 5, kernel: (side, side))
    shape.images = 0
    let numbers = ConvolutionNumbers(shape)
    #expect(forward(numbers, algorithm) == [])
    #expect(inputGradient(numbers, algorithm) == [])
  }

  /// One shape whose tiles are shared out, and one whose filters are.
  @Test(arguments: algorithms) func anyNumberOfThreadsGivesTheSameBits(algorithm: ConvolutionAlgorithm) {
    let before = ThreadPool.threads
    defer { ThreadPool.threads = before }
    let side = Self.side(algorithm)
    for (channels, size, filters) in [(20, 33, 40), (40, 7, 200)] {
      let numbers = ConvolutionNumbers(
        ConvolutionShape(
          images: 2, channels: channels, size: (size, size), filters: filters, kernel: (side, side), padding: (1, 1)))
      let results = [1, 2, 3].map { threads in
        ThreadPool.threads = threads
        return (forward(numbers, algorithm) + inputGradient(numbers, algorithm)).map(\.bitPattern)
      }
      #expect(results[0] == results[1] && results[0] == results[2])
    }
  }
}
