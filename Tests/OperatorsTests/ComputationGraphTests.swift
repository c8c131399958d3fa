import Operators
import Tensors
import Testing

/// The circuits of the lectures, as data and as text.
@Suite struct ComputationGraphTests {
  /// A number that requires a gradient.
  private func variable(_ number: Double) throws -> Tensor { try Tensor(number).requiringGradient() }

  private func numbers(_ tensors: [Tensor?]) throws -> [Double] { try tensors.map { try $0?.item() ?? .nan } }

  /// f = (x + y)·z at x = −2, y = 5, z = −4: q = 3, f = −12; ∂f/∂q = z = −4, ∂f/∂z = q = 3, ∂f/∂x = ∂f/∂y = −4.
  @Test func productOfASum() throws {
    let (x, y, z) = (try variable(-2), try variable(5), try variable(-4))
    let f = try x.adding(y).multiplied(by: z)
    let graph = try ComputationGraph(of: f, names: [("x", x), ("y", y), ("z", z)])
    #expect(graph.operators == ["variable", "variable", "variable", "+", "*"])
    #expect(try numbers(graph.nodes.map(\.value)) == [-2, 5, -4, 3, -12])
    #expect(try numbers(graph.nodes.map(\.upstream)) == [-4, -4, 3, -4, 1])
    #expect(graph.nodes[4].inputs.map(\.source) == [3, 2])
    #expect(try numbers(graph.nodes[4].inputs.map(\.downstream)) == [-4, 3])
    #expect(
      graph.description == """
        step  operator  of    value  upstream  local → downstream
        1     x               -2     -4
        2     y               5      -4
        3     z               -4     3
        4     +         1, 2  3      -4        to 1: 1 → -4, to 2: 1 → -4
        5     *         4, 3  -12    1         to 4: -4 → -4, to 3: 3 → 3
        """)
    // Nothing was used up, and no gradient was left behind.
    #expect(x.gradient == nil)
    try f.backward()
    #expect(x.gradient?.elements == [-4])
    #expect(
      message { _ = try computationGraph(of: f) }
        == "backward() ran through this result before, and a recording serves once: compute the result again")
  }

  /// f = 1/(1 + e^−(w₀x₀ + w₁x₁ + w₂)) at w = (2, −3, −3), x = (−1, −2), with the numbers that slides print: 4 − 3 = 1,
  /// −1, 0.37, 1.37, 0.73 forward; −0.53, −0.53, −0.20, 0.20 backward, and −0.20, 0.39, −0.39, −0.59, 0.20 at the inputs.
  @Test func sigmoidCircuit() throws {
    let w = [try variable(2), try variable(-3), try variable(-3)]
    let x = [try variable(-1), try variable(-2)]
    let sum = try w[0].multiplied(by: x[0]).adding(w[1].multiplied(by: x[1])).adding(w[2])
    let f = try exp(sum.negated()).adding(1).dividing(1)
    let graph = try computationGraph(of: f)
    func rounded(_ tensor: Tensor?) throws -> Double { try ((tensor?.item() ?? .nan) * 100).rounded() / 100 }
    #expect(graph.operators.suffix(5) == ["+", "*", "exp", "+", "/"])
    #expect(try graph.nodes.suffix(5).map { try rounded($0.value) } == [1, -1, 0.37, 1.37, 0.73])
    #expect(try graph.nodes.suffix(5).map { try rounded($0.upstream) } == [0.2, -0.2, -0.53, -0.53, 1])
    // In the order w₀ w₁ w₂ x₀ x₁.
    #expect(try graph.nodes.prefix(5).map { try rounded($0.upstream) } == [-0.2, -0.39, 0.2, 0.39, -0.59])
    for node in graph.nodes {
      for input in node.inputs {
        guard case .factors(let local)? = input.local else { throw TensorError("\(node.function) is a number's") }
        let product = try local.multiplied(by: #require(node.upstream))
        #expect(try (product.item() - #require(input.downstream).item()).magnitude < 1e-15)
      }
    }
  }

  /// The gradient of a step is the sum of what comes back from all its uses.
  @Test func downstreamGradientsAddUp() throws {
    let x = try variable(3)
    let graph = try computationGraph(of: x.multiplied(by: x).adding(x))
    #expect(try graph.nodes.flatMap(\.inputs).map { $0.source } == [0, 0, 1, 0])
    #expect(try numbers(graph.nodes.flatMap(\.inputs).map(\.downstream)) == [3, 3, 1, 1])
    #expect(try graph.nodes[0].upstream?.item() == 7)
  }

  @Test func elementsThatGoTheirOwnWayHaveFactors() throws {
    let x = try Tensor([[1, 2], [3, 4]]).requiringGradient()
    let steps = try computationGraph(of: exp(x.multiplied(by: x)).permuted([1, 0]).sum()).nodes
    #expect(steps.map(\.function) == ["variable", "*", "exp", "permuted", "sum"])
    guard case .factors(let twoFactors)? = steps[1].inputs.first?.local else { throw TensorError("no factors") }
    #expect(twoFactors.elements == [1, 2, 3, 4])
    // A permutation has the same shape here, and is no matter of single elements.
    guard case .jacobian(output: [2, 2], input: [2, 2])? = steps[3].inputs[0].local else {
      throw TensorError("no Jacobian")
    }
    guard case .jacobian(output: [], input: [2, 2])? = steps[4].inputs[0].local else {
      throw TensorError("no Jacobian")
    }
  }

  @Test func largerTensorsAreShownByTheirShapes() throws {
    let x = try Tensor.ones([2, 3], dtype: .float32).requiringGradient()
    let w = try Tensor([[1, 10], [2, 20], [3, 30]]).requiringGradient()
    let y = try matmul(x, w).sum(axes: [0])
    #expect(
      try computationGraph(of: y, upstream: Tensor([1, 0.5])).description == """
        step  operator  of    value         upstream      local → downstream
        1     variable        shape [2, 3]  shape [2, 3]
        2     variable        shape [3, 2]  shape [3, 2]
        3     matmul    1, 2  shape [2, 2]  shape [2, 2]  to 1: matrix 4×6 → shape [2, 3], to 2: matrix 4×6 → shape [3, 2]
        4     sum       3     [12, 120]     [1, 0.5]      to 3: matrix 2×4 → shape [2, 2]
        """)
  }

  @Test func whatWasWrittenToHasNoValue() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    var y = try x.multiplied(by: 3)
    try y.setElement(at: [0], to: 5)
    let graph = try computationGraph(of: y.sum())
    #expect(graph.operators == ["variable", "*", "setting", "sum"])
    #expect(graph.nodes[2].value == nil)
    #expect(graph.nodes[2].inputs[0].downstream?.elements == [0, 1])
  }

  @Test func wrongUsesAreNamed() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    #expect(
      message { _ = try computationGraph(of: Tensor([1])) }
        == "computationGraph(of:) needs a result that was computed from a tensor with requiringGradient(), and this one "
        + "was not (elements that are read as numbers, x[i, j], are not recorded)")
    #expect(
      message { _ = try computationGraph(of: x, upstream: Tensor(1)) }
        == "the upstream gradient has shape [], but the tensor has shape [2]")
  }
}
