import Tensors

extension Tensor {
  /// Adds up along an axis, and keeps every sum on the way.
  ///
  /// ```
  /// y[i] = Σ j≤i  x[j]        dx[j] = Σ i≥j  dy[i]
  /// ```
  ///
  /// ```swift
  /// Tensor([1, 20, 300]).cumulativeSum(axis: 0).elements  // [1.0, 21.0, 321.0]
  /// ```
  ///
  /// - Parameter axis: The axis to add along; a negative one counts from the end.
  /// - Returns: A tensor of the same shape.
  /// - Source: NumPy's `cumsum`.
  package func cumulativeSum(axis: Int) throws -> Tensor {
    try requireNumbers(for: "cumulativeSum")
    let layout = try AxisLayout(shape, axis: axis)
    let y = try Tensor.computed(shape, from: self, as: Double.self) { y, x in
      var work = 0
      for outer in 0..<layout.outer {
        for place in 0..<layout.size {
          for inner in 0..<layout.inner {
            let position = layout.position(outer: outer, place: place, inner: inner)
            y[position] = x[position] + (place == 0 ? 0 : y[position - layout.inner])
          }
          try Interruption.poll(afterWork: &work, of: 4 * layout.inner)
        }
      }
    }.converted(to: kind)
    if !isRecording { return y }
    return try record(
      "cumulativeSum", y,
      .gradient(to: self) { dy in
        try dy.flipped(axes: [layout.axis]).cumulativeSum(axis: layout.axis).flipped(axes: [layout.axis])
      })
  }
}
