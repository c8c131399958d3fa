import Tensors
import Testing

/// Tensors are values: what an operator kept for its gradient is not what is overwritten later. Where a change could not
/// be recorded, it is an error.
@Suite struct InPlaceSafetyTests {
  /// Ways to change a tensor in place.
  enum Change: CaseIterable {
    case element, part, wholeAxis, sumInPlace

    func apply(to x: inout Tensor) throws {
      switch self {
      case .element: try x.set(0, to: 100)
      case .part: try x.setSubscripted([0..<2], to: Tensor([100, 200]))
      case .wholeAxis: try x.setSubscripted([WholeAxis()], to: Tensor([100, 200, 300]))
      case .sumInPlace: x = try x.adding(Tensor([100, 200, 300]))
      }
    }
  }

  /// y = w·h² with h = 2x: the product kept w and h, which change before the gradient is computed.
  @Test(arguments: Change.allCases) func whatAnOperatorKeptStaysAsItWas(_ change: Change) throws {
    let x = try Tensor([1, 2, 3]).requiringGradient()
    var w = try Tensor([1, 10, 100])
    var h = try x.multiplied(by: 2)
    let y = try w.multiplied(by: h).multiplied(by: h)
    try change.apply(to: &w)
    try change.apply(to: &h)
    try y.sum().backward()
    // dy/dx = w·2h·2 = 8wx
    #expect(x.gradient?.elements == [8, 160, 2400])
  }

  /// In the middle of the computation: what was computed before has the old numbers, what comes after the new ones.
  @Test func aChangeInTheMiddleCountsFromThereOn() throws {
    let x = try Tensor([1, 2, 3]).requiringGradient()
    var h = try x.multiplied(by: 2)
    let before = try h.multiplied(by: h)
    try h.set(1, to: 7)
    let after = try h.multiplied(by: h)
    #expect(after.elements == [4, 49, 36])
    try before.adding(after).sum().backward()
    // 8x from both, but the element that was overwritten counts once.
    #expect(x.gradient?.elements == [16, 16, 48])
  }

  @Test func aResultKeptForItsOwnGradientStays() throws {
    let x = try Tensor([0, 0]).requiringGradient()
    let h = try x.multiplied(by: x).adding(1)
    var y = try record("twice", h.multiplied(by: 2).detached(), .gradient(to: h) { dy, y in try dy.multiplied(by: y) })
    let kept = y
    try y.set(0, to: 50)
    #expect(kept.elements == [2, 2])
    #expect(try gradients(of: kept.sum(), at: [h])[0].elements == [2, 2])
  }

  @Test func aChangeThatWouldNotBeRecordedIsAnError() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    var y = try x.multiplied(by: 2)
    let sentence =
      "a change of this recorded tensor would not be recorded here, and its gradient would be wrong: change a "
      + "detached() copy"
    #expect(message { try withoutGradients { try y.set(0, to: 5) } } == sentence)
    #expect(message { try withoutGradients { try y.setSubscripted([0], to: Tensor(5)) } } == sentence)
    #expect(y.elements == [2, 4])
    var copy = y.detached()
    try withoutGradients { try copy.set(0, to: 5) }
    #expect(copy.elements == [5, 4])
    try y.sum().backward()
    #expect(x.gradient?.elements == [2, 2])
  }

  /// What comes into a gradient rule may be a variable of the learner's: rules never change it.
  @Test func rulesOfWritesLeaveTheUpstreamGradientAlone() throws {
    let (x, v) = (try Tensor([1, 2]).requiringGradient(), try Tensor([3, 4]).requiringGradient())
    var y = try x.multiplied(by: 2)
    try y.set(0, to: 9)
    let slope = try gradients(of: y, at: [x], upstream: v, createGraph: true)[0]
    #expect(slope.elements == [0, 8])
    #expect(v.elements == [3, 4])
    #expect(try gradients(of: slope.sum(), at: [v])[0].elements == [0, 2])
  }
}
