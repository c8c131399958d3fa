import Checking
import Operators
import Tensors
import Testing

@Suite struct ActivationTests {
  private typealias Function = @Sendable (Tensor) throws -> Tensor

  private static let functions: [(name: String, call: Function)] = [
    ("sigmoid", { try sigmoid($0) }), ("relu", { try relu($0) }), ("leakyRelu", { try leakyRelu($0) }),
    ("prelu", { try prelu($0, slope: Tensor([0.25]).asType($0.dtype)) }), ("elu", { try elu($0, alpha: 1.5) }),
    ("selu", { try selu($0) }),
    ("softplus", { try softplus($0, beta: 2) }), ("swish", { try swish($0) }), ("gelu", { try gelu($0) }),
    ("gelu", { try gelu($0, isApproximate: true) }), ("tanh", { try tanh($0) }),
    ("softmax", { try softmax($0, axis: 0) }), ("logSoftmax", { try logSoftmax($0, axis: 0) }),
    ("maxout", { try maxout($0.reshaped([1, $0.count]), pieces: 1) }),
  ]

  /// Where e to the power of x, or of −x, is far beyond what a number can be.
  @Test(arguments: [DType.float32, .float64])
  func largeNumbersOfEitherSignGiveNumbers(dtype: DType) throws {
    let numbers = [-1e4, -1000, -100, -0.5, 0.5, 100, 1000, 1e4]
    for (name, call) in Self.functions {
      let x = try Tensor(numbers, shape: [8], dtype: dtype).requiringGradient()
      let y = try call(x)
      #expect(y.dtype == dtype, "\(name)")
      #expect(y.elements.allSatisfy { $0.isFinite }, "\(name): \(y.elements)")
      let slope = try #require(
        try recorded { try gradients(of: y.multiplied(by: y).sum(), at: [x], createGraph: true).first })
      #expect(slope.elements.allSatisfy { $0.isFinite }, "\(name): \(slope.elements)")
      let curvature = try #require(try gradients(of: slope.sum(), at: [x]).first)
      #expect(curvature.elements.allSatisfy { $0.isFinite }, "\(name): \(curvature.elements)")
    }
  }

  @Test func limitsAreReachedExactly() throws {
    let x = try Tensor([-1e4, 1e4])
    #expect(try sigmoid(x).elements == [0, 1])
    #expect(try softplus(x).elements == [0, 1e4])
    #expect(try swish(x).elements == [0, 1e4])
    #expect(try gelu(x).elements == [0, 1e4])
    #expect(try gelu(x, isApproximate: true).elements == [0, 1e4])
    #expect(try elu(x, alpha: 1.5).elements == [-1.5, 1e4])
    #expect(try softmax(x, axis: 0).elements == [0, 1])
    #expect(try logSoftmax(x, axis: 0).elements == [-2e4, 0])
  }

  /// Far from 0 the values are tiny, and still have all their digits: sigmoid(−40) is e⁻⁴⁰ to 17 digits.
  @Test func tinyResultsKeepTheirDigits() throws {
    let e40 = 4.248354255291589e-18
    #expect(try (sigmoid(Tensor([-40])).item() / e40 - 1).magnitude < 1e-15)
    #expect(try (softplus(Tensor([-40])).item() / e40 - 1).magnitude < 1e-15)
    #expect(try (swish(Tensor([-40])).item() / (-40 * e40) - 1).magnitude < 1e-15)
    // Φ(−10) = 7.619853024160527e-24, from tables of the normal distribution.
    #expect(try (gelu(Tensor([-10])).item() / -7.619853024160527e-23 - 1).magnitude < 1e-13)
  }

  /// A dead unit is not asked what comes from above.
  @Test func infinityDoesNotPassADeadUnit() throws {
    let x = try Tensor([-1, 0, 2]).requiringGradient()
    let dy = try Tensor([.infinity, .nan, 5])
    #expect(try slope(relu, x, dy) == [0, 0, 5])
    #expect(try slope({ try elu($0) }, Tensor([1, 2, 3]), Tensor([.infinity, 1, 1])) == [.infinity, 1, 1])
  }

  @Test func atZeroTheSlopesArePyTorchs() throws {
    let (x, dy) = (try Tensor([0]), try Tensor([10]))
    #expect(try slope(relu, x, dy) == [0])
    #expect(try slope({ try leakyRelu($0, slope: 0.25) }, x, dy) == [2.5])
    #expect(try slope({ try prelu($0, slope: Tensor([0.25])) }, x, dy) == [2.5])
    #expect(try slope({ try elu($0, alpha: 3) }, x, dy) == [30])
    #expect(try slope(sigmoid, x, dy) == [2.5])
  }

  @Test func whatIsNotANumberIsNotHidden() throws {
    for (name, call) in Self.functions {
      #expect(try call(Tensor([.nan, 1])).elements[0].isNaN, "\(name)")
    }
    #expect(try slope(relu, Tensor([.nan]), Tensor([3])) == [3])
  }

  /// What the lesson teaches: the slope of the sigmoid is 1/4 at most.
  @Test func theSlopeOfTheSigmoidIsAQuarterAtMost() throws {
    let x = try Tensor.linspace(-6, 6, count: 121)
    let slopes = try slope(sigmoid, x, Tensor.ones([121]))
    #expect(slopes.max() == 0.25)
    #expect(slopes.firstIndex(of: 0.25) == 60)
    #expect(zip(slopes, slopes.reversed()).allSatisfy { ($0 - $1).magnitude < 1e-15 })
  }

  @Test func relatedFunctionsAgree() throws {
    let x = try Tensor.normal([3, 4], seed: 1)
    let (positive, negative) = (try sigmoid(x), try sigmoid(x.negated()))
    #expect(distance(try positive.adding(negative), try .ones([3, 4])) < 1e-15)
    #expect(distance(try tanh(x), try sigmoid(x.multiplied(by: 2)).multiplied(by: 2).subtracting(1)) < 1e-15)
    #expect(distance(try softplus(x).subtracting(softplus(x.negated())), x) < 1e-15)
    #expect(try leakyRelu(x, slope: 0) == relu(x))
    #expect(try prelu(x, slope: Tensor.full([4], value: 0.01)) == leakyRelu(x))
    #expect(distance(try exp(logSoftmax(x, axis: 0)), try softmax(x, axis: 0)) < 1e-15)
    #expect(distance(try gelu(x), try gelu(x, isApproximate: true)) < 1e-3)
  }

  @Test func softmaxSumsToOneAndForgetsAConstant() throws {
    let x = try Tensor.normal([3, 4], seed: 2)
    for axis in 0..<2 {
      let y = try softmax(x, axis: axis)
      #expect(try y.sum(axes: [axis]).elements.allSatisfy { ($0 - 1).magnitude < 1e-15 })
      #expect(distance(y, try softmax(x.adding(1e4), axis: axis)) < 1e-11)
      let dx = try slope({ try softmax($0, axis: axis) }, x, Tensor.normal([3, 4], seed: 3))
      #expect(try Tensor(dx, shape: [3, 4]).sum(axes: [axis]).elements.allSatisfy { $0.magnitude < 1e-15 })
    }
    #expect(try softmax(x, axis: -1) == softmax(x, axis: 1))
    #expect(try softmax(Tensor.zeros([0, 3]), axis: 0).shape == [0, 3])
    #expect(try logSoftmax(Tensor.zeros([3, 0]), axis: 1).shape == [3, 0])
  }

  @Test func maxoutLearnsTheReluAndTheAbsoluteValue() throws {
    let x = try Tensor.normal([5, 1], seed: 4)
    func pieces(_ weights: [Double]) throws -> Tensor { try maxout(x.multiplied(by: Tensor(weights)), pieces: 2) }
    #expect(try pieces([0, 1]) == relu(x))
    #expect(try pieces([-1, 1]) == abs(x))
  }

  @Test func equalPiecesShareTheGradient() throws {
    #expect(try slope({ try maxout($0, pieces: 2) }, Tensor([[3, 3, 1, 2]]), Tensor([[10, 5]])) == [5, 5, 0, 5])
  }

  @Test func wrongArgumentsAreNamed() throws {
    let (x, symbols) = (try ramp([2, 3]), try Tensor(symbols: "X", shape: [2]))
    for (name, call) in Self.functions {
      let sentence = message { _ = try call(symbols) }
      #expect(sentence == "\(name) needs numbers, and this tensor holds symbols")
    }
    #expect(
      message { _ = try softmax(x, axis: 2) } == "axis 2 is out of range: this tensor has 2 axes (0 to 1)")
    #expect(
      message { _ = try logSoftmax(x, axis: -3) } == "axis -3 is out of range: this tensor has 2 axes (0 to 1)")
    #expect(message { _ = try softmax(Tensor(1), axis: 0) } == "axis 0 is out of range: this tensor has no axes")
    #expect(message { _ = try softplus(x, beta: 0) } == "softplus needs a beta above 0, and got 0.0")
    #expect(message { _ = try softplus(x, beta: .nan) } == "softplus needs a beta above 0, and got nan")
    #expect(
      message { _ = try prelu(x, slope: Tensor([1, 2])) }
        == "prelu needs a slope of shape [1] or [3] for a tensor of shape [2, 3], but it has shape [2]")
    #expect(
      message { _ = try prelu(Tensor([1, 2]), slope: Tensor([1, 2])) }
        == "prelu needs a slope of shape [1] for a tensor of shape [2], but it has shape [2]")
    #expect(message { _ = try maxout(x, pieces: 2) } == "3 channels cannot be split into groups of 2")
    #expect(message { _ = try maxout(x, pieces: 0) } == "pieces must be 1 or more, and got 0")
    #expect(message { _ = try maxout(x, pieces: .min) } == "pieces must be 1 or more, and got -9223372036854775808")
    #expect(
      message { _ = try maxout(Tensor([1]), pieces: 1) }
        == "maxout needs channels on axis 1, and this tensor has shape [1]")
  }

  /// The gradient of `Σ dy · f(x)`.
  private func slope(_ f: (Tensor) throws -> Tensor, _ x: Tensor, _ dy: Tensor) throws -> [Double] {
    let x = try x.detached().requiringGradient()
    try f(x).backward(upstream: dy)
    return try #require(x.gradient).elements
  }
}
