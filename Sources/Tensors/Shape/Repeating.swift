/// Elements turned, moved and repeated.
extension Tensor {
  /// Turns rows and columns (the last two axes) by 90 degrees, against the clock.
  ///
  /// ```
  /// y[i, j] = x[j, columns − 1 − i]   for one turn
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).rotated90().elements  // [3.0, 6.0, 2.0, 5.0, 1.0, 4.0]
  /// ```
  ///
  /// - Parameter times: How many turns; negative ones go with the clock.
  /// - Returns: A tensor of shape `[…, columns, rows]`, or of the same shape for an even number of turns.
  /// - Source: NumPy's `rot90`, for the last two axes.
  package func rotated90(times: Int = 1) throws -> Tensor {
    guard rank >= 2 else { throw TensorError("rotated90 needs rows and columns, and this tensor has shape \(shape)") }
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let turns = ((times % 4) + 4) % 4
    let isOdd = turns % 2 == 1
    let outer = Array(shape[..<(rank - 2)])
    let target = outer + (isOdd ? [columns, rows] : [rows, columns])
    let places = try Places(count) { list in
      var work = 0
      var next = 0
      for image in 0..<outer.reduce(1, *) where count > 0 {
        for i in 0..<target[rank - 2] {
          for j in 0..<target[rank - 1] {
            let (row, column) =
              switch turns {
              case 1: (j, columns - 1 - i)
              case 2: (rows - 1 - i, columns - 1 - j)
              case 3: (rows - 1 - j, i)
              default: (i, j)
              }
            list[next] = (image * rows + row) * columns + column
            next += 1
          }
          try Interruption.poll(afterWork: &work, of: 8 * target[rank - 1])
        }
      }
    }
    return try picked("rotated90", places, shape: target)
  }

  /// Moves all elements along an axis; what falls off at the end comes in again at the start.
  ///
  /// ```
  /// y[i] = x[(i − shift) mod n]
  /// ```
  ///
  /// ```swift
  /// Tensor([1, 2, 3, 4]).rolled(by: 1, axis: 0).elements  // [4.0, 1.0, 2.0, 3.0]
  /// ```
  ///
  /// - Parameters:
  ///   - shift: How far; backwards if it is negative.
  ///   - axis: The axis to move along; a negative one counts from the end.
  /// - Returns: A tensor of the same shape.
  /// - Source: NumPy's `roll`.
  package func rolled(by shift: Int, axis: Int) throws -> Tensor {
    let size = try AxisLayout(shape, axis: axis).size
    let first = size == 0 ? 0 : (size - (shift % size + size) % size) % size
    return try picked("rolled", along: axis, Array(first..<size) + Array(0..<first))
  }

  /// Repeats each element (or row, or whatever stands at one place of the axis) several times.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).repeated(2, axis: 1).elements  // [1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0]
  /// ```
  ///
  /// - Parameters:
  ///   - times: How often each one stands in the result.
  ///   - axis: The axis to repeat along; a negative one counts from the end.
  /// - Returns: A tensor that is `times` as long on the axis. An element collects the gradient of its repetitions.
  /// - Source: NumPy's `repeat`.
  package func repeated(_ times: Int, axis: Int) throws -> Tensor {
    let layout = try AxisLayout(shape, axis: axis)
    guard times >= 0 else { throw TensorError("repeated needs 0 times or more, and got \(times)") }
    var expanded = shape
    expanded.insert(1, at: layout.axis + 1)
    var wide = expanded
    wide[layout.axis + 1] = times
    var target = shape
    target[layout.axis] = try Tensor.count(of: [layout.size, times])
    let y = try withShape(expanded).broadcast(to: wide).withShape(target)
    if !isRecording { return y }
    let source = shape
    return try record(
      "repeated", y, .gradient(to: self) { dy in try dy.reshaped(wide).summed(to: expanded).reshaped(source) })
  }

  /// Lays copies of the tensor side by side.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).tiled([1, 2]).elements  // [1.0, 2.0, 1.0, 2.0, 3.0, 4.0, 3.0, 4.0]
  /// ```
  ///
  /// - Parameter counts: How many copies on each axis. With more counts than axes, the tensor gets axes of size 1 in
  ///   front; with fewer, they are for the last axes.
  /// - Returns: A tensor that is `counts` times as long on each axis. An element collects the gradient of its copies.
  /// - Source: NumPy's `tile`.
  package func tiled(_ counts: [Int]) throws -> Tensor {
    guard counts.allSatisfy({ $0 >= 0 }) else {
      throw TensorError("tiled needs 0 copies or more on each axis, and got \(counts)")
    }
    let axes = Swift.max(rank, counts.count)
    let sizes = Array(repeating: 1, count: axes - rank) + shape
    let copies = Array(repeating: 1, count: axes - counts.count) + counts
    // Each axis becomes two: the copies, and what is copied.
    let expanded = sizes.flatMap { [1, $0] }
    let wide = zip(copies, sizes).flatMap { [$0, $1] }
    guard wide.count <= 32 else {
      throw TensorError("tiled takes tensors of at most 16 axes, and this one would have \(axes)")
    }
    _ = try Tensor.count(of: wide)
    let target = zip(copies, sizes).map { $0 * $1 }
    let y = try withShape(expanded).broadcast(to: wide).withShape(target)
    if !isRecording { return y }
    let source = shape
    return try record(
      "tiled", y, .gradient(to: self) { dy in try dy.reshaped(wide).summed(to: expanded).reshaped(source) })
  }
}
