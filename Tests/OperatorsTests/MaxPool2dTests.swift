import Checking
import Operators
import Tensors
import Testing

/// Maximum pooling in all its forms. Numbers from PyTorch: `FixtureTests`.
@Suite struct MaxPool2dTests {
  @Test func documentedExamples() throws {
    let x = try Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
    #expect(try maxPool2d(x, size: 2).elements == [7, 9])
    #expect(try maxPool2d(x, size: [2, 1]).elements == [5, 7, 3, 9])
    #expect(try maxPool2d(x, size: [1, 3], strides: [1, 1]).elements == [7, 7, 6, 9])
    let (values, indices) = try maxPool2dWithIndices(x, size: 2)
    #expect(values.elements == [7, 9])
    #expect(indices.elements == [1, 7])
    #expect(try maxPool1d(Tensor([[[1, 7, 3, 4, 9]]]), size: 3, stride: 2).elements == [7, 9])
    #expect(try adaptiveMaxPool2d(Tensor([[[[1, 3, 7], [5, 6, 2]]]]), size: [2, 2]).elements == [3, 7, 6, 6])
    #expect(try globalMaxPool2d(Tensor([[[[1, 7], [5, 6]], [[2, 0], [0, 4]]]])).elements == [7, 4])
  }

  /// Outside numbers: `python3 Tests/Fixtures/make_references.py` (torch.nn.functional.max_pool2d and its backward).
  @Test func sizesAndStridesMatchPyTorch() throws {
    for reference in try References.load().maxPool2d {
      let x = try reference.x.tensor().requiringGradient()
      let y = try maxPool2d(x, size: reference.size, stride: reference.stride)
      #expect(try y == reference.y.tensor())
      try y.backward(upstream: reference.dy.tensor())
      #expect(try #require(x.gradient) == reference.dx.tensor())
    }
  }

  /// The lecture's point: only the winner gets the gradient, and it gets it from every window that it won.
  @Test func aWinnerCollectsFromAllItsWindows() throws {
    let x = try Tensor([[[[1, 2, 3], [4, 9, 5], [6, 7, 8]]]]).requiringGradient()
    try maxPool2d(x, size: 2, stride: 1).backward(upstream: Tensor([[[[1, 10], [100, 1000]]]]))
    #expect(x.gradient?.elements == [0, 0, 0, 0, 1111, 0, 0, 0, 0])
  }

  @Test func theFirstOfEqualElementsGetsTheGradient() throws {
    let functions: [(Tensor) throws -> Tensor] = [
      { try maxPool2d($0, size: 2) }, { try maxPool2d($0, size: [2, 2]) },
      { try maxPool2dWithIndices($0, size: 2).values },
      { try adaptiveMaxPool2d($0, size: [1, 1]) }, { try globalMaxPool2d($0) },
      { try roiPool($0, boxes: Tensor([[0, 0, 0, 1, 1]]), size: [1, 1]) },
    ]
    for function in functions {
      let x = try Tensor([[[[1, 3], [3, 3]]]]).requiringGradient()
      try function(x).backward()
      #expect(x.gradient?.elements == [0, 1, 0, 0])
    }
    let x = try Tensor([[[3, 1, 3]]]).requiringGradient()
    try maxPool1d(x, size: 3).backward()
    #expect(x.gradient?.elements == [1, 0, 0])
  }

  /// Negative elements win over the padding, which is no zero.
  @Test func paddingNeverWins() throws {
    let x = try Tensor([[[[-5, -6], [-7, -8]]]])
    #expect(try maxPool2d(x, size: 2, stride: 2, padding: 1).elements == [-5, -6, -7, -8])
    #expect(try maxPool2dWithIndices(x, size: 2, stride: 2, padding: 1).indices.elements == [0, 1, 2, 3])
  }

  @Test func roundingUpKeepsTheLastColumn() throws {
    let x = try Tensor([[[1, 2, 3, 4, 5]]])
    #expect(try maxPool1d(x, size: 2).elements == [2, 4])
    #expect(try maxPool1d(x, size: 2, roundsUp: true).elements == [2, 4, 5])
    // A window that would begin behind the last element is left out.
    #expect(try maxPool1d(Tensor([[[1, 2, 3]]]), size: 2, stride: 3, padding: 1, roundsUp: true).elements == [1, 3])
    #expect(try maxPool1d(Tensor([[[1, 2]]]), size: 3, stride: 2, roundsUp: true).elements == [2])
  }

  /// Shifting an image by less than a window leaves the pooled image as it is, as long as the winners stay inside.
  @Test func smallShiftsLeaveTheResult() throws {
    var x = try Tensor.zeros([1, 1, 6, 6])
    try x.setElement(at: [0, 0, 1, 1], to: 3)
    try x.setElement(at: [0, 0, 4, 4], to: 5)
    var shifted = try Tensor.zeros([1, 1, 6, 6])
    try shifted.setElement(at: [0, 0, 2, 2], to: 3)
    try shifted.setElement(at: [0, 0, 5, 5], to: 5)
    #expect(try maxPool2d(x, size: 3) == maxPool2d(shifted, size: 3))
    #expect(x != shifted)
  }

  /// The gradient of a gradient: what is asked of `dx` at the winners flows back to `dy`.
  @Test func theGradientIsLinearInDy() throws {
    let x = try Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]]).requiringGradient()
    let w = try Tensor([[[[2, 3]]]]).requiringGradient()
    let slope = try gradients(of: maxPool2d(x, size: 2).multiplied(by: w).sum(), at: [x], createGraph: true)[0]
    let upstream = try Tensor([[[[1, 2, 3, 4], [5, 6, 7, 8]]]])
    #expect(try gradients(of: slope.multiplied(by: upstream).sum(), at: [w])[0].elements == [2, 8])
  }

  @Test func whatIsNotANumberIsNotHidden() throws {
    let x = try Tensor([[[[3, .nan], [1, 5]]]])
    #expect(try maxPool2d(x, size: 2).elements[0].isNaN)
    #expect(try adaptiveMaxPool2d(x, size: [1, 1]).elements[0].isNaN)
    #expect(try roiPool(x, boxes: Tensor([[0, 0, 0, 1, 1]]), size: [1, 1]).elements[0].isNaN)
    #expect(try maxPool2d(Tensor([[[[-.infinity, -.infinity]]]]), size: [1, 2]).elements == [-.infinity])
  }

  @Test func symbolsArePooled() throws {
    let x = try Tensor(symbols: "X", shape: [1, 1, 2, 3])
    #expect(
      try formulas(maxPool2d(x, size: [2, 1]), named: "O")
        == "O₁₁ = max(X₁₁, X₂₁)\nO₁₂ = max(X₁₂, X₂₂)\nO₁₃ = max(X₁₃, X₂₃)")
    #expect(try formulas(globalMaxPool2d(x), named: "O") == "O₁₁ = max(X₁₁, X₁₂, X₁₃, X₂₁, X₂₂, X₂₃)")
    #expect(
      message { _ = try maxPool2dWithIndices(x, size: 2) }
        == "maxPool2dWithIndices needs numbers, and this tensor holds symbols")
    #expect(
      message { _ = try globalMaxPool2d(x.requiringGradient()) }
        == "the gradient of globalMaxPool2d needs numbers, and this tensor holds symbols")
  }
}
