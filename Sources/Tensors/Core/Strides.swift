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

/// Calls `body` for every row (the places of the last axis) of `shape`, in order: with its position in row-by-row order,
/// the offset of its first element in a tensor of the given strides, and how many elements it has. Long rows come in
/// pieces, and between them the loop can be interrupted.
package func forEachRow(
  of shape: [Int], _ strides: [Int], _ body: (_ position: Int, _ offset: Int, _ count: Int) -> Void
) throws {
  try forEachRow(of: shape, strides, strides) { position, offset, _, count in body(position, offset, count) }
}

/// The same for two tensors that are read side by side, each with its own strides.
package func forEachRow(
  of shape: [Int], _ first: [Int], _ second: [Int],
  _ body: (_ position: Int, _ first: Int, _ second: Int, _ count: Int) -> Void
) throws {
  if shape.contains(0) { return }
  let outerAxes = max(shape.count - 1, 0)
  let length = shape.last ?? 1
  let (firstStep, secondStep) = (first.last ?? 0, second.last ?? 0)
  // On the stack, where a small tensor's loop is over before an array would be there.
  try withUnsafeTemporaryAllocation(of: Int.self, capacity: max(outerAxes, 1)) { index in
    index.initialize(repeating: 0)
    var a = 0
    var b = 0
    var position = 0
    var work = 0
    while true {
      var start = 0
      repeat {
        let count = min(length - start, Interruption.blockSize)
        body(position, a + start * firstStep, b + start * secondStep, count)
        position += count
        start += count
        // An element takes some nanoseconds.
        try Interruption.poll(afterWork: &work, of: 8 * count)
      } while start < length
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
}
