import Operators
import Tensors
import Testing

@Suite struct ConvTransposedTests {
  /// What the lesson teaches: a transposed convolution is a convolution of the image with zeros inserted, by the kernel
  /// rotated by 180 degrees.
  @Test func isAConvolutionOfTheImageWithZerosInserted() throws {
    let (x, k) = (try Tensor.normal([1, 1, 3, 4], seed: 1), try Tensor.normal([1, 1, 3, 2], seed: 2))
    var spread = try Tensor.zeros([1, 1, 5, 7])
    for i in 0..<3 {
      for j in 0..<4 { try spread.setNumber(2 * i * 7 + 2 * j, to: x.number(i * 4 + j)) }
    }
    let full = try conv2d(spread, kernel: k.rotated180(), padding: .zeros([2, 1]))
    #expect(distance(try convTransposed2d(x, kernel: k, stride: 2), full) < 1e-12)
  }

  @Test func isTheInputGradient() throws {
    let (dy, k) = (try Tensor.normal([2, 4, 3, 2], seed: 1), try Tensor.normal([4, 3, 3, 2], seed: 2))
    let dx = try conv2dInputGradient(dy, kernel: k, inputShape: [2, 6, 6, 3], stride: 2, padding: 1, groups: 2)
    let y = try convTransposed2d(dy, kernel: k, stride: 2, padding: 1, outputPadding: 1, groups: 2)
    #expect(y.shape == [2, 6, 6, 3])
    #expect(distance(y, dx) == 0)
  }

  /// ⟨y, conv(x)⟩ = ⟨convTransposed(y), x⟩: the matrices are each other's transpose.
  @Test func isTheAdjointOfTheConvolution() throws {
    let (x, k) = (try Tensor.normal([1, 2, 7], seed: 1), try Tensor.normal([3, 2, 3], seed: 2))
    let y = try Tensor.normal([1, 3, 4], seed: 3)
    let left = try y.multiplied(by: conv1d(x, kernel: k, stride: 2, padding: 1)).sum().item()
    let right = try convTransposed1d(y, kernel: k, stride: 2, padding: 1).multiplied(by: x).sum().item()
    #expect((left - right).magnitude < 1e-12)
  }

  @Test func aBiasIsAddedToEachChannelOfTheResult() throws {
    let y = try convTransposed3d(
      Tensor.zeros([1, 1, 1, 1, 1]), kernel: ramp([1, 2, 1, 1, 2]), bias: Tensor([5, 7]))
    #expect(y.elements == [5, 5, 7, 7])
  }

  @Test func whatDoesNotFitIsNamed() throws {
    func sentence(
      _ input: [Int], _ kernel: [Int], bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0,
      dilation: Int = 1, groups: Int = 1
    ) -> String? {
      message {
        _ = try convTransposed2d(
          ramp(input), kernel: ramp(kernel), bias: bias, stride: stride, padding: padding,
          outputPadding: outputPadding, dilation: dilation, groups: groups)
      }
    }
    #expect(sentence([4, 4], [1, 1, 2, 2]) == "images need 4 axes, [N, C, H, W], but these have shape [4, 4]")
    #expect(sentence([1, 2, 4, 4], [3, 1, 2, 2]) == "images have 2 channels, but filters expect 3")
    #expect(sentence([1, 3, 4, 4], [3, 1, 2, 2], groups: 2) == "3 channels cannot be split into 2 groups")
    #expect(
      sentence([1, 1, 4, 4], [1, 1, 2, 2], outputPadding: 1)
        == "outputPadding must be smaller than the stride or the dilation, here 1, and got 1")
    #expect(sentence([1, 1, 4, 4], [1, 1, 2, 2], outputPadding: -1) == "outputPadding must be 0 or more, and got -1")
    #expect(
      sentence([1, 1, 1, 2], [1, 3, 2, 2], padding: 1)
        == "the padding leaves nothing of the result: its shape would be [1, 3, 0, 1]")
    #expect(
      sentence([1, 1, 0, 2], [1, 3, 2, 2])
        == "a transposed convolution needs images with at least one element along each axis, but these have shape "
        + "[1, 1, 0, 2]")
    #expect(
      sentence([1, 1, 2, 2], [1, 3, 2, 2], bias: try Tensor([1]))
        == "the bias needs shape [3], a number for each feature map, but it has shape [1]")
    #expect(
      sentence([1, 1, 2, 2], [1, 1, 2, 2], stride: 1_000_000_000, dilation: 1_000_000_000)?.hasSuffix("are allowed")
        == true)
    #expect(
      message {
        _ = try convTransposed1d(
          ramp([1, 1, 2]), kernel: ramp([1, 1, 2]), strides: [2], padding: .same, outputPadding: [1])
      } == "padding .same decides the size of the result: outputPadding has to be 0, and is [1]")
    #expect(
      message {
        _ = try convTransposed1d(ramp([1, 1, 2]), kernel: ramp([1, 1, 2]), padding: .valid, outputPadding: [])
      } == "outputPadding needs 1 number, one for each axis, and got []")
  }
}
