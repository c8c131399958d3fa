/// Parts of matrices (the last two axes).
extension Tensor {
  /// Takes the elements on the diagonal, or on one beside it.
  ///
  /// ```
  /// y[i] = x[i, i + offset]
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).diagonal().elements           // [1.0, 5.0]
  /// Tensor([[1, 2, 3], [4, 5, 6]]).diagonal(offset: 1).elements  // [2.0, 6.0]
  /// ```
  ///
  /// - Parameter offset: How many columns to the right; negative ones go to the left.
  /// - Returns: A tensor of shape `[…, length]`.
  package func diagonal(offset: Int = 0) throws -> Tensor {
    let (rows, columns) = try rowsAndColumns("diagonal")
    guard offset > -Swift.max(rows, 1) && offset < Swift.max(columns, 1) else {
      throw TensorError("diagonal(offset: \(offset)) lies outside of a tensor of shape \(shape)")
    }
    let (row, column) = (Swift.max(-offset, 0), Swift.max(offset, 0))
    let length = Swift.max(Swift.min(rows - row, columns - column), 0)
    let outer = Array(shape.dropLast(2))
    let matrices = outer.reduce(1, *)
    let places = try Places(matrices * length) { list in
      for matrix in 0..<matrices {
        for i in 0..<length { list[matrix * length + i] = (matrix * rows + row + i) * columns + column + i }
      }
    }
    return try picked("diagonal", places, shape: outer + [length])
  }

  /// Adds up the elements on the diagonal.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).trace().item()  // 5.0
  /// ```
  ///
  /// - Returns: A tensor without the last two axes.
  package func trace() throws -> Tensor {
    _ = try rowsAndColumns("trace")
    let y = try detached().diagonal().sum(axes: [-1])
    if !isRecording { return y }
    let (source, kind) = (shape, kind)
    return try record(
      "trace", y,
      .gradient(to: self) { dy in
        let ones = try Tensor.diagonalMask(source[source.count - 2], source[source.count - 1], kind) { $0 == $1 }
        return try dy.reshaped(source.dropLast(2) + [1, 1]).multiplied(by: ones)
      })
  }

  /// Keeps the elements on the diagonal and below it, and puts zeros above.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).lowerTriangle().elements  // [1.0, 0.0, 3.0, 4.0]
  /// ```
  ///
  /// - Parameter offset: How many diagonals above the main one are kept too; negative ones keep fewer.
  /// - Returns: A tensor of the same shape.
  /// - Source: NumPy's `tril`.
  package func lowerTriangle(offset: Int = 0) throws -> Tensor {
    try triangle("lowerTriangle", offset) { row, column, offset in column - offset <= row }
  }

  /// Keeps the elements on the diagonal and above it, and puts zeros below.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).upperTriangle().elements  // [1.0, 2.0, 0.0, 4.0]
  /// ```
  ///
  /// - Parameter offset: How many diagonals above the main one begin the kept part; negative ones keep more.
  /// - Returns: A tensor of the same shape.
  /// - Source: NumPy's `triu`.
  package func upperTriangle(offset: Int = 0) throws -> Tensor {
    try triangle("upperTriangle", offset) { row, column, offset in column - offset >= row }
  }

  private func triangle(
    _ function: String, _ offset: Int, _ isKept: (_ row: Int, _ column: Int, _ offset: Int) -> Bool
  ) throws -> Tensor {
    let (rows, columns) = try rowsAndColumns(function)
    let offset = Swift.min(Swift.max(offset, -rows), columns)
    let places = try Places(count) { list in
      try inBlocks(count) {
        for i in $0 { list[i] = isKept(i / columns % rows, i % columns, offset) ? i : Places.none }
      }
    }
    return try picked(function, places, shape: shape)
  }

  private func rowsAndColumns(_ function: String) throws -> (rows: Int, columns: Int) {
    guard rank >= 2 else { throw TensorError("\(function) needs rows and columns, and this tensor has shape \(shape)") }
    return (shape[rank - 2], shape[rank - 1])
  }

  /// 1 where `holds`, 0 elsewhere.
  private static func diagonalMask(
    _ rows: Int, _ columns: Int, _ kind: ElementKind, _ holds: (Int, Int) -> Bool
  ) throws -> Tensor {
    try Tensor.computed([rows, columns], as: Double.self) { y in
      for i in 0..<rows {
        for j in 0..<columns where holds(i, j) { y[i * columns + j] = 1 }
      }
    }.converted(to: kind)
  }
}

/// Multiplies every element of one vector with every element of another.
///
/// ```
/// y[i, j] = a[i] · b[j]        da = dy · b,  db = dyᵀ · a
/// ```
///
/// ```swift
/// outer(Tensor([1, 2]), Tensor([1, 10, 100])).elements  // [1.0, 10.0, 100.0, 2.0, 20.0, 200.0]
/// ```
///
/// - Parameters:
///   - a: A vector `[m]`.
///   - b: A vector `[n]`.
/// - Returns: A matrix `[m, n]`.
package func outer(_ a: Tensor, _ b: Tensor) throws -> Tensor {
  guard a.rank == 1 && b.rank == 1 else {
    throw TensorError("outer needs two vectors, and got shapes \(a.shape) and \(b.shape)")
  }
  let y = try a.detached().reshaped([a.count, 1]).multiplied(by: b.detached())
  if !a.isRecording && !b.isRecording { return y }
  return try record(
    "outer", y,
    .gradient(to: a) { dy in try matmul(dy, b) },
    .gradient(to: b) { dy in try matmul(dy.transposed(), a) })
}
