import Tensors
import Testing

@Suite struct PaddingTests {
  @Test func documentedExamples() throws {
    #expect(try Tensor([1, 2, 3]).padded([[2, 1]], mode: .edge).elements == [1, 1, 1, 2, 3, 3])
    #expect(try Tensor([1, 2, 3]).padded([[2, 1]], mode: .reflect).elements == [3, 2, 1, 2, 3, 2])
    #expect(
      try Tensor([[1, 2], [3, 4]]).padded([[0, 1], [2, 0]]).elements == [0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0])
  }

  @Test func fewerPairsAreForTheLastAxes() throws {
    #expect(try ramp([2, 1, 1]).padded([[1, 0]]).elements == [0, 1, 0, 2])
    #expect(try ramp([2, 3]).padded([]) == ramp([2, 3]))
    #expect(try Tensor(4).padded([], mode: .edge).elements == [4])
  }

  @Test func whatStandsThereSeveralTimesCollectsItsGradients() throws {
    let x = try Tensor([1, 2, 3]).requiringGradient()
    try x.padded([[2, 1]], mode: .reflect).backward(upstream: Tensor([1, 10, 100, 1000, 10_000, 100_000]))
    #expect(x.gradient?.elements == [100, 101_010, 10_001])
  }

  @Test func wrongWidthsAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(message { _ = try ramp([1, 1]).padded(-1) } == "padded needs 0 zeros or more, and got -1")
    #expect(
      message { _ = try x.padded([[1, 1], [1, 1], [1, 1]]) }
        == "padded got 3 pairs of widths, and this tensor has 2 axes")
    #expect(
      message { _ = try x.padded([[1, -1]]) }
        == "padded needs [before, behind] of 0 or more for axis 1, and got [1, -1]")
    #expect(message { _ = try x.padded([[1]]) } == "padded needs [before, behind] of 0 or more for axis 1, and got [1]")
    #expect(
      message { _ = try x.padded([[2, 0], [0, 0]], mode: .reflect) }
        == "padded with mode reflect puts at most 1 on each side of axis 0 with 2 elements, and got [2, 0]")
    #expect(
      message { _ = try Tensor.zeros([0]).padded([[1, 0]], mode: .edge) }
        == "padded with mode edge needs an element on axis 0, and it has none")
    #expect(message { _ = try x.padded([[1 << 39, 0]], mode: .edge) }?.contains("are allowed") == true)
    #expect(
      message { _ = try x.padded([[.max, 0]]) }
        == "padded needs [before, behind] of 0 or more for axis 1, and got [9223372036854775807, 0]")
    #expect(try Tensor.zeros([0, 1]).padded([[0, 0], [1 << 39, 0]], mode: .edge).shape == [0, (1 << 39) + 1])
  }
}
