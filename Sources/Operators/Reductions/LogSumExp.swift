import Tensors

extension Tensor {
  /// Takes the logarithm of the sum of exponentials over some axes.
  ///
  /// ```
  /// y[i] = log Σ j  exp(x[i, j])        dx[i, j] = dy[i] · exp(x[i, j] − y[i])
  /// ```
  ///
  /// ```swift
  /// Tensor([[1000, 1000], [0, 1]]).logSumExp(axes: [1]).elements  // [1000.6931471805599, 1.3132616875182228]
  /// ```
  ///
  /// The largest element is taken out first, `max + log Σ exp(x − max)`, so that nothing overflows.
  ///
  /// - Parameters:
  ///   - axes: The axes to take together; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`. The gradient is the softmax of the elements.
  package func logSumExp(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    try requireNumbers(for: "logSumExp")
    let x = detached()
    let largest = try largestFinite(x, axes)
    let sum = try exp(x.subtracting(largest)).sum(axes: axes, keepDimensions: true)
    let kept = try log(sum).adding(largest)
    let y = try kept.reshaped(x.sum(axes: axes, keepDimensions: keepDimensions).shape)
    if !isRecording { return y }
    let recordedX = self
    return try record(
      "logSumExp", y,
      .gradient(to: self) { dy, y in
        let (dy, y) = (try dy.reshaped(kept.shape), try y.reshaped(kept.shape))
        // Where all elements are −∞, so is y, and their difference is no number: the shares are 0.
        let isEmpty = try y.detached().isEqual(to: -Double.infinity)
        return try exp(recordedX.subtracting(which(isEmpty, 0, y))).multiplied(by: dy)
      })
  }

  /// Takes the logarithm of the sum of the exponentials of all elements.
  ///
  /// ```swift
  /// Tensor([1000, 1000]).logSumExp().item()  // 1000.6931471805599
  /// ```
  ///
  /// - Returns: A tensor of shape `[]`.
  package func logSumExp() throws -> Tensor {
    try logSumExp(axes: Array(shape.indices))
  }
}

/// The largest elements, 0 where they are infinite: ∞ − ∞ is no number.
private func largestFinite(_ x: Tensor, _ axes: [Int]) throws -> Tensor {
  guard x.count > 0 else { return try x.sum(axes: axes, keepDimensions: true) }
  return try x.max(axes: axes, keepDimensions: true).mapped("logSumExp") { $0.isInfinite ? 0 : $0 }
}
