internal import COpenBLAS

/// Multiplies two matrices, or many pairs of them.
///
/// ```
/// y[i, j] = Σ k  a[i, k] · b[k, j]        da = dy · bᵀ,  db = aᵀ · dy
/// ```
///
/// ```swift
/// matmul(Tensor([[1, 2], [3, 4]]), Tensor([[1], [10]])).elements  // [21.0, 43.0]
/// ```
///
/// More axes in front are a batch: they broadcast, and every pair of matrices is multiplied. A vector on the left is a
/// row, one on the right a column, and the result has no axis for it:
///
/// ```swift
/// let pair = Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
/// matmul(pair, Tensor([1, 10])).elements  // [21.0, 43.0, 65.0, 87.0]
/// ```
///
/// - Parameters:
///   - a: The left matrices, `[…, m, k]`, or a vector `[k]`.
///   - b: The right matrices, `[…, k, n]`, or a vector `[k]`.
/// - Returns: Matrices `[…, m, n]`.
/// - Source: NumPy's `matmul`.
package func matmul(_ a: Tensor, _ b: Tensor) throws -> Tensor {
  if a.rank == 2, b.rank == 2, a.shape[1] == b.shape[0] {
    return try product(of: a, transposed: false, b, transposed: false)
  }
  let geometry = try MatrixProductGeometry(a.shape, b.shape)
  let y = try product(a, b, geometry).withShape(geometry.shape)
  if !a.isRecording && !b.isRecording { return y }
  func matrices(_ tensor: Tensor, _ shape: [Int]) throws -> Tensor {
    tensor.shape == shape ? tensor : try tensor.reshaped(shape)
  }
  return try record(
    "matmul", y,
    .gradient(to: a) { dy in
      let (dy, b) = (try matrices(dy, geometry.matricesShape), try matrices(b, geometry.b))
      return try matrices(matmul(dy, b.transposed()).summed(to: geometry.a), a.shape)
    },
    .gradient(to: b) { dy in
      let (dy, a) = (try matrices(dy, geometry.matricesShape), try matrices(a, geometry.a))
      return try matrices(matmul(a.transposed(), dy).summed(to: geometry.b), b.shape)
    })
}

/// The shapes of a matrix product.
private struct MatrixProductGeometry {
  /// The operands' shapes, vectors as matrices.
  let a: [Int]
  let b: [Int]
  let batch: [Int]
  /// The result's shape as matrices, and without the axes of vectors.
  let matricesShape: [Int]
  let shape: [Int]

  init(_ left: [Int], _ right: [Int]) throws {
    guard !left.isEmpty && !right.isEmpty else {
      throw TensorError("matmul needs matrices or vectors, and got shapes \(left) and \(right)")
    }
    a = left.count == 1 ? [1] + left : left
    b = right.count == 1 ? right + [1] : right
    let (inner, columns) = (a[a.count - 1], b[b.count - 2])
    guard inner == columns else {
      throw TensorError(
        "matmul cannot multiply \(left) by \(right): rows of the left have \(counted(inner, "element")), "
          + "but columns of the right have \(columns)")
    }
    let batches = (Array(a.dropLast(2)), Array(b.dropLast(2)))
    guard let common = try? broadcastShape(batches.0, batches.1) else {
      throw TensorError(
        "matmul cannot multiply \(left) by \(right): the batches \(batches.0) and \(batches.1) do not fit together")
    }
    batch = common
    matricesShape = common + [a[a.count - 2], b[b.count - 1]]
    shape = common + (left.count == 1 ? [] : [a[a.count - 2]]) + (right.count == 1 ? [] : [b[b.count - 1]])
  }

  var m: Int { a[a.count - 2] }
  var k: Int { a[a.count - 1] }
  var n: Int { b[b.count - 1] }

  /// Calls `body` for every pair of matrices, with the offsets of result, left and right.
  func forEachPair(_ body: (_ y: Int, _ a: Int, _ b: Int) throws -> Void) throws {
    if batch.isEmpty { return try body(0, 0, 0) }
    if batch.contains(0) { return }
    let strides = rowMajorStrides(batch)
    let left = broadcastStrides(Array(a.dropLast(2)), to: batch)
    let right = broadcastStrides(Array(b.dropLast(2)), to: batch)
    for pair in 0..<batch.reduce(1, *) {
      var (x, z) = (0, 0)
      for axis in batch.indices {
        let place = pair / strides[axis] % batch[axis]
        x += place * left[axis]
        z += place * right[axis]
      }
      try body(pair * m * n, x * m * k, z * k * n)
    }
  }
}

private func product(_ a: Tensor, _ b: Tensor, _ geometry: MatrixProductGeometry) throws -> Tensor {
  switch max(a.kind, b.kind) {
  case .float64: return try product(a, b, geometry, Double.self)
  case .float32: return try product(a, b, geometry, Float.self)
  case .formula: break
  }
  let (m, k, n) = (geometry.m, geometry.k, geometry.n)
  return try .computed(geometry.matricesShape, from: a, b, as: Formula.self) { y, a, b in
    try geometry.forEachPair { start, left, right in
      for i in 0..<m {
        for j in 0..<n {
          for l in 0..<k { y[start + i * n + j] += a[left + i * k + l] * b[right + l * n + j] }
        }
      }
    }
  }
}

private func product<Element: MatrixElement>(
  _ a: Tensor, _ b: Tensor, _ geometry: MatrixProductGeometry, _: Element.Type
) throws -> Tensor {
  let (m, k, n) = (geometry.m, geometry.k, geometry.n)
  return try .computed(geometry.matricesShape, from: a, b, as: Element.self) { y, a, b in
    try geometry.forEachPair { start, left, right in
      try Element.multiply(a + left, b + right, into: y + start, m, k, n)
    }
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
