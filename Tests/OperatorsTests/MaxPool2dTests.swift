import Checking
import Operators
import Tensors
import Testing

@Suite struct MaxPool2dTests {
  @Test func documentedExample() throws {
    #expect(try maxPool2d(Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]]), size: 2).elements == [7, 9])
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

  @Test func gradientsMatchFiniteDifferences() throws {
    let report = try gradcheck(
      { try maxPool2d($0[0], size: 3, stride: 2) }, inputs: [Tensor.normal([2, 2, 7, 5], seed: 3)])
    #expect(report.passed, "\(report)")
  }

  @Test func theFirstOfEqualElementsGetsTheGradient() throws {
    let x = try Tensor([[[[3, 3], [1, 3]]]]).requiringGradient()
    try maxPool2d(x, size: 2).backward()
    #expect(x.gradient?.elements == [1, 0, 0, 0])
  }

  @Test func whatIsNotANumberIsNotHidden() throws {
    #expect(try maxPool2d(Tensor([[[[3, .nan], [1, 5]]]]), size: 2).elements[0].isNaN)
  }

  @Test func whatDoesNotFitIsNamed() throws {
    let x = try ramp([1, 1, 2, 3])
    #expect(message { _ = try maxPool2d(x, size: 3) } == "a window of 3x3 does not fit into an image of 2x3")
    #expect(message { _ = try maxPool2d(x, size: 0) } == "size must be 1 or more, and got 0")
    #expect(message { _ = try maxPool2d(x, size: 1, stride: 0) } == "stride must be 1 or more, and got 0")
    #expect(
      message { _ = try maxPool2d(ramp([2, 3]), size: 1) }
        == "images need 4 axes, [N, C, H, W], but these have shape [2, 3]")
  }
}
