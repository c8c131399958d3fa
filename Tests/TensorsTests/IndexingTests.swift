import Tensors
import Testing

/// Stepped ranges, lists, masks and new axes. Expected numbers: `numpy.arange(1, 25).reshape(2, 3, 4)[…]`.
@Suite struct IndexingTests {
  @Test func stepsGoForwardsAndBackwards() throws {
    let x = try ramp([2, 3, 4])
    #expect(try x.subscripted([0, 1, stride(from: 0, to: 4, by: 2)]).elements == [5, 7])
    #expect(
      try x.subscripted([1, stride(from: 2, through: 0, by: -2), stride(from: 3, to: 0, by: -1)]).elements == [
        24, 23, 22, 16, 15, 14,
      ])
    #expect(try x.subscripted([0, 0, stride(from: 2, to: 2, by: 1)]).shape == [0])
    #expect(try x.subscripted([0, 0, stride(from: 1, to: 2, by: 5)]).elements == [2])
  }

  @Test func listsTakePlacesInAnyOrder() throws {
    let x = try ramp([2, 3, 4])
    #expect(try x.subscripted([0, [2, 0, 2]]).elements == [9, 10, 11, 12, 1, 2, 3, 4, 9, 10, 11, 12])
    #expect(try x.subscripted([WholeAxis(), WholeAxis(), [3, 0]]).shape == [2, 3, 2])
    #expect(try x.subscripted([WholeAxis(), [1, 0], 2]).elements == [7, 3, 19, 15])
    #expect(try x.subscripted([WholeAxis(), [Int]()]).shape == [2, 0, 4])
  }

  @Test func severalListsAreReadSideBySide() throws {
    let x = try ramp([2, 3, 4])
    #expect(try x.subscripted([[0, 1], [2, 0]]).elements == [9, 10, 11, 12, 13, 14, 15, 16])
    #expect(try x.subscripted([0..<2, [2, 0], [1, 3]]).elements == [10, 4, 22, 16])
    // A range between them: their axis comes first, as in NumPy.
    #expect(try x.subscripted([[0, 1], 0..<3, [1, 3]]).elements == [2, 6, 10, 16, 20, 24])
    #expect(try x.subscripted([[0, 1], 0..<3, [1, 3]]).shape == [2, 3])
    // One place goes with all the others.
    #expect(try x.subscripted([[1], [2, 0, 1], 0]).elements == [21, 13, 17])
  }

  @Test func masksTakeWhatIsOne() throws {
    let x = try ramp([2, 3])
    #expect(try x.subscripted([x.isGreater(than: 3)]).elements == [4, 5, 6])
    #expect(try x.subscripted([Tensor([0, 1])]).elements == [4, 5, 6])
    #expect(try x.subscripted([WholeAxis(), Tensor([1, 0, 1])]).elements == [1, 3, 4, 6])
    #expect(try x.subscripted([x.isGreater(than: 9)]).shape == [0])
  }

  @Test func newAxesAreAdded() throws {
    let x = try ramp([2, 3])
    #expect(try x.subscripted([.newAxis]).shape == [1, 2, 3])
    #expect(try x.subscripted([WholeAxis(), .newAxis, 1]).elements == [2, 5])
    #expect(try x.subscripted([WholeAxis(), .newAxis, 1]).shape == [2, 1])
    #expect(try x.subscripted([0, 1, .newAxis]).elements == [2])
  }

  @Test func allOfThemCanBeReplaced() throws {
    var x = try ramp([2, 3])
    try x.setSubscripted([WholeAxis(), stride(from: 2, through: 0, by: -2)], to: Tensor([[30, 10], [60, 40]]))
    #expect(x.elements == [10, 2, 30, 40, 5, 60])
    try x.setSubscripted([[1, 0], [0, 2]], to: Tensor([-4, -3]))
    #expect(x.elements == [10, 2, -3, -4, 5, 60])
    try x.setSubscripted([x.isGreater(than: 9)], to: Tensor(0))
    #expect(x.elements == [0, 2, -3, -4, 5, 0])
    try x.setSubscripted([0, .newAxis], to: Tensor([[7, 8, 9]]))
    #expect(x.elements == [7, 8, 9, -4, 5, 0])
    // The later of two values for one place stays.
    try x.setSubscripted([0, [1, 1]], to: Tensor([100, 200]))
    #expect(x.elements == [7, 200, 9, -4, 5, 0])
  }

  @Test func gradientsGoBackToWhereElementsWere() throws {
    let x = try ramp([2, 3]).requiringGradient()
    try x.subscripted([0, [2, 0, 2]]).backward(upstream: Tensor([1, 10, 100]))
    #expect(x.gradient?.elements == [10, 0, 101, 0, 0, 0])
    let y = try ramp([4]).requiringGradient()
    try y.subscripted([stride(from: 3, through: 0, by: -2)]).backward(upstream: Tensor([1, 10]))
    #expect(y.gradient?.elements == [0, 10, 0, 1])
    let z = try ramp([2, 2]).requiringGradient()
    try z.subscripted([z.isGreater(than: 2)]).backward(upstream: Tensor([5, 7]))
    #expect(z.gradient?.elements == [0, 0, 5, 7])
  }

  @Test func replacedElementsHaveNoGradientAndTheLastValueHas() throws {
    let x = try ramp([3]).requiringGradient()
    let v = try Tensor([5, 6, 7]).requiringGradient()
    var y = try x.multiplied(by: 2)
    try y.setSubscripted([[2, 0, 2]], to: v)
    #expect(y.elements == [6, 4, 7])
    try y.backward(upstream: Tensor([1, 10, 100]))
    #expect(x.gradient?.elements == [0, 20, 0])
    #expect(v.gradient?.elements == [0, 1, 100])
  }

  @Test func aPartHasSecondDerivatives() throws {
    let x = try ramp([3]).requiringGradient()
    let part = try x.subscripted([[0, 2, 2]])
    let slope = try gradients(of: part.multiplied(by: part).multiplied(by: part).sum(), at: [x], createGraph: true)[0]
    // d/dx of 3x₀², 0, 2·3x₂².
    #expect(try gradients(of: slope.sum(), at: [x])[0].elements == [6, 0, 36])
  }

  @Test func wrongIndicesAreNamed() throws {
    let x = try ramp([2, 3])
    func refusal(_ indices: [any TensorIndex]) -> String? { message { _ = try x.subscripted(indices) } }
    #expect(
      refusal([0, stride(from: 0, to: 9, by: 2)]) == "index 4 is out of range: axis 1 has 3 elements (0 to 2)")
    #expect(
      refusal([0, stride(from: 2, to: -9, by: -2)])
        == "index -2 is negative: indices start at 0, and axis 1 has 3 elements")
    #expect(refusal([stride(from: 0, to: .max, by: 1)]) == "index 2 is out of range: axis 0 has 2 elements (0 to 1)")
    #expect(refusal([[0, 2]]) == "index 2 is out of range: axis 0 has 2 elements (0 to 1)")
    #expect(
      refusal([[0, 1, 0], [0, 1]]) == "lists of places are read side by side, and these have 3 and 2 elements")
    #expect(
      try refusal([WholeAxis(), ramp([2])])
        == "a mask of shape [2] does not fit a tensor of shape [2, 3] from axis 1 on")
    #expect(
      try refusal([Tensor([0, 2])])
        == "a tensor between brackets is a mask of 0 and 1, and this one holds 2.0: taken(indices) picks places")
    #expect(refusal([0, 0, .newAxis, 0]) == "this tensor has 2 axes, but 3 indices were given")
    #expect(try refusal([0, ramp([2, 3])]) == "this tensor has 2 axes, but 3 indices were given")
  }
}
