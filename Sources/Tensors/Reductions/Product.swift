extension Tensor {
  /// Multiplies all elements with one another.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).product().item()  // 24.0
  /// ```
  ///
  /// - Returns: A tensor of shape `[]`; 1 if there are no elements.
  package func product() throws -> Tensor {
    try product(axes: Array(shape.indices))
  }

  /// Multiplies the elements along some axes with one another.
  ///
  /// ```
  /// y[i] = Π j  x[i, j]        dx[i, j] = dy[i] · Π k≠j  x[i, k]
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).product(axes: [1]).elements  // [6.0, 120.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to multiply along; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  /// - Returns: The shape without `axes`. Zeros are no trouble for the gradient: nothing is divided.
  package func product(axes: [Int], keepDimensions: Bool = false) throws -> Tensor {
    try requireNumbers(for: "product")
    let reduction = try Reduction(of: shape, axes: axes)
    let y = try multiplied(reduction).withShape(reduction.shape(keepDimensions))
    if !isRecording { return y }
    let x = self
    return try record(
      "product", y,
      .gradient(to: self) { dy in
        try dy.reshaped(reduction.keptShape).multiplied(by: x.productOfOthers(axes: reduction.reducedAxes))
      })
  }

  private func multiplied(_ reduction: Reduction) throws -> Tensor {
    try withElements(as: Double.self) { x in
      try Tensor.computed(reduction.keptShape, as: Double.self) { y in
        for i in 0..<reduction.keptCount { y[i] = 1 }
        try reduction.forEachRow { start, target, step, count in
          for i in 0..<count { y[target + i * step] *= x[start + i] }
        }
      }
    }.converted(to: kind)
  }

  /// For each element the product of all others of its group: of those before it, and of those behind it.
  private func productOfOthers(axes: [Int]) throws -> Tensor {
    let kept = shape.indices.filter { !axes.contains($0) }
    let order = kept + axes
    let arranged = try permuted(order)
    let groups = try arranged.reshaped([kept.reduce(1) { $0 * shape[$1] }, axes.reduce(1) { $0 * shape[$1] }])
    let n = groups.shape[1]
    let one = try Tensor.ones([groups.shape[0]]).converted(to: kind)
    let columns = try (0..<n).map { (column: Int) in try groups.subscripted([WholeAxis(), column]) }
    var before = [one]
    var behind = [one]
    for i in 0..<Swift.max(n - 1, 0) {
      before.append(try before[i].multiplied(by: columns[i]))
      behind.append(try behind[i].multiplied(by: columns[n - 1 - i]))
    }
    let others = try (0..<n).map { try before[$0].multiplied(by: behind[n - 1 - $0]) }
    var inverse = order
    for (to, from) in order.enumerated() { inverse[from] = to }
    return try stacked(others, axis: 1).reshaped(arranged.shape).permuted(inverse)
  }
}
