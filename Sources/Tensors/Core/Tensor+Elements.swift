/// One element, read and written as a `Double`. These stand in the inner loops of what learners write, so they take
/// the indices as a buffer and make no arrays.
extension Tensor {
  /// The element at `indices`. Throws a sentence about the first index that does not fit.
  package func element(at indices: UnsafeBufferPointer<Int>) throws -> Double {
    let position = try position(of: indices)
    switch kind {
    case .float64: return storage.base.assumingMemoryBound(to: Double.self)[position]
    case .float32: return Double(storage.base.assumingMemoryBound(to: Float.self)[position])
    case .formula:
      let formula = storage.base.assumingMemoryBound(to: Formula.self)[position]
      if let number = formula.number { return number }
      throw TensorError(
        "this element is the formula \(formula), which has no number; a range, as in x[0..<1], keeps formulas")
    }
  }

  /// Writes the element at `indices`. Where the tensor is recorded, the gradient of what stood there ends.
  package mutating func setElement(at indices: UnsafeBufferPointer<Int>, to value: Double) throws {
    let position = try position(of: indices)
    try requireWritable()
    if node != nil { try recordWrite(at: position) }
    try setNumber(position, to: value)
  }

  /// Reads or writes one element, as a `Double` whatever the dtype.
  ///
  /// ```swift
  /// var x = Tensor([[1, 2, 3], [4, 5, 6]])
  /// x[1, 0] = x[0, 2] * 10
  /// x.elements  // [1.0, 2.0, 3.0, 30.0, 5.0, 6.0]
  /// ```
  ///
  /// - Parameter indices: One index for each axis, the first axis first, from 0 on.
  /// - Returns: The element. It is a number without a recording: gradients do not flow through it.
  // bindgen: subscript, set by setElement(at:to:)
  package func element(at indices: [Int]) throws -> Double {
    try indices.withUnsafeBufferPointer { try element(at: $0) }
  }

  /// The other half of `element(at:)`.
  package mutating func setElement(at indices: [Int], to value: Double) throws {
    try indices.withUnsafeBufferPointer { try setElement(at: $0, to: value) }
  }

  private func position(of indices: UnsafeBufferPointer<Int>) throws -> Int {
    guard indices.count == shape.count else {
      var message = "this tensor has \(counted(rank, "axis")), but "
      message += indices.count == 1 ? "1 index was given" : "\(counted(indices.count, "index")) were given"
      if indices.count < rank { message += " (a range keeps an axis: x[0, 0...])" }
      throw TensorError(message)
    }
    var position = 0
    for axis in 0..<indices.count {
      let index = indices[axis]
      let size = shape[axis]
      guard index >= 0 && index < size else { throw indexOutOfRange(index, axis: axis, count: size) }
      position = position &* size &+ index
    }
    return position
  }

  /// What was written has no part in the gradient any more: its share of `dy` is zero.
  private mutating func recordWrite(at position: Int) throws {
    let before = self
    let place = indices(of: position)
    self = try record(
      "setting", before.detached(), keepsValue: false,
      .gradient(to: before) { dy in
        try dy.replacing(place, with: Tensor(zeros: [], kind: dy.kind))
      })
  }

  /// Throws where a change of elements would leave the recording wrong: for a tensor that gradients are collected in, and
  /// for a result of a recorded computation while nothing is recorded.
  func requireWritable() throws {
    guard let node else { return }
    if node.keepsGradient {
      throw TensorError(
        "this tensor requires a gradient, so its elements cannot be changed: change them before requiringGradient()")
    }
    guard Recording.isOn else {
      throw TensorError(
        "a change of this recorded tensor would not be recorded here, and its gradient would be wrong: "
          + "change a detached() copy")
    }
  }
}

/// `index 3 is out of range: axis 1 has 3 elements (0 to 2)`
func indexOutOfRange(_ index: Int, axis: Int, count: Int) -> TensorError {
  if index < 0 {
    return TensorError(
      "index \(index) is negative: indices start at 0, and axis \(axis) has \(counted(count, "element"))")
  }
  let range = count == 0 ? "no elements" : "\(counted(count, "element")) (0 to \(count - 1))"
  return TensorError("index \(index) is out of range: axis \(axis) has \(range)")
}
