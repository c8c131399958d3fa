import Operators
import Tensors
import Testing

@Suite struct Conv1dTests {
  /// A sequence is an image of one row.
  @Test func isConv2dOnOneRow() throws {
    let (x, k) = (try Tensor.normal([2, 4, 9], seed: 1), try Tensor.normal([6, 2, 3], seed: 2))
    let y = try conv1d(x, kernel: k, stride: 2, padding: 2, dilation: 2, groups: 2)
    let image = try conv2d(
      x.reshaped([2, 4, 1, 9]), kernel: k.reshaped([6, 2, 1, 3]), strides: [1, 2], padding: .zeros([0, 2]),
      dilations: [1, 2], groups: 2)
    #expect(y.shape == [2, 6, 5])
    #expect(distance(try image.reshaped([2, 6, 5]), y) == 0)
  }

  @Test func largeWorkTakesTheFastPath() throws {
    let (x, k) = (try Tensor.normal([2, 8, 200], seed: 1), try Tensor.normal([8, 8, 5], seed: 2))
    let g = try ConvolutionGeometry(input: x.shape, kernel: k.shape, axes: 1, stride: 2, padding: 3)
    #expect(g.isLarge)
    let dy = try Tensor.normal(g.outputShape, seed: 3)
    #expect(distance(try slideByMatrixProduct(x, k, g, Double.self), try slide(x, k, g, Double.self)) < 1e-12)
    #expect(
      distance(try inputGradientByMatrixProduct(dy, k, g, Double.self), try collectForPixels(dy, k, g, Double.self))
        < 1e-12)
    #expect(
      distance(try kernelGradientByMatrixProduct(dy, x, g, Double.self), try collectForWeights(dy, x, g, Double.self))
        < 1e-12)
  }

  @Test func shapesThatDoNotFitAreNamed() {
    func sentence(_ input: [Int], _ kernel: [Int], padding: Int = 0) -> String? {
      message { _ = try conv1d(ramp(input), kernel: ramp(kernel), padding: padding) }
    }
    #expect(sentence([1, 4], [1, 1, 2]) == "sequences need 3 axes, [N, C, L], but these have shape [1, 4]")
    #expect(sentence([1, 1, 4], [2]) == "filters need 3 axes, [O, C, U], but these have shape [2]")
    #expect(sentence([1, 3, 4], [1, 1, 2]) == "sequences have 3 channels, but filters expect 1")
    #expect(sentence([1, 1, 2], [1, 1, 3]) == "a filter that covers 3 does not fit into a sequence of 2")
    #expect(
      sentence([1, 1, 2], [1, 1, 5], padding: 1)
        == "a filter that covers 5 does not fit into a sequence of 4 (with padding)")
    #expect(
      sentence([1, 1, 2], [1, 1, 0])
        == "filters need at least one weight along each axis, but these have shape [1, 1, 0]"
    )
  }
}
