import Operators
import Tensors
import Testing

/// Recurrent networks and the layer that they are made of. Numbers from PyTorch: `FixtureTests`.
@Suite struct RecurrenceTests {
  @Test func documentedExamples() throws {
    let rows = try Tensor([[1, 10], [2, 0], [0, 3]])
    #expect(try linear(Tensor([[5, 7]]), weights: rows, bias: Tensor([0, 1, 2])).elements == [75, 11, 23])
    let (w, u) = (try Tensor([[3], [0]]), try Tensor([[0, -1], [1, 0]]))
    let h = try rnnStep(Tensor([[1]]), hidden: Tensor([[0, 2]]), inputWeights: w, hiddenWeights: u)
    #expect(h.elements == [0.7615941559557649, 0])
    let zeros = try Tensor.zeros([4, 1])
    let (_, cell) = try lstmStep(
      Tensor([[1]]), hidden: Tensor([[0]]), cell: Tensor([[3]]), inputWeights: Tensor([[100], [-100], [2], [0]]),
      hiddenWeights: zeros)
    #expect(cell.elements == [0.9640275800758169])
    let y = try gruStep(
      Tensor([[1]]), hidden: Tensor([[1]]), inputWeights: Tensor([[100], [-100], [2]]),
      hiddenWeights: Tensor([[0], [0], [-1]]))
    #expect(y.elements == [0.7615941559557649])
  }

  /// A sequence is its steps, one after the other.
  @Test func sequencesAreSteps() throws {
    let x = try Tensor.normal([2, 3, 2], seed: 1)
    func at(_ t: Int) throws -> Tensor { try x.subscripted([0..<2, t]) }
    func random(_ shape: [Int], _ seed: Int) throws -> Tensor { try Tensor.normal(shape, deviation: 0.5, seed: seed) }
    let (w, u) = (try random([8, 2], 2), try random([8, 2], 3))
    var (h, c) = (try random([2, 2], 4), try random([2, 2], 5))
    let (outputs, lastHidden, lastCell) = try lstm(x, hidden: h, cell: c, inputWeights: w, hiddenWeights: u)
    for t in 0..<3 {
      (h, c) = try lstmStep(at(t), hidden: h, cell: c, inputWeights: w, hiddenWeights: u)
      #expect(try outputs.subscripted([0..<2, t]) == h)
    }
    #expect(lastHidden == h)
    #expect(lastCell == c)
  }

  /// The lesson's point: with an open forget gate and a shut input gate the cell's gradient does not shrink, however
  /// long the sequence; a plain network's does.
  @Test func anOpenGateKeepsTheGradient() throws {
    let x = try Tensor.zeros([1, 50, 1])
    let c = try Tensor([[0.5]]).requiringGradient()
    let bias = try Tensor([-1000, 1000, 0, 0])
    let zeros = try Tensor.zeros([4, 1])
    let (_, _, cell) = try lstm(x, cell: c, inputWeights: zeros, hiddenWeights: zeros, inputBias: bias)
    try cell.backward()
    #expect(c.gradient?.elements == [1])
    let h = try Tensor([[0.5]]).requiringGradient()
    let (_, last) = try rnn(x, hidden: h, inputWeights: Tensor([[0]]), hiddenWeights: Tensor([[0.5]]))
    try last.backward()
    #expect(try #require(h.gradient).elements[0] < 1e-14)
  }

  /// z = 1 keeps the state as it is; z = 0 forgets it.
  @Test func theUpdateGateChooses() throws {
    let (x, h) = (try Tensor([[2]]), try Tensor([[0.25]]))
    let (w, u) = (try Tensor([[0], [0], [1]]), try Tensor.zeros([3, 1]))
    func step(_ z: Double) throws -> Double {
      try gruStep(x, hidden: h, inputWeights: w, hiddenWeights: u, inputBias: Tensor([0, z, 0])).item()
    }
    #expect(try step(1000) == 0.25)
    #expect(try step(-1000) == tanh(x).item())
  }

  @Test func oneStepIsOneNodeOfThePlainNetwork() throws {
    let x = try Tensor([[1, 2]]).requiringGradient()
    let h = try rnnStep(x, hidden: Tensor([[0]]), inputWeights: Tensor([[1, 1]]), hiddenWeights: Tensor([[1]]))
    #expect(h.node?.function == "rnnStep")
  }

  // MARK: What does not fit

  private typealias Network =
    @Sendable (_ x: Tensor, _ h: Tensor, _ w: Tensor, _ u: Tensor, _ b: Tensor?) throws -> Void

  private static let steps: [(name: String, gates: Int, run: Network)] = [
    ("rnnStep", 1, { _ = try rnnStep($0, hidden: $1, inputWeights: $2, hiddenWeights: $3, inputBias: $4) }),
    ("lstmStep", 4, { _ = try lstmStep($0, hidden: $1, cell: $1, inputWeights: $2, hiddenWeights: $3, inputBias: $4) }),
    ("gruStep", 3, { _ = try gruStep($0, hidden: $1, inputWeights: $2, hiddenWeights: $3, inputBias: $4) }),
  ]
  private static let sequences: [(name: String, gates: Int, run: Network)] = [
    ("rnn", 1, { _ = try rnn($0, hidden: $1, inputWeights: $2, hiddenWeights: $3, hiddenBias: $4) }),
    ("lstm", 4, { _ = try lstm($0, hidden: $1, inputWeights: $2, hiddenWeights: $3, hiddenBias: $4) }),
    ("gru", 3, { _ = try gru($0, hidden: $1, inputWeights: $2, hiddenWeights: $3, hiddenBias: $4) }),
  ]

  @Test func parametersThatDoNotFitAreNamed() throws {
    let h = try Tensor.zeros([5, 2])
    for (name, g, run) in Self.steps + Self.sequences {
      let x = try Tensor.zeros(name.hasSuffix("Step") ? [5, 3] : [5, 4, 3])
      let (w, u) = (try Tensor.zeros([2 * g, 3]), try Tensor.zeros([2 * g, 2]))
      #expect(message { try run(x, h, w, u, nil) } == nil)
      #expect(message { try run(x, h, x.flattened(), u, nil) }?.hasPrefix("inputWeights need 2 axes") == true)
      #expect(
        message { try run(x, h, w, Tensor.zeros([2]), nil) } == "hiddenWeights need 2 axes, but these have shape [2]")
      #expect(
        message { try run(x, h, w, Tensor.zeros([2 * g, 3]), nil) }
          == "hiddenWeights of \(name) have the shape \(g == 1 ? "[H, H]" : "[\(g)·H, H]") for H hidden features, and "
          + "these have shape [\(2 * g), 3]")
      #expect(
        message { try run(x, h, Tensor.zeros([g, 3]), u, nil) }
          == "inputWeights need \(2 * g) rows, as many as hiddenWeights have, but these have shape [\(g), 3]")
      #expect(
        message { try run(x, h, Tensor.zeros([2 * g, 7]), u, nil) }
          == "inputs have 3 features, but inputWeights of shape [\(2 * g), 7] expect 7")
      #expect(
        message { try run(x, Tensor.zeros([5, 1]), w, u, nil) }
          == "hidden needs the shape [5, 2], but it has shape [5, 1]")
      #expect(
        message { try run(x, h, w, u, Tensor.zeros([1, 2])) }
          == "\(name.hasSuffix("Step") ? "inputBias" : "hiddenBias") needs the shape [\(2 * g)], but it has shape [1, 2]"
      )
    }
    for (name, g, run) in Self.steps {
      let (w, u) = (try Tensor.zeros([2 * g, 3]), try Tensor.zeros([2 * g, 2]))
      #expect(
        message { try run(Tensor.zeros([3]), h, w, u, nil) }
          == "\(name) needs inputs of shape [N, I], but these have shape [3]")
    }
    for (name, g, run) in Self.sequences {
      let (w, u) = (try Tensor.zeros([2 * g, 3]), try Tensor.zeros([2 * g, 2]))
      for shape in [[5, 3], [5, 0, 3], [0, 4, 3]] {
        #expect(
          message { try run(Tensor.zeros(shape), h, w, u, nil) }
            == "\(name) needs sequences of shape [N, L, I], but these have shape \(shape)")
      }
    }
    #expect(
      message {
        _ = try lstmStep(
          Tensor.zeros([1, 1]), hidden: Tensor.zeros([1, 1]), cell: Tensor.zeros([2, 1]),
          inputWeights: Tensor.zeros([4, 1]), hiddenWeights: Tensor.zeros([4, 1]))
      } == "cell needs the shape [1, 1], but it has shape [2, 1]")
  }

  @Test func layersThatDoNotFitAreNamed() throws {
    let w = try Tensor.zeros([2, 3])
    #expect(
      message { _ = try linear(Tensor.zeros([4, 5]), weights: w) }
        == "rows have 5 features, but weights of shape [2, 3] expect 3")
    #expect(message { _ = try linear(Tensor(1.0), weights: w) } == "linear needs rows of features, and got shape []")
    #expect(
      message { _ = try linear(w, weights: Tensor.zeros([3])) }
        == "weights need 2 axes, [O, I], but these have shape [3]")
    #expect(
      message { _ = try linear(w, weights: w, bias: Tensor.zeros([3])) }
        == "2 outputs need a bias of shape [2], but it has shape [3]")
  }
}
