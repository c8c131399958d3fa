import Tensors

extension Tensor {
  /// Takes one element for each index, along an axis.
  ///
  /// ```
  /// y[i, j] = x[indices[i, j], j]   along axis 0
  /// y[i, j] = x[i, indices[i, j]]   along axis 1        dx[i, indices[i, j]] += dy[i, j]
  /// ```
  ///
  /// ```swift
  /// let scores = Tensor([[1, 2, 3], [4, 5, 6]])
  /// scores.gathered(Tensor([[2], [0]]), axis: 1).elements  // [3.0, 4.0]
  /// ```
  ///
  /// - Parameters:
  ///   - indices: Whole numbers, with as many axes as this tensor, and sizes that are not larger than its on the others.
  ///   - axis: The axis that the indices count along; a negative one counts from the end.
  /// - Returns: A tensor of the shape of `indices`. An element that is taken several times collects all gradients.
  /// - Source: PyTorch's `gather`.
  package func gathered(_ indices: Tensor, axis: Int) throws -> Tensor {
    let places = try indexedPlaces("gathered", indices, axis: axis, of: shape)
    return try picked("gathered", places, shape: indices.shape)
  }

  /// Takes whole rows (or whatever stands at one place of an axis), one for each index.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4], [5, 6]]).taken([2, 0], axis: 0).elements  // [5.0, 6.0, 1.0, 2.0]
  /// ```
  ///
  /// - Parameters:
  ///   - indices: Places on the axis, in any order and as often as you like.
  ///   - axis: The axis that they count along; a negative one counts from the end.
  /// - Returns: A tensor with `indices.count` places on the axis. What is taken several times collects all gradients.
  /// - Source: NumPy's `take`.
  package func taken(_ indices: [Int], axis: Int = 0) throws -> Tensor {
    let layout = try AxisLayout(shape, axis: axis)
    for index in indices {
      guard index >= 0 && index < layout.size else {
        throw TensorError("taken got the index \(index), and axis \(layout.axis) has \(range(layout.size))")
      }
    }
    return try picked("taken", along: layout.axis, indices)
  }

  /// Takes whole rows (or whatever stands at one place of an axis), one for each element of a tensor of indices.
  ///
  /// ```swift
  /// let table = Tensor([[1, 2], [3, 4], [5, 6]])
  /// table.taken(Tensor([[2, 0]]), axis: 0).shape  // [1, 2, 2]
  /// ```
  ///
  /// - Parameters:
  ///   - indices: Whole numbers: places on the axis.
  ///   - axis: The axis that they count along; a negative one counts from the end.
  /// - Returns: A tensor with the axes of `indices` in the place of `axis`.
  package func taken(_ indices: Tensor, axis: Int = 0) throws -> Tensor {
    let axis = try resolvedAxis(axis, of: shape)
    let y = try detached().taken(indices.wholeNumbers("taken"), axis: axis)
    let target = Array(shape[..<axis]) + indices.shape + shape[(axis + 1)...]
    let result = try y.reshaped(target)
    if !isRecording { return result }
    let numbers = try indices.wholeNumbers("taken")
    let source = shape
    return try record(
      "taken", result,
      .gradient(to: self) { dy in
        let rows = try dy.reshaped(Array(source[..<axis]) + [numbers.count] + source[(axis + 1)...])
        return try rows.addedRows(at: numbers, axis: axis, size: source[axis])
      })
  }

  /// Adds values to the elements that indices name, along an axis.
  ///
  /// ```
  /// y = x,  then  y[i, indices[i, j]] += values[i, j]   along axis 1
  /// ```
  ///
  /// ```swift
  /// let counts = Tensor([0, 0, 0])
  /// counts.scatterAdded(Tensor([2, 0, 2]), values: Tensor([1, 10, 100]), axis: 0).elements  // [10.0, 0.0, 101.0]
  /// ```
  ///
  /// - Parameters:
  ///   - indices: Whole numbers, with as many axes as this tensor, and sizes that are not larger than its on the others.
  ///   - values: What to add, of the shape of `indices`. Values that meet add up.
  ///   - axis: The axis that the indices count along; a negative one counts from the end.
  /// - Returns: A tensor of this shape. The gradient of the values is gathered from where they went.
  /// - Source: PyTorch's `scatter_add`.
  package func scatterAdded(_ indices: Tensor, values: Tensor, axis: Int) throws -> Tensor {
    guard indices.shape == values.shape else {
      throw TensorError(
        "scatterAdded needs a value for each index, and got indices of shape \(indices.shape) and values of \(values.shape)"
      )
    }
    let places = try indexedPlaces("scatterAdded", indices, axis: axis, of: shape)
    let y = try detached().adding(values.detached().placed("scatterAdded", places, shape: shape))
    if !isRecording && !values.isRecording { return y }
    let shape = indices.shape
    return try record(
      "scatterAdded", y, .passedOn(to: self),
      .gradient(to: values) { dy in try dy.picked("scatterAdded", places, shape: shape) })
  }

  /// The opposite of taking rows: adds each row to the place that it came from.
  private func addedRows(at numbers: [Int], axis: Int, size: Int) throws -> Tensor {
    var target = shape
    target[axis] = size
    let zeros = try Tensor(zeros: target, kind: kind)
    let positions = try zeros.rowPositions(numbers, axis: axis)
    return try placed("taken", positions, shape: target)
  }

  private func rowPositions(_ numbers: [Int], axis: Int) throws -> Places {
    let layout = try AxisLayout(shape, axis: axis)
    return try Places(layout.outer * numbers.count * layout.inner) { list in
      var next = 0
      for outer in 0..<layout.outer {
        for number in numbers {
          for inner in 0..<layout.inner {
            list[next] = layout.position(outer: outer, place: number, inner: inner)
            next += 1
          }
        }
      }
    }
  }

  /// The elements as indices.
  package func wholeNumbers(_ function: String) throws -> [Int] {
    try requireNumbers(for: function)
    return try elements.map { number in
      guard let index = Int(exactly: number) else {
        throw TensorError("\(function) needs whole numbers as indices, and got \(number)")
      }
      return index
    }
  }
}

private func range(_ size: Int) -> String {
  size == 0 ? "no elements" : "\(counted(size, "element")) (0 to \(size - 1))"
}

/// For each index the position of the element of a tensor of `shape` that it names along an axis.
private func indexedPlaces(_ function: String, _ indices: Tensor, axis: Int, of shape: [Int]) throws -> Places {
  let axis = try resolvedAxis(axis, of: shape)
  guard indices.rank == shape.count,
    shape.indices.allSatisfy({ $0 == axis || indices.shape[$0] <= shape[$0] })
  else {
    throw TensorError(
      "\(function) along axis \(axis) needs indices that fit into shape \(shape) on the other axes, and got shape "
        + "\(indices.shape)")
  }
  let numbers = try indices.wholeNumbers(function)
  let strides = rowMajorStrides(shape)
  let inner = indices.shape
  let innerStrides = rowMajorStrides(inner)
  return try Places(numbers.count) { list in
    var work = 0
    for (position, number) in numbers.enumerated() {
      guard number >= 0 && number < shape[axis] else {
        throw TensorError("\(function) got the index \(number), and axis \(axis) has \(range(shape[axis]))")
      }
      list[position] = shape.indices.reduce(0) { sum, axisOfPlace in
        let place = position / innerStrides[axisOfPlace] % inner[axisOfPlace]
        return sum + (axisOfPlace == axis ? number : place) * strides[axisOfPlace]
      }
      try Interruption.poll(afterWork: &work, of: 30 * shape.count)
    }
  }
}
