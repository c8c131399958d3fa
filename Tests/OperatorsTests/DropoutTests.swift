import Operators
import Tensors
import Testing

/// Dropout in its forms. Numbers with masks from outside: `FixtureTests`.
@Suite struct DropoutTests {
  private typealias Function = @Sendable (Tensor, Double, Int, Bool) throws -> Tensor
  private static let functions: [(name: String, run: Function)] = [
    ("dropout", { try dropout($0, probability: $1, seed: $2, isTraining: $3) }),
    ("originalDropout", { try originalDropout($0, probability: $1, seed: $2, isTraining: $3) }),
    ("dropPath", { try dropPath($0, probability: $1, seed: $2, isTraining: $3) }),
  ]

  @Test func documentedExamples() throws {
    let x = try Tensor([1, 2, 3, 4, 5, 6])
    #expect(try dropout(x, probability: 0.75, seed: 1).elements == [0, 0, 12, 0, 0, 24])
    #expect(try originalDropout(x, probability: 0.75, seed: 1).elements == [0, 0, 3, 0, 0, 6])
    #expect(
      try originalDropout(x, probability: 0.75, seed: 1, isTraining: false).elements == [0.25, 0.5, 0.75, 1, 1.25, 1.5])
    let rows = try Tensor([[1, 2], [3, 4], [5, 6], [7, 8]])
    #expect(try dropPath(rows, probability: 0.75, seed: 1).elements == [0, 0, 0, 0, 20, 24, 0, 0])
  }

  /// The lesson's point: in both forms training has the mean that the test has.
  @Test func trainingAndTestHaveOneMean() throws {
    let x = try Tensor.ones([200, 500])
    for (name, run) in Self.functions where name != "dropPath" {
      let (training, test) = (try run(x, 0.3, 7, true).mean().item(), try run(x, 0.3, 7, false).mean().item())
      // The deviation of the mean of 100,000 draws is below 0.0021.
      #expect(abs(training - test) < 0.01, "\(name)")
    }
    #expect(try originalDropout(x, probability: 0.3, seed: 7, isTraining: false).element(at: [0, 0]) == 0.7)
    #expect(try dropout(x, probability: 0.3, seed: 7, isTraining: false) == x)
  }

  @Test func theBackwardPassHasTheSameMask() throws {
    for (name, run) in Self.functions {
      let x = try Tensor.uniform([20, 3], low: 1, high: 2, seed: 3).requiringGradient()
      let y = try run(x, 0.5, 11, true)
      try y.backward(upstream: Tensor.ones([20, 3]))
      let dx = try #require(x.gradient)
      #expect(try y == x.detached().multiplied(by: dx), "\(name)")
      #expect(Set(dx.elements) == (name == "originalDropout" ? [0, 1] : [0, 2]), "\(name)")
    }
  }

  @Test func seedsChooseTheMask() throws {
    let x = try Tensor.ones([64])
    for (name, run) in Self.functions {
      #expect(try run(x, 0.5, 1, true) == run(x, 0.5, 1, true), "\(name)")
      #expect(try run(x, 0.5, 1, true) != run(x, 0.5, 2, true), "\(name)")
    }
  }

  @Test func wholeExamplesAreDropped() throws {
    let y = try dropPath(Tensor.ones([50, 2, 3]), seed: 4)
    for n in 0..<50 { #expect(try Set(y.subscripted([n]).elements).count == 1) }
    #expect(Set(y.elements) == [0, 2])
  }

  @Test func nothingOrEverythingCanBeDropped() throws {
    let x = try ramp([2, 3])
    for (name, run) in Self.functions {
      #expect(try run(x, 0, 1, true) == x, "\(name)")
      #expect(try run(x, 1, 1, true).elements == [0, 0, 0, 0, 0, 0], "\(name)")
      #expect(try run(Tensor.zeros([0, 3]), 0.5, 1, true).shape == [0, 3], "\(name)")
      #expect(try run(Tensor([[.nan]]), 1, 1, true).elements[0].isNaN, "\(name)")
    }
  }

  @Test func probabilitiesHaveLimits() throws {
    let x = try ramp([2, 3])
    for (name, run) in Self.functions {
      for (p, text) in [(-0.5, "-0.5"), (1.5, "1.5"), (.nan, "nan")] {
        #expect(message { _ = try run(x, p, 1, true) } == "probability must be from 0 to 1, and got \(text)")
        #expect(message { _ = try run(x, p, 1, false) } == "probability must be from 0 to 1, and got \(text)")
      }
      #expect(
        message { _ = try run(Tensor(symbols: "X", shape: [2, 2]), 0.5, 1, true) }
          == "\(name) needs numbers, and this tensor holds symbols")
    }
    #expect(message { _ = try dropPath(Tensor(1.0), seed: 1) } == "dropPath needs examples, [N, …], and got shape []")
  }

  /// Vectors and threads drop what the loop over doubles drops, also behind the first chunk.
  @Test(arguments: [0, 0.3, 0.5, 1]) func singlePrecisionDropsTheSame(probability: Double) throws {
    let x = try Tensor.ones([3, 20_000])
    func dropped(_ dtype: DType) throws -> [Bool] {
      try dropout(x.asType(dtype), probability: probability, seed: -7).elements.map { $0 == 0 || $0.isNaN }
    }
    #expect(try dropped(.float32) == dropped(.float64))
  }
}
