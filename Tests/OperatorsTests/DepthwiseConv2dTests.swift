import Operators
import Tensors
import Testing

@Suite struct DepthwiseConv2dTests {
  /// Each channel by itself, with two filters of its own.
  @Test func channelsDoNotMeet() throws {
    let (x, k) = (try Tensor.normal([2, 3, 5, 4], seed: 1), try Tensor.normal([6, 1, 2, 3], seed: 2))
    let y = try depthwiseConv2d(x, kernel: k, stride: 2, padding: 1)
    for channel in 0..<3 {
      let alone = try conv2d(
        x.subscripted([0..<2, channel..<channel + 1, 0..<5, 0..<4]),
        kernel: k.subscripted([2 * channel..<2 * channel + 2, 0..<1, 0..<2, 0..<3]), stride: 2, padding: 1)
      #expect(
        distance(try y.subscripted([0..<2, 2 * channel..<2 * channel + 2, 0..<3, 0..<2]), alone) < 1e-12)
    }
  }

  @Test func whatDoesNotFitIsNamed() {
    func sentence(_ input: [Int], _ kernel: [Int]) -> String? {
      message { _ = try depthwiseConv2d(ramp(input), kernel: ramp(kernel)) }
    }
    #expect(
      sentence([1, 3, 4, 4], [4, 1, 2, 2])
        == "depthwiseConv2d needs filters of 1 channel, the same number of them for each of 3 channels, but these have "
        + "shape [4, 1, 2, 2]")
    #expect(
      sentence([1, 3, 4, 4], [3, 3, 2, 2])
        == "depthwiseConv2d needs filters of 1 channel, the same number of them for each of 3 channels, but these have "
        + "shape [3, 3, 2, 2]")
    #expect(
      sentence([1, 0, 4, 4], [3, 1, 2, 2])
        == "depthwiseConv2d needs images with a channel or more, but these have shape [1, 0, 4, 4]")
    #expect(sentence([3, 4, 4], [3, 1, 2, 2]) == "images need 4 axes, [N, C, H, W], but these have shape [3, 4, 4]")
  }
}
