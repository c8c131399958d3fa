import Operators
import Tensors
import Testing

@Suite struct SelectionTests {
  @Test func documentedExamples() throws {
    let x = try Tensor([-2, 3, 0])
    #expect(try which(x.isGreater(than: 0), x, x.multiplied(by: 10)).elements == [-20, 3, 0])
    #expect(try which(x.isGreater(than: 0), x, -1).elements == [-1, 3, -1])
    #expect(try which(x.isLess(than: 0), 10, x).elements == [10, 3, 0])
    #expect(try Tensor([30, 10, 20]).argsort().elements == [1, 2, 0])
    let (values, indices) = try Tensor([30, 10, 40, 20]).topK(2)
    #expect(values.elements == [40, 30] && indices.elements == [2, 0])
    #expect(try Tensor([[1, 2], [3, 4], [5, 6]]).taken([2, 0], axis: 0).elements == [5, 6, 1, 2])
    #expect(try oneHot(Tensor([2, 0]), classes: 3).elements == [0, 0, 1, 1, 0, 0])
    #expect(try Tensor([-5, 0.5, 3]).clamped(min: -1, max: 2).elements == [-1, 0.5, 2])
    #expect(try Tensor([1, 20, 300]).cumulativeSum(axis: 0).elements == [1, 21, 321])
    #expect(try Tensor([[3, 4], [5, 12]]).norm(axes: [1]).elements == [5, 13])
  }

  @Test func whichLetsNoInfinityThrough() throws {
    // 0 · ∞ would be nan: the gradient of the branch that was not taken is 0.
    let x = try Tensor([0, 4]).requiringGradient()
    try which(x.isGreater(than: 0), log(x), 0).sum().backward()
    #expect(try #require(x.gradient).elements[1] == 0.25)
    let a = try Tensor([1, 2]).requiringGradient()
    try which(Tensor([0, 1]), a, 7).backward(upstream: Tensor([.infinity, 1]))
    #expect(a.gradient?.elements == [0, 1])
  }

  @Test func equalElementsStayInTheirOrder() throws {
    let x = try Tensor([2, 1, 2, 1, .nan])
    #expect(try x.argsort().elements == [1, 3, 0, 2, 4])
    #expect(try x.argsort(descending: true).elements == [4, 0, 2, 1, 3])
    #expect(try x.topK(3).indices.elements == [4, 0, 2])
    #expect(try Tensor([1, 1]).topK(1).indices.elements == [0])
    #expect(try Tensor.zeros([2, 0]).sorted().shape == [2, 0])
  }

  @Test func logarithmsOfSumsDoNotOverflow() throws {
    #expect(try Tensor([1e4, 1e4]).logSumExp().item() == 1e4 + 0.6931471805599453)
    #expect(try Tensor([-1e4, -1e4]).logSumExp().item() == -1e4 + 0.6931471805599453)
    let x = try Tensor([-.infinity, -.infinity]).requiringGradient()
    let y = try x.logSumExp()
    #expect(try y.item() == -.infinity)
    try y.backward()
    #expect(x.gradient?.elements == [0, 0])
    #expect(try Tensor([.infinity, 1]).logSumExp().item() == .infinity)
    #expect(try Tensor([.nan, 1]).logSumExp().item().isNaN)
    #expect(try Tensor.zeros([0]).logSumExp().item() == -.infinity)
  }

  @Test func aLengthOfZeroHasTheGradientZero() throws {
    let x = try Tensor([[0, 0], [3, 4]]).requiringGradient()
    try x.norm(axes: [1]).sum().backward()
    #expect(x.gradient?.elements == [0, 0, 0.6, 0.8])
  }

  @Test func wrongArgumentsAreNamed() throws {
    let x = try ramp([2, 3])
    #expect(
      message { _ = try x.gathered(Tensor([[3]]), axis: 1) }
        == "gathered got the index 3, and axis 1 has 3 elements (0 to 2)")
    #expect(
      message { _ = try x.gathered(Tensor([[-1]]), axis: 0) }
        == "gathered got the index -1, and axis 0 has 2 elements (0 to 1)")
    #expect(
      message { _ = try x.gathered(Tensor([[0.5]]), axis: 1) } == "gathered needs whole numbers as indices, and got 0.5"
    )
    #expect(
      message { _ = try x.gathered(Tensor([0]), axis: 1) }
        == "gathered along axis 1 needs indices that fit into shape [2, 3] on the other axes, and got shape [1]")
    #expect(
      message { _ = try x.gathered(Tensor([[0], [0], [0]]), axis: 1) }
        == "gathered along axis 1 needs indices that fit into shape [2, 3] on the other axes, and got shape [3, 1]")
    #expect(
      message { _ = try x.scatterAdded(Tensor([[0]]), values: Tensor([1]), axis: 0) }
        == "scatterAdded needs a value for each index, and got indices of shape [1, 1] and values of [1]")
    #expect(message { _ = try x.taken([2]) } == "taken got the index 2, and axis 0 has 2 elements (0 to 1)")
    #expect(
      message { _ = try x.taken(Tensor([.infinity])) } == "taken needs whole numbers as indices, and got inf")
    #expect(
      message { _ = try Tensor.zeros([0]).taken([0]) } == "taken got the index 0, and axis 0 has no elements")
    #expect(
      message { _ = try x.topK(4) } == "topK takes 0 to 3 of the 3 elements of axis 1, and got 4")
    #expect(message { _ = try x.topK(.min) } != nil)
    #expect(message { _ = try x.sorted(axis: 2) } == "axis 2 is out of range: this tensor has 2 axes (0 to 1)")
    #expect(message { _ = try Tensor(1).sorted() } == "axis -1 is out of range: this tensor has no axes")
    #expect(
      message { _ = try oneHot(Tensor([3]), classes: 3) } == "oneHot got the label 3, and there are 3 classes (0 to 2)")
    #expect(message { _ = try oneHot(Tensor([0]), classes: 0) } == "oneHot needs at least one class, and got 0")
    #expect(message { _ = try oneHot(Tensor([0]), classes: .max) }?.contains("would need") == true)
    #expect(
      message { _ = try x.clamped(min: 2, max: 1) } == "clamped needs min to be at most max, and got 2.0 and 1.0")
    #expect(
      message { _ = try which(Tensor(symbols: "X", shape: [3]), x, 0) }
        == "which needs numbers, and this tensor holds symbols")
    #expect(
      message { _ = try which(ramp([2]), x, 0) }
        == "shapes [2] and [2, 3] do not fit together: sizes 2 and 3 meet on axis 1")
    #expect(
      message { _ = try Tensor(symbols: "X", shape: [3]).cumulativeSum(axis: 0) }
        == "cumulativeSum needs numbers, and this tensor holds symbols")
    #expect(
      message { _ = try Tensor(symbols: "X", shape: [3]).norm() } == "norm needs numbers, and this tensor holds symbols"
    )
  }
}
