import Tensors
import Testing

@Suite struct CreationTests {
  @Test func nestedListsBecomeAxes() throws {
    #expect(try Tensor(3.5).shape == [])
    #expect(try Tensor([1, 2, 3]).shape == [3])
    #expect(try Tensor([[1, 2, 3], [4, 5, 6]]).shape == [2, 3])
    #expect(try Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]).at(1, 0, 1) == 6)
    #expect(try Tensor([[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]]).at(1, 0, 0, 1) == 6)
  }

  @Test func raggedListsAreRefused() {
    #expect(
      message { _ = try Tensor([[1, 2], [3]]) }
        == "all parts need one size: on axis 1, part 0 has 2 elements, but part 1 has 1")
    #expect(
      message { _ = try Tensor([[[1], [2]], [[3], [4, 5]]]) }
        == "all parts need one size: on axis 2, part 0 has 1 element, but part 3 has 2")
  }

  @Test func elementsMustFillTheShape() {
    #expect(
      message { _ = try Tensor([1, 2, 3], shape: [2, 2]) }
        == "a tensor of shape [2, 2] has 4 elements, but 3 were given")
    #expect(
      message { _ = try Tensor.zeros([2, -1]) } == "a tensor cannot have the shape [2, -1]: a size is 0 or more")
  }

  @Test func theElementsAreThoseOfTheRule() throws {
    #expect(try Tensor.zeros([2]).elements == [0, 0])
    #expect(try Tensor.ones([2], dtype: .float32).elements == [1, 1])
    #expect(try Tensor.full([2], value: 2.5).elements == [2.5, 2.5])
    #expect(try Tensor.eye(3).elements == [1, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(try Tensor.arange(1, 7, step: 2).elements == [1, 3, 5])
    #expect(try Tensor.arange(3, 0, step: -1).elements == [3, 2, 1])
    #expect(try Tensor.arange(3, 0).elements == [])
    #expect(try Tensor.linspace(1, 2, count: 5).elements == [1, 1.25, 1.5, 1.75, 2])
    #expect(try Tensor.linspace(1, 2, count: 1).elements == [1])
  }

  @Test func impossibleRulesAreRefused() throws {
    #expect(message { _ = try Tensor.arange(0, 1, step: 0) } == "arange needs finite numbers and a step that is not 0")
    #expect(message { _ = try Tensor.arange(0, .infinity) } == "arange needs finite numbers and a step that is not 0")
    #expect(
      message { _ = try Tensor.arange(0, 1e300) } == "arange would have more elements than memory can hold")
    #expect(try Tensor.arange(1e308, -1e308).elements == [])
    #expect(message { _ = try Tensor.eye(-2) } == "a tensor cannot have the shape [-2, -2]: a size is 0 or more")
    #expect(
      message { _ = try Tensor.linspace(0, 1, count: -1) } == "a tensor cannot have the shape [-1]: a size is 0 or more"
    )
  }

  @Test func float32KeepsSevenDigits() throws {
    let x = try Tensor([0.1], shape: [1], dtype: .float32)
    #expect(x.elements == [Double(Float(0.1))])
    #expect(x.dtype == .float32)
    #expect(try Tensor([0.1]).asType(.float32) == x)
    #expect(try x.asType(.float64).dtype == .float64)
  }

  @Test func itemNeedsOneElement() throws {
    #expect(try Tensor([[7]]).item() == 7)
    #expect(
      message { _ = try Tensor([1, 2]).item() } == "item() needs one element, and this tensor of shape [2] has 2")
  }

  @Test func everythingCanBeMadeInFloat32() throws {
    #expect(try Tensor.eye(2, dtype: .float32).dtype == .float32)
    #expect(try Tensor.arange(0, 1, step: 0.1, dtype: .float32).elements[1] == Double(Float(0.1)))
    #expect(try Tensor.linspace(0, 1, count: 3, dtype: .float32).dtype == .float32)
    #expect(try Tensor.uniform([2], seed: 1, dtype: .float32).dtype == .float32)
    #expect(try Tensor.normal([2], seed: 1, dtype: .float32).dtype == .float32)
    #expect(
      try Tensor.normal([2], seed: 1, dtype: .float32) == Tensor.normal([2], seed: 1).asType(.float32))
  }
}
