/// Axes in another order, or read backwards.
extension Tensor {
  /// Puts the axes into another order.
  ///
  /// ```
  /// y[i, j, k] = x[j, k, i]   for axes [2, 0, 1]
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).permuted([1, 0]).elements  // [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]
  /// ```
  ///
  /// - Parameter axes: For each axis of the result, the axis of this tensor that it was; negative ones count from the
  ///   end.
  /// - Returns: A tensor of shape `[shape[axes[0]], shape[axes[1]], …]`.
  package func permuted(_ axes: [Int]) throws -> Tensor {
    let order = axes.map { $0 < 0 ? $0 + rank : $0 }
    guard order.sorted() == Array(shape.indices) else {
      throw TensorError("permuted needs each of the \(counted(rank, "axis")) once, and got \(axes)")
    }
    let strides = rowMajorStrides(shape)
    let y = try arranged(shape: order.map { shape[$0] }, strides: order.map { strides[$0] }, start: 0, type: kind.type)
    if node == nil { return y }
    var inverse = order
    for (to, from) in order.enumerated() { inverse[from] = to }
    return try record("permuted", y, .gradient(to: self) { dy in try dy.permuted(inverse) })
  }

  /// Exchanges the last two axes: rows become columns.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).transposed()[2, 0]  // 3.0
  /// ```
  ///
  /// - Returns: A tensor of shape `[…, columns, rows]`.
  package func transposed() throws -> Tensor {
    guard rank >= 2 else { throw TensorError("transposed needs rows and columns, and this tensor has shape \(shape)") }
    return try permuted(Array(0..<rank - 2) + [rank - 1, rank - 2])
  }

  /// Reads some axes backwards.
  ///
  /// ```
  /// y[i, j] = x[i, n − 1 − j]   for axes [1]
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).flipped(axes: [1]).elements  // [2.0, 1.0, 4.0, 3.0]
  /// ```
  ///
  /// - Parameter axes: The axes to read backwards; negative ones count from the end.
  /// - Returns: A tensor of the same shape.
  package func flipped(axes: [Int]) throws -> Tensor {
    var strides = rowMajorStrides(shape)
    var start = 0
    for axis in Set(try axes.map { try resolvedAxis($0, of: shape) }) {
      start += Swift.max(shape[axis] - 1, 0) * strides[axis]
      strides[axis] = -strides[axis]
    }
    let y = try arranged(shape: shape, strides: strides, start: start, type: kind.type)
    return try record("flipped", y, .gradient(to: self) { dy in try dy.flipped(axes: axes) })
  }

  /// Turns rows and columns (the last two axes) by 180 degrees: the last element comes first.
  ///
  /// ```
  /// y[i, j] = x[rows − 1 − i, columns − 1 − j]
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).rotated180().elements  // [6.0, 5.0, 4.0, 3.0, 2.0, 1.0]
  /// ```
  ///
  /// - Returns: A tensor of the same shape.
  /// - Source: [Tübingen] "Convolution – Back Propagation".
  package func rotated180() throws -> Tensor {
    guard rank >= 2 else { throw TensorError("rotated180 needs rows and columns, and this tensor has shape \(shape)") }
    return try flipped(axes: [rank - 2, rank - 1])
  }

  /// Reads the elements along `strides`, row after row of `shape`.
  @specialized(where Element == Double)
  @specialized(where Element == Float)
  private func arranged<Element: TensorElement>(
    shape: [Int], strides: [Int], start: Int, type: Element.Type
  ) throws -> Tensor {
    let step = strides.last ?? 1
    return try .computed(shape, from: self, as: Element.self) { y, x in
      try forEachRow(of: shape, strides) { row, offset, count in
        for i in 0..<count { y[row + i] = x[start + offset + i &* step] }
      }
    }
  }
}
