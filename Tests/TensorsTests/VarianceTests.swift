import Tensors
import Testing

@Suite struct VarianceTests {
  @Test func documentedExamples() throws {
    #expect(try Tensor([1, 2, 6]).variance().item() == 7)
    #expect(try Tensor([1, 2, 6]).variance(correction: 0).item() == 14.0 / 3)
    #expect(try Tensor([[1, 2, 6], [4, 4, 4]]).variance(axes: [1]).elements == [7, 0])
    #expect(try Tensor([[1, 3], [4, 4]]).standardDeviation(axes: [1], correction: 0).elements == [1, 0])
  }

  @Test func largeMeansDoNotHideSmallDeviations() throws {
    // The mean of squares minus the square of the mean would be 0 here.
    #expect(try Tensor([1e9 + 1, 1e9 + 2, 1e9 + 6]).variance().item() == 7)
  }

  @Test func aDeviationOfZeroHasTheGradientZero() throws {
    let x = try Tensor([[4, 4], [1, 3]]).requiringGradient()
    try x.standardDeviation(axes: [1], correction: 0).sum().backward()
    #expect(x.gradient?.elements == [0, 0, -0.5, 0.5])
  }

  @Test func wrongArgumentsAreNamed() throws {
    let x = try ramp([1, 3])
    #expect(
      message { _ = try x.variance(axes: [0]) }
        == "variance with correction 1 needs at least 2 elements for each result, and has 1 in shape [1, 3]")
    #expect(
      message { _ = try Tensor.zeros([0]).standardDeviation(correction: 0) }
        == "standardDeviation with correction 0 needs at least 1 element for each result, and has 0 in shape [0]")
    #expect(message { _ = try x.variance(correction: 2) } == "variance takes a correction of 0 or 1, and got 2")
    #expect(
      message { _ = try Tensor(symbols: "X", shape: [2]).variance() }
        == "variance needs numbers, and this tensor holds symbols")
    #expect(try Tensor([1, .nan]).variance().item().isNaN)
  }
}

@Suite struct ProductTests {
  @Test func zerosAreNoTroubleForTheGradient() throws {
    let x = try Tensor([[2, 0, 5], [0, 0, 3], [2, 3, 4]]).requiringGradient()
    let y = try x.product(axes: [1])
    #expect(y.elements == [0, 0, 24])
    try y.sum().backward()
    #expect(x.gradient?.elements == [0, 10, 0, 0, 0, 0, 12, 8, 6])
  }

  @Test func anEmptyProductIsOne() throws {
    #expect(try Tensor.zeros([0, 2]).product(axes: [0]).elements == [1, 1])
    #expect(try Tensor.zeros([0]).product().item() == 1)
    #expect(
      message { _ = try Tensor(symbols: "X", shape: [2]).product() }
        == "product needs numbers, and this tensor holds symbols")
  }
}

@Suite struct LongSumsTests {
  @Test func float32SumsKeepTheirDigits() throws {
    // 0.1 in float32, a million times: adding up in float32 would be off by 1e-2.
    let x = try Tensor.full([1_000_000], value: 0.1, dtype: .float32)
    let exact = Double(Float(0.1)) * 1e6
    #expect(try abs(x.sum().item() - exact) < 1e-6 * exact)
    #expect(try abs(x.reshaped([-1, 1]).sum(axes: [0]).item() - exact) < 1e-6 * exact)
    #expect(try abs(x.mean().item() - exact / 1e6) < 1e-7)
  }

  private func abs(_ x: Double) -> Double { x.magnitude }
}
