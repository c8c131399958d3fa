/// Factors symmetric, positive definite matrices into a lower triangle and its transpose.
///
/// ```
/// a = l · lᵀ        da = (s + sᵀ) / 2,  s = l⁻ᵀ · Φ(lᵀ · dl) · l⁻¹
/// ```
///
/// Φ keeps the lower triangle, and half of the diagonal.
///
/// ```swift
/// cholesky(Tensor([[4, 2], [2, 10]])).elements  // [2.0, 0.0, 1.0, 3.0]
/// ```
///
/// - Parameter a: Symmetric matrices `[…, n, n]` without eigenvalues of 0 or less. Only the lower triangle is read.
/// - Returns: The lower triangles `l`, of the same shape, with positive numbers on the diagonal. The gradient is symmetric.
/// - Source: I. Murray, "Differentiation of the Cholesky decomposition" (2016).
package func cholesky(_ a: Tensor) throws -> Tensor {
  let matrices = try Matrices(square: "cholesky", a)
  let n = matrices.rows
  let y = try Tensor.computed(a.shape, from: a.detached(), as: Double.self) { y, a in
    try withScratch(n * n) { scratch in
      for number in 0..<matrices.count where n > 0 {
        transpose(a + number * n * n, scratch, rows: n, columns: n)
        if let size = LAPACK.cholesky(scratch, n: n) {
          throw TensorError(
            "cholesky needs a positive definite matrix, and in \(matrices.name(number)) the first \(counted(size, "row")) "
              + "and columns are not")
        }
        for i in 0..<n {
          for j in 0...i { y[number * n * n + i * n + j] = scratch[j * n + i] }
        }
        try Interruption.poll()
      }
    }
  }.converted(to: a.kind)
  if !a.isRecording { return y }
  return try record(
    "cholesky", y,
    .gradient(to: a) { dl, l in
      let transposed = try l.transposed()
      let inner = try matmul(transposed, dl).multiplied(by: halfLower(n, kind: l.kind))
      // l⁻ᵀ · inner · l⁻¹, the second factor by way of the transposes.
      let left = try solve(transposed, inner)
      return try symmetrized(solve(transposed, left.transposed()).transposed())
    })
}

/// 1 below the diagonal, 1/2 on it, 0 above.
private func halfLower(_ n: Int, kind: ElementKind) throws -> Tensor {
  try Tensor.computed([n, n], as: Double.self) { y in
    for i in 0..<n {
      for j in 0...i { y[i * n + j] = i == j ? 0.5 : 1 }
    }
  }.converted(to: kind)
}
