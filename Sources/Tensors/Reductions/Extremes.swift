/// The largest and smallest elements, and where they are.

// MARK: - Over all elements

extension Tensor {
  /// Finds the largest element.
  ///
  /// ```swift
  /// Tensor([[1, 7], [3, -9]]).max().item()  // 7.0
  /// ```
  ///
  /// - Returns: A tensor of shape `[]`. The gradient goes to the largest element, in equal parts where there are several.
  package func max() throws -> Tensor {
    try max(axes: Array(shape.indices))
  }

  /// Finds the smallest element.
  ///
  /// ```swift
  /// Tensor([[1, 7], [3, -9]]).min().item()  // -9.0
  /// ```
  ///
  /// - Returns: A tensor of shape `[]`. The gradient goes to the smallest element, in equal parts where there are several.
  package func min() throws -> Tensor {
    try min(axes: Array(shape.indices))
  }
}

// MARK: - Over some axes

extension Tensor {
  /// Finds the largest elements along some axes.
  ///
  /// ```swift
  /// Tensor([[1, 7, 3], [4, 5, 6]]).max(axes: [1]).elements  // [7.0, 6.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to search along; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`; `nan` where one of the elements is `nan`.
  package func max(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    try extreme("max", axes, keepDimensions) { $0 > $1 }
  }

  /// Finds the smallest elements along some axes.
  ///
  /// ```swift
  /// Tensor([[1, 7, 3], [4, 5, 6]]).min(axes: [1]).elements  // [1.0, 4.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to search along; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`; `nan` where one of the elements is `nan`.
  package func min(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    try extreme("min", axes, keepDimensions) { $0 < $1 }
  }

  /// The element of each group that `isBetter` than all others.
  @inline(__always)
  private func extreme(
    _ function: String, _ axes: [Int], _ keepDimensions: Bool, _ isBetter: (Double, Double) -> Bool
  ) throws -> Tensor {
    try requireNumbers(for: function)
    let reduction = try Reduction(of: shape, axes: axes)
    guard reduction.reducedCount > 0 || reduction.keptCount == 0 else {
      throw TensorError("\(function) needs at least one element, and this tensor has shape \(shape)")
    }
    let best = try Tensor.computed(reduction.keptShape, from: self, as: Double.self) { y, x in
      var isFirst = [Bool](repeating: true, count: reduction.keptCount)
      try reduction.forEachRow { start, target, step, count in
        for i in 0..<count {
          let (candidate, place) = (x[start + i], target + i * step)
          if isFirst[place] || isBetter(candidate, y[place]) || candidate.isNaN { y[place] = candidate }
          isFirst[place] = false
        }
      }
    }.converted(to: kind)
    let y = try best.withShape(reduction.shape(keepDimensions))
    if !isRecording { return y }
    let x = self.detached()
    return try record(
      function, y,
      .gradient(to: self) { dy in
        let isBest = try x.combined(function, with: best) { $0 == $1 ? 1 : 0 }
        let winners = try isBest.sum(axes: axes, keepDimensions: true)
        return try isBest.divided(by: winners).multiplied(by: dy.reshaped(reduction.keptShape))
      })
  }

  /// Finds where the largest elements along an axis are.
  ///
  /// ```swift
  /// Tensor([[1, 7, 3], [4, 5, 6]]).argmax(axis: 1).elements  // [1.0, 2.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axis: The axis to search along; a negative one counts from the end.
  ///   - keepDimensions: Keeps the axis with size 1.
  /// - Returns: The shape without `axis`, with indices as whole numbers of `float64`. The first of several largest
  ///   elements counts, and `nan` counts as larger than all numbers. Indices have no gradient.
  package func argmax(axis: Int, keepDimensions: Bool = false) throws -> Tensor {
    try placeOfBest("argmax", axis, keepDimensions) { $0 > $1 }
  }

  /// Finds where the smallest elements along an axis are.
  ///
  /// ```swift
  /// Tensor([[4, 7, 3], [4, 5, 6]]).argmin(axis: 1).elements  // [2.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axis: The axis to search along; a negative one counts from the end.
  ///   - keepDimensions: Keeps the axis with size 1.
  /// - Returns: The shape without `axis`, with indices as whole numbers of `float64`. The first of several smallest
  ///   elements counts, and `nan` counts as smaller than all numbers. Indices have no gradient.
  package func argmin(axis: Int, keepDimensions: Bool = false) throws -> Tensor {
    try placeOfBest("argmin", axis, keepDimensions) { $0 < $1 }
  }

  @inline(__always)
  private func placeOfBest(
    _ function: String, _ axis: Int, _ keepDimensions: Bool, _ isBetter: (Double, Double) -> Bool
  ) throws -> Tensor {
    try requireNumbers(for: function)
    let layout = try AxisLayout(shape, axis: axis)
    let reduction = try Reduction(of: shape, axes: [axis])
    guard layout.size > 0 else {
      throw TensorError(
        "\(function) needs at least one element on axis \(layout.axis), and this tensor has shape \(shape)")
    }
    return try .computed(reduction.shape(keepDimensions), from: self, as: Double.self) { y, x in
      var work = 0
      for position in 0..<count / layout.size {
        let start = position / layout.inner * layout.inner * layout.size + position % layout.inner
        var best = 0
        for first in stride(from: 0, to: layout.size, by: Interruption.blockSize) {
          let end = Swift.min(first + Interruption.blockSize, layout.size)
          try Interruption.poll(afterWork: &work, of: 8 * (end - first))
          for i in first..<end {
            let (candidate, champion) = (x[start + i * layout.inner], x[start + best * layout.inner])
            if isBetter(candidate, champion) || (candidate.isNaN && !champion.isNaN) { best = i }
          }
        }
        y[position] = Double(best)
      }
    }
  }
}
