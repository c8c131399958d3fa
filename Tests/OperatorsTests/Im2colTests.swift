import Operators
import Tensors
import Testing

@Suite struct Im2colTests {
  /// What the lesson teaches: with the filters as rows, a convolution is a matrix product.
  @Test func aConvolutionIsAProductWithTheColumns() throws {
    let (x, k) = (try Tensor.normal([1, 3, 5, 6], seed: 1), try Tensor.normal([4, 3, 3, 2], seed: 2))
    let columns = try im2col(x, size: [3, 2], stride: 2, padding: 1)
    #expect(columns.shape == [1, 18, 12])
    let y = try matmul(k.reshaped([4, 18]), columns.reshaped([18, 12]))
    #expect(distance(try y.reshaped([1, 4, 3, 4]), try conv2d(x, kernel: k, stride: 2, padding: 1)) < 1e-12)
  }

  /// Where windows do not overlap, columns go back into the image that they came from.
  @Test func columnsOfWindowsSideBySideGoBack() throws {
    let x = try Tensor.normal([2, 2, 4, 6], seed: 1)
    let columns = try im2col(x, size: [2, 3], stride: 3)
    #expect(columns.shape == [2, 12, 2])
    let back = try col2im(im2col(x, size: [2, 1], stride: 1), imageShape: x.shape, size: [2, 1])
    // Inner rows lie under two windows, the first and the last row under one.
    let counts = try Tensor([1, 2, 2, 1], shape: [4, 1])
    #expect(distance(back, try x.multiplied(by: counts)) < 1e-12)
  }

  @Test func sequencesAndVolumesHaveColumnsToo() throws {
    #expect(try im2col(ramp([1, 1, 4]), size: [2], dilation: 2).elements == [1, 2, 3, 4])
    #expect(try im2col(ramp([1, 1, 2, 1, 2]), size: [2, 1, 1]).elements == [1, 2, 3, 4])
    #expect(try im2col(ramp([1, 1, 4]).asType(.float32), size: [2]).dtype == .float32)
  }

  @Test func symbolsStandInTheColumns() throws {
    let columns = try im2col(Tensor(symbols: "X", shape: [1, 1, 2, 2]), size: [2, 1])
    #expect(try formulas(columns, named: "A") == "A₁₁ = X₁₁\nA₁₂ = X₁₂\nA₂₁ = X₂₁\nA₂₂ = X₂₂")
  }

  @Test func whatDoesNotFitIsNamed() {
    #expect(
      message { _ = try im2col(ramp([1, 1, 4, 4]), size: []) }
        == "im2col needs the window's size on 1, 2 or 3 axes, and got []")
    #expect(
      message { _ = try im2col(ramp([1, 1, 4, 4]), size: [2, 0]) }
        == "size must be 1 or more on each axis, and got [2, 0]")
    #expect(
      message { _ = try im2col(ramp([4, 4]), size: [2, 2]) }
        == "images need 4 axes, [N, C, H, W], but these have shape [4, 4]")
    #expect(
      message { _ = try im2col(ramp([1, 1, 2, 2]), size: [3, 2]) }
        == "a filter that covers 3x2 does not fit into an image of 2x2")
    #expect(
      message { _ = try im2col(ramp([1, 1, 2, 2]), size: [.max, 2]) }
        == "a convolution cannot have images or filters of shape [1, 1, 9223372036854775807, 2]")
    #expect(
      message { _ = try col2im(ramp([1, 4, 3]), imageShape: [1, 1, 3, 3], size: [2, 2]) }
        == "the columns have shape [1, 4, 3], but these images have columns of shape [1, 4, 4]")
    #expect(
      message { _ = try col2im(ramp([1, 4, 3]), imageShape: [], size: [2, 2]) }
        == "images need 4 axes, [N, C, H, W], but these have shape []")
  }
}
