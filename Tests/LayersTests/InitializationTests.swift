import Layers
import Tensors
import Testing

struct InitializationTests {
  /// 36 in, 72 out: 10,368 weights.
  func convolution(_ rule: Initialization, seed: Int = 1) throws -> Conv2d {
    let layer = try Conv2d(16, 32, size: [3, 3])
    try layer.bias?.replace(with: .ones([32]))
    try layer.initialize(InitializationScheme(rule), seed: seed)
    return layer
  }

  func largest(_ layer: Conv2d) -> Double { layer.weight.tensor.elements.map(abs).max() ?? 0 }

  func deviation(_ layer: Conv2d) -> Double {
    let elements = layer.weight.tensor.elements
    return (elements.reduce(0) { $0 + $1 * $1 } / Double(elements.count)).squareRoot()
  }

  @Test func glorotsBoundCountsBothFans() throws {
    let layer = try convolution(.glorotUniform)
    let bound = (6.0 / (16 * 9 + 32 * 9)).squareRoot()
    #expect((0.98 * bound...bound).contains(largest(layer)))
    #expect(abs(deviation(layer) / (bound / 3.0.squareRoot()) - 1) < 0.03)
    #expect(layer.bias?.tensor.elements == [Double](repeating: 0, count: 32))
  }

  @Test func hesDeviationCountsWhatGoesOut() throws {
    let layer = try convolution(.heNormal)
    #expect(abs(deviation(layer) / (2.0 / (32 * 9)).squareRoot() - 1) < 0.03)
    #expect(largest(layer) > 3 * deviation(layer))
  }

  @Test func pytorchDrawsBiasesToo() throws {
    let layer = try convolution(.pytorchDefault)
    let bound = 1 / (16.0 * 9).squareRoot()
    #expect((0.98 * bound...bound).contains(largest(layer)))
    let biases = layer.bias?.tensor.elements ?? []
    #expect(biases.allSatisfy { abs($0) <= bound } && Set(biases).count == 32)
  }

  @Test func theSeedDecides() throws {
    let first = try convolution(.glorotUniform).weight.tensor.elements
    #expect(try convolution(.glorotUniform).weight.tensor.elements == first)
    #expect(try convolution(.glorotUniform, seed: 2).weight.tensor.elements != first)
  }

  @Test func layersOfANetworkStartDifferently() throws {
    let network = Sequential([try Linear(3, 3), try Linear(3, 3)])
    try network.initialize(InitializationScheme(.heNormal), seed: 1)
    let weights = network.namedParameters.filter { $0.name.hasSuffix("weight") }.map(\.parameter.tensor.elements)
    #expect(weights[0] != weights[1])
  }

  @Test func linearLayersHaveTheirOwnRule() throws {
    let layer = try Linear(10, 1000)
    let scheme = InitializationScheme(convolutions: .heNormal, linear: .normal(deviation: 0.01))
    try layer.initialize(scheme, seed: 1)
    let largest = layer.weight.tensor.elements.map(abs).max() ?? 0
    #expect((0.03...0.06).contains(largest))
  }
}
