import Operators
import Tensors
import Testing

@Suite struct Conv3dTests {
  /// A filter of one layer slides over the layers of a volume as over images.
  @Test func isConv2dOnEachLayer() throws {
    let (x, k) = (try Tensor.normal([1, 2, 3, 5, 4], seed: 1), try Tensor.normal([3, 2, 1, 2, 3], seed: 2))
    let y = try conv3d(x, kernel: k, strides: [1, 2, 1], padding: .zeros([0, 1, 0]))
    let layers = try x.permuted([0, 2, 1, 3, 4]).reshaped([3, 2, 5, 4])
    let images = try conv2d(
      layers, kernel: k.reshaped([3, 2, 2, 3]), strides: [2, 1], padding: .zeros([1, 0]))
    #expect(y.shape == [1, 3, 3, 3, 2])
    #expect(distance(try images.reshaped([1, 3, 3, 3, 2]).permuted([0, 2, 1, 3, 4]), y) == 0)
  }

  @Test func largeWorkTakesTheFastPath() throws {
    let (x, k) = (try Tensor.normal([1, 4, 5, 7, 6], seed: 1), try Tensor.normal([8, 4, 3, 2, 3], seed: 2))
    let g = try ConvolutionGeometry(
      input: x.shape, kernel: k.shape, axes: 3, strides: [1, 2, 1],
      padding: .zeros(before: [1, 0, 2], after: [1, 1, 0]),
      dilations: [1, 2, 1])
    #expect(g.isLarge)
    #expect(distance(try slideByMatrixProduct(x, k, g, Double.self), try slide(x, k, g, Double.self)) < 1e-12)
  }

  @Test func shapesThatDoNotFitAreNamed() {
    func sentence(_ input: [Int], _ kernel: [Int], strides: [Int] = [1, 1, 1], dilations: [Int] = [1, 1, 1]) -> String?
    {
      message {
        _ = try conv3d(ramp(input), kernel: ramp(kernel), strides: strides, padding: .valid, dilations: dilations)
      }
    }
    #expect(
      sentence([1, 1, 4, 4], [1, 1, 2, 2, 2])
        == "volumes need 5 axes, [N, C, D, H, W], but these have shape [1, 1, 4, 4]")
    #expect(
      sentence([1, 1, 4, 4, 4], [1, 1, 2, 2])
        == "filters need 5 axes, [O, C, T, U, V], but these have shape [1, 1, 2, 2]")
    #expect(
      sentence([1, 1, 4, 3, 4], [1, 1, 2, 3, 2], dilations: [1, 2, 1])
        == "a filter that covers 2x5x2 does not fit into a volume of 4x3x4")
    #expect(
      sentence([1, 1, 4, 4, 4], [1, 1, 2, 2, 2], strides: [1, 2])
        == "strides needs 3 numbers, one for each axis, and got [1, 2]")
  }
}
