/// How far elements are spread around their mean.

// MARK: - Over all elements

extension Tensor {
  /// Takes the variance of all elements.
  ///
  /// ```
  /// y = Σ i  (x[i] − mean)² / (count − correction)
  /// ```
  ///
  /// ```swift
  /// Tensor([1, 2, 6]).variance().item()  // 7.0
  /// Tensor([1, 2, 6]).variance(correction: 0).item()  // 4.666666666666667
  /// ```
  ///
  /// - Parameter correction: 1 for an estimate from samples (PyTorch's default), 0 for the mean square of the deviations,
  ///   as in batch normalization.
  /// - Returns: A tensor of shape `[]`.
  package func variance(correction: Int = 1) throws -> Tensor {
    try variance(axes: Array(shape.indices), correction: correction)
  }

  /// Takes the standard deviation of all elements, the root of the variance.
  ///
  /// ```swift
  /// Tensor([1, 2, 9, 4]).standardDeviation().item()  // 3.559026084010437
  /// ```
  ///
  /// - Parameter correction: 1 for an estimate from samples (PyTorch's default), 0 for the mean square of the deviations.
  /// - Returns: A tensor of shape `[]`.
  package func standardDeviation(correction: Int = 1) throws -> Tensor {
    try standardDeviation(axes: Array(shape.indices), correction: correction)
  }
}

// MARK: - Over some axes

extension Tensor {
  /// Takes the variance along some axes.
  ///
  /// ```
  /// y[i] = Σ j  (x[i, j] − mean[i])² / (n − correction)        dx[i, j] = dy[i] · 2 (x[i, j] − mean[i]) / (n − correction)
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2, 6], [4, 4, 4]]).variance(axes: [1]).elements  // [7.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to take together, n elements for each result; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  ///   - correction: 1 for an estimate from samples (PyTorch's default), 0 for the mean square of the deviations, as in
  ///     batch normalization.
  /// - Returns: The shape without `axes`.
  package func variance(axes: [Int], keepDimensions: Bool = false, correction: Int = 1) throws -> Tensor {
    let reduction = try Reduction(of: shape, axes: axes)
    let divisor = try divisor("variance", reduction, correction)
    let y = try squaredDeviations(reduction).divided(by: divisor).withShape(reduction.shape(keepDimensions))
    if !isRecording { return y }
    let x = self
    return try record(
      "variance", y,
      .gradient(to: self) { dy in
        let deviation = try x.subtracting(x.mean(axes: axes, keepDimensions: true))
        return try deviation.multiplied(by: dy.reshaped(reduction.keptShape).multiplied(by: 2 / divisor))
      })
  }

  /// Takes the standard deviation along some axes, the root of the variance.
  ///
  /// ```
  /// y[i] = √ (Σ j  (x[i, j] − mean[i])² / (n − correction))        dx[i, j] = dy[i] · (x[i, j] − mean[i]) / ((n − correction) · y[i])
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 3], [4, 4]]).standardDeviation(axes: [1], correction: 0).elements  // [1.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axes: The axes to take together, n elements for each result; negative ones count from the end.
  ///   - keepDimensions: Keeps the axes with size 1, so that the result broadcasts with the tensor.
  ///   - correction: 1 for an estimate from samples (PyTorch's default), 0 for the mean square of the deviations.
  /// - Returns: The shape without `axes`. The gradient of a deviation of 0 is 0, as in PyTorch: the root has none there.
  package func standardDeviation(axes: [Int], keepDimensions: Bool = false, correction: Int = 1) throws -> Tensor {
    let reduction = try Reduction(of: shape, axes: axes)
    let divisor = try divisor("standardDeviation", reduction, correction)
    let y = try squaredDeviations(reduction).divided(by: divisor).mapped("standardDeviation") { $0.squareRoot() }
      .withShape(reduction.shape(keepDimensions))
    if !isRecording { return y }
    let x = self
    return try record(
      "standardDeviation", y,
      .gradient(to: self) { dy, y in
        let isZero = try y.detached().mapped("standardDeviation") { $0 == 0 ? 1 : 0 }
        // 0 / 1 where the deviation is 0.
        let share = try dy.multiplied(by: isZero.subtracted(from: 1)).divided(
          by: y.adding(isZero).multiplied(by: divisor))
        let deviation = try x.subtracting(x.mean(axes: axes, keepDimensions: true))
        return try deviation.multiplied(by: share.reshaped(reduction.keptShape))
      })
  }

  private func divisor(_ function: String, _ reduction: Reduction, _ correction: Int) throws -> Double {
    try requireNumbers(for: function)
    guard correction == 0 || correction == 1 else {
      throw TensorError("\(function) takes a correction of 0 or 1, and got \(correction)")
    }
    guard reduction.reducedCount > correction || reduction.keptCount == 0 else {
      throw TensorError(
        "\(function) with correction \(correction) needs at least \(counted(correction + 1, "element")) for each result, "
          + "and has \(reduction.reducedCount) in shape \(shape)")
    }
    return Double(reduction.reducedCount - correction)
  }

  /// `Σ (x − mean)²`, in double precision throughout; the result has this tensor's kind, and its axes as size 1.
  private func squaredDeviations(_ reduction: Reduction) throws -> Tensor {
    try withElements(as: Double.self) { x in
      try Tensor.computed(reduction.keptShape, as: Double.self) { y in
        var mean = [Double](repeating: 0, count: reduction.keptCount)
        try reduction.forEachRow { start, target, step, count in
          for i in 0..<count { mean[target + i * step] += x[start + i] }
        }
        let n = Double(reduction.reducedCount)
        for i in mean.indices { mean[i] /= n }
        try reduction.forEachRow { start, target, step, count in
          for i in 0..<count {
            let place = target + i * step
            let deviation = x[start + i] - mean[place]
            y[place] += deviation * deviation
          }
        }
      }
    }.converted(to: kind)
  }
}
