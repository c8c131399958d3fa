/// Solves systems of linear equations as well as they can be solved: the sum of the squared errors is the smallest.
///
/// ```
/// minimize Σ (a · x − b)²        db = z,  z = (aᵀ)⁺ · dx
/// da = −z · xᵀ + (b − a·x) · (a⁺·z)ᵀ + ((aᵀ)⁺·x) · (dx − a⁺·a·dx)ᵀ
/// ```
///
/// where `a⁺ · b` is what this function computes.
///
/// ```swift
/// let x = Tensor([[1, 0], [1, 1], [1, 2]])
/// leastSquares(x, Tensor([1, 3, 5])).isClose(to: Tensor([1, 2]))  // true
/// ```
///
/// - Parameters:
///   - a: A matrix `[m, n]`.
///   - b: Right sides in columns, `[m, k]`, or one right side `[m]`.
/// - Returns: The solutions, `[n, k]` or `[n]`. Where there are several, the one with the smallest sum of squares. The
///   gradient exists where the columns of `a` (or its rows, if it has fewer) do not depend on one another; elsewhere
///   asking for it is an error.
/// - Source: G. Golub and V. Pereyra, "The differentiation of pseudo-inverses" (1973).
package func leastSquares(_ a: Tensor, _ b: Tensor) throws -> Tensor {
  let matrices = try Matrices("leastSquares", a)
  guard matrices.batch.isEmpty else { throw TensorError("leastSquares needs a matrix, and got shape \(a.shape)") }
  guard (b.rank == 1 || b.rank == 2) && b.shape[0] == matrices.rows else {
    throw TensorError(
      "leastSquares needs a right side with \(counted(matrices.rows, "row")) for \(a.shape), and got shape \(b.shape)")
  }
  try b.requireNumbers(for: "leastSquares")
  let right = b.rank == 1 ? b.shape + [1] : b.shape
  let target = [matrices.columns] + b.shape.dropFirst()
  let (x, rank) = try solved(a.detached(), b.detached().reshaped(right))
  let y = try x.converted(to: max(a.kind, b.kind)).reshaped(target)
  if !a.isRecording && !b.isRecording { return y }
  func requireFullRank() throws {
    guard rank == min(matrices.rows, matrices.columns) else {
      throw TensorError("leastSquares has no gradient here: the matrix of shape \(a.shape) has rank \(rank)")
    }
  }
  return try record(
    "leastSquares", y,
    .gradient(to: a) { dx, x in
      try requireFullRank()
      let (dx, x) = (try dx.reshaped([target[0], right[1]]), try x.reshaped([target[0], right[1]]))
      let (b, transposed) = (try b.reshaped(right), try a.transposed())
      let z = try leastSquares(transposed, dx)
      let errors = try b.subtracting(matmul(a, x))
      let invisible = try dx.subtracting(leastSquares(a, matmul(a, dx)))
      return try matmul(errors, leastSquares(a, z).transposed())
        .subtracting(matmul(z, x.transposed()))
        .adding(matmul(leastSquares(transposed, x), invisible.transposed()))
    },
    .gradient(to: b) { dx in
      try requireFullRank()
      return try leastSquares(a.transposed(), dx.reshaped([target[0], right[1]])).reshaped(b.shape)
    })
}

/// The solution by singular values, `v · s⁻¹ · uᵀ · b`, and how many of these are not 0 (up to rounding).
private func solved(_ a: Tensor, _ b: Tensor) throws -> (x: Tensor, rank: Int) {
  let (u, s, v) = try svd(a.converted(to: .float64))
  let values = s.elements
  let smallest = (values.first ?? 0) * Double(max(a.shape[0], a.shape[1])) * 0x1p-52
  let inverse = try Tensor(values.map { $0 > smallest ? 1 / $0 : 0 })
  let x = try matmul(v.multiplied(by: inverse), matmul(u.transposed(), b))
  return (x, values.count { $0 > smallest })
}
