internal import COpenBLAS

/// Multiplies two matrices.
///
/// ```
/// y[i, j] = Σ k  a[i, k] · b[k, j]        da = dy · bᵀ,  db = aᵀ · dy
/// ```
///
/// ```swift
/// matmul(Tensor([[1, 2], [3, 4]]), Tensor([[1], [10]])).elements  // [21.0, 43.0]
/// ```
///
/// - Parameters:
///   - a: The left matrix, `[m, k]`.
///   - b: The right matrix, `[k, n]`.
/// - Returns: A matrix `[m, n]`.
package func matmul(_ a: Tensor, _ b: Tensor) throws -> Tensor {
  guard a.rank == 2 && b.rank == 2 else {
    throw TensorError("matmul needs two matrices, and got shapes \(a.shape) and \(b.shape)")
  }
  guard a.shape[1] == b.shape[0] else {
    throw TensorError(
      "matmul cannot multiply \(a.shape) by \(b.shape): rows of the left have \(counted(a.shape[1], "element")), "
        + "but columns of the right have \(b.shape[0])")
  }
  let y = try product(a, b)
  if a.node == nil && b.node == nil { return y }
  let (left, right) = (a.detached(), b.detached())
  return try record(
    y,
    .gradient(to: a) { dy in try matmul(dy, right.transposed()) },
    .gradient(to: b) { dy in try matmul(left.transposed(), dy) })
}

private func product(_ a: Tensor, _ b: Tensor) throws -> Tensor {
  let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
  switch max(a.kind, b.kind) {
  case .float32:
    return try .computed([m, n], from: a, b, as: Float.self) { y, a, b in
      MatrixKernels.multiply(a, b, into: y, m, k, n)
    }
  case .float64:
    return try .computed([m, n], from: a, b, as: Double.self) { y, a, b in
      MatrixKernels.multiply(a, b, into: y, m, k, n)
    }
  case .formula:
    return try .computed([m, n], from: a, b, as: Formula.self) { y, a, b in
      for i in 0..<m {
        for j in 0..<n {
          for l in 0..<k { y[i * n + j] += a[i * k + l] * b[l * n + j] }
        }
      }
    }
  }
}

/// Matrix products on plain memory, by OpenBLAS. Matrices lie row after row.
package enum MatrixKernels {
  /// One thread: threads of its own would compete with ours, and results would depend on their number.
  private static let useOneThread: Void = openblas_set_num_threads(1)

  /// `y = a · b`, or `y += a · b`, for `a` of m rows and k columns, and `b` of k rows and n columns. A transposed matrix
  /// lies in memory as n rows of k (or k rows of m).
  package static func multiply(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, _ m: Int, _ k: Int,
    _ n: Int,
    transposeA: Bool = false, transposeB: Bool = false, accumulate: Bool = false
  ) {
    if m == 0 || n == 0 || k == 0 { return }
    _ = useOneThread
    cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      blasint(m), blasint(n), blasint(k), 1, a, blasint(transposeA ? m : k), b, blasint(transposeB ? k : n),
      accumulate ? 1 : 0, y, blasint(n))
  }

  /// The same in double precision.
  package static func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, _ m: Int, _ k: Int,
    _ n: Int, transposeA: Bool = false, transposeB: Bool = false, accumulate: Bool = false
  ) {
    if m == 0 || n == 0 || k == 0 { return }
    _ = useOneThread
    cblas_dgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      blasint(m), blasint(n), blasint(k), 1, a, blasint(transposeA ? m : k), b, blasint(transposeB ? k : n),
      accumulate ? 1 : 0, y, blasint(n))
  }
}
