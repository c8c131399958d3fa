import Layers
import Operators
import Tensors
import Testing

/// Folding must not change what the layers compute one after the other.
struct SequentialTests {
  let x = try! Tensor.normal([2, 3, 5, 4], seed: 1, dtype: .float32)
  let convolution = try! Conv2d(3, 4, size: 3, padding: 1, seed: 2)
  let norm = try! BatchNorm2d(4)
  let layers: [any Layer]
  let network: Sequential

  init() throws {
    layers = [convolution, norm, ReLU(), MaxPool2d(size: 2), try Conv2d(4, 2, size: 1, seed: 3), ReLU()]
    network = Sequential(layers)
    for _ in 0..<3 { _ = try network(x) }
  }

  func difference(_ a: Tensor, _ b: Tensor) -> Double {
    zip(a.elements, b.elements).map { abs($0 - $1) }.max() ?? .infinity
  }

  func oneByOne(_ x: Tensor) throws -> Tensor { try layers.reduce(x) { try $1($0) } }

  @Test func trainingIsWhatTheLayersDo() throws {
    let statistics = norm.runningMean.tensor
    let folded = try network(x)
    let moved = norm.runningMean.tensor
    try norm.runningMean.replace(with: statistics)
    let expected = try oneByOne(x)
    #expect(difference(folded, expected) == 0)
    #expect(difference(norm.runningMean.tensor, moved) == 0)
  }

  /// The gradients of all layers, folded and one by one.
  @Test(arguments: [true, false]) func aPooledConvolutionLearnsAsItsLayersDo(isRectified: Bool) throws {
    let layers: [any Layer] =
      [try Conv2d(3, 5, size: 3, padding: 1, seed: 2)] + (isRectified ? [ReLU()] : [])
      + [MaxPool2d(size: 3, stride: 2, padding: 1)]
    let network = Sequential(layers)
    let x = try Tensor.normal([2, 3, 32, 31], seed: 4, dtype: .float32)
    let parameters = network.namedParameters.map(\.parameter.tensor)
    func slopes(_ y: Tensor) throws -> [Tensor] { try gradients(of: y.multiplied(by: y).sum(), at: parameters) }
    let (folded, parts) = (try network(x), try layers.reduce(x) { try $1($0) })
    #expect(difference(folded, parts) == 0)
    let (ours, theirs) = (try slopes(folded), try slopes(parts))
    #expect(ours.count == 2 && theirs.count == 2)
    for (a, b) in zip(ours, theirs) { #expect(difference(a, b) < 1e-5 * (b.elements.map(abs).max() ?? 0)) }
  }

  @Test func evaluationIsWhatTheLayersDo() throws {
    network.evaluate()
    let (folded, expected) = try unrecorded { (try network(x), try oneByOne(x)) }
    #expect(difference(folded, expected) < 1e-6)
    #expect(folded.elements.contains { $0 > 0.1 })
  }

  @Test func foldedWeightsFollowEveryChange() throws {
    network.evaluate()
    try unrecorded {
      let before = try network(x)
      for parameter in [convolution.weight, norm.weight, norm.bias, norm.runningMean, norm.runningVariance] {
        try parameter.replace(with: parameter.tensor.multiplied(by: 1.5).adding(0.25))
        let (folded, expected) = (try network(x), try oneByOne(x))
        #expect(difference(folded, expected) < 1e-6)
        #expect(difference(before, folded) > 0.001)
      }
    }
  }

  @Test func gradientsReachAllParametersInEvaluationToo() throws {
    network.evaluate()
    try network(x).sum().backward()
    #expect(network.namedParameters.filter { $0.parameter.gradient == nil }.map(\.name) == [])
  }

  @Test func aNormWithoutConvolutionIsRectified() throws {
    let norm = try BatchNorm2d(3)
    let y = try Sequential([norm, ReLU()])(x)
    let expected = try relu(batchNorm(x))
    #expect(difference(y, expected) < 1e-6)
  }

  @Test func namesAreThePaths() throws {
    #expect(
      network.state.map(\.name) == [
        "0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "4.weight", "4.bias",
      ])
    #expect(network.parameterCount == 4 * 27 + 4 + 8 + 8 + 2)
  }
}
