/// Factors matrices into rotations and stretches.
///
/// ```
/// a = u · diag(s) · vᵀ,   uᵀ · u = 1,   vᵀ · v = 1
/// ```
///
/// ```swift
/// let (u, s, v) = svd(Tensor([[0, 2], [3, 0], [0, 0]]))
/// s.elements  // [3.0, 2.0]
/// matmul(u * s, v.transposed()).isClose(to: Tensor([[0, 2], [3, 0], [0, 0]]))  // true
/// ```
///
/// - Parameter a: Matrices `[…, m, n]`.
/// - Returns: With r as the smaller of m and n: `u`, `[…, m, r]`; the singular values, the largest first, `[…, r]`; and
///   `v`, `[…, n, r]`. Of a column of `u` and its negative, the one whose largest component is positive. Columns of
///   equal singular values, or of the value 0, can be turned freely, so that they have no gradient: asking for it is an
///   error.
/// - Source: J. Townsend, "Differentiating the singular value decomposition" (2016).
package func svd(_ a: Tensor) throws -> (u: Tensor, singularValues: Tensor, v: Tensor) {
  let matrices = try Matrices("svd", a)
  let plain = try decomposed(a, matrices)
  if !a.isRecording { return plain }
  /// The factors with a recording of their own where second derivatives are wanted.
  func factors() throws -> (u: Tensor, singularValues: Tensor, v: Tensor) { a.isRecording ? try svd(a) : plain }
  return (
    try record("svd", plain.u, .gradient(to: a) { du in try leftGradient(du, factors()) }),
    try record(
      "svd", plain.singularValues,
      .gradient(to: a) { ds in
        let (u, _, v) = try factors()
        return try matmul(u.multiplied(by: ds.expandedDimension(at: ds.rank - 1)), v.transposed())
      }),
    // aᵀ = v · diag(s) · uᵀ: the same rule, with the factors exchanged.
    try record(
      "svd", plain.v,
      .gradient(to: a) { dv in
        let (u, s, v) = try factors()
        return try leftGradient(dv, (v, s, u)).transposed()
      })
  )
}

/// `(u · (F ∘ (uᵀ·du − duᵀ·u)) · s + (1 − u·uᵀ) · du · s⁻¹) · vᵀ`, with `F[i, j] = 1 / (s[j]² − s[i]²)`.
private func leftGradient(
  _ du: Tensor, _ factors: (u: Tensor, singularValues: Tensor, v: Tensor)
) throws -> Tensor {
  let (u, s, v) = factors
  let r = s.shape[s.rank - 1]
  if let position = s.elements.firstIndex(where: { $0 == 0 }) {
    throw TensorError("svd has no gradient of its vectors here: singular value \(position % r) is 0")
  }
  let gaps = try inverseGaps(s.multiplied(by: s), of: "svd", "squared singular values")
  let row = try s.expandedDimension(at: s.rank - 1)
  let projected = try matmul(u.transposed(), du)
  let turn = try matmul(u, projected.subtracting(projected.transposed()).multiplied(by: gaps)).multiplied(by: row)
  let outside = try du.subtracting(matmul(u, projected)).divided(by: row)
  return try matmul(turn.adding(outside), v.transposed())
}

private func decomposed(
  _ a: Tensor, _ matrices: Matrices
) throws -> (u: Tensor, singularValues: Tensor, v: Tensor) {
  try matrices.requireFinite(a)
  let (m, n) = (matrices.rows, matrices.columns)
  let r = Swift.min(m, n)
  let (us, vs) = (matrices.batch + [m, r], matrices.batch + [n, r])
  var (u, s, v) = (
    try Tensor(zeros: us, kind: .float64), try Tensor(zeros: matrices.batch + [r], kind: .float64),
    try Tensor(zeros: vs, kind: .float64)
  )
  try a.withElements(as: Double.self) { a in
    u = try .computed(us, as: Double.self) { u in
      s = try .computed(s.shape, as: Double.self) { s in
        v = try .computed(vs, as: Double.self) { v in
          try withScratch(m * n) { columns in
            try withScratch(m * r) { left in
              try withScratch(r * n) { right in
                for number in 0..<matrices.count where r > 0 {
                  transpose(a + number * m * n, columns, rows: m, columns: n)
                  guard LAPACK.singularValues(columns, left, s + number * r, right, m: m, n: n) else {
                    throw TensorError("svd did not converge for \(matrices.name(number))")
                  }
                  for k in 0..<r where signOfLargest(left + k * m, m) < 0 {
                    for i in 0..<m { left[k * m + i] = -left[k * m + i] }
                    for j in 0..<n { right[j * r + k] = -right[j * r + k] }
                  }
                  transpose(left, u + number * m * r, rows: r, columns: m)
                  // vᵀ column after column is v row after row.
                  (v + number * n * r).update(from: right, count: n * r)
                  try Interruption.poll()
                }
              }
            }
          }
        }
      }
    }
  }
  return (try u.converted(to: a.kind), try s.converted(to: a.kind), try v.converted(to: a.kind))
}
