import Tensors
import Testing

/// The functional forms: gradients with an upstream gradient, and values with their gradients.
@Suite struct GradientFunctionTests {
  @Test func anUpstreamGradientIsWeighedIn() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    let y = try x.multiplied(by: x)
    #expect(try gradients(of: y, at: [x], upstream: Tensor([1, 100]))[0].elements == [2, 400])
    #expect(x.gradient == nil)
    // One element needs none, and may have one.
    #expect(try gradients(of: y.sum(), at: [x], upstream: Tensor(10))[0].elements == [20, 40])
  }

  /// With v a variable as well: d/dv of Σ v · x² is x², through the gradient of the gradient.
  @Test func theUpstreamGradientMayBeAVariable() throws {
    let (x, v) = (try Tensor([1, 2, 3]).requiringGradient(), try Tensor([0, 1]).requiringGradient())
    let y = try x.multiplied(by: x).subscripted([1...])
    let slope = try gradients(of: y, at: [x], upstream: v, createGraph: true)[0]
    #expect(slope.elements == [0, 0, 6])
    #expect(try gradients(of: slope.sum(), at: [v, x]).map(\.elements) == [[4, 6], [0, 0, 2]])
  }

  @Test func valuesComeWithTheirGradients() throws {
    let inputs = [try Tensor([1, 2]), try Tensor([10, 100])]
    let (value, slopes) = try valueAndGradients(of: { try $0[0].multiplied(by: $0[1]).sum() }, at: inputs)
    #expect(try value.item() == 210)
    #expect(slopes.map(\.elements) == [[10, 100], [1, 2]])
    #expect(!value.isRecorded && slopes.allSatisfy { !$0.isRecorded })
  }

  @Test func anUnusedInputHasTheGradientZero() throws {
    let inputs = [try Tensor([3]), try Tensor([1, 2], shape: [2], dtype: .float32)]
    let (_, slopes) = try valueAndGradients(of: { try $0[0].multiplied(by: $0[0]) }, at: inputs)
    #expect(slopes.map(\.elements) == [[6], [0, 0]])
    #expect(slopes[1].dtype == .float32)
  }

  @Test func itRecordsWhereRecordingIsSwitchedOff() throws {
    var slope: Tensor?
    try withoutGradients {
      slope = try valueAndGradients(of: { try $0[0].multiplied(by: $0[0]) }, at: [Tensor([3])]).gradients[0]
    }
    #expect(slope?.elements == [6])
  }

  @Test func wrongUsesAreNamed() throws {
    #expect(
      message { _ = try valueAndGradients(of: { $0[0] }, at: [Tensor([1, 2])]) }
        == "valueAndGradients needs a function that gives one element, and this one gives shape [2]: take the sum")
    #expect(
      message { _ = try valueAndGradients(of: { $0[0] }, at: []) } == "valueAndGradients needs at least one input")
    #expect(
      message { _ = try valueAndGradients(of: { try Tensor($0[0].at(0)) }, at: [Tensor([1])]) }
        == "valueAndGradients needs a result that was computed from a tensor with requiringGradient(), and this one was "
        + "not (elements that are read as numbers, x[i, j], are not recorded)")
  }

  /// `x⁴` has the derivatives 4x³, 12x², 24x.
  @Test func thirdDerivativeOfAFourthPower() throws {
    let x = try Tensor([2, -3]).requiringGradient()
    let square = try x.multiplied(by: x)
    var derivative = try square.multiplied(by: square)
    var found: [[Double]] = []
    for _ in 0..<3 {
      derivative = try gradients(of: derivative.sum(), at: [x], createGraph: true)[0]
      found.append(derivative.elements)
    }
    #expect(found == [[32, -108], [48, 108], [48, -72]])
  }

  /// The Hessian of `Σ a·b` over pairs times a vector, without the Hessian: the gradient of `⟨∇f, v⟩`.
  @Test func hessianTimesVector() throws {
    // f = x₀²·x₁ + x₁³ at (2, 3): H = [[2x₁, 2x₀], [2x₀, 6x₁]] = [[6, 4], [4, 18]]; H·(1, 10) = (46, 184)
    let x = try Tensor([2, 3]).requiringGradient()
    let (a, b) = (try x.subscripted([0]), try x.subscripted([1]))
    let f = try a.multiplied(by: a).multiplied(by: b).adding(b.multiplied(by: b).multiplied(by: b))
    let slope = try gradients(of: f, at: [x], createGraph: true)[0]
    #expect(slope.elements == [12, 31])
    let alongVector = try slope.multiplied(by: Tensor([1, 10])).sum()
    #expect(try gradients(of: alongVector, at: [x])[0].elements == [46, 184])
  }

  @Test func aVariableInSeveralPlacesCollectsFromAll() throws {
    // y = x·x + 3x − 1/x at 2: 2x + 3 + 1/x² = 7.25
    let x = try Tensor([2]).requiringGradient()
    let y = try x.multiplied(by: x).adding(x.multiplied(by: 3)).subtracting(x.dividing(1))
    try y.backward()
    #expect(x.gradient?.elements == [7.25])
  }
}
