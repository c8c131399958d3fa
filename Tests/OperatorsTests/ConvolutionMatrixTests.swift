import Operators
import Tensors
import Testing

@Suite struct ConvolutionMatrixTests {
  /// The lecture's matrix: 4x16 for a kernel of 3x3 on an image of 4x4.
  @Test func hasTheLecturesShapeAndPlaces() throws {
    let c = try convolutionMatrix(Tensor(symbols: "F", shape: [3, 3]), inputShape: [4, 4])
    #expect(c.shape == [4, 16])
    let row = (0..<16).map { c.formula(2 * 16 + $0).description }
    #expect(row == ["0", "0", "0", "0", "F₁₁", "F₁₂", "F₁₃", "0", "F₂₁", "F₂₂", "F₂₃", "0", "F₃₁", "F₃₂", "F₃₃", "0"])
  }

  /// What the lesson teaches: forward is a product with C, backward and transposed convolution one with Cᵀ.
  @Test func productsWithItAreTheConvolutionAndItsTranspose() throws {
    let (x, k) = (try Tensor.normal([1, 4, 5, 4], seed: 1), try Tensor.normal([2, 2, 3, 2], seed: 2))
    let c = try convolutionMatrix(k, inputShape: [4, 5, 4], stride: 2, padding: 1, groups: 2)
    let y = try conv2d(x, kernel: k, stride: 2, padding: 1, groups: 2)
    #expect(distance(try matmul(c, x.reshaped([80, 1])).reshaped(y.shape), y) < 1e-12)
    let dy = try Tensor.normal(y.shape, seed: 3)
    let back = try matmul(c.transposed(), dy.reshaped([dy.count, 1])).reshaped(x.shape)
    let dx = try conv2dInputGradient(dy, kernel: k, inputShape: x.shape, stride: 2, padding: 1, groups: 2)
    #expect(distance(back, dx) < 1e-12)
  }

  @Test func whatIsTooLargeOrDoesNotFitIsNamed() {
    #expect(
      message { _ = try convolutionMatrix(ramp([3, 3]), inputShape: [64, 64]) }
        == "the matrix of this convolution would have 3844 rows and 4096 columns, and at most 1000000 elements are "
        + "written out: use conv2d, or smaller images")
    #expect(
      message { _ = try convolutionMatrix(ramp([1, 1, 3]), inputShape: [1, 5000]) }
        == "the matrix of this convolution would have 4998 rows and 5000 columns, and at most 1000000 elements are "
        + "written out: use conv1d, or smaller sequences")
    #expect(
      message { _ = try convolutionMatrix(ramp([1, 1]), inputShape: [1_000_000_000, 1_000_000_000]) }
        == "the matrix of this convolution would have too many rows and columns, and at most 1000000 elements are "
        + "written out: use conv2d, or smaller images")
    #expect(
      message { _ = try convolutionMatrix(ramp([3, 3]), inputShape: [1, 1, 4, 4]) }
        == "convolutionMatrix needs a kernel [U, V] and an image [H, W], or filters [O, C, U, V] and an image [C, H, W], "
        + "and got shapes [3, 3] and [1, 1, 4, 4]")
    #expect(
      message { _ = try convolutionMatrix(ramp([3, 3]), inputShape: [2, 4]) }
        == "a filter that covers 3x3 does not fit into an image of 2x4")
  }
}
