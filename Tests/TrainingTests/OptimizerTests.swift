import Layers
import Tensors
import Testing
import Training

/// Three steps beside what PyTorch 2.15's optimizers make of the same gradients.
struct OptimizerTests {
  func after3Steps(_ make: ([Parameter]) throws -> any Optimizer) throws -> [Double] {
    let parameter = try Parameter(Tensor([1, -2, 0.5]))
    let optimizer = try make([parameter])
    for gradient in [[0.5, -1, 0], [0.25, 2, -0.125], [-1.5, 0.5, 1]] {
      try parameter.tensor.multiplied(by: Tensor(gradient)).sum().backward()
      try optimizer.step()
      #expect(parameter.gradient == nil)
    }
    return parameter.tensor.elements
  }

  func expect(_ values: [Double], _ expected: [Double], _ location: SourceLocation = #_sourceLocation) {
    let isNear = zip(values, expected).allSatisfy { abs($0 - $1) < 1e-6 }
    #expect(isNear, "\(values), and PyTorch \(expected)", sourceLocation: location)
  }

  @Test func sgd() throws {
    expect(try after3Steps { try SGD($0, learningRate: 0.1) }, [1.07500005, -2.14999986, 0.41249999])
    expect(
      try after3Steps { try SGD($0, learningRate: 0.1, weightDecay: 0.5) }, [0.93849999, -1.86449993, 0.34056252])
  }

  @Test func sgdWithMomentum() throws {
    expect(
      try after3Steps { try SGD($0, learningRate: 0.1, momentum: 0.9, weightDecay: 0.5) },
      [0.70900005, -1.63049996, 0.28881249])
    expect(
      try after3Steps { try SGD($0, learningRate: 0.1, momentum: 0.9, weightDecay: 0.5, isNesterov: true) },
      [0.70616275, -1.56970048, 0.15735003])
  }

  @Test func adam() throws {
    expect(try after3Steps { try Adam($0, learningRate: 0.1) }, [0.84150440, -1.97817540, 0.51815635])
    expect(
      try after3Steps {
        try Adam($0, learningRate: 0.1, betas: (0.8, 0.9), epsilon: 0.01, weightDecay: 0.5)
      }, [0.80030262, -1.85316062, 0.24560913])
  }

  @Test func adamWithDecoupledDecay() throws {
    expect(
      try after3Steps {
        try Adam.adamW($0, learningRate: 0.1, betas: (0.8, 0.9), epsilon: 0.01, weightDecay: 0.5)
      }, [0.72422868, -1.70987225, 0.43488279])
  }

  @Test func settingsThatMakeNoSenseAreErrors() {
    #expect(throws: TensorError("the learning rate must be 0 or more, and got -1.0")) {
      try SGD([], learningRate: -1)
    }
    #expect(throws: TensorError("momentum must be 0 or more, and more than 0 for Nesterov's, and got 0.0")) {
      try SGD([], learningRate: 1, isNesterov: true)
    }
    #expect(throws: TensorError("betas must be from 0 to below 1, and got 1.0")) { try Adam([], betas: (0.9, 1)) }
  }
}
