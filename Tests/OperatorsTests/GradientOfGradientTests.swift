import Checking
import Operators
import Tensors
import Testing

/// `gradcheck` over gradients: the derivative of each recorded gradient agrees with differences of that gradient.
@Suite struct GradientOfGradientTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let name: String
    let shapes: [[Int]]
    let run: @Sendable ([Tensor]) throws -> Tensor
    var testDescription: String { name }

    init(_ name: String, _ shapes: [Int]..., run: @escaping @Sendable ([Tensor]) throws -> Tensor) {
      self.name = name
      self.shapes = shapes
      self.run = run
    }
  }

  static let functions = [
    Function("a + b", [2, 3], [3]) { try $0[0].adding($0[1]) },
    Function("a - b", [2, 3], [2, 1]) { try $0[0].subtracting($0[1]) },
    Function("a * b", [2, 3], [3]) { try $0[0].multiplied(by: $0[1]) },
    Function("a / b", [2, 1], [3]) { try $0[0].divided(by: $0[1]) },
    Function("2 / a - 3 * a", [4]) { try $0[0].dividing(2).subtracting($0[0].multiplied(by: 3)) },
    Function("exp", [4]) { try exp($0[0]) },
    Function("log", [4]) { try log($0[0]) },
    Function("sqrt", [4]) { try sqrt($0[0]) },
    Function("tanh", [4]) { try tanh($0[0]) },
    Function("square", [4]) { try square($0[0]) },
    Function("pow", [4]) { try pow($0[0], 3.5) },
    Function("relu", [4]) { try relu($0[0].subtracting(1)) },
    Function("abs", [4]) { try abs($0[0].subtracting(1)) },
    Function("maximum", [4], [4]) { try maximum($0[0], $0[1]) },
    Function("sum", [2, 3, 2]) { try $0[0].sum(axes: [0, 2]) },
    Function("mean", [2, 3]) { try $0[0].mean(axes: [1], keepDimensions: true) },
    Function("max", [2, 3]) { try $0[0].max(axes: [1]) },
    Function("min", [2, 3]) { try $0[0].min(axes: [0]) },
    Function("matmul", [2, 3], [3, 2]) { try matmul($0[0], $0[1]) },
    Function("permuted, reshaped, flipped", [2, 3, 2]) {
      try $0[0].permuted([2, 0, 1]).reshaped([3, 4]).flipped(axes: [1]).rotated180()
    },
    Function("padded", [2, 2]) { try $0[0].padded(1) },
    Function("a part", [3, 4]) { try $0[0].subscripted([1..<3, 2]) },
    Function("a replaced part", [3, 4], [2]) {
      var y = try $0[0].multiplied(by: 1)
      try y.setSubscripted([1..<3, 2], to: $0[1])
      return y
    },
    Function("a replaced element", [3]) {
      var y = try $0[0].multiplied(by: 1)
      try y.setElement(at: [1], to: 4)
      return y
    },
    Function("conv2d", [1, 2, 4, 5], [2, 1, 2, 3], [2]) {
      try conv2d($0[0], kernel: $0[1], bias: $0[2], stride: 2, padding: 1, groups: 2)
    },
  ]

  /// The upstream gradient is an input as well, so that the rule's dependence on `dy` is checked too. Squaring first makes
  /// the second derivatives of linear functions differ from 0.
  @Test(arguments: functions) func theGradientHasTheRightGradient(_ function: Function) throws {
    let inputs = try function.shapes.enumerated().map { try Tensor.uniform($1, low: 0.5, high: 2, seed: $0 + 1) }
    let shape = try function.run(inputs).shape
    func run(_ inputs: [Tensor]) throws -> Tensor { try function.run(inputs.map { try $0.multiplied(by: $0) }) }
    for position in inputs.indices {
      let report = try gradcheck(
        { all in
          let variables = try all.dropLast().map { try $0.requiringGradient() }
          return try recorded {
            try gradients(
              of: run(variables), at: [variables[position]], upstream: all[inputs.count], createGraph: true)[0]
          }
        }, inputs: inputs + [Tensor.normal(shape, seed: 9)])
      #expect(report.passed, "\(function.name), input \(position)\n\(report)")
    }
  }
}
