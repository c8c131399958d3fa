import Checking
import Operators
import Tensors
import Testing

/// Many scores in `float32` go through kernels: beside the same in double precision, which does not.
@Suite struct ClassScoresTests {
  private func scores(_ shape: [Int]) throws -> Tensor {
    try Tensor.uniform(shape, low: -20, high: 20, seed: 3).asType(.float32)
  }

  private func labels(_ count: Int, classes: Int) throws -> Tensor {
    try Tensor((0..<count).map { Double($0 * 7 % classes) })
  }

  private func distance(_ a: Tensor, _ b: Tensor) -> Double {
    zip(a.elements, b.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
  }

  @Test(arguments: [[128, 10], [7, 1000], [300, 1], [4, 5, 33]])
  func softmaxAndItsLogarithm(shape: [Int]) throws {
    let x = try scores(shape)
    let double = try x.asType(.float64)
    let (y, logarithms) = (try softmax(x, axis: -1), try logSoftmax(x, axis: -1))
    #expect(y.dtype == .float32 && logarithms.dtype == .float32 && y.shape == shape)
    #expect(distance(y, try softmax(double, axis: -1)) < 1e-6)
    #expect(distance(logarithms, try logSoftmax(double, axis: -1)) < 1e-5)
  }

  @Test(arguments: [LossReduction.mean, .sum], [[128, 10], [30, 37]])
  func crossEntropyAndItsGradient(reduction: LossReduction, shape: [Int]) throws {
    let labels = try labels(shape[0], classes: shape[1])
    func result(_ x: Tensor) throws -> (y: Tensor, dx: Tensor) {
      let x = try x.requiringGradient()
      let y = try crossEntropy(logits: x, labels: labels, reduction: reduction)
      return (y, try gradients(of: y.multiplied(by: 3), at: [x])[0])
    }
    let x = try scores(shape)
    let (fast, exact) = (try result(x), try result(x.asType(.float64)))
    #expect(fast.y.dtype == .float32 && fast.y.shape == [] && fast.dx.dtype == .float32 && fast.dx.shape == shape)
    #expect((try fast.y.item() - exact.y.item()).magnitude < 2e-7 * (try exact.y.item()))
    #expect(distance(fast.dx, exact.dx) < 2e-6)
  }

  @Test func aGradientOfTheGradientIsThere() throws {
    let labels = try labels(64, classes: 8)
    func second(_ x: Tensor) throws -> Tensor {
      let x = try x.requiringGradient()
      let dx = try gradients(of: crossEntropy(logits: x, labels: labels), at: [x], createGraph: true)[0]
      return try gradients(of: dx.multiplied(by: dx).sum(), at: [x])[0]
    }
    let x = try Tensor.uniform([64, 8], low: -2, high: 2, seed: 4).asType(.float32)
    #expect(distance(try second(x), try second(x.asType(.float64))) < 1e-6)
    #expect(try second(x).elements.contains { $0.magnitude > 1e-6 })
  }

  @Test func aClassThatIsNoneIsRefused() throws {
    let x = try scores([30, 10])
    #expect(throws: TensorError.self) { _ = try crossEntropy(logits: x, labels: labels(30, classes: 11)) }
  }
}
