/// How many elements lie between neighbours on each axis: `[2, 3, 4]` gives `[12, 4, 1]`.
package func rowMajorStrides(_ shape: [Int]) -> [Int] {
  var strides = shape
  var stride = 1
  for axis in shape.indices.reversed() {
    strides[axis] = stride
    stride *= shape[axis]
  }
  return strides
}

/// Calls `body` for every row (the places of the last axis) of `shape`, in order, with the offset of its first element
/// in a tensor of the given strides.
package func forEachRowOffset(of shape: [Int], _ strides: [Int], _ body: (_ offset: Int) -> Void) {
  forEachRowOffset(of: shape, strides, strides) { offset, _ in body(offset) }
}

/// The same for two tensors that are read side by side, each with its own strides.
package func forEachRowOffset(
  of shape: [Int], _ first: [Int], _ second: [Int], _ body: (_ first: Int, _ second: Int) -> Void
) {
  if shape.contains(0) { return }
  let outerAxes = max(shape.count - 1, 0)
  var index = [Int](repeating: 0, count: outerAxes)
  var a = 0
  var b = 0
  while true {
    body(a, b)
    var axis = outerAxes - 1
    // Counts like an odometer: the last wheel turns first, and at its end moves the one before it.
    while axis >= 0 {
      index[axis] += 1
      a += first[axis]
      b += second[axis]
      if index[axis] < shape[axis] { break }
      a -= first[axis] * shape[axis]
      b -= second[axis] * shape[axis]
      index[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}
