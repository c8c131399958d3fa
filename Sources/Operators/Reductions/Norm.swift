import Tensors

extension Tensor {
  /// Takes the length of vectors along some axes: the root of the sum of squares.
  ///
  /// ```
  /// y[i] = √ Σ j  x[i, j]²        dx[i, j] = dy[i] · x[i, j] / y[i]
  /// ```
  ///
  /// ```swift
  /// Tensor([[3, 4], [5, 12]]).norm(axes: [1]).elements  // [5.0, 13.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to take together; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`. The gradient of a length of 0 is 0, as in PyTorch: the root has none there.
  package func norm(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    try requireNumbers(for: "norm")
    let squares = try detached().mapped("norm") { $0 * $0 }
    let kept = try squares.sum(axes: axes, keepDimensions: true).shape
    let y = try squares.sum(axes: axes, keepDimensions: keepDimensions).mapped("norm") { $0.squareRoot() }
    if !isRecording { return y }
    let x = self
    return try record(
      "norm", y,
      .gradient(to: self) { dy, y in
        let (dy, y) = (try dy.reshaped(kept), try y.reshaped(kept))
        // 0 / 1 where the length is 0.
        let isZero = try y.detached().isEqual(to: 0)
        return try x.multiplied(by: dy).divided(by: y.adding(isZero))
      })
  }

  /// Takes the length of the tensor: the root of the sum of all squares.
  ///
  /// ```swift
  /// Tensor([[3, 0], [0, 4]]).norm().item()  // 5.0
  /// ```
  ///
  /// - Returns: A tensor of shape `[]`.
  package func norm() throws -> Tensor {
    try norm(axes: Array(shape.indices))
  }
}
