import Tensors

/// How many zeros a convolution puts around its input, axis by axis.
///
/// ```swift
/// let x = Tensor([[[1, 2, 3]]])
/// conv1d(x, kernel: Tensor([[[1, 10]]]), padding: .zeros(before: [1], after: [0])).elements  // [10.0, 21.0, 32.0]
/// ```
public struct Padding: Equatable, Sendable, CustomStringConvertible {
  private enum Rule: Equatable, Sendable {
    case valid
    case same
    /// The same on both sides of every axis.
    case equal(Int)
    case sides(before: [Int], after: [Int])
  }

  private let rule: Rule

  /// No zeros: windows lie inside of the input.
  ///
  /// ```swift
  /// conv1d(Tensor([[[1, 2, 3]]]), kernel: Tensor([[[1, 10]]]), padding: .valid).elements  // [21.0, 32.0]
  /// ```
  public static var valid: Padding { Padding(rule: .valid) }

  /// As many zeros as it takes for an output of the input's size. Of an odd number, the one more comes after the input.
  ///
  /// With a stride s, the size is that of every s-th window, rounded up, as in TensorFlow; PyTorch has no such padding
  /// with strides.
  ///
  /// ```swift
  /// conv1d(Tensor([[[1, 2, 3]]]), kernel: Tensor([[[1, 10]]]), padding: .same).elements  // [21.0, 32.0, 3.0]
  /// ```
  public static var same: Padding { Padding(rule: .same) }

  /// So many zeros on every side.
  ///
  /// ```swift
  /// conv1d(Tensor([[[1, 2]]]), kernel: Tensor([[[1, 10]]]), padding: .zeros(1)).elements  // [10.0, 21.0, 2.0]
  /// ```
  ///
  /// - Parameter count: How many before and after the input, on each axis.
  public static func zeros(_ count: Int) -> Padding { Padding(rule: .equal(count)) }

  /// So many zeros on both sides of each axis.
  ///
  /// ```swift
  /// let x = Tensor([[[[1, 2]]]])
  /// conv2d(x, kernel: Tensor([[[[1, 10]]]]), padding: .zeros([0, 1])).elements  // [10.0, 21.0, 2.0]
  /// ```
  ///
  /// - Parameter counts: A number for each axis: rows, columns.
  public static func zeros(_ counts: [Int]) -> Padding { Padding(rule: .sides(before: counts, after: counts)) }

  /// So many zeros before and after each axis.
  ///
  /// ```swift
  /// let x = Tensor([[[[1, 2]]]])
  /// let causal = Padding.zeros(before: [0, 1], after: [0, 0])
  /// conv2d(x, kernel: Tensor([[[[1, 10]]]]), padding: causal).elements  // [10.0, 21.0]
  /// ```
  ///
  /// - Parameters:
  ///   - before: Above the rows, left of the columns.
  ///   - after: Below the rows, right of the columns.
  public static func zeros(before: [Int], after: [Int]) -> Padding {
    Padding(rule: .sides(before: before, after: after))
  }

  /// How it is written.
  public var description: String {
    switch rule {
    case .valid: "valid"
    case .same: "same"
    case .equal(let count): "zeros(\(count))"
    case .sides(let before, let after):
      before == after ? "zeros(\(before))" : "zeros(before: \(before), after: \(after))"
    }
  }
}

extension Padding {
  /// Throws unless there is a size for each axis.
  func check(axes: Int) throws {
    switch rule {
    case .valid, .same: return
    case .equal(let count): try requireSize(count, "padding", atLeast: 0)
    case .sides(let before, let after):
      for sizes in before == after ? [before] : [before, after] {
        try WindowSteps.check(sizes, "padding", atLeast: 0, axes)
      }
    }
  }

  var isSame: Bool { rule == .same }

  /// The zeros before and after an axis.
  func amounts(axis: Int, inputSize: Int, kernelSize: Int, stride: Int, dilation: Int) -> (before: Int, after: Int) {
    switch rule {
    case .valid: return (0, 0)
    case .equal(let count): return (count, count)
    case .sides(let before, let after): return (before[axis], after[axis])
    case .same:
      let windows = (inputSize + stride - 1) / stride
      let needed = (windows - 1) * stride + WindowAxis.covered(kernelSize: kernelSize, dilation: dilation) - inputSize
      let total = max(needed, 0)
      return (total / 2, total - total / 2)
    }
  }
}
