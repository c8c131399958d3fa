import Tensors

/// How weights start: one rule for convolutions, one for linear layers.
package struct InitializationScheme: Sendable {
  package let convolutions: Initialization
  package let linear: Initialization

  package init(convolutions: Initialization, linear: Initialization) {
    self.convolutions = convolutions
    self.linear = linear
  }

  /// The same rule for all layers.
  package init(_ rule: Initialization) { self.init(convolutions: rule, linear: rule) }
}

/// How the weights of one layer are drawn.
///
/// The fans are how many numbers flow into an output, `I/groups · U · V` for a convolution, and how many outputs an input
/// flows into, `O · U · V` (as PyTorch counts them, with groups too).
package enum Initialization: Sendable {
  /// Uniform in `±√(6 / (fanIn + fanOut))`, and biases are 0. Glorot and Bengio (2010); Keras' default.
  case glorotUniform
  /// Normal with deviation `√(2 / fanOut)`, and biases are 0. He et al. (2015); what torchvision's ResNet does.
  case heNormal
  /// Uniform in `±1 / √fanIn`, weights and biases: what PyTorch's layers do by themselves.
  case pytorchDefault
  /// Normal with a deviation of its own, and biases are 0.
  case normal(deviation: Double)

  /// Fills the weights, `[O, I / groups, …]`, and the bias, `[O]`.
  func draw(_ weights: Parameter, _ bias: Parameter?, _ random: inout Random) throws {
    let (fanIn, fanOut) = fans(of: weights.shape)
    func uniform(_ bound: Double, _ random: inout Random) -> Double { bound * (2 * random.uniform() - 1) }
    switch self {
    case .glorotUniform:
      let bound = (6 / (fanIn + fanOut)).squareRoot()
      try weights.fill(&random) { uniform(bound, &$0) }
    case .heNormal:
      let deviation = (2 / fanOut).squareRoot()
      try weights.fill(&random) { deviation * $0.normal() }
    case .pytorchDefault:
      let bound = 1 / fanIn.squareRoot()
      try weights.fill(&random) { uniform(bound, &$0) }
      try bias?.fill(&random) { uniform(bound, &$0) }
      return
    case .normal(let deviation):
      try weights.fill(&random) { deviation * $0.normal() }
    }
    try bias?.fill(&random) { _ in 0 }
  }

  private func fans(of shape: [Int]) -> (in: Double, out: Double) {
    let window = shape.dropFirst(2).reduce(1, *)
    return (Double(shape[1] * window), Double(shape[0] * window))
  }
}

extension Parameter {
  fileprivate func fill(_ random: inout Random, _ draw: (inout Random) -> Double) throws {
    let count = count
    try replace(
      with: .unwritten(shape, as: Float.self) { numbers in
        var work = 0
        for i in 0..<count {
          try Interruption.poll(afterWork: &work, of: 10)
          numbers[i] = Float(draw(&random))
        }
      })
  }
}
