import Tensors

extension Tensor {
  /// Tells whether all elements are nearly equal to another tensor's.
  ///
  /// ```
  /// |x[i] − other[i]| ≤ atol + rtol · |other[i]|   for every i
  /// ```
  ///
  /// ```swift
  /// Tensor([1, 2]).isClose(to: Tensor([1, 2.00001]))  // true
  /// ```
  ///
  /// - Parameters:
  ///   - other: A tensor of the same shape.
  ///   - rtol: How far apart, measured by the size of the elements.
  ///   - atol: How far apart at least.
  /// - Returns: False also if one of the elements is `nan`.
  /// - Source: NumPy's `allclose`.
  package func isClose(to other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) throws -> Bool {
    guard shape == other.shape else {
      throw TensorError("isClose needs two tensors of one shape, and got \(shape) and \(other.shape)")
    }
    try requireNumbers(for: "isClose")
    try other.requireNumbers(for: "isClose")
    return allPlaces(count) { position in
      let (x, y) = (number(position), other.number(position))
      return x == y || (x - y).magnitude <= atol + rtol * y.magnitude && y.isFinite
    }
  }
}
