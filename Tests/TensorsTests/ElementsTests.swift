import Tensors
import Testing

@Suite struct ElementsTests {
  @Test func elementsAreReadAndWrittenByRowAndColumn() throws {
    var x = try ramp([2, 3])
    #expect(try x.at(1, 0) == 4)
    try x.set(0, 2, to: 30)
    #expect(x.elements == [1, 2, 30, 4, 5, 6])
  }

  @Test func aCopyKeepsItsElements() throws {
    let x = try ramp([2, 3])
    var y = x
    try y.set(0, 0, to: 100)
    try y.setSubscripted([1], to: Tensor.zeros([3]))
    #expect(x.elements == [1, 2, 3, 4, 5, 6])
    #expect(y.elements == [100, 2, 3, 0, 0, 0])
  }

  @Test func wrongIndicesAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(message { _ = try x.at(0, 3) } == "index 3 is out of range: axis 1 has 3 elements (0 to 2)")
    #expect(message { _ = try x.at(2, 0) } == "index 2 is out of range: axis 0 has 2 elements (0 to 1)")
    #expect(message { _ = try x.at(-1, 0) } == "index -1 is negative: indices start at 0, and axis 0 has 2 elements")
    #expect(message { _ = try x.at(0, 0, 0) } == "this tensor has 2 axes, but 3 indices were given")
    #expect(
      message { _ = try x.at(1) } == "this tensor has 2 axes, but 1 index was given (a range keeps an axis: x[0, 0...])"
    )
    #expect(message { _ = try ramp([1]).at(1) } == "index 1 is out of range: axis 0 has 1 element (0 to 0)")
    #expect(message { _ = try Tensor.zeros([0]).at(0) } == "index 0 is out of range: axis 0 has no elements")
  }

  @Test func rangesKeepTheirAxis() throws {
    let x = try ramp([2, 3, 4])
    #expect(try x.subscripted([1]).shape == [3, 4])
    #expect(try x.subscripted([1, 0..<2]).elements == [13, 14, 15, 16, 17, 18, 19, 20])
    #expect(try x.subscripted([0...0, 2, 2...]).elements == [11, 12])
    #expect(try x.subscripted([0...0, 2, 2...]).shape == [1, 2])
    #expect(try x.subscripted([WholeAxis(), 0, ...1]).elements == [1, 2, 13, 14])
    #expect(try x.subscripted([WholeAxis(), 0, ..<1]).elements == [1, 13])
    #expect(try x.subscripted([0, 1, 2]).elements == [7])
    #expect(try x.subscripted([0, 1, 2]).shape == [])
    #expect(try x.subscripted([0..<0]).shape == [0, 3, 4])
    #expect(try Tensor(5).subscripted([]).elements == [5])
  }

  @Test func wrongRangesAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(message { _ = try x.subscripted([0, 1..<4]) } == "the range 1..<4 is out of range: axis 1 has 3 elements")
    #expect(message { _ = try x.subscripted([-1..<1]) } == "the range -1..<1 is out of range: axis 0 has 2 elements")
    #expect(message { _ = try x.subscripted([0, 4...]) } == "the range 4..<3 is out of range: axis 1 has 3 elements")
    #expect(
      message { _ = try x.subscripted([0...Int.max]) }?.hasPrefix("index 9223372036854775807 is out of range") == true)
    #expect(
      message { _ = try x.subscripted([...(-5)]) }
        == "index -5 is negative: indices start at 0, and axis 0 has 2 elements")
    #expect(message { _ = try x.subscripted([0, 0, 0]) } == "this tensor has 2 axes, but 3 indices were given")
    #expect(message { _ = try x.subscripted([2]) } == "index 2 is out of range: axis 0 has 2 elements (0 to 1)")
  }

  @Test func aPartCanBeReplaced() throws {
    var x = try ramp([2, 3])
    try x.setSubscripted([WholeAxis(), 1...], to: Tensor([10, 20]))
    #expect(x.elements == [1, 10, 20, 4, 10, 20])
    try x.setSubscripted([0], to: Tensor(7))
    #expect(x.elements == [7, 7, 7, 4, 10, 20])
    #expect(
      message { try x.setSubscripted([0], to: Tensor([1, 2])) }
        == "shapes [2] and [3] do not fit together: sizes 2 and 3 meet on axis 0")
    #expect(
      message { try x.setSubscripted([0], to: ramp([2, 3])) }
        == "a tensor of shape [2, 3] does not fit into the shape [3]")
    #expect(x.elements == [7, 7, 7, 4, 10, 20])
  }

  @Test func aPartOfATensorCanBeWrittenIntoItself() throws {
    var x = try ramp([4])
    let part = try x.subscripted([0..<3])
    try x.setSubscripted([1...], to: part)
    #expect(x.elements == [1, 1, 2, 3])
  }

  @Test func float32ElementsAreDoubles() throws {
    var x = try Tensor.zeros([2], dtype: .float32)
    try x.set(1, to: 0.1)
    #expect(try x.at(1) == Double(Float(0.1)))
    try x.setSubscripted([0..<1], to: Tensor([0.2]))
    #expect(x.dtype == .float32)
    #expect(try x.at(0) == Double(Float(0.2)))
  }
}
