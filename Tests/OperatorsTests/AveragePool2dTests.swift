import Checking
import Operators
import Tensors
import Testing

/// Means and powers of windows. Numbers from PyTorch: `FixtureTests`.
@Suite struct AveragePool2dTests {
  private let x = [[[[1.0, 7, 3, 4], [5, 6, 2, 9]]]]

  @Test func documentedExamples() throws {
    let x = try Tensor(x)
    #expect(try averagePool2d(x, size: 2).elements == [4.75, 4.5])
    #expect(try averagePool2d(x, size: [2, 1]).elements == [3, 6.5, 2.5, 6.5])
    #expect(try averagePool1d(Tensor([[[1, 7, 4, 5, 9]]]), size: 3, stride: 2).elements == [4, 6])
    #expect(try adaptiveAveragePool2d(Tensor([[[[1, 7, 3], [5, 6, 2]]]]), size: [1, 2]).elements == [4.75, 4.5])
    #expect(try globalAveragePool2d(Tensor([[[[1, 7], [5, 6]], [[2, 0], [0, 4]]]])).elements == [4.75, 1.5])
    #expect(try lpPool2d(Tensor([[[[3, 4, 1, 0], [0, 0, 2, 2]]]]), power: 2, size: 2).elements == [5, 3])
  }

  /// The identity that makes it a convolution: every weight is 1/k², and channels do not mix.
  @Test func averagingIsAConvolution() throws {
    let x = try Tensor.normal([2, 3, 5, 6], seed: 4)
    let kernel = try Tensor.full([3, 1, 2, 2], value: 0.25)
    #expect(
      try averagePool2d(x, size: 2, stride: 1, padding: 1).isClose(
        to: conv2d(x, kernel: kernel, padding: 1, groups: 3), rtol: 1e-14, atol: 1e-15))
  }

  /// A corner window of size 2 with padding 1 has one element: 4/4 with the padding counted, 4/1 without.
  @Test func paddingIsCountedOrNot() throws {
    let x = try Tensor([[[[4, 8]]]])
    #expect(try averagePool2d(x, size: 2, padding: 1).elements == [1, 2])
    #expect(try averagePool2d(x, size: 2, padding: 1, countsPadding: false).elements == [4, 8])
  }

  /// The last window has two elements and no padding: what stands over the border never counts.
  @Test func whatStandsOverTheBorderNeverCounts() throws {
    let x = try Tensor([[[1, 2, 3, 4, 6]]])
    #expect(try averagePool1d(x, size: 3, roundsUp: true).elements == [2, 5])
    #expect(try averagePool1d(x, size: 3).elements == [2])
  }

  /// Every element passes a quarter of `dy` on, and nothing is lost: the sum of dx is the sum of dy.
  @Test func theGradientIsSpreadEvenly() throws {
    let x = try Tensor(x).requiringGradient()
    try averagePool2d(x, size: 2).backward(upstream: Tensor([[[[4, 8]]]]))
    #expect(x.gradient?.elements == [1, 1, 2, 2, 1, 1, 2, 2])
    let whole = try Tensor(self.x).requiringGradient()
    try globalAveragePool2d(whole).backward()
    #expect(whole.gradient?.elements == [Double](repeating: 0.125, count: 8))
  }

  @Test func globalPoolingIsTheMeanOverRowsAndColumns() throws {
    let x = try Tensor.normal([2, 3, 4, 5], seed: 8)
    #expect(
      try globalAveragePool2d(x).isClose(to: x.mean(axes: [2, 3], keepDimensions: true), rtol: 1e-14, atol: 1e-15))
    #expect(try globalMaxPool2d(x) == x.max(axes: [2, 3], keepDimensions: true))
  }

  /// Adaptive pooling of a size that divides is pooling without overlap.
  @Test func adaptivePoolingOfAFittingSizeIsPooling() throws {
    let x = try Tensor.normal([1, 2, 6, 9], seed: 8)
    #expect(try adaptiveAveragePool2d(x, size: [3, 3]) == averagePool2d(x, size: [2, 3]))
    #expect(try adaptiveMaxPool2d(x, size: [3, 3]) == maxPool2d(x, size: [2, 3]))
  }

  @Test func sumsOfLongWindowsStayExactInFloat32() throws {
    let x = try Tensor.full([1, 1, 1000, 1000], value: 0.1, dtype: .float32)
    // Two units in the last place of 0.1. Added up in float32 one after the other, they would be 1e-3 off.
    #expect(try abs(globalAveragePool2d(x).item() - Double(Float(0.1))) < 1.5e-8)
    #expect(try globalAveragePool2d(x).dtype == .float32)
  }

  @Test func symbolsArePooledAndHaveGradients() throws {
    let x = try Tensor(symbols: "X", shape: [1, 1, 2, 2]).requiringGradient()
    let y = try averagePool2d(x, size: [1, 2])
    #expect(try formulas(y, named: "O") == "O₁₁ = 0.5X₁₁ + 0.5X₁₂\nO₂₁ = 0.5X₂₁ + 0.5X₂₂")
    try y.backward(upstream: Tensor(symbols: "∂E/∂O", shape: [1, 1, 2, 1]))
    #expect(
      try formulas(#require(x.gradient), named: "∂E/∂X")
        == "∂E/∂X₁₁ = 0.5·∂E/∂O₁₁\n∂E/∂X₁₂ = 0.5·∂E/∂O₁₁\n∂E/∂X₂₁ = 0.5·∂E/∂O₂₁\n∂E/∂X₂₂ = 0.5·∂E/∂O₂₁")
  }

  @Test func whatIsNotANumberIsNotHidden() throws {
    #expect(try averagePool2d(Tensor([[[[1, .nan, 2, 3]]]]), size: [1, 2]).elements[0].isNaN)
    #expect(try averagePool2d(Tensor([[[[1, .nan, 2, 3]]]]), size: [1, 2]).elements[1] == 2.5)
  }

  // MARK: Powers

  /// Power 1 sums; a large power comes near the maximum.
  @Test func powersLieBetweenSumAndMaximum() throws {
    let x = try Tensor.uniform([1, 2, 4, 4], low: 0.5, high: 2, seed: 5)
    #expect(
      try lpPool2d(x, power: 1, size: 2).isClose(to: averagePool2d(x, size: 2).multiplied(by: 4), rtol: 1e-14))
    #expect(try lpPool2d(x, power: 200, size: 2).isClose(to: maxPool2d(x, size: 2), rtol: 0.01))
  }

  @Test func aSumOfZeroHasNoGradient() throws {
    let x = try Tensor([[[[0, 0, 3, 4]]]]).requiringGradient()
    try lpPool2d(x, power: 2, size: 1, stride: 1).sum().backward()
    #expect(x.gradient?.elements == [0, 0, 1, 1])
  }

  @Test func powersHaveLimits() throws {
    let x = try ramp([1, 1, 2, 2])
    #expect(message { _ = try lpPool2d(x, power: 0, size: 1) } == "power must be more than 0 and finite, and got 0")
    #expect(message { _ = try lpPool2d(x, power: -2, size: 1) } == "power must be more than 0 and finite, and got -2")
    #expect(
      message { _ = try lpPool2d(x, power: .infinity, size: 1) } == "power must be more than 0 and finite, and got inf")
    #expect(
      message { _ = try lpPool2d(x, power: .nan, size: 1) } == "power must be more than 0 and finite, and got nan")
    #expect(
      message { _ = try lpPool2d(Tensor(symbols: "X", shape: [1, 1, 2, 2]), power: 2, size: 1) }
        == "lpPool2d needs numbers, and this tensor holds symbols")
  }
}
