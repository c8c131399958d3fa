/// Finds the eigenvalues and eigenvectors of a symmetric matrix.
///
/// ```
/// a · v[:, k] = w[k] · v[:, k],   a = v · diag(w) · vᵀ,   vᵀ · v = 1
/// da = v · (diag(dw) + F ∘ (vᵀ · dv)) · vᵀ,   F[i, j] = 1 / (w[j] − w[i]) and 0 on the diagonal
/// ```
///
/// ```swift
/// let (values, vectors) = symmetricEigen(Tensor([[2, 1], [1, 2]]))
/// values.isClose(to: Tensor([1, 3]))  // true
/// matmul(vectors * values, vectors.transposed()).isClose(to: Tensor([[2, 1], [1, 2]]))  // true
/// ```
///
/// - Parameter a: Matrices `[…, n, n]`, symmetric up to rounding.
/// - Returns: The eigenvalues in ascending order, `[…, n]`, and the eigenvectors in columns, `[…, n, n]`. Of a vector
///   and its negative, the one whose largest component is positive. The gradient is symmetric. Vectors of equal
///   eigenvalues can be turned freely, so that they have no gradient: asking for it is an error.
/// - Source: M. Giles, "An extended collection of matrix derivative results for forward and reverse mode AD" (2008).
package func symmetricEigen(_ a: Tensor) throws -> (values: Tensor, vectors: Tensor) {
  let matrices = try Matrices(square: "symmetricEigen", a)
  let (w, v) = try decomposed(a, matrices)
  if !a.isRecording { return (w, v) }
  /// Values and vectors with a recording of their own where second derivatives are wanted.
  func decomposition() throws -> (values: Tensor, vectors: Tensor) { a.isRecording ? try symmetricEigen(a) : (w, v) }
  return (
    try record(
      "symmetricEigen", w,
      .gradient(to: a) { dw in
        let v = try decomposition().vectors
        return try matmul(v.multiplied(by: dw.expandedDimension(at: dw.rank - 1)), v.transposed())
      }),
    try record(
      "symmetricEigen", v,
      .gradient(to: a) { dv in
        let (w, v) = try decomposition()
        let inner = try matmul(v.transposed(), dv).multiplied(by: inverseGaps(w, of: "symmetricEigen", "eigenvalues"))
        return try symmetrized(matmul(matmul(v, inner), v.transposed()))
      })
  )
}

/// `1 / (w[j] − w[i])`, and 0 on the diagonal. Equal values are an error: their vectors have no gradient.
func inverseGaps(_ w: Tensor, of function: String, _ what: String) throws -> Tensor {
  let n = w.shape[w.rank - 1]
  let numbers = w.elements
  let closest = w.kind == .float32 ? 1e-6 : 1e-14
  for start in stride(from: 0, to: numbers.count, by: Swift.max(n, 1)) {
    let values = numbers[start..<start + n]
    let largest = values.reduce(0) { Swift.max($0, $1.magnitude) }
    for (i, (first, second)) in zip(values, values.dropFirst()).enumerated()
    where (first - second).magnitude <= closest * largest {
      throw TensorError(
        "\(function) has no gradient of its vectors here: \(what) \(i) and \(i + 1) are equal, \(first)")
    }
  }
  let one = try Tensor.eye(n).converted(to: w.kind)
  let gaps = try w.expandedDimension(at: w.rank - 1).subtracting(w.expandedDimension(at: w.rank))
  return try one.subtracted(from: 1).divided(by: gaps.adding(one))
}

/// `(a + aᵀ) / 2`
func symmetrized(_ a: Tensor) throws -> Tensor {
  try a.adding(a.transposed()).multiplied(by: 0.5)
}

private func decomposed(_ a: Tensor, _ matrices: Matrices) throws -> (values: Tensor, vectors: Tensor) {
  try matrices.requireFinite(a)
  let n = matrices.rows
  var values = try Tensor(zeros: matrices.batch + [n], kind: .float64)
  let tolerance = a.kind == .float32 ? 1e-5 : 1e-10
  let vectors = try Tensor.computed(a.shape, from: a, as: Double.self) { v, a in
    try withScratch(matrices.count * n) { w in
      try withScratch(n * n) { columns in
        for number in 0..<matrices.count where n > 0 {
          let a = a + number * n * n
          let largest = (0..<n * n).reduce(0) { Swift.max($0, a[$1].magnitude) }
          for i in 0..<n {
            for j in 0..<n {
              guard (a[i * n + j] - a[j * n + i]).magnitude <= tolerance * largest else {
                throw TensorError(
                  "symmetricEigen needs a symmetric matrix, and in \(matrices.name(number)) element [\(i), \(j)] is "
                    + "\(a[i * n + j]), but [\(j), \(i)] is \(a[j * n + i])")
              }
              columns[i * n + j] = (a[i * n + j] + a[j * n + i]) / 2
            }
          }
          guard LAPACK.symmetricEigen(columns, w + number * n, n: n) else {
            throw TensorError("symmetricEigen did not converge for \(matrices.name(number))")
          }
          for k in 0..<n where signOfLargest(columns + k * n, n) < 0 {
            for i in 0..<n { columns[k * n + i] = -columns[k * n + i] }
          }
          transpose(columns, v + number * n * n, rows: n, columns: n)
          try Interruption.poll()
        }
      }
      values = try .computed(values.shape, as: Double.self) { $0.update(from: w, count: matrices.count * n) }
    }
  }
  return (try values.converted(to: a.kind), try vectors.converted(to: a.kind))
}

/// The sign of the component that is the largest by magnitude, the first of several.
func signOfLargest(_ vector: UnsafePointer<Double>, _ count: Int) -> Double {
  var largest = 0.0
  for i in 0..<count where vector[i].magnitude > largest.magnitude * (1 + 1e-9) { largest = vector[i] }
  return largest < 0 ? -1 : 1
}
