import Tensors
import Testing

/// `y = x₀ · x₁²`, with the gradients of a learner who got them right.
private func product(_ inputs: [Tensor], name: String = "customOperator") throws -> Tensor {
  try customOperator(
    inputs, name: name, forward: { try $0[0].multiplied(by: $0[1]).multiplied(by: $0[1]) },
    backward: { dy, inputs in
      let (a, b) = (inputs[0], inputs[1])
      return [
        try dy.multiplied(by: b).multiplied(by: b),
        try dy.multiplied(by: a).multiplied(by: b).multiplied(by: 2),
      ]
    })
}

@Suite struct CustomOperatorTests {
  @Test func documentedExample() throws {
    let x = try Tensor([3, 5]).requiringGradient()
    let cube = try customOperator(
      [x], forward: { try $0[0].multiplied(by: $0[0]).multiplied(by: $0[0]) },
      backward: { dy, inputs in [try dy.multiplied(by: 3).multiplied(by: inputs[0]).multiplied(by: inputs[0])] })
    #expect(cube.elements == [27, 125])
    try cube.sum().backward()
    #expect(x.gradient?.elements == [27, 75])
  }

  @Test func eachInputGetsItsOwnGradientInOneCall() throws {
    let (a, b) = (try Tensor([2, 3]).requiringGradient(), try Tensor([10, 100]).requiringGradient())
    var calls = 0
    let y = try customOperator(
      [a, b], forward: { try $0[0].multiplied(by: $0[1]) },
      backward: { dy, inputs in
        calls += 1
        return [try dy.multiplied(by: inputs[1]), try dy.multiplied(by: inputs[0])]
      })
    try y.backward(upstream: Tensor([1, 7]), retainGraph: true)
    #expect(a.gradient?.elements == [10, 700])
    #expect(b.gradient?.elements == [2, 21])
    #expect(calls == 1)
    // Another pass has another `dy`.
    try y.backward(upstream: Tensor([1, 1]))
    #expect(a.gradient?.elements == [20, 800])
    #expect(calls == 2)
  }

  @Test func nothingOfTheForwardPassIsRecorded() throws {
    let (x, w) = (try Tensor([3]).requiringGradient(), try Tensor([2]).requiringGradient())
    func timesW(_ input: Tensor) throws -> Tensor {
      try customOperator(
        [input],
        forward: {
          #expect(!$0[0].isRecorded)
          return try $0[0].multiplied(by: w)
        }, backward: { dy, _ in [dy] })
    }
    #expect(try !timesW(Tensor([3])).isRecorded)
    #expect(message { _ = try gradients(of: timesW(x), at: [w]) } == "input 0 has no part in this result")
  }

  @Test func oneTensorMayBeTwoInputs() throws {
    let x = try Tensor([2]).requiringGradient()
    try product([x, x]).backward()
    #expect(x.gradient?.elements == [12])
  }

  @Test func inputsWithoutAGradientAreConstants() throws {
    let b = try Tensor([10]).requiringGradient()
    let y = try product([Tensor([2]), b])
    try y.backward()
    #expect(b.gradient?.elements == [40])
    #expect(try !product([Tensor([2]), Tensor([3])]).isRecorded)
    var z = y
    try withoutGradients { z = try product([Tensor([2]), b]) }
    #expect(!z.isRecorded)
  }

  @Test func aGradientOfOperatorsHasAGradient() throws {
    let (a, b) = (try Tensor([2]).requiringGradient(), try Tensor([3]).requiringGradient())
    let slopes = try gradients(of: product([a, b]), at: [a, b], createGraph: true)
    #expect(slopes.map(\.elements) == [[9], [12]])
    // ∂²/∂b² = 2a, ∂²/∂a∂b = 2b
    #expect(try gradients(of: slopes[1], at: [a, b]).map(\.elements) == [[6], [4]])
  }

  /// `y = 3x` has the second derivative 0, and `x·y` has 6: a constant `dy` is no reason to refuse.
  @Test func aLinearOperatorHasSecondDerivatives() throws {
    let x = try Tensor([2]).requiringGradient()
    let y = try customOperator(
      [x], forward: { try $0[0].multiplied(by: 3) }, backward: { dy, _ in [try dy.multiplied(by: 3)] })
    let slope = try gradients(of: y.adding(x.multiplied(by: x)), at: [x], createGraph: true)[0]
    #expect(slope.elements == [7])
    #expect(try gradients(of: slope, at: [x])[0].elements == [2])
  }

  @Test func aGradientOfNumbersHasNone() throws {
    let x = try Tensor([2]).requiringGradient()
    let y = try customOperator(
      [x], name: "square", forward: { try $0[0].multiplied(by: $0[0]) },
      backward: { dy, inputs in
        [try Tensor([2 * inputs[0].at(0) * dy.at(0)])]
      })
    let slope = try gradients(of: y, at: [x], createGraph: true)[0]
    #expect(slope.elements == [4])
    #expect(
      message { _ = try gradients(of: slope, at: [x]) }
        == "square has no second derivative here: its gradient is not recorded")
  }

  @Test func thePrecisionOfTheInputsIsKept() throws {
    let x = try Tensor([2, 3], shape: [2], dtype: .float32).requiringGradient()
    try product([x, x]).sum().backward()
    #expect(x.gradient?.dtype == .float32)
    #expect(x.gradient?.elements == [12, 27])
  }

  @Test func wrongGradientsAreNamed() throws {
    func failure(_ inputs: [Tensor], _ gradients: [Tensor]) -> String? {
      message {
        let recorded = try inputs.map { try $0.requiringGradient() }
        try customOperator(recorded, name: "mine", forward: { try $0[0].sum() }, backward: { _, _ in gradients })
          .backward()
      }
    }
    let (x, w) = (try Tensor([1, 2]), try Tensor([1, 2, 3]))
    #expect(
      failure([x, w], [x])
        == "the backward of mine gives 1 gradient for 2 inputs: it gives one for each, in their order")
    #expect(
      failure([x], [x, x])
        == "the backward of mine gives 2 gradients for 1 input: it gives one for each, in their order")
    #expect(
      failure([x, w], [x, x])
        == "the backward of mine gives a gradient of shape [2] for input 1 of shape [3]: a gradient has the shape of its "
        + "input")
    #expect(message { _ = try product([]) } == "customOperator needs at least one input")
  }
}
