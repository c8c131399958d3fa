import Tensors
import Testing

@Suite struct RepeatingTests {
  @Test func documentedExamples() throws {
    #expect(try Tensor([[1, 2, 3], [4, 5, 6]]).rotated90().elements == [3, 6, 2, 5, 1, 4])
    #expect(try Tensor([1, 2, 3, 4]).rolled(by: 1, axis: 0).elements == [4, 1, 2, 3])
    #expect(try Tensor([[1, 2], [3, 4]]).repeated(2, axis: 1).elements == [1, 1, 2, 2, 3, 3, 4, 4])
    #expect(try Tensor([[1, 2], [3, 4]]).tiled([1, 2]).elements == [1, 2, 1, 2, 3, 4, 3, 4])
  }

  @Test func twoTurnsAreARotationByHalf() throws {
    let x = try ramp([2, 3, 4])
    #expect(try x.rotated90(times: 2) == x.rotated180())
    #expect(try x.rotated90().rotated90(times: 3) == x)
    #expect(try x.rotated90(times: .max).shape == [2, 4, 3])
    #expect(try x.rotated90(times: .min) == x)
  }

  @Test func rollingGoesRound() throws {
    let x = try ramp([5])
    #expect(try x.rolled(by: -7, axis: 0) == x.rolled(by: 3, axis: 0))
    #expect(try x.rolled(by: .min, axis: 0).rolled(by: .max, axis: 0) == x.rolled(by: -1, axis: 0))
    #expect(try Tensor.zeros([0, 2]).rolled(by: 3, axis: 0).shape == [0, 2])
  }

  @Test func wrongArgumentsAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(
      message { _ = try ramp([3]).rotated90() } == "rotated90 needs rows and columns, and this tensor has shape [3]")
    #expect(message { _ = try x.repeated(-1, axis: 0) } == "repeated needs 0 times or more, and got -1")
    #expect(message { _ = try x.repeated(.max, axis: 0) }?.contains("more elements than a computer can count") == true)
    #expect(message { _ = try x.repeated(1 << 40, axis: 0) }?.contains("are allowed") == true)
    #expect(message { _ = try x.tiled([1, -1]) } == "tiled needs 0 copies or more on each axis, and got [1, -1]")
    #expect(message { _ = try x.tiled([.max, .max]) }?.contains("more elements than a computer can count") == true)
    #expect(
      message { _ = try x.tiled(Array(repeating: 1, count: 17)) }
        == "tiled takes tensors of at most 16 axes, and this one would have 17")
    #expect(message { _ = try x.rolled(by: 1, axis: 2) } == "axis 2 is out of range: this tensor has 2 axes (0 to 1)")
  }
}
