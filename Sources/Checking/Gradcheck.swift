import Tensors

/// Compares the gradients that a function's recording gives with gradients by trying (central differences).
///
/// ```
/// |recorded − tried| ≤ atol + rtol · |tried|   for every element of every input
/// ```
///
/// ```swift
/// let report = gradcheck({ ($0[0] * $0[1]).sum() }, inputs: [Tensor([1, 2]), Tensor([3, 4])])
/// report.passed  // true
/// ```
///
/// - Parameters:
///   - f: The function: a list of tensors in, a tensor of any shape out.
///   - inputs: Where to compare. They are taken as `float64`, since `float32` has too few digits for differences.
///   - eps: How far elements are moved. Elements that disagree are tried again with 10 times more and less.
///   - atol: How far apart gradients may be.
///   - rtol: How far apart, measured by their size.
/// - Returns: A report with a line for each input. Elements where the function has a corner are left out, and counted.
/// - Source: PyTorch's `autograd.gradcheck`.
package func gradcheck(
  _ f: ([Tensor]) throws -> Tensor, inputs: [Tensor], eps: Double = 1e-5, atol: Double = 1e-7, rtol: Double = 1e-5
) throws -> GradientReport {
  guard !inputs.isEmpty else { throw TensorError("gradcheck needs at least one input") }
  for input in inputs { try input.requireNumbers(for: "gradcheck") }
  let values = try inputs.map { try $0.detached().converted(to: .float64) }
  let recorded = try values.map { try $0.requiringGradient() }
  let y = try f(recorded)
  try y.requireNumbers(for: "gradcheck")
  guard y.isRecorded else {
    throw TensorError(
      "gradcheck compares recorded gradients, and this function's result is not recorded "
        + "(elements that are read as numbers, x[i, j], are not recorded)")
  }
  // A random upstream gradient: with ones, mistakes that cancel in the sum would pass.
  let upstream = try Tensor.normal(y.shape, seed: 1)
  let gradients = try availableGradients(of: y, at: recorded, upstream: upstream)
  return try withoutActuallyEscaping(f) { f in
    GradientReport(
      inputs: try values.indices.map { position in
        let answer = try gradients[position] ?? Tensor.zeros(values[position].shape)
        let check = try GradientComparison(
          answer, of: f, at: values, moving: position, upstream: upstream, eps: eps, atol: atol, rtol: rtol)
        return .init(check, floor: rtol > 0 ? atol / rtol : 0)
      })
  }
}

/// The result of `gradcheck`: a line for each input, and the element where recorded and tried gradient are furthest
/// apart.
///
/// ```swift
/// print(gradcheck({ $0[0] * $0[0] }, inputs: [Tensor([1, 2])]).passed)  // true
/// ```
public struct GradientReport: CustomStringConvertible {
  /// What came out for one input.
  package struct Input {
    package let shape: [Int]
    package let passed: Bool
    package let comparedCount: Int
    package let kinkCount: Int
    package let maximumAbsoluteError: Double
    /// The largest |recorded − tried| / max(|recorded|, |tried|); numbers below `floor` are measured against `floor`.
    package let maximumRelativeError: Double
    /// The element that is furthest apart: recorded (`answer`) and tried (`expected`).
    package let worst: Comparison.Difference?

    init(_ check: GradientComparison, floor: Double) {
      let (comparison, numeric) = (check.comparison, check.numeric)
      shape = numeric.shape
      passed = comparison.agrees
      comparedCount = comparison.comparedCount
      kinkCount = check.kinkCount
      maximumAbsoluteError = comparison.maximumAbsoluteError
      worst = comparison.worst
      maximumRelativeError = (0..<numeric.count).reduce(0) { largest, position in
        let (a, n) = (comparison.answer.number(position), numeric.number(position))
        if a == n { return largest }
        let error = (a - n).magnitude / max(a.magnitude, n.magnitude, floor)
        return max(largest, error.isNaN ? .infinity : error)
      }
    }
  }

  package let inputs: [Input]

  /// All gradients agree.
  ///
  /// ```swift
  /// gradcheck({ $0[0] * $0[1].detached() }, inputs: [Tensor([3]), Tensor([10])]).passed  // false
  /// ```
  public var passed: Bool { inputs.allSatisfy(\.passed) }

  /// The largest error of all elements, measured by their size.
  ///
  /// ```swift
  /// gradcheck({ $0[0] * $0[1].detached() }, inputs: [Tensor([3]), Tensor([10])]).maximumRelativeError  // 1.0
  /// ```
  public var maximumRelativeError: Double { inputs.map(\.maximumRelativeError).max() ?? 0 }

  /// A short table:
  ///
  ///     gradcheck failed
  ///     input 0 [2, 2]  ok     largest error 1.2e-10, relative 3.4e-11
  ///     input 1 [2]     wrong  largest error 0.5, relative 1, at [1]: recorded 1, by differences 0.5
  public var description: String {
    let names = inputs.enumerated().map { "input \($0) \($1.shape)" }
    let width = names.map(\.count).max() ?? 0
    let lines = zip(names, inputs).map { name, input in
      var line = name + String(repeating: " ", count: width - name.count) + (input.passed ? "  ok     " : "  wrong  ")
      line +=
        "largest error \(errorText(input.maximumAbsoluteError)), relative \(errorText(input.maximumRelativeError))"
      if let worst = input.worst {
        let (recorded, tried) = (worst.answer, worst.expected)
        line += ", at \(worst.indices): recorded \(distinctText(recorded, beside: tried))"
        line += ", by differences \(distinctText(tried, beside: recorded))"
      } else if !input.passed {
        line += ", nothing could be compared"
      }
      if input.kinkCount > 0 { line += " (\(counted(input.kinkCount, "element")) on a kink left out)" }
      return line
    }
    return (["gradcheck " + (passed ? "passed" : "failed")] + lines).joined(separator: "\n")
  }
}
