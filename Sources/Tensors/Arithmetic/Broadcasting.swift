/// Tensors of different shapes meet as in NumPy: shapes are lined up at their last axis, and an axis of size 1 (or one
/// that is missing in front) is repeated as often as the other tensor needs it.

/// The shape that both shapes broadcast to.
package func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int] {
  if a == b || (b.count <= a.count && isOnlyRepeated(b, to: a)) { return a }
  if a.count <= b.count && isOnlyRepeated(a, to: b) { return b }
  let rank = max(a.count, b.count)
  return try (0..<rank).map { axis in
    let left = axis - (rank - a.count)
    let right = axis - (rank - b.count)
    let m = left < 0 ? 1 : a[left]
    let n = right < 0 ? 1 : b[right]
    guard m == n || m == 1 || n == 1 else {
      throw TensorError("shapes \(a) and \(b) do not fit together: sizes \(m) and \(n) meet on axis \(axis)")
    }
    return m == 1 ? n : m
  }
}

/// A tensor of `shape` needs nothing but repetition to meet one of `target`: the common shape is `target`.
private func isOnlyRepeated(_ shape: [Int], to target: [Int]) -> Bool {
  let missing = target.count - shape.count
  for axis in shape.indices where shape[axis] != 1 && shape[axis] != target[missing + axis] { return false }
  return true
}

/// The strides with which a tensor of `shape` is read as one of the larger shape: 0 on repeated axes.
package func broadcastStrides(_ shape: [Int], to target: [Int]) -> [Int] {
  var strides = target
  let missing = target.count - shape.count
  var stride = 1
  for axis in target.indices.reversed() {
    let size = axis < missing ? 1 : shape[axis - missing]
    strides[axis] = size == 1 ? 0 : stride
    stride *= size
  }
  return strides
}

extension Tensor {
  /// The tensor, repeated to `target`. The gradient of an element is the sum over its repetitions.
  package func broadcast(to target: [Int]) throws -> Tensor {
    if target == shape { return self }
    guard try broadcastShape(shape, target) == target else {
      throw TensorError("a tensor of shape \(shape) does not fit into the shape \(target)")
    }
    let shape = shape
    let y = try repeated(to: target, type: kind.type)
    return try record("broadcast", y, .gradient(to: self) { dy in try dy.summed(to: shape) })
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func repeated<Element: TensorElement>(to target: [Int], type: Element.Type) throws -> Tensor {
    let strides = broadcastStrides(shape, to: target)
    let step = strides.last ?? 0
    return try .computed(target, from: self, as: Element.self) { y, x in
      try forEachRow(of: target, strides) { row, start, count in
        for i in 0..<count { y[row + i] = x[start + i * step] }
      }
    }
  }

  /// The opposite of broadcasting: sums over all axes along which a tensor of shape `target` was repeated.
  package func summed(to target: [Int]) throws -> Tensor {
    if target == shape { return self }
    let missing = rank - target.count
    let repeated = (0..<rank).filter { axis in
      axis < missing || (target[axis - missing] == 1 && shape[axis] != 1)
    }
    return try sum(axes: repeated, keepDimensions: true).reshaped(target)
  }
}
