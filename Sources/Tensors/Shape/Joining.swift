/// Puts tensors one behind the other, along an axis that they have.
///
/// ```swift
/// concatenated([Tensor([[1, 2]]), Tensor([[3, 4], [5, 6]])], axis: 0)[2, 1]  // 6.0
/// concatenated([Tensor([[1, 2], [3, 4]]), Tensor([[5], [6]])], axis: -1).elements  // [1.0, 2.0, 5.0, 3.0, 4.0, 6.0]
/// ```
///
/// - Parameters:
///   - tensors: Tensors whose shapes differ at most on `axis`.
///   - axis: The axis to join along; a negative one counts from the end.
/// - Returns: A tensor as long on `axis` as all of them together. Each gets its part of the gradient.
/// - Source: NumPy's `concatenate`.
package func concatenated(_ tensors: [Tensor], axis: Int = 0) throws -> Tensor {
  guard let first = tensors.first else { throw TensorError("concatenated needs at least one tensor, and got none") }
  guard first.rank > 0 else {
    throw TensorError("concatenated needs tensors with axes, and got shape []: stacked adds one")
  }
  let axis = try resolvedAxis(axis, of: first.shape)
  var shape = first.shape
  var ranges: [Range<Int>] = []
  var end = 0
  for (position, tensor) in tensors.enumerated() {
    guard tensor.rank == shape.count, shape.indices.allSatisfy({ $0 == axis || tensor.shape[$0] == shape[$0] }) else {
      throw TensorError(
        "concatenated along axis \(axis) needs shapes that differ on it alone, and tensor 0 has \(first.shape), "
          + "tensor \(position) \(tensor.shape)")
    }
    let start = end
    let (sum, overflow) = start.addingReportingOverflow(tensor.shape[axis])
    guard !overflow else { throw TensorError("concatenated would have more elements than a computer can count") }
    end = sum
    ranges.append(start..<end)
  }
  shape[axis] = end
  let y = try (axis == 1 ? Tensor.joinedPixels(tensors, shape) : nil) ?? joined(tensors, ranges, axis, shape)
  guard tensors.contains(where: \.isRecording) else { return y }
  return try record(
    "concatenated", y,
    zip(tensors, ranges).map { tensor, range in
      .gradient(to: tensor) { dy in
        try (axis == 1 ? dy.channelsOfPixels(range) : nil) ?? dy.subscripted(part(range, axis, dy.shape))
      }
    })
}

private func joined(_ tensors: [Tensor], _ ranges: [Range<Int>], _ axis: Int, _ shape: [Int]) throws -> Tensor {
  var y = try Tensor(zeros: shape, kind: tensors.reduce(.float32) { max($0, $1.kind) })
  for (tensor, range) in zip(tensors, ranges) {
    try y.setSubscripted(part(range, axis, shape), to: tensor.detached())
  }
  return y
}

/// A range on one axis, and all of the others.
private func part(_ range: Range<Int>, _ axis: Int, _ shape: [Int]) -> [any TensorIndex] {
  shape.indices.map { $0 == axis ? range : 0..<shape[$0] }
}

/// Puts tensors of one shape side by side, along a new axis.
///
/// ```swift
/// stacked([Tensor([1, 2]), Tensor([3, 4])], axis: 0)[1, 0]  // 3.0
/// stacked([Tensor([1, 2]), Tensor([3, 4])], axis: 1)[1, 0]  // 2.0
/// ```
///
/// - Parameters:
///   - tensors: Tensors of one shape.
///   - axis: Where the new axis stands in the result; −1 is behind all others.
/// - Returns: A tensor with one axis more, as long as there are tensors.
/// - Source: NumPy's `stack`.
package func stacked(_ tensors: [Tensor], axis: Int = 0) throws -> Tensor {
  guard let first = tensors.first else { throw TensorError("stacked needs at least one tensor, and got none") }
  if let odd = tensors.firstIndex(where: { $0.shape != first.shape }) {
    throw TensorError(
      "stacked needs tensors of one shape, and tensor 0 has \(first.shape), tensor \(odd) \(tensors[odd].shape)")
  }
  guard axis >= -first.rank - 1 && axis <= first.rank else {
    throw TensorError("stacked can put the new axis at 0 to \(first.rank), and \(axis) was given")
  }
  let axis = axis < 0 ? axis + first.rank + 1 : axis
  var single = first.shape
  single.insert(1, at: axis)
  let y = try concatenated(tensors.map { try $0.detached().reshaped(single) }, axis: axis)
  guard tensors.contains(where: \.isRecording) else { return y }
  let whole: [any TensorIndex] = (0..<axis).map { _ in WholeAxis() }
  return try record(
    "stacked", y,
    tensors.enumerated().map { position, tensor in
      .gradient(to: tensor) { dy in try dy.subscripted(whole + [position]) }
    })
}

extension Tensor {
  /// Cuts the tensor into parts of equal size.
  ///
  /// ```swift
  /// Tensor([1, 2, 3, 4, 5, 6]).split(into: 3)[1].elements  // [3.0, 4.0]
  /// ```
  ///
  /// - Parameters:
  ///   - parts: How many parts; the axis's size is a multiple of it.
  ///   - axis: The axis to cut; a negative one counts from the end.
  /// - Returns: The parts, from the first to the last.
  /// - Source: NumPy's `split`.
  package func split(into parts: Int, axis: Int = 0) throws -> [Tensor] {
    let axis = try resolvedAxis(axis, of: shape)
    guard parts > 0 && shape[axis] % parts == 0 else {
      throw TensorError(
        "split cannot cut axis \(axis) with \(counted(shape[axis], "element")) into \(counted(parts, "equal part"))")
    }
    // Empty parts have no element to stop at, and there could be a great many.
    guard parts <= Swift.max(shape[axis], 1) else {
      throw TensorError("split cannot cut axis \(axis), which has no elements, into \(parts) parts")
    }
    return try split(sizes: Array(repeating: shape[axis] / parts, count: parts), axis: axis)
  }

  /// Cuts the tensor into parts of given sizes.
  ///
  /// ```swift
  /// Tensor([1, 2, 3, 4, 5, 6]).split(sizes: [1, 5])[1].elements  // [2.0, 3.0, 4.0, 5.0, 6.0]
  /// ```
  ///
  /// - Parameters:
  ///   - sizes: The sizes of the parts on the axis, as many elements together as it has.
  ///   - axis: The axis to cut; a negative one counts from the end.
  /// - Returns: The parts, from the first to the last.
  /// - Source: PyTorch's `split`.
  package func split(sizes: [Int], axis: Int = 0) throws -> [Tensor] {
    let axis = try resolvedAxis(axis, of: shape)
    var rest = shape[axis]
    for size in sizes where rest >= 0 { rest = size < 0 || size > rest ? -1 : rest - size }
    guard rest == 0 else {
      throw TensorError(
        "split needs sizes that add up to the \(counted(shape[axis], "element")) of axis \(axis), and got \(sizes)")
    }
    let whole: [any TensorIndex] = (0..<axis).map { _ in WholeAxis() }
    var start = 0
    return try sizes.map { size in
      defer { start += size }
      return try subscripted(whole + [start..<start + size])
    }
  }
}
