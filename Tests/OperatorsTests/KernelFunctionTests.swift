import Kernels
import Operators
import Tensors
import Testing

/// Functions of many `float32` numbers go through kernels: beside the same in double precision, which does not.
@Suite struct KernelFunctionTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let compute: @Sendable (Tensor) throws -> Tensor
    /// Images of pixels stay pixels: 0 becomes 0.
    let keepsPixels: Bool
  }

  static let functions = [
    Function(testDescription: "relu", compute: { try relu($0) }, keepsPixels: true),
    Function(testDescription: "exp", compute: { try exp($0) }, keepsPixels: false),
    Function(testDescription: "tanh", compute: { try tanh($0) }, keepsPixels: true),
    Function(testDescription: "sigmoid", compute: { try sigmoid($0) }, keepsPixels: false),
  ]

  @Test(arguments: functions, [[5000], [2, 5, 9, 9]])
  func valuesAndGradients(function: Function, shape: [Int]) throws {
    let x = try Tensor.uniform(shape, low: -5, high: 5, seed: 6).asType(.float32)
    let upstream = try Tensor.uniform(shape, low: -1, high: 1, seed: 7).asType(.float32)
    func results(_ x: Tensor, _ upstream: Tensor) throws -> (y: Tensor, dx: Tensor) {
      let x = try x.requiringGradient()
      let y = try function.compute(x)
      return (y, try gradients(of: y, at: [x], upstream: upstream)[0])
    }
    let exact = try results(x.asType(.float64), upstream.asType(.float64))
    var inputs = [x]
    if shape.count == 4 {
      inputs.append(
        try x.withPixels { from, layout in
          try .computedPixels(shape) { y, _ in y.update(from: from, count: layout.count) }
        })
    }
    for x in inputs {
      let isPixels = x.hasOnlyPixels
      let (y, dx) = try results(x, upstream)
      #expect(y.hasOnlyPixels == (isPixels && function.keepsPixels))
      #expect(y.dtype == .float32 && dx.dtype == .float32)
      for (fast, precise) in [(y, exact.y), (dx, exact.dx)] {
        let isClose = zip(fast.elements, precise.elements).allSatisfy {
          ($0 - $1).magnitude <= 5e-7 * max($1.magnitude, 1)
        }
        #expect(isClose)
      }
    }
  }

  @Test func specialNumbersStayWhatTheyAre() throws {
    let x = try Tensor([.nan, .infinity, -.infinity, -1] + [Double](repeating: 1, count: 300)).asType(.float32)
    #expect(try relu(x).elements[0].isNaN && Array(relu(x).elements[1..<5]) == [.infinity, 0, 0, 1])
    #expect(try exp(x).elements[0].isNaN && Array(exp(x).elements[1..<3]) == [.infinity, 0])
    #expect(try tanh(x).elements[0].isNaN && Array(tanh(x).elements[1..<3]) == [1, -1])
    #expect(try sigmoid(x).elements[0].isNaN && Array(sigmoid(x).elements[1..<3]) == [1, 0])
  }
}
