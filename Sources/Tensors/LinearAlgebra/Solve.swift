/// Solves systems of linear equations.
///
/// ```
/// a · x = b        db = a⁻ᵀ · dx,  da = −db · xᵀ
/// ```
///
/// ```swift
/// solve(Tensor([[2, 1], [0, 4]]), Tensor([4, 8])).elements  // [1.0, 2.0]
/// ```
///
/// - Parameters:
///   - a: Square matrices `[…, n, n]` that have an inverse.
///   - b: Right sides in columns, `[…, n, k]`, or one right side `[n]`. Axes in front broadcast.
/// - Returns: The solutions, `[…, n, k]` or `[…, n]`.
/// - Source: NumPy's `linalg.solve`.
package func solve(_ a: Tensor, _ b: Tensor) throws -> Tensor {
  var matrices = try Matrices(square: "solve", a)
  try b.requireNumbers(for: "solve")
  let isVector = b.rank == 1
  guard b.rank > 0, b.shape[b.rank - (isVector ? 1 : 2)] == matrices.rows else {
    throw TensorError(
      "solve needs a right side with \(counted(matrices.rows, "row")) for \(a.shape), and got shape \(b.shape)")
  }
  let columns = isVector ? 1 : b.shape[b.rank - 1]
  let right = isVector ? b.shape + [1] : b.shape
  guard let batch = try? broadcastShape(matrices.batch, Array(right.dropLast(2))) else {
    throw TensorError("solve needs as many right sides as matrices, and got shapes \(a.shape) and \(b.shape)")
  }
  let n = matrices.rows
  matrices.batch = batch
  let x = try solved(
    a.detached().broadcast(to: batch + [n, n]), b.detached().reshaped(right).broadcast(to: batch + [n, columns]),
    matrices, columns)
  let y = try x.withShape(isVector ? batch + [n] : batch + [n, columns])
  if !a.isRecording && !b.isRecording { return y }
  /// `a⁻ᵀ · dx`, as matrices.
  func rightGradient(_ dx: Tensor) throws -> Tensor {
    try solve(a.transposed(), dx.reshaped(batch + [n, columns]))
  }
  return try record(
    "solve", y,
    .gradient(to: a) { dx, x in
      let x = try x.reshaped(batch + [n, columns])
      return try matmul(rightGradient(dx), x.transposed()).negated().summed(to: a.shape)
    },
    .gradient(to: b) { dx in try rightGradient(dx).summed(to: right).reshaped(b.shape) })
}

/// Inverts square matrices.
///
/// ```
/// y = a⁻¹        da = −yᵀ · dy · yᵀ
/// ```
///
/// ```swift
/// inverse(Tensor([[2, 0], [1, 4]])).elements  // [0.5, 0.0, -0.125, 0.25]
/// ```
///
/// - Parameter a: Square matrices `[…, n, n]` that have an inverse.
/// - Returns: The inverses, of the same shape. Where `a · x = b` is all you want, `solve` is faster and more exact.
package func inverse(_ a: Tensor) throws -> Tensor {
  let matrices = try Matrices(square: "inverse", a)
  let identity = try Tensor.eye(matrices.rows).converted(to: a.kind)
  let y = try solved(a.detached(), identity.broadcast(to: a.shape), matrices, matrices.rows)
  if !a.isRecording { return y }
  return try record(
    "inverse", y,
    .gradient(to: a) { dy, y in
      let transposed = try y.transposed()
      return try matmul(matmul(transposed, dy), transposed).negated()
    })
}

/// Computes the determinants of square matrices.
///
/// ```
/// y = det a        da = dy · y · a⁻ᵀ
/// ```
///
/// ```swift
/// determinant(Tensor([[1, 2], [3, 4]])).isClose(to: Tensor(-2))  // true
/// ```
///
/// - Parameter a: Square matrices `[…, n, n]`.
/// - Returns: A number for each matrix, `[…]`. The gradient is only computed where the matrix has an inverse: asking for
///   it at a singular matrix is an error.
package func determinant(_ a: Tensor) throws -> Tensor {
  let matrices = try Matrices(square: "determinant", a)
  let n = matrices.rows
  let y = try Tensor.computed(matrices.batch, from: a.detached(), as: Double.self) { y, a in
    try withScratch(n * n) { scratch in
      for number in 0..<matrices.count {
        scratch.update(from: a + number * n * n, count: n * n)
        // The determinant of the transpose, which is the same.
        y[number] = LAPACK.determinant(scratch, n: n)
        try Interruption.poll()
      }
    }
  }.converted(to: a.kind)
  if !a.isRecording { return y }
  return try record(
    "determinant", y,
    .gradient(to: a) { dy, y in
      if let number = y.elements.firstIndex(of: 0) {
        throw TensorError("determinant has no gradient here: \(matrices.name(number)) is singular")
      }
      let factor = try dy.multiplied(by: y).reshaped(matrices.batch + [1, 1])
      return try inverse(a).transposed().multiplied(by: factor)
    })
}

private func solved(_ a: Tensor, _ b: Tensor, _ matrices: Matrices, _ columns: Int) throws -> Tensor {
  let n = matrices.rows
  return try Tensor.computed(b.shape, from: a, b, as: Double.self) { x, a, b in
    try withScratch(n * n) { left in
      try withScratch(n * columns) { right in
        for number in 0..<matrices.count where n > 0 && columns > 0 {
          transpose(a + number * n * n, left, rows: n, columns: n)
          transpose(b + number * n * columns, right, rows: n, columns: columns)
          if let dependent = LAPACK.solve(left, right, n: n, columns: columns) {
            throw TensorError(
              "\(matrices.function) needs a matrix with an inverse, and \(matrices.name(number)) is singular: column "
                + "\(dependent) depends on those before it")
          }
          transpose(right, x + number * n * columns, rows: columns, columns: n)
          try Interruption.poll()
        }
      }
    }
  }.converted(to: max(a.kind, b.kind))
}
