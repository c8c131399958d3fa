/// Other shapes for the same elements in the same order. Nothing is copied.
extension Tensor {
  /// Puts the elements, in their order, into another shape.
  ///
  /// ```swift
  /// Tensor([1, 2, 3, 4, 5, 6]).reshaped([2, -1])[1, 0]  // 4.0
  /// ```
  ///
  /// - Parameter shape: The new size of each axis. One of them may be −1: it becomes what is left over.
  /// - Returns: A tensor with the same elements.
  package func reshaped(_ shape: [Int]) throws -> Tensor {
    let target = try resolved(shape)
    let y = Tensor(storage: storage, shape: target)
    if node == nil { return y }
    let source = self.shape
    return try record("reshaped", y, .gradient(to: self) { dy in try dy.reshaped(source) })
  }

  /// Lines all elements up in one row.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).flattened().elements  // [1.0, 2.0, 3.0, 4.0]
  /// ```
  ///
  /// - Returns: A tensor of shape `[count]`.
  package func flattened() throws -> Tensor {
    try reshaped([count])
  }

  /// Adds an axis of size 1.
  ///
  /// ```swift
  /// let column = Tensor([1, 2]).expandedDimension(at: 1)
  /// (column * Tensor([1, 10, 100])).elements  // [1.0, 10.0, 100.0, 2.0, 20.0, 200.0]
  /// ```
  ///
  /// - Parameter axis: Where the new axis stands in the result; −1 is behind all others.
  /// - Returns: The same elements; the shape has a 1 more.
  package func expandedDimension(at axis: Int) throws -> Tensor {
    guard axis >= -rank - 1 && axis <= rank else {
      throw TensorError("an axis can be added at 0 to \(rank) of this tensor, and \(axis) was given")
    }
    var target = shape
    target.insert(1, at: axis < 0 ? axis + rank + 1 : axis)
    return try reshaped(target)
  }

  /// Removes all axes of size 1.
  ///
  /// ```swift
  /// Tensor([[[1, 2]], [[3, 4]]]).squeezed()[1, 0]  // 3.0
  /// ```
  ///
  /// - Returns: The same elements; the shape has no 1.
  package func squeezed() throws -> Tensor {
    try reshaped(shape.filter { $0 != 1 })
  }

  private func resolved(_ target: [Int]) throws -> [Int] {
    guard let open = target.firstIndex(of: -1) else {
      guard try Tensor.count(of: target) == count else {
        throw TensorError(
          "a tensor of shape \(shape) has \(counted(count, "element")), and these do not fit into \(target)")
      }
      return target
    }
    var rest = target
    rest.remove(at: open)
    guard !rest.contains(-1) else { throw TensorError("only one size of \(target) can be -1") }
    let known = try Tensor.count(of: rest)
    guard known > 0 && count % known == 0 else {
      throw TensorError(
        "a tensor of shape \(shape) has \(counted(count, "element")), and these do not fit into \(target)")
    }
    rest.insert(count / known, at: open)
    return rest
  }
}
