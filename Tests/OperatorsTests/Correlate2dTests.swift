import Checking
import Operators
import Tensors
import Testing

@Suite struct Correlate2dTests {
  @Test func documentedExamples() throws {
    let (x, f) = (try Tensor([[1, 2, 3]]), try Tensor([[1, 10]]))
    #expect(try correlate2d(x, f).elements == [21, 32])
    #expect(try convolve2d(x, f).elements == [12, 23])
    #expect(try correlate2d(x, f, mode: .full).elements == [10, 21, 32, 3])
  }

  /// Outside numbers: `python3 Tests/Fixtures/make_references.py` (scipy.signal.correlate2d and convolve2d).
  @Test func allModesMatchSciPy() throws {
    for reference in try References.load().correlation {
      let mode: CorrelationMode = ["valid": .valid, "full": .full, "same": .same][reference.mode] ?? .valid
      let (x, f) = (try reference.x.tensor(), try reference.f.tensor())
      #expect(try correlate2d(x, f, mode: mode) == reference.correlate.tensor(), "\(x.shape) \(f.shape) \(mode)")
      #expect(try convolve2d(x, f, mode: mode) == reference.convolve.tensor(), "\(x.shape) \(f.shape) \(mode)")
    }
  }

  @Test(arguments: [CorrelationMode.valid, .full, .same])
  func gradientsMatchFiniteDifferences(mode: CorrelationMode) throws {
    let inputs = [try Tensor.normal([4, 5], seed: 1), try Tensor.normal([2, 3], seed: 2)]
    let correlation = try gradcheck({ try correlate2d($0[0], $0[1], mode: mode) }, inputs: inputs)
    #expect(correlation.passed, "\(correlation)")
    let convolution = try gradcheck({ try convolve2d($0[0], $0[1], mode: mode) }, inputs: inputs)
    #expect(convolution.passed, "\(convolution)")
  }

  @Test func convolvingIsCorrelatingWithTheRotatedKernel() throws {
    let (x, f) = (try Tensor.normal([4, 5], seed: 1), try Tensor.normal([2, 3], seed: 2))
    #expect(try convolve2d(x, f, mode: .full) == correlate2d(x, f.rotated180(), mode: .full))
    #expect(try convolve2d(x, f, mode: .full) != correlate2d(x, f, mode: .full))
  }

  @Test func whatDoesNotFitIsNamed() throws {
    #expect(
      message { _ = try correlate2d(ramp([2, 3]), ramp([3])) }
        == "correlate2d needs two matrices, and got shapes [2, 3] and [3]")
    #expect(
      message { _ = try convolve2d(ramp([2, 3]), ramp([1, 2, 3])) }
        == "convolve2d needs two matrices, and got shapes [2, 3] and [1, 2, 3]")
    #expect(
      message { _ = try correlate2d(ramp([2, 3]), Tensor.zeros([0, 2])) }
        == "correlate2d needs a kernel with elements, and got shape [0, 2]")
    #expect(
      message { _ = try correlate2d(ramp([2, 3]), ramp([3, 2])) }
        == "a filter that covers 3x2 does not fit into an image of 2x3")
  }
}

/// The lecture's own formulas, letter for letter.
@Suite struct LectureFormulaTests {
  let x: Tensor
  let f: Tensor
  let dO: Tensor

  init() throws {
    x = try Tensor(symbols: "X", shape: [3, 3])
    f = try Tensor(symbols: "F", shape: [2, 2])
    dO = try Tensor(symbols: "∂E/∂O", shape: [2, 2])
  }

  static let forward = """
    O₁₁ = F₁₁X₁₁ + F₁₂X₁₂ + F₂₁X₂₁ + F₂₂X₂₂
    O₁₂ = F₁₁X₁₂ + F₁₂X₁₃ + F₂₁X₂₂ + F₂₂X₂₃
    O₂₁ = F₁₁X₂₁ + F₁₂X₂₂ + F₂₁X₃₁ + F₂₂X₃₂
    O₂₂ = F₁₁X₂₂ + F₁₂X₂₃ + F₂₁X₃₂ + F₂₂X₃₃
    """

  static let inputGradient = """
    ∂E/∂X₁₁ = ∂E/∂O₁₁·F₁₁
    ∂E/∂X₁₂ = ∂E/∂O₁₁·F₁₂ + ∂E/∂O₁₂·F₁₁
    ∂E/∂X₁₃ = ∂E/∂O₁₂·F₁₂
    ∂E/∂X₂₁ = ∂E/∂O₁₁·F₂₁ + ∂E/∂O₂₁·F₁₁
    ∂E/∂X₂₂ = ∂E/∂O₁₁·F₂₂ + ∂E/∂O₁₂·F₂₁ + ∂E/∂O₂₁·F₁₂ + ∂E/∂O₂₂·F₁₁
    ∂E/∂X₂₃ = ∂E/∂O₁₂·F₂₂ + ∂E/∂O₂₂·F₁₂
    ∂E/∂X₃₁ = ∂E/∂O₂₁·F₂₁
    ∂E/∂X₃₂ = ∂E/∂O₂₁·F₂₂ + ∂E/∂O₂₂·F₂₁
    ∂E/∂X₃₃ = ∂E/∂O₂₂·F₂₂
    """

  static let kernelGradient = """
    ∂E/∂F₁₁ = ∂E/∂O₁₁·X₁₁ + ∂E/∂O₁₂·X₁₂ + ∂E/∂O₂₁·X₂₁ + ∂E/∂O₂₂·X₂₂
    ∂E/∂F₁₂ = ∂E/∂O₁₁·X₁₂ + ∂E/∂O₁₂·X₁₃ + ∂E/∂O₂₁·X₂₂ + ∂E/∂O₂₂·X₂₃
    ∂E/∂F₂₁ = ∂E/∂O₁₁·X₂₁ + ∂E/∂O₁₂·X₂₂ + ∂E/∂O₂₁·X₃₁ + ∂E/∂O₂₂·X₃₂
    ∂E/∂F₂₂ = ∂E/∂O₁₁·X₂₂ + ∂E/∂O₁₂·X₂₃ + ∂E/∂O₂₁·X₃₂ + ∂E/∂O₂₂·X₃₃
    """

  @Test func theConvolution() throws {
    #expect(try formulas(correlate2d(x, f), named: "O") == Self.forward)
    #expect(
      try formulas(conv2d(x.reshaped([1, 1, 3, 3]), kernel: f.reshaped([1, 1, 2, 2])), named: "O") == Self.forward)
  }

  @Test func theFullConvolutionWithTheRotatedKernel() throws {
    #expect(try formulas(correlate2d(dO, f.rotated180(), mode: .full), named: "∂E/∂X") == Self.inputGradient)
    #expect(try formulas(convolve2d(dO, f, mode: .full), named: "∂E/∂X") == Self.inputGradient)
  }

  @Test func bothGradientsOfConv2d() throws {
    let (dy, k) = (try dO.reshaped([1, 1, 2, 2]), try f.reshaped([1, 1, 2, 2]))
    #expect(
      try formulas(conv2dInputGradient(dy, kernel: k, inputShape: [1, 1, 3, 3]), named: "∂E/∂X") == Self.inputGradient)
    #expect(
      try formulas(
        conv2dKernelGradient(dy, input: x.reshaped([1, 1, 3, 3]), kernelShape: [1, 1, 2, 2]), named: "∂E/∂F")
        == Self.kernelGradient)
  }

  @Test func backwardFindsTheSameFormulas() throws {
    let (x, f) = (try x.requiringGradient(), try f.requiringGradient())
    try correlate2d(x, f).backward(upstream: dO)
    #expect(try formulas(#require(x.gradient), named: "∂E/∂X") == Self.inputGradient)
    #expect(try formulas(#require(f.gradient), named: "∂E/∂F") == Self.kernelGradient)
  }

  @Test func poolingTakesTheLargest() throws {
    let y = try maxPool2d(x.reshaped([1, 1, 3, 3]), size: 2, stride: 1)
    #expect(try formulas(y, named: "O").hasPrefix("O₁₁ = max(X₁₁, X₁₂, X₂₁, X₂₂)\nO₁₂ = max(X₁₂, X₁₃, X₂₂, X₂₃)\n"))
    #expect(
      message { _ = try maxPool2d(x.reshaped([1, 1, 3, 3]).requiringGradient(), size: 2) }
        == "the gradient of maxPool2d needs numbers, and this tensor holds symbols")
    #expect(message { _ = try relu(x) } == "relu needs numbers, and this tensor holds symbols")
  }
}
