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
  if !a.isRecording && !b.isRecording { return y }
  return try record(
    "matmul", y,
    .gradient(to: a) { dy in try matmul(dy, b.transposed()) },
    .gradient(to: b) { dy in try matmul(a.transposed(), dy) })
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
  return try .computed([m, n], from: a, b, as: Element.self) { y, a, b in
    try Element.multiply(a, b, into: y, m, k, n)
  }
}

/// A matrix in plain memory, or a part of one. It lies there row after row, or transposed, column after column.
package struct MatrixPart<Element> {
  package let base: UnsafePointer<Element>
  package let isTransposed: Bool
  /// From one row (or column, if transposed) to the next.
  package let step: Int

  /// The part that begins further down and to the right.
  func from(row: Int, column: Int) -> MatrixPart {
    let offset = isTransposed ? column * step + row : row * step + column
    return MatrixPart(base: base + offset, isTransposed: isTransposed, step: step)
  }
}

/// A kind of number that OpenBLAS multiplies matrices of.
package protocol MatrixElement: TensorElement {
  /// `y = a · b + factor · y`. None of the sizes is 0.
  static func multiply(
    _ a: MatrixPart<Self>, _ b: MatrixPart<Self>, addingTo y: UnsafeMutablePointer<Self>, step: Int,
    times factor: Self, _ m: Int, _ k: Int, _ n: Int)
}

extension MatrixElement {
  /// `y = a · b`.
  package static func multiply(
    _ a: UnsafePointer<Self>, transposed isATransposed: Bool = false, _ b: UnsafePointer<Self>,
    transposed isBTransposed: Bool = false, into y: UnsafeMutablePointer<Self>, _ m: Int, _ k: Int, _ n: Int
  ) throws {
    try multiply(a, transposed: isATransposed, b, transposed: isBTransposed, addingTo: y, times: 0, m, k, n)
  }

  /// `y = a · b + factor · y` on plain memory: a has m rows and k columns, b has k rows and n columns, all lying row
  /// after row. A transposed matrix lies in memory as its transpose would.
  ///
  /// Large products are made of smaller ones, of some ten milliseconds, so that they can be interrupted.
  package static func multiply(
    _ a: UnsafePointer<Self>, transposed isATransposed: Bool, _ b: UnsafePointer<Self>, transposed isBTransposed: Bool,
    addingTo y: UnsafeMutablePointer<Self>, times factor: Self, _ m: Int, _ k: Int, _ n: Int
  ) throws {
    // An empty matrix has no row length that BLAS accepts.
    if m == 0 || n == 0 || k == 0 { return }
    BLAS.useOneThread
    let a = MatrixPart(base: a, isTransposed: isATransposed, step: isATransposed ? m : k)
    let b = MatrixPart(base: b, isTransposed: isBTransposed, step: isBTransposed ? k : n)
    // Nearly square parts: each element that is read takes part in many products.
    let (rows, depth) = (min(m, 512), min(k, 1024))
    let columns = max(min(n, 200_000_000 / (rows * depth), 4_000_000 / depth), 1)
    var work = 0
    for column in stride(from: 0, to: n, by: columns) {
      for row in stride(from: 0, to: m, by: rows) {
        for start in stride(from: 0, to: k, by: depth) {
          let (height, inner, width) = (min(rows, m - row), min(depth, k - start), min(columns, n - column))
          multiply(
            a.from(row: row, column: start), b.from(row: start, column: column), addingTo: y + row * n + column,
            step: n, times: start == 0 ? factor : 1, height, inner, width)
          try Interruption.poll(afterWork: &work, of: height * inner * width / 10 + inner * width)
        }
      }
    }
  }
}

extension Float: MatrixElement {
  package static func multiply(
    _ a: MatrixPart<Float>, _ b: MatrixPart<Float>, addingTo y: UnsafeMutablePointer<Float>, step: Int,
    times factor: Float, _ m: Int, _ k: Int, _ n: Int
  ) {
    cblas_sgemm(
      CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans, b.isTransposed ? CblasTrans : CblasNoTrans,
      blasint(m), blasint(n), blasint(k), 1, a.base, blasint(a.step), b.base, blasint(b.step), factor, y,
      blasint(step))
  }
}

extension Double: MatrixElement {
  package static func multiply(
    _ a: MatrixPart<Double>, _ b: MatrixPart<Double>, addingTo y: UnsafeMutablePointer<Double>, step: Int,
    times factor: Double, _ m: Int, _ k: Int, _ n: Int
  ) {
    cblas_dgemm(
      CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans, b.isTransposed ? CblasTrans : CblasNoTrans,
      blasint(m), blasint(n), blasint(k), 1, a.base, blasint(a.step), b.base, blasint(b.step), factor, y,
      blasint(step))
  }
}
