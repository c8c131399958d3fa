/// Sums, means and extremes: many elements become one.

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
    try sum(axes: Array(shape.indices))
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
  ///   - axes: The axes to add up.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`.
  package func sum(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    let reduction = try Reduction(of: shape, axes: axes)
    let y = try summed(reduction, type: kind.type).withShape(reduction.shape(keepDimensions))
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
  ///   - axes: The axes to average over.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`.
  package func mean(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    let reduction = try Reduction(of: shape, axes: axes)
    return try sum(axes: axes, keepDimensions: keepDimensions).divided(by: Double(reduction.reducedCount))
  }

  /// Finds the largest elements along some axes.
  ///
  /// ```swift
  /// Tensor([[1, 7, 3], [4, 5, 6]]).max(axes: [1]).elements  // [7.0, 6.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to search along.
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
  ///   - axes: The axes to search along.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`; `nan` where one of the elements is `nan`.
  package func min(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    try extreme("min", axes, keepDimensions) { $0 < $1 }
  }

  /// Finds where the largest elements along an axis are.
  ///
  /// ```swift
  /// Tensor([[1, 7, 3], [4, 5, 6]]).argmax(axis: 1).elements  // [1.0, 2.0]
  /// ```
  ///
  /// - Parameter axis: The axis to search along.
  /// - Returns: The shape without `axis`, with indices as whole numbers. The first of several largest elements counts.
  package func argmax(axis: Int) throws -> Tensor {
    try requireNumbers(for: "argmax")
    let reduction = try Reduction(of: shape, axes: [axis])
    guard reduction.reducedCount > 0 else { throw TensorError("argmax needs at least one element on axis \(axis)") }
    let inner = reduction.inputShape.dropFirst(axis + 1).reduce(1, *)
    let size = shape[axis]
    return try .computed(reduction.shape(false), from: self, as: Double.self) { y, x in
      var work = 0
      for position in 0..<count / size {
        let start = position / inner * inner * size + position % inner
        var best = 0
        for first in stride(from: 0, to: size, by: Interruption.blockSize) {
          let end = Swift.min(first + Interruption.blockSize, size)
          try Interruption.poll(afterWork: &work, of: 8 * (end - first))
          for i in first..<end {
            let (candidate, champion) = (x[start + i * inner], x[start + best * inner])
            if candidate > champion || (candidate.isNaN && !champion.isNaN) { best = i }
          }
        }
        y[position] = Double(best)
      }
    }
  }

  @specialized(where Element == Double)
  @specialized(where Element == Float)
  private func summed<Element: TensorElement>(_ reduction: Reduction, type: Element.Type) throws -> Tensor {
    try .computed(reduction.keptShape, from: self, as: Element.self) { y, x in
      try reduction.forEachRow { start, target, step, count in
        if step == 0 {
          // A sum of its own for each row: adding small numbers to a large sum would lose digits.
          var sum: Element = 0
          for i in start..<start + count { sum += x[i] }
          y[target] += sum
        } else {
          for i in 0..<count { y[target + i] += x[start + i] }
        }
      }
    }
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

  /// The same elements under another shape of as many elements. Not recorded.
  func withShape(_ shape: [Int]) throws -> Tensor {
    Tensor(storage: storage, shape: shape)
  }
}

/// Which elements of a shape are taken together when some of its axes are reduced.
struct Reduction {
  let inputShape: [Int]
  private let isReduced: [Bool]

  init(of shape: [Int], axes: [Int]) throws {
    inputShape = shape
    var isReduced = shape.map { _ in false }
    for axis in axes {
      try requireAxis(axis, of: shape)
      guard !isReduced[axis] else { throw TensorError("axis \(axis) is named twice in \(axes)") }
      isReduced[axis] = true
    }
    self.isReduced = isReduced
  }

  /// The result's shape with reduced axes as size 1.
  var keptShape: [Int] { inputShape.indices.map { isReduced[$0] ? 1 : inputShape[$0] } }

  func shape(_ keepDimensions: Bool) -> [Int] {
    keepDimensions ? keptShape : inputShape.indices.filter { !isReduced[$0] }.map { inputShape[$0] }
  }

  /// How many elements become one.
  var reducedCount: Int { inputShape.indices.filter { isReduced[$0] }.reduce(1) { $0 * inputShape[$1] } }

  var keptCount: Int { keptShape.reduce(1, *) }

  /// Calls `body` for each row of the input, or for pieces of it if it is long: its first element, the element of the result that this one goes to, and
  /// the step in the result from one element of the row to the next (0 or 1).
  func forEachRow(_ body: (_ start: Int, _ target: Int, _ step: Int, _ count: Int) -> Void) throws {
    let strides = broadcastStrides(keptShape, to: inputShape)
    let step = strides.last ?? 0
    try Tensors::forEachRow(of: inputShape, rowMajorStrides(inputShape), strides) { _, start, target, count in
      body(start, target, step, count)
    }
  }
}

/// Throws unless `axis` is one of the shape's.
package func requireAxis(_ axis: Int, of shape: [Int]) throws {
  guard shape.indices.contains(axis) else {
    let known = shape.isEmpty ? "no axes" : "\(counted(shape.count, "axis")) (0 to \(shape.count - 1))"
    throw TensorError("axis \(axis) is out of range: this tensor has \(known)")
  }
}
