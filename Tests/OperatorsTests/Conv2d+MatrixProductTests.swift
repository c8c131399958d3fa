import Operators
import Tensors
import Testing

/// The fast path against the readable one, on random shapes.
@Suite struct Conv2dMatrixProductTests {
  @Test(arguments: [DType.float32, .float64])
  func randomShapesMatchTheReference(dtype: DType) throws {
    var random = Random(seed: 11)
    func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.uniform() * Double(range.count)) }
    for seed in 0..<60 {
      let groups = pick(1...3)
      let (channels, filters, u, v) = (pick(1...3), pick(1...5), pick(1...4), pick(1...4))
      let (stride, padding, dilation) = (pick(1...3), pick(0...3), pick(1...2))
      let (height, width) = (u * dilation + pick(0...6), v * dilation + pick(0...6))
      let x = try Tensor.normal([pick(1...3), channels * groups, height, width], seed: seed).asType(dtype)
      let k = try Tensor.normal([filters * groups, channels, u, v], seed: seed + 100).asType(dtype)
      let g = try ConvolutionGeometry(
        input: x.shape, kernel: k.shape, stride: stride, padding: padding, dilation: dilation, groups: groups)
      let dy = try Tensor.normal(g.outputShape, seed: seed + 200).asType(dtype)
      let type: any MatrixElement.Type = dtype == .float32 ? Float.self : Double.self
      let tolerance = dtype == .float32 ? 1e-4 : 1e-12
      #expect(distance(try slideByMatrixProduct(x, k, g, type), try slide(x, k, g, type)) < tolerance)
      #expect(
        distance(try inputGradientByMatrixProduct(dy, k, g, type), try collectForPixels(dy, k, g, type)) < tolerance)
      #expect(
        distance(try kernelGradientByMatrixProduct(dy, x, g, type), try collectForWeights(dy, x, g, type)) < tolerance)
    }
  }

  @Test func onlyLargeWorkTakesTheFastPath() throws {
    #expect(try !ConvolutionGeometry(input: [1, 1, 5, 5], kernel: [8, 1, 3, 3]).isLarge)
    #expect(try ConvolutionGeometry(input: [1, 8, 28, 28], kernel: [8, 8, 3, 3]).isLarge)
    #expect(try !ConvolutionGeometry(input: [1, 8, 28, 28], kernel: [8, 1, 3, 3], groups: 8).isLarge)
  }
}
