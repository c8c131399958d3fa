import Tensors
import Testing

@Suite struct JoiningTests {
  @Test func documentedExamples() throws {
    #expect(try concatenated([Tensor([[1, 2]]), Tensor([[3, 4], [5, 6]])], axis: 0).at(2, 1) == 6)
    let pair = [try Tensor([[1, 2], [3, 4]]), try Tensor([[5], [6]])]
    #expect(try concatenated(pair, axis: -1).elements == [1, 2, 5, 3, 4, 6])
    #expect(try stacked([Tensor([1, 2]), Tensor([3, 4])], axis: 1).elements == [1, 3, 2, 4])
    #expect(try Tensor([1, 2, 3, 4, 5, 6]).split(into: 3)[1].elements == [3, 4])
    #expect(try Tensor([1, 2, 3, 4, 5, 6]).split(sizes: [1, 5])[1].elements == [2, 3, 4, 5, 6])
  }

  @Test func joiningUndoesSplitting() throws {
    let x = try ramp([2, 6, 2])
    #expect(try concatenated(x.split(into: 3, axis: 1), axis: 1) == x)
    #expect(try concatenated(x.split(sizes: [0, 4, 2], axis: -2), axis: 1) == x)
  }

  @Test func kindsMixAsInArithmetic() throws {
    let (a, b) = (try ramp([2], dtype: .float32), try ramp([2]))
    #expect(try concatenated([a, a]).dtype == .float32)
    #expect(try concatenated([a, b]).dtype == .float64)
    #expect(try stacked([a, Tensor(symbols: "X", shape: [2])]).isSymbolic)
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(message { _ = try concatenated([]) } == "concatenated needs at least one tensor, and got none")
    #expect(
      message { _ = try concatenated([Tensor(1)]) }
        == "concatenated needs tensors with axes, and got shape []: stacked adds one")
    #expect(
      message { _ = try concatenated([x, ramp([2, 4])], axis: 0) }
        == "concatenated along axis 0 needs shapes that differ on it alone, and tensor 0 has [2, 3], tensor 1 [2, 4]")
    #expect(
      message { _ = try concatenated([x, ramp([2])], axis: -1) }
        == "concatenated along axis 1 needs shapes that differ on it alone, and tensor 0 has [2, 3], tensor 1 [2]")
    #expect(message { _ = try concatenated([x], axis: 2) } == "axis 2 is out of range: this tensor has 2 axes (0 to 1)")
    #expect(message { _ = try stacked([]) } == "stacked needs at least one tensor, and got none")
    #expect(
      message { _ = try stacked([x, x, ramp([3, 2])]) }
        == "stacked needs tensors of one shape, and tensor 0 has [2, 3], tensor 2 [3, 2]")
    #expect(
      message { _ = try stacked([x], axis: 3) } == "stacked can put the new axis at 0 to 2, and 3 was given")
    #expect(
      message { _ = try x.split(into: 2, axis: 1) } == "split cannot cut axis 1 with 3 elements into 2 equal parts")
    #expect(message { _ = try x.split(into: 0) } == "split cannot cut axis 0 with 2 elements into 0 equal parts")
    #expect(
      message { _ = try Tensor.zeros([0]).split(into: .max) }
        == "split cannot cut axis 0, which has no elements, into 9223372036854775807 parts")
    #expect(
      message { _ = try x.split(sizes: [1, 1], axis: 1) }
        == "split needs sizes that add up to the 3 elements of axis 1, and got [1, 1]")
    #expect(
      message { _ = try x.split(sizes: [4, -1], axis: 1) }
        == "split needs sizes that add up to the 3 elements of axis 1, and got [4, -1]")
    #expect(message { _ = try x.split(sizes: [.max, .max], axis: 1) } != nil)
  }
}
