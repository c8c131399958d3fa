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
// bindgen: polls
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
  let type = commonType(a, b)
  if let type = type as? any MatrixElement.Type { return try product(a, b, type) }
  let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
  return try .computed([m, n], from: a, b, as: Formula.self) { y, a, b in
    for i in 0..<m {
      for j in 0..<n {
        for l in 0..<k { y[i * n + j] += a[i * k + l] * b[l * n + j] }
      }
    }
  }
}

private func product<Element: MatrixElement>(_ a: Tensor, _ b: Tensor, _: Element.Type) throws -> Tensor {
  let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
  // Some rows at a time, so that a long product can be interrupted.
  let rowsAtOnce = max(100_000_000 / max(k * n, 1), 1)
  return try .computed([m, n], from: a, b, as: Element.self) { y, a, b in
    for row in stride(from: 0, to: m, by: rowsAtOnce) {
      if row > 0 { try Interruption.poll() }
      Element.multiply(a + row * k, b, into: y + row * n, min(rowsAtOnce, m - row), k, n)
    }
  }
}

/// A kind of number that OpenBLAS multiplies matrices of.
package protocol MatrixElement: TensorElement {
  /// `y = a · b`, or `y += a · b`, on plain memory: a has m rows and k columns, b has k rows and n columns, all lying
  /// row after row. A transposed matrix lies in memory as its transpose would.
  static func multiply(
    _ a: UnsafePointer<Self>, transposed isATransposed: Bool, _ b: UnsafePointer<Self>, transposed isBTransposed: Bool,
    addingTo y: UnsafeMutablePointer<Self>, times factor: Self, _ m: Int, _ k: Int, _ n: Int)
}

extension MatrixElement {
  /// `y = a · b`.
  package static func multiply(
    _ a: UnsafePointer<Self>, transposed isATransposed: Bool = false, _ b: UnsafePointer<Self>,
    transposed isBTransposed: Bool = false, into y: UnsafeMutablePointer<Self>, _ m: Int, _ k: Int, _ n: Int
  ) {
    multiply(a, transposed: isATransposed, b, transposed: isBTransposed, addingTo: y, times: 0, m, k, n)
  }
}

extension Float: MatrixElement {
  package static func multiply(
    _ a: UnsafePointer<Float>, transposed isATransposed: Bool, _ b: UnsafePointer<Float>,
    transposed isBTransposed: Bool, addingTo y: UnsafeMutablePointer<Float>, times factor: Float,
    _ m: Int, _ k: Int, _ n: Int
  ) {
    // An empty matrix has no row length that BLAS accepts.
    if m == 0 || n == 0 || k == 0 { return }
    BLAS.useOneThread
    cblas_sgemm(
      CblasRowMajor, isATransposed ? CblasTrans : CblasNoTrans, isBTransposed ? CblasTrans : CblasNoTrans,
      blasint(m), blasint(n), blasint(k), 1, a, blasint(isATransposed ? m : k), b, blasint(isBTransposed ? k : n),
      factor, y, blasint(n))
  }
}

extension Double: MatrixElement {
  package static func multiply(
    _ a: UnsafePointer<Double>, transposed isATransposed: Bool, _ b: UnsafePointer<Double>,
    transposed isBTransposed: Bool, addingTo y: UnsafeMutablePointer<Double>, times factor: Double,
    _ m: Int, _ k: Int, _ n: Int
  ) {
    if m == 0 || n == 0 || k == 0 { return }
    BLAS.useOneThread
    cblas_dgemm(
      CblasRowMajor, isATransposed ? CblasTrans : CblasNoTrans, isBTransposed ? CblasTrans : CblasNoTrans,
      blasint(m), blasint(n), blasint(k), 1, a, blasint(isATransposed ? m : k), b, blasint(isBTransposed ? k : n),
      factor, y, blasint(n))
  }
}
