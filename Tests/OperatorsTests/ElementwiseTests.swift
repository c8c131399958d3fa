import Checking
import Operators
import Tensors
import Testing

@Suite struct ElementwiseTests {
  private static let functions: [String: @Sendable (Tensor) throws -> Tensor] = [
    "relu": { try relu($0) }, "exp": { try exp($0) }, "tanh": { try tanh($0) }, "abs": { try abs($0) },
    "square": { try square($0) }, "pow3": { try pow($0, 3) }, "log": { try log(abs($0).adding(0.5)) },
    "sqrt": { try sqrt(abs($0).adding(0.5)) }, "sum0": { try $0.sum(axes: [0]) },
    "sum12": { try $0.sum(axes: [1, 2]) }, "mean02": { try $0.mean(axes: [0, 2], keepDimensions: true) },
    "max1": { try $0.max(axes: [1]) }, "min02": { try $0.min(axes: [0, 2]) },
    "maximum": { try maximum($0, $0.flipped(axes: [2])) },
    "divide": { try $0.divided(by: abs($0).sum(axes: [1], keepDimensions: true).adding(1)) },
    "permuted": { try $0.permuted([2, 0, 1]) },
  ]

  /// Outside numbers: `python3 Tests/Fixtures/make_references.py`, ties and zeros included.
  @Test func valuesAndGradientsMatchPyTorch() throws {
    let references = try References.load().functions
    #expect(Set(references.map(\.function)) == Set(Self.functions.keys))
    for reference in references {
      let function = try #require(Self.functions[reference.function])
      let x = try reference.x.tensor().requiringGradient()
      let y = try function(x)
      let scale = try 1 + abs(reference.y.tensor()).max().item()
      #expect(distance(y, try reference.y.tensor()) < 1e-13 * scale, "\(reference.function)")
      try y.backward(upstream: reference.dy.tensor())
      #expect(distance(try #require(x.gradient), try reference.dx.tensor()) < 1e-12 * scale, "\(reference.function)")
    }
  }

  @Test func gradientsMatchFiniteDifferences() throws {
    let x = try Tensor.normal([2, 3, 4], seed: 9)
    for (name, function) in Self.functions {
      let report = try gradcheck({ try function($0[0]) }, inputs: [x])
      #expect(report.passed, "\(name): \(report)")
    }
    let two = [try Tensor.normal([2, 3], seed: 1), try Tensor.uniform([3], low: 1, high: 2, seed: 2)]
    for operation: @Sendable (Tensor, Tensor) throws -> Tensor in [
      { try $0.adding($1) }, { try $0.subtracting($1) }, { try $0.multiplied(by: $1) }, { try $0.divided(by: $1) },
      { try maximum($0, $1) }, { try matmul($0, $1.expandedDimension(at: 1)) },
      { try $0.padded(1).multiplied(by: $0.padded(1)).sum().subtracted(from: 2).multiplied(by: $1.dividing(3)) },
    ] {
      let report = try gradcheck({ try operation($0[0], $0[1]) }, inputs: two)
      #expect(report.passed, "\(report)")
    }
  }

  @Test func documentedExamples() throws {
    #expect(try relu(Tensor([-2, 0, 3])).elements == [0, 0, 3])
    #expect(try exp(Tensor([0, 1])).elements == [1, 2.718281828459045])
    #expect(try log(Tensor([1, 10])).elements == [0, 2.302585092994046])
    #expect(try tanh(Tensor([0, 1])).elements == [0, 0.7615941559557649])
    #expect(try sqrt(Tensor([4, 2.25])).elements == [2, 1.5])
    #expect(try abs(Tensor([-2, 3])).elements == [2, 3])
    #expect(try square(Tensor([-2, 3])).elements == [4, 9])
    #expect(try pow(Tensor([2, 3]), 4).elements == [16, 81])
    #expect(try maximum(Tensor([1, 5]), Tensor([3, 2])).elements == [3, 5])
  }

  @Test func equalElementsShareTheGradient() throws {
    let (a, b) = (try Tensor([1, 5]).requiringGradient(), try Tensor([1, 2]).requiringGradient())
    try maximum(a, b).backward(upstream: Tensor([10, 1]))
    #expect(a.gradient?.elements == [5, 1])
    #expect(b.gradient?.elements == [5, 0])
  }

  @Test func whatIsNotANumberIsNotHidden() throws {
    let x = try Tensor([.nan, -1])
    #expect(try relu(x).elements[0].isNaN)
    #expect(try maximum(x, Tensor([1, 1])).elements[0].isNaN)
    #expect(try maximum(Tensor([1, 1]), x).elements[0].isNaN)
    #expect(try log(x).elements[1].isNaN)
    #expect(try sqrt(x).elements[1].isNaN)
  }

  @Test func float32IsRoundedAsFloatIs() throws {
    let x = try Tensor.uniform([100], low: 0, high: 9, seed: 3).asType(.float32)
    #expect(try sqrt(x).elements == x.elements.map { Double(Float($0).squareRoot()) })
    #expect(try relu(x).dtype == .float32)
  }

  @Test func closenessIsMeasuredBySize() throws {
    let x = try Tensor([1, 2])
    #expect(try x.isClose(to: Tensor([1, 2.00001])))
    #expect(try !x.isClose(to: Tensor([1, 2.0001])))
    #expect(try x.isClose(to: Tensor([1, 2.1]), rtol: 0, atol: 0.11))
    #expect(try !Tensor([Double.nan]).isClose(to: Tensor([Double.nan])))
    #expect(try Tensor([Double.infinity]).isClose(to: Tensor([Double.infinity])))
    #expect(try !Tensor([1]).isClose(to: Tensor([Double.infinity])))
    #expect(
      message { _ = try x.isClose(to: Tensor([1])) } == "isClose needs two tensors of one shape, and got [2] and [1]")
  }
}
