import Operators
import Tensors
import Testing

/// Making images larger. Numbers from PyTorch: `FixtureTests`.
@Suite struct UpsamplingTests {
  @Test func documentedExamples() throws {
    #expect(try upsampleNearest2d(Tensor([[[[1, 2]]]]), factor: 2).elements == [1, 1, 2, 2, 1, 1, 2, 2])
    #expect(try upsampleNearest2d(Tensor([[[[1, 2, 3]]]]), size: [1, 5]).elements == [1, 1, 2, 2, 3])
    let x = try Tensor([[[[1, 5]]]])
    #expect(try upsampleBilinear2d(x, factor: 2).elements == [1, 2, 4, 5, 1, 2, 4, 5])
    #expect(try upsampleBilinear2d(x, size: [1, 3], alignsCorners: true).elements == [1, 3, 5])
    #expect(
      try upsampleBilinear2d(Tensor([[[[1, 5, 3]]]]), size: [1, 5], alignsCorners: true).elements == [1, 3, 5, 4, 3])
    let (y, indices) = try maxPool2dWithIndices(Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]]), size: 2)
    #expect(
      try maxUnpool2d(y.multiplied(by: 10), indices: indices, size: 2).elements == [0, 70, 0, 0, 0, 0, 0, 90])
  }

  /// Pooling undoes it, and its gradient adds up what the copies received: f² times the mean.
  @Test func averagingUndoesRepeating() throws {
    let x = try Tensor.normal([2, 3, 2, 3], seed: 6)
    #expect(try averagePool2d(upsampleNearest2d(x, factor: 3), size: 3).isClose(to: x, rtol: 1e-14))
    let (input, dy) = (try x.requiringGradient(), try Tensor.normal([2, 3, 6, 9], seed: 7))
    try upsampleNearest2d(input, factor: 3).backward(upstream: dy)
    #expect(try #require(input.gradient).isClose(to: averagePool2d(dy, size: 3).multiplied(by: 9), rtol: 1e-13))
  }

  /// Straight lines stay straight where the corners are aligned: a ramp of steps 3 becomes a ramp of steps 1.
  @Test func aRampStaysARamp() throws {
    let x = try Tensor([[[[0, 3, 6], [6, 9, 12]]]])
    let y = try upsampleBilinear2d(x, size: [3, 7], alignsCorners: true)
    for i in 0..<3 {
      for j in 0..<7 { #expect(abs(y.number(i * 7 + j) - Double(3 * i + j)) < 1e-14) }
    }
    #expect(try upsampleBilinear2d(x, size: [2, 3]) == x)
    #expect(try upsampleBilinear2d(x, size: [1, 1], alignsCorners: true).elements == [0])
    #expect(try upsampleBilinear2d(x, size: [1, 1]).elements == [6])
  }

  /// Places count exactly: 23 of 46 is half of 14, which PyTorch rounds down to 6.
  @Test func nearestPlacesAreExact() throws {
    let y = try upsampleNearest2d(ramp([1, 1, 1, 14]), size: [1, 46])
    #expect(y.elements[22] == 7)
    #expect(y.elements[23] == 8)
  }

  @Test func symbolsAreRepeated() throws {
    let x = try Tensor(symbols: "X", shape: [1, 1, 1, 2]).requiringGradient()
    let y = try upsampleNearest2d(x, size: [1, 4])
    #expect(try formulas(y, named: "O") == "O₁₁ = X₁₁\nO₁₂ = X₁₁\nO₁₃ = X₁₂\nO₁₄ = X₁₂")
    try y.backward(upstream: Tensor(symbols: "∂E/∂O", shape: [1, 1, 1, 4]))
    #expect(
      try formulas(#require(x.gradient), named: "∂E/∂X")
        == "∂E/∂X₁₁ = ∂E/∂O₁₁ + ∂E/∂O₁₂\n∂E/∂X₁₂ = ∂E/∂O₁₃ + ∂E/∂O₁₄")
  }

  @Test func factorsAndSizesHaveLimits() throws {
    let x = try ramp([1, 1, 2, 2])
    #expect(message { _ = try upsampleNearest2d(x, factor: 0) } == "factor must be 1 or more, and got 0")
    #expect(message { _ = try upsampleBilinear2d(x, factor: -2) } == "factor must be 1 or more, and got -2")
    #expect(
      message { _ = try upsampleNearest2d(x, size: [4]) }
        == "size needs 2 numbers, for rows and for columns, and got [4]")
    #expect(message { _ = try upsampleBilinear2d(x, size: [4, 0]) } == "size must be 1 or more, and got 0")
  }

  // MARK: Unpooling

  /// Pooling again finds the same elements at the same places.
  @Test func unpoolingAndPoolingAgree() throws {
    let x = try Tensor.uniform([2, 2, 4, 6], low: 1, high: 2, seed: 3)
    let (y, indices) = try maxPool2dWithIndices(x, size: 2)
    let z = try maxUnpool2d(y, indices: indices, size: 2)
    let again = try maxPool2dWithIndices(z, size: 2)
    #expect(z.shape == x.shape)
    #expect(again.values == y)
    #expect(again.indices == indices)
    #expect(try z.sum().isClose(to: y.sum(), rtol: 1e-14))
  }

  /// Index 2 is there twice: the later element is kept, and the earlier one has no part in the result.
  @Test func ofTwoElementsAtOnePlaceTheLaterIsKept() throws {
    let x = try Tensor([[[[5, 6, 7]]]]).requiringGradient()
    let y = try maxUnpool2d(x, indices: Tensor([[[[2, 2, 0]]]]), size: 1)
    #expect(y.elements == [7, 0, 6])
    try y.backward(upstream: Tensor([[[[1, 10, 100]]]]))
    #expect(x.gradient?.elements == [0, 100, 1])
  }

  @Test func symbolsAreUnpooled() throws {
    let x = try Tensor(symbols: "X", shape: [1, 1, 1, 1])
    let y = try maxUnpool2d(x, indices: Tensor([[[[1]]]]), size: 2)
    #expect(try formulas(y, named: "O") == "O₁₁ = 0\nO₁₂ = X₁₁\nO₂₁ = 0\nO₂₂ = 0")
  }

  @Test func indicesMustBePlaces() throws {
    let x = try ramp([1, 1, 1, 2])
    #expect(
      message { _ = try maxUnpool2d(x, indices: Tensor([[[[0, 8]]]]), size: 2) }
        == "index 8 is no place of a result of 2x4: its places are 0 to 7")
    for (index, text) in [(-1.0, "-1"), (0.5, "0.5"), (.nan, "nan"), (1e300, "1.000e+300")] {
      #expect(
        message { _ = try maxUnpool2d(x, indices: Tensor([[[[0, index]]]]), size: 2) }
          == "index \(text) is no place of a result of 2x4: its places are 0 to 7")
    }
    #expect(
      message { _ = try maxUnpool2d(x, indices: Tensor([[[[0]]]]), size: 2) }
        == "maxUnpool2d needs an index for each element, and got shapes [1, 1, 1, 2] and [1, 1, 1, 1]")
    #expect(
      message { _ = try maxUnpool2d(x, indices: x, size: 1, padding: 1) }
        == "with padding 1, nothing would be left: the result would have -1x0 elements")
    #expect(
      message { _ = try maxUnpool2d(x, indices: x, size: 2, outputSize: [2]) }
        == "outputSize needs 2 numbers, for rows and for columns, and got [2]")
    #expect(
      message { _ = try maxUnpool2d(x, indices: x, size: 2, stride: .max) }
        == "stride must be at most 1000000000, and got 9223372036854775807")
    #expect(
      message { _ = try maxUnpool2d(x, indices: Tensor(symbols: "I", shape: [1, 1, 1, 2]), size: 2) }
        == "maxUnpool2d needs numbers, and this tensor holds symbols")
  }
}
