import Tensors
import Testing

@Suite struct ReductionsTests {
  @Test func everythingBecomesOneNumber() throws {
    let x = try Tensor([[1, -7, 3], [4, 5, 9]])
    #expect(try x.sum().item() == 15)
    #expect(try x.mean().item() == 2.5)
    #expect(try x.max().item() == 9)
    #expect(try x.min().item() == -7)
    #expect(try x.sum().shape == [])
  }

  /// Bit for bit: the same rows are added up first.
  @Test(arguments: [[], [3], [1, 9], [3, 4], [2, 3, 40], [0, 3], [30, 40]], [DType.float32, .float64])
  func theSumOfFewElementsIsTheOneOverAllAxes(shape: [Int], dtype: DType) throws {
    let x = try Tensor.uniform(shape, low: -1, seed: 5).asType(dtype).requiringGradient()
    let (sum, overAxes) = (try x.sum(), try x.sum(axes: Array(shape.indices)))
    #expect(sum.elements == overAxes.elements && sum.shape == [] && sum.dtype == dtype)
    #expect(try gradients(of: sum, at: [x])[0] == gradients(of: overAxes, at: [x])[0])
  }

  @Test func namedAxesAreTakenTogether() throws {
    let x = try ramp([2, 3, 4])
    #expect(try x.sum(axes: [0]).elements == (1...12).map { Double(2 * $0 + 12) })
    #expect(try x.sum(axes: [2]).elements == [10, 26, 42, 58, 74, 90])
    #expect(try x.sum(axes: [0, 2]).elements == [68, 100, 132])
    #expect(try x.sum(axes: [2, 0]).elements == [68, 100, 132])
    #expect(try x.sum(axes: [1], keepDimensions: true).shape == [2, 1, 4])
    #expect(try x.mean(axes: [0, 1]).elements == [11, 12, 13, 14])
    #expect(try x.max(axes: [1]).elements == [9, 10, 11, 12, 21, 22, 23, 24])
    #expect(try x.min(axes: [1, 2]).elements == [1, 13])
    #expect(try x.sum(axes: []).elements == x.elements)
  }

  @Test func argmaxFindsTheFirstOfTheLargest() throws {
    let x = try Tensor([[1, 7, 7], [9, 5, 6]])
    #expect(try x.argmax(axis: 1).elements == [1, 0])
    #expect(try x.argmax(axis: 0).elements == [1, 0, 0])
    #expect(try Tensor([1, .nan, 5]).argmax(axis: 0).elements == [1])
  }

  @Test func notANumberIsNotHidden() throws {
    #expect(try Tensor([1, .nan, 5]).max().item().isNaN)
    #expect(try Tensor([.nan, 1, 5]).min().item().isNaN)
  }

  @Test func emptyTensorsHaveASumAndNoMaximum() throws {
    let x = try Tensor.zeros([0, 3])
    #expect(try x.sum().item() == 0)
    #expect(try x.sum(axes: [0]).elements == [0, 0, 0])
    #expect(try x.mean().item().isNaN)
    #expect(try x.max(axes: [1]).shape == [0])
    #expect(message { _ = try x.max() } == "max needs at least one element, and this tensor has shape [0, 3]")
    #expect(
      message { _ = try x.argmax(axis: 0) }
        == "argmax needs at least one element on axis 0, and this tensor has shape [0, 3]")
    #expect(try x.argmax(axis: 1).shape == [0])
  }

  @Test func wrongAxesAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(message { _ = try x.sum(axes: [2]) } == "axis 2 is out of range: this tensor has 2 axes (0 to 1)")
    #expect(message { _ = try x.max(axes: [-3]) } == "axis -3 is out of range: this tensor has 2 axes (0 to 1)")
    #expect(message { _ = try x.sum(axes: [0, 0]) } == "axis 0 is named twice in [0, 0]")
    #expect(message { _ = try x.sum(axes: [1, -1]) } == "axis -1 is named twice in [1, -1]")
    #expect(message { _ = try x.sum(axes: [.min]) }?.hasPrefix("axis -9223372036854775808 is out of range") == true)
    #expect(message { _ = try Tensor(1).argmax(axis: 0) } == "axis 0 is out of range: this tensor has no axes")
  }

  @Test func float32StaysFloat32() throws {
    let x = try ramp([2, 3], dtype: .float32)
    #expect(try x.sum().dtype == .float32)
    #expect(try x.max(axes: [0]).dtype == .float32)
  }
}
