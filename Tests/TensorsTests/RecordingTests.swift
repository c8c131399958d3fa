import Tensors
import Testing

@Suite struct RecordingTests {
  @Test func theChainRuleIsApplied() throws {
    let x = try Tensor([3, 5]).requiringGradient()
    try x.multiplied(by: x).sum().backward()
    #expect(x.gradient?.elements == [6, 10])
  }

  @Test func gradientsAddUp() throws {
    let x = try Tensor([3, 5]).requiringGradient()
    try x.multiplied(by: 10).sum().backward()
    try x.multiplied(by: x).sum().backward()
    #expect(x.gradient?.elements == [16, 20])
  }

  @Test func copiesShareTheGradient() throws {
    let x = try Tensor([3]).requiringGradient()
    let y = x
    try y.multiplied(by: 2).sum().backward()
    #expect(x.gradient?.elements == [2])
    #expect(x.detached().gradient == nil)
  }

  @Test func upstreamIsWeighedIn() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    try x.multiplied(by: x).backward(upstream: Tensor([1, 100]))
    #expect(x.gradient?.elements == [2, 400])
  }

  @Test func broadcastGradientsAreSummed() throws {
    let (a, b) = (try ramp([2, 3]).requiringGradient(), try Tensor([[10], [20]]).requiringGradient())
    try a.multiplied(by: b).sum().backward()
    #expect(a.gradient?.elements == [10, 10, 10, 20, 20, 20])
    #expect(b.gradient?.elements == [6, 15])
    #expect(b.gradient?.shape == [2, 1])
  }

  @Test func gradientsAreReadInTheMiddle() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    let h = try x.multiplied(by: 3).requiringGradient()
    try h.multiplied(by: h).sum().backward()
    #expect(h.gradient?.elements == [6, 12])
    #expect(x.gradient?.elements == [18, 36])
    #expect(try x.multiplied(by: 3).gradient == nil)
  }

  @Test func theFunctionalFormLeavesTensorsAlone() throws {
    let (x, w) = (try Tensor([1, 2]).requiringGradient(), try Tensor([10, 100]).requiringGradient())
    let loss = try x.multiplied(by: w).sum()
    let found = try gradients(of: loss, at: [w, x, w])
    #expect(found.map(\.elements) == [[1, 2], [10, 100], [1, 2]])
    #expect(x.gradient == nil && w.gradient == nil)
    #expect(try gradients(of: loss, at: [x])[0].elements == [10, 100])
  }

  @Test func detachedAndUnrecordedResultsAreConstants() throws {
    let x = try Tensor([3, 5]).requiringGradient()
    try x.multiplied(by: x.detached()).sum().backward()
    #expect(x.gradient?.elements == [3, 5])
    var y = x
    try withoutGradients { y = try x.multiplied(by: 10) }
    #expect(!y.isRecorded)
    #expect(y.elements == [30, 50])
  }

  @Test func theGradientHasTheDtypeOfItsTensor() throws {
    let x = try Tensor([3], shape: [1], dtype: .float32).requiringGradient()
    try x.multiplied(by: Tensor([0.1])).sum().backward()
    #expect(x.gradient?.dtype == .float32)
  }

  @Test func shapesComeBackThroughEveryRearrangement() throws {
    let x = try ramp([2, 3, 4]).requiringGradient()
    let y = try x.permuted([2, 0, 1]).flipped(axes: [0]).reshaped([4, 6]).transposed().rotated180()
    try y.subscripted([1..<4, 2]).multiplied(by: Tensor([1, 10, 100])).sum().backward()
    let gradient = try #require(x.gradient)
    // The same path for the positions themselves tells which three elements were used.
    let places = try ramp([2, 3, 4]).permuted([2, 0, 1]).flipped(axes: [0]).reshaped([4, 6]).transposed().rotated180()
      .subscripted([1..<4, 2]).elements.map { Int($0) - 1 }
    #expect(places.map { gradient.elements[$0] } == [1, 10, 100])
    #expect(try gradient.sum().item() == 111)
  }
}

@Suite struct WritingIntoRecordingsTests {
  @Test func whatWasOverwrittenHasNoGradient() throws {
    let x = try Tensor([1, 2, 3]).requiringGradient()
    var y = try x.multiplied(by: 10)
    try y.set(1, to: 7)
    try y.multiplied(by: Tensor([1, 2, 3])).sum().backward()
    #expect(x.gradient?.elements == [10, 0, 30])
  }

  @Test func aReplacedPartBringsItsOwnGradient() throws {
    let (x, v) = (try Tensor([1, 2, 3]).requiringGradient(), try Tensor([5]).requiringGradient())
    var y = try x.multiplied(by: 10)
    try y.setSubscripted([1...], to: v)
    #expect(y.elements == [10, 5, 5])
    try y.multiplied(by: Tensor([1, 2, 3])).sum().backward()
    #expect(x.gradient?.elements == [10, 0, 0])
    #expect(v.gradient?.elements == [5])
  }

  @Test func aPlainTensorBecomesRecordedByWhatIsWrittenIntoIt() throws {
    let v = try Tensor([5, 6]).requiringGradient()
    var y = try Tensor.zeros([3])
    try y.setSubscripted([1...], to: v)
    try y.multiplied(by: Tensor([1, 2, 3])).sum().backward()
    #expect(v.gradient?.elements == [2, 3])
  }

  @Test func aTensorThatRequiresAGradientIsNotChanged() throws {
    var x = try Tensor([1, 2]).requiringGradient()
    let sentence =
      "this tensor requires a gradient, so its elements cannot be changed: change them before requiringGradient()"
    #expect(message { try x.set(0, to: 5) } == sentence)
    #expect(message { try x.setSubscripted([0], to: Tensor(5)) } == sentence)
    #expect(x.elements == [1, 2])
  }

  @Test func aChangedCopyDoesNotChangeTheGradient() throws {
    var w = try Tensor([2, 3])
    let x = try Tensor([1, 1]).requiringGradient()
    let y = try x.multiplied(by: w)
    try w.set(0, to: 100)
    try y.sum().backward()
    #expect(x.gradient?.elements == [2, 3])
  }
}

@Suite struct BackwardErrorTests {
  @Test func severalElementsNeedAnUpstreamGradient() throws {
    let x = try ramp([2, 2]).requiringGradient()
    #expect(
      message { try x.multiplied(by: 2).backward() }
        == "backward() on a tensor of shape [2, 2]: pass an upstream gradient or take the sum first")
    #expect(
      message { try x.multiplied(by: 2).backward(upstream: Tensor([1, 2])) }
        == "the upstream gradient has shape [2], but the tensor has shape [2, 2]")
    #expect(
      message { _ = try gradients(of: x, at: [x]) }
        == "gradients(of:at:) of a result of shape [2, 2]: pass an upstream gradient or take the sum first")
    #expect(
      message { _ = try gradients(of: x, at: [x], upstream: Tensor([1, 2])) }
        == "the upstream gradient has shape [2], but the tensor has shape [2, 2]")
  }

  @Test func aRecordingServesOnce() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    let h = try x.multiplied(by: 2)
    try h.sum().backward()
    let sentence = "backward() ran through this result before, and a recording serves once: compute the result again"
    #expect(message { try h.sum().backward() } == sentence)
    let y = try x.multiplied(by: x).sum()
    try y.backward()
    #expect(message { try y.backward() } == sentence)
  }

  @Test func resultsWithoutARecordingAreNamed() throws {
    let sentence =
      "backward() needs a result that was computed from a tensor with requiringGradient(), and this one was not "
      + "(elements that are read as numbers, x[i, j], are not recorded)"
    #expect(message { try Tensor([1]).sum().backward() } == sentence)
    let x = try Tensor([1]).requiringGradient()
    let other = try Tensor([1]).requiringGradient()
    let y = try x.multiplied(by: 2)
    #expect(message { _ = try gradients(of: y, at: [x, other]) } == "input 1 has no part in this result")
    #expect(
      message { _ = try gradients(of: y, at: [Tensor([1])]) }
        == "input 0 does not require a gradient: make it with requiringGradient()")
  }

  @Test func aGradientOfAnotherShapeIsRefused() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    let y = try record("wrong", Tensor(3), .gradient(to: x) { dy in dy })
    #expect(message { try y.backward() } == "the gradient of a tensor of shape [2] came out with shape []")
  }
}

@Suite struct DeepRecordingTests {
  /// A recursive walk, or a recursive release, of so long a chain would overflow the stack.
  @Test func aHundredThousandStepsGoBackAndAreFreed() throws {
    let x = try Tensor([1]).requiringGradient()
    var y = x
    for _ in 0..<100_000 { y = try y.multiplied(by: 1) }
    try y.sum().backward()
    #expect(x.gradient?.elements == [1])
    y = x
    for _ in 0..<100_000 { y = try y.adding(y.detached()).multiplied(by: 0.5) }
    y = x
  }

  /// A learner's rule may hold a step that is not among its inputs.
  @Test func aHundredThousandRulesThatHoldOneAnotherAreFreed() throws {
    let x = try Tensor([1]).requiringGradient()
    var y = x
    for _ in 0..<100_000 {
      let last = y
      y = try customOperator([x], forward: { $0[0] }, backward: { dy, _ in withExtendedLifetime(last) { [dy] } })
    }
    try y.sum().backward()
    #expect(x.gradient?.elements == [1])
    y = x
  }
}

/// Gradients of gradients, and recordings that serve again.
@Suite struct SecondDerivativeTests {
  @Test func documentedExample() throws {
    let x = try Tensor([2, 5]).requiringGradient()
    let slope = try gradients(of: x.multiplied(by: x).multiplied(by: x).sum(), at: [x], createGraph: true)[0]
    #expect(slope.elements == [12, 75])
    #expect(try gradients(of: slope.sum(), at: [x])[0].elements == [12, 30])
  }

  @Test func withoutCreateGraphGradientsAreNotRecorded() throws {
    let x = try Tensor([2, 5]).requiringGradient()
    #expect(try !gradients(of: x.multiplied(by: x).sum(), at: [x])[0].isRecorded)
  }

  /// `Σ (a·b)[i, j]` has the second derivative 1 where an element of a meets one of b in a product.
  @Test func matrixProductsHaveSecondDerivatives() throws {
    let a = try Tensor([[1, 2], [3, 4]]).requiringGradient()
    let b = try Tensor([[5, 6, 7], [8, 9, 10]]).requiringGradient()
    let da = try gradients(of: matmul(a, b).sum(), at: [a], createGraph: true)[0]
    #expect(da.elements == [18, 27, 18, 27])
    let weighted = try da.multiplied(by: Tensor([[1, 10], [100, 1000]])).sum()
    #expect(try gradients(of: weighted, at: [b])[0].elements == [101, 101, 101, 1010, 1010, 1010])
  }

  /// A recording in which only the upstream gradient leads back: slices, sums and reshapes pass it through.
  @Test func shapesPassSecondDerivativesThrough() throws {
    let x = try Tensor([[1, 2, 3], [4, 5, 6]]).requiringGradient()
    let y = try x.multiplied(by: x).transposed().subscripted([1..<3, 0]).reshaped([2, 1]).sum(axes: [1])
    let dx = try gradients(of: y.sum(), at: [x], createGraph: true)[0]
    #expect(dx.elements == [0, 4, 6, 0, 0, 0])
    #expect(try gradients(of: dx.multiplied(by: dx).sum(), at: [x])[0].elements == [0, 16, 24, 0, 0, 0])
  }

  @Test func aKeptRecordingServesAgain() throws {
    let x = try Tensor([3, 5]).requiringGradient()
    let y = try x.multiplied(by: x).sum()
    try y.backward(retainGraph: true)
    try y.backward()
    #expect(x.gradient?.elements == [12, 20])
    #expect(throws: TensorError.self) { try y.backward() }
  }

  @Test func aPlainLoopHasNoSecondDerivative() throws {
    let x = try Tensor([3, 5]).requiringGradient()
    let y = try record(
      "loop", x.detached(), .gradient(to: x) { dy in try firstOrderOnly("loop", dy.detached(), of: dy, x) })
    let dx = try gradients(of: y.sum(), at: [x], createGraph: true)[0]
    #expect(throws: TensorError("loop has no second derivative here: its gradient is not recorded")) {
      try gradients(of: dx.sum(), at: [x])
    }
  }
}
