/// What stands around a tensor after `padded`.
///
/// ```swift
/// Tensor([1, 2, 3]).padded([[2, 1]], mode: .edge).elements     // [1.0, 1.0, 1.0, 2.0, 3.0, 3.0]
/// Tensor([1, 2, 3]).padded([[2, 1]], mode: .reflect).elements  // [3.0, 2.0, 1.0, 2.0, 3.0, 2.0]
/// ```
public enum PaddingMode: String, CustomStringConvertible, Sendable {
  /// Zeros.
  case zero
  /// The element at the edge, again and again.
  case edge
  /// The tensor as in a mirror that stands on its last element, which is not repeated.
  case reflect

  public var description: String { rawValue }
}

extension Tensor {
  /// Puts zeros around rows and columns (the last two axes).
  ///
  /// ```
  /// y[i, j] = x[i − amount, j − amount], or 0 outside of x
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2]]).padded(1).sum(axes: [0]).elements  // [0.0, 1.0, 2.0, 0.0]
  /// ```
  ///
  /// - Parameter amount: How many zeros on each side.
  /// - Returns: A tensor of shape `[…, rows + 2·amount, columns + 2·amount]`.
  package func padded(_ amount: Int) throws -> Tensor {
    guard rank >= 2 else { throw TensorError("padded needs rows and columns, and this tensor has shape \(shape)") }
    guard amount >= 0 && amount < 1 << 40 else { throw TensorError("padded needs 0 zeros or more, and got \(amount)") }
    return try padded([[amount, amount], [amount, amount]])
  }

  /// Puts elements before and behind the tensor, on each axis as many as you like.
  ///
  /// ```
  /// y[i] = x[i − before], or what `mode` says outside of x
  /// ```
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).padded([[0, 1], [2, 0]]).elements  // [0.0, 0.0, 1.0, 2.0, 0.0, 0.0, 3.0, 4.0, 0.0, 0.0, 0.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - widths: `[before, behind]` for each axis; for the last axes where there are fewer pairs than axes.
  ///   - mode: What is put there: zeros, the element at the edge, or a reflection.
  /// - Returns: A tensor that is `before + behind` longer on each axis. An element that was put there several times
  ///   collects the gradient of all of them.
  /// - Source: NumPy's `pad`.
  package func padded(_ widths: [[Int]], mode: PaddingMode = .zero) throws -> Tensor {
    let widths = try checked(widths, mode)
    let outer = zip(shape, widths).map { $0 + $1[0] + $1[1] }
    if mode == .zero {
      let inner = zip(shape, widths).map { size, width in width[0]..<width[0] + size }
      var y = try Tensor(zeros: outer, kind: kind)
      try y.setSubscripted(inner, to: detached())
      if !isRecording { return y }
      return try record("padded", y, .gradient(to: self) { dy in try dy.subscripted(inner) })
    }
    let places = try Places(Tensor.count(of: outer)) { try self.fill($0, outer, widths, mode) }
    return try picked("padded", places, shape: outer)
  }

  /// For each element of the padded tensor, the position in this one of the element that stands there.
  private func fill(
    _ list: UnsafeMutablePointer<Int>, _ outer: [Int], _ widths: [[Int]], _ mode: PaddingMode
  ) throws {
    guard let rowLength = outer.last else {
      list[0] = 0
      return
    }
    if outer.contains(0) { return }
    let strides = rowMajorStrides(shape)
    // For each place on an axis of the result: what it adds to the position in this tensor.
    let offsets = shape.indices.map { axis in
      (0..<outer[axis]).map { Tensor.source($0 - widths[axis][0], size: shape[axis], mode) * strides[axis] }
    }
    var work = 0
    for row in 0..<outer.dropLast().reduce(1, *) {
      var rest = row
      var start = 0
      for axis in (0..<outer.count - 1).reversed() {
        start += offsets[axis][rest % outer[axis]]
        rest /= outer[axis]
      }
      for (place, offset) in offsets[outer.count - 1].enumerated() { list[row * rowLength + place] = start + offset }
      try Interruption.poll(afterWork: &work, of: 4 * rowLength)
    }
  }

  /// The place that stands at `place`, which may lie outside of `0..<size`.
  private static func source(_ place: Int, size: Int, _ mode: PaddingMode) -> Int {
    switch mode {
    case .zero, .edge: Swift.min(Swift.max(place, 0), size - 1)
    case .reflect: size - 1 - (size - 1 - place.magnitudeAsInt).magnitudeAsInt
    }
  }

  /// A pair for each axis.
  private func checked(_ widths: [[Int]], _ mode: PaddingMode) throws -> [[Int]] {
    guard widths.count <= rank else {
      throw TensorError(
        "padded got \(counted(widths.count, "pair")) of widths, and this tensor has \(counted(rank, "axis"))")
    }
    let all = Array(repeating: [0, 0], count: rank - widths.count) + widths
    for (axis, width) in all.enumerated() {
      guard width.count == 2, width.allSatisfy({ $0 >= 0 && $0 < 1 << 40 }) else {
        throw TensorError("padded needs [before, behind] of 0 or more for axis \(axis), and got \(width)")
      }
      guard mode != .edge || shape[axis] > 0 || width == [0, 0] else {
        throw TensorError("padded with mode edge needs an element on axis \(axis), and it has none")
      }
      guard mode != .reflect || width.allSatisfy({ $0 < Swift.max(shape[axis], 1) }) else {
        throw TensorError(
          "padded with mode reflect puts at most \(Swift.max(shape[axis] - 1, 0)) on each side of axis \(axis) with "
            + "\(counted(shape[axis], "element")), and got \(width)")
      }
    }
    return all
  }
}

extension Int {
  fileprivate var magnitudeAsInt: Int { self < 0 ? -self : self }
}
