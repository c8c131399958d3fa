import Tensors
import Testing

@Suite struct ShapeTests {
  @Test func reshapingKeepsTheOrder() throws {
    let x = try ramp([6])
    #expect(try x.reshaped([2, -1]).at(1, 0) == 4)
    #expect(try x.reshaped([3, 2]).flattened() == x)
    #expect(try x.reshaped([1, 6, 1]).squeezed().shape == [6])
    #expect(try x.expandedDimension(at: 1).shape == [6, 1])
    #expect(try x.expandedDimension(at: 0).shape == [1, 6])
    #expect(try x.expandedDimension(at: -1).shape == [6, 1])
    #expect(try x.expandedDimension(at: -2).shape == [1, 6])
  }

  @Test func impossibleShapesAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(
      message { _ = try x.reshaped([4, 2]) }
        == "a tensor of shape [2, 3] has 6 elements, and these do not fit into [4, 2]")
    #expect(
      message { _ = try x.reshaped([4, -1]) }
        == "a tensor of shape [2, 3] has 6 elements, and these do not fit into [4, -1]")
    #expect(message { _ = try x.reshaped([-1, -1]) } == "only one size of [-1, -1] can be -1")
    #expect(
      message { _ = try x.reshaped([0, -1]) }
        == "a tensor of shape [2, 3] has 6 elements, and these do not fit into [0, -1]")
    #expect(
      message { _ = try x.expandedDimension(at: 3) } == "an axis can be added at 0 to 2 of this tensor, and 3 was given"
    )
  }

  @Test func permutingMovesAxes() throws {
    let x = try ramp([2, 3, 4])
    let y = try x.permuted([2, 0, 1])
    #expect(y.shape == [4, 2, 3])
    #expect(try y.at(3, 1, 0) == x.at(1, 0, 3))
    #expect(try y.permuted([1, 2, 0]) == x)
    #expect(try x.permuted([-1, 0, -2]) == y)
    #expect(try ramp([2, 3]).transposed().elements == [1, 4, 2, 5, 3, 6])
    #expect(try x.transposed().at(1, 3, 2) == x.at(1, 2, 3))
    #expect(message { _ = try x.permuted([0, 1]) } == "permuted needs each of the 3 axes once, and got [0, 1]")
    #expect(message { _ = try x.permuted([0, 1, 1]) } == "permuted needs each of the 3 axes once, and got [0, 1, 1]")
    #expect(
      message { _ = try ramp([3]).transposed() } == "transposed needs rows and columns, and this tensor has shape [3]")
  }

  @Test func flippingReadsBackwards() throws {
    let x = try ramp([2, 3])
    #expect(try x.flipped(axes: [1]).elements == [3, 2, 1, 6, 5, 4])
    #expect(try x.flipped(axes: [0]).elements == [4, 5, 6, 1, 2, 3])
    #expect(try x.rotated180().elements == [6, 5, 4, 3, 2, 1])
    #expect(try ramp([2, 1, 2]).rotated180().elements == [2, 1, 4, 3])
    #expect(message { _ = try x.flipped(axes: [2]) } == "axis 2 is out of range: this tensor has 2 axes (0 to 1)")
    #expect(
      message { _ = try ramp([3]).rotated180() } == "rotated180 needs rows and columns, and this tensor has shape [3]")
  }

  @Test func paddingGoesAroundRowsAndColumns() throws {
    #expect(try Tensor([[1, 2]]).padded(1).elements == [0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0])
    #expect(try ramp([2, 1, 1]).padded(1).shape == [2, 3, 3])
    #expect(message { _ = try ramp([1, 1]).padded(-1) } == "padded needs 0 zeros or more, and got -1")
  }
}
