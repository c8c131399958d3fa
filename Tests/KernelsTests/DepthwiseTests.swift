import KernelInterface
import Kernels
import Testing

@Suite struct DepthwiseTests {
  @Test func randomShapesMatchPlainLoops() {
    for seed in 0..<40 {
      var generator = SplitMix(state: UInt64(seed))
      func pick(_ values: [Int]) -> Int { values.randomElement(using: &generator)! }
      let channels = pick([1, 3, 16, 20, 33])
      let kernel = (pick([1, 3, 4]), pick([1, 2, 3, 5]))
      let dilation = (pick([1, 1, 2]), pick([1, 1, 3]))
      let shape = ConvolutionShape(
        images: pick([1, 2, 3]), channels: channels,
        size: (pick([1, 4, 9]) + dilation.0 * kernel.0, pick([1, 12, 23]) + dilation.1 * kernel.1), filters: channels,
        kernel: kernel, stride: (pick([1, 1, 2, 3]), pick([1, 1, 2])), padding: (pick([0, 1, 3]), pick([0, 1, 2])),
        dilation: dilation, groups: channels)
      check(shape, seed: seed)
    }
  }

  /// Lines of a few times eight pixels and of fewer, with up to all taps of a row outside of the image.
  @Test(arguments: [0, 1, 2, 3], [6, 8, 9, 25]) func rowsOfThreeTapsMatchPlainLoops(padding: Int, width: Int) {
    check(
      ConvolutionShape(
        images: 2, channels: 20, size: (7, width), filters: 20, kernel: (3, 3), padding: (1, padding), groups: 20),
      seed: width)
  }

  func check(_ shape: ConvolutionShape, seed: Int) {
    let numbers = ConvolutionNumbers(shape, seed: seed)
    let x = pixelOrder(numbers.x, shape.input)
    let dy = pixelOrder(numbers.dy, shape.output)
    let y = pixelOrder(numbers.reference.forward(numbers.x, numbers.k), shape.output)
    let dx = pixelOrder(numbers.reference.inputGradient(numbers.dy, numbers.k), shape.input)
    let dk = numbers.reference.kernelGradient(numbers.dy, numbers.x)
    for table in runnableTables {
      let results = [(ConvolutionPass.forward, x, shape.output), (.inputGradient, dy, shape.input)].map {
        let convolution = DepthwiseConvolution(shape, pass: $0.0, table: table)
        var packed = [Float](repeating: .nan, count: convolution.packedCount)
        convolution.pack(numbers.k, into: &packed)
        var result = [Float](repeating: .nan, count: $0.2.count)
        convolution.run($0.1, packed: packed, y: &result)
        return result
      }
      #expect(relativeError(results[0], y) < 1e-6, "forward, \(table.level), \(shape)")
      #expect(relativeError(results[1], dx) < 1e-6, "input gradient, \(table.level), \(shape)")
      var found = [Float](repeating: .nan, count: dk.count)
      DepthwiseConvolution(shape, pass: .kernelGradient, table: table).kernelGradient(dy, x, &found)
      #expect(relativeError(found, dk) < 1e-6, "kernel gradient, \(table.level), \(shape)")
    }
  }

  @Test func theEpilogueAddsAndClips() {
    let shape = ConvolutionShape(
      images: 2, channels: 18, size: (6, 17), filters: 18, kernel: (3, 3), padding: (1, 1), groups: 18)
    let (y, error) = ConvolutionNumbers(shape).rectified(by: .depthwise)
    #expect(error < 1e-6)
    #expect(y.contains(0) && y.contains { $0 > 0 })
  }
}
