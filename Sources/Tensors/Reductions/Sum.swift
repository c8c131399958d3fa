/// Sums and means: many elements become one.

// MARK: - Over all elements

extension Tensor {
  /// Adds up all elements.
  ///
  /// ```
  /// y = Σ i  x[i]        dx[i] = dy
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2], [30, 4]]).sum().item()  // 37.0
  /// ```
  ///
  /// - Returns: A tensor of shape `[]`.
  package func sum() throws -> Tensor {
    guard let y = try sumOfFew() else { return try sum(axes: Array(shape.indices)) }
    let shape = shape
    return !isRecording ? y : try record("sum", y, .gradient(to: self) { dy in try dy.broadcast(to: shape) })
  }

  /// Takes the mean of all elements.
  ///
  /// ```
  /// y = Σ i  x[i] / count        dx[i] = dy / count
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 10]]).mean().item()  // 4.0
  /// ```
  ///
  /// - Returns: A tensor of shape `[]`; `nan` if there are no elements.
  package func mean() throws -> Tensor {
    try mean(axes: Array(shape.indices))
  }

}

// MARK: - Over some axes

extension Tensor {
  /// Adds up along some axes.
  ///
  /// ```
  /// y[i] = Σ j  x[i, j]        dx[i, j] = dy[i]
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).sum(axes: [0]).elements  // [5.0, 7.0, 9.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to add up; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`.
  package func sum(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    let reduction = try Reduction(of: shape, axes: axes)
    let y = try summed(reduction).withShape(reduction.shape(keepDimensions))
    if !isRecording { return y }
    return try record(
      "sum", y,
      .gradient(to: self) { dy in
        try dy.reshaped(reduction.keptShape).broadcast(to: reduction.inputShape)
      })
  }

  /// Takes the mean along some axes.
  ///
  /// ```
  /// y[i] = Σ j  x[i, j] / n        dx[i, j] = dy[i] / n
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 9]]).mean(axes: [1]).elements  // [2.0, 6.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to average over; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`.
  package func mean(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    let reduction = try Reduction(of: shape, axes: axes)
    let n = Double(reduction.reducedCount)
    let y = try summed(reduction).withShape(reduction.shape(keepDimensions)).divided(by: n)
    if !isRecording { return y }
    return try record(
      "mean", y,
      .gradient(to: self) { dy in
        try dy.divided(by: n).reshaped(reduction.keptShape).broadcast(to: reduction.inputShape)
      })
  }

  /// Sums of `float32` are taken in double precision and rounded at the end: a long sum would lose digits.
  private func summed(_ reduction: Reduction) throws -> Tensor {
    if let y = try summedByKernel(reduction) { return y }
    switch kind {
    case .float64: return try summed(reduction, Double.self, Double.self) { $0 }
    case .float32: return try summed(reduction, Float.self, Double.self) { Double($0) }.converted(to: .float32)
    case .formula: return try summed(reduction, Formula.self, Formula.self) { $0 }
    }
  }

  @inline(__always)
  private func summed<Element: TensorElement, Sum: TensorElement>(
    _ reduction: Reduction, _: Element.Type, _: Sum.Type, _ convert: (Element) -> Sum
  ) throws -> Tensor {
    try withElements(as: Element.self) { x in
      try .computed(reduction.keptShape, as: Sum.self) { y in
        try reduction.forEachRow { start, target, step, count in
          if step == 0 {
            // A sum of its own for each row: adding small numbers to a large sum would lose digits.
            var sum: Sum = 0
            for i in start..<start + count { sum += convert(x[i]) }
            y[target] += sum
          } else {
            for i in 0..<count { y[target + i] += convert(x[start + i]) }
          }
        }
      }
    }
  }

  /// The sum of a few numbers, as `summed` takes it, without anything that costs more than they do; nil for others.
  private func sumOfFew() throws -> Tensor? {
    guard count > 0, count < Self.fewElements, storage.hasRows, !isSymbolic else { return nil }
    let rowSize = shape.last ?? 1
    var sum = 0.0
    for row in stride(from: 0, to: count, by: rowSize) {
      var sumOfRow = 0.0
      for i in row..<row + rowSize { sumOfRow += number(i) }
      sum += sumOfRow
    }
    var y = Tensor(storage: try Storage(unwritten: kind, count: 1), shape: [])
    try y.setNumber(0, to: sum)
    return y
  }

  /// The same elements under another shape of as many elements. Not recorded.
  func withShape(_ shape: [Int]) throws -> Tensor {
    Tensor(storage: storage, shape: shape)
  }
}
