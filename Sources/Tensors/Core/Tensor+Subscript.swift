/// Parts of tensors, `x[0, 1..<3]`. The subscripts that learners type call these functions.
extension Tensor {
  /// Takes the part of the tensor that the indices select.
  ///
  /// ```swift
  /// let x = Tensor([[1, 2, 3], [4, 5, 6]])
  /// x[1, 0..<2].elements  // [4.0, 5.0]
  /// ```
  ///
  /// - Parameter indices: A number or a range for each axis, the first axis first; axes without one are kept whole.
  /// - Returns: One axis for each range, as long as the range. Gradients flow back to the selected elements.
  // bindgen: subscript, set by setSubscripted(_:to:)
  package func subscripted(_ indices: [any TensorIndex]) throws -> Tensor {
    let window = try Window(indices, of: shape)
    let part = try gathered(window, type: kind.type)
    if !isRecording { return part }
    let shape = shape
    return try record(
      "subscript", part,
      .gradient(to: self) { dy in
        var dx = try Tensor(zeros: shape, kind: dy.kind)
        try dx.setSubscripted(indices, to: dy)
        return dx
      })
  }

  /// Replaces the part of the tensor that the indices select.
  ///
  /// The value has the part's shape, or one that broadcasts to it. Gradients flow to the value, and to the elements
  /// that were not replaced.
  package mutating func setSubscripted(_ indices: [any TensorIndex], to value: Tensor) throws {
    try requireWritable()
    let window = try Window(indices, of: shape)
    let new = try value.broadcast(to: window.shape)
    let kind = Swift.max(kind, value.isSymbolic ? .formula : kind)
    let isRecorded = node != nil || new.node != nil
    let before = isRecorded ? self : nil
    if kind != self.kind || !isKnownUniquelyReferenced(&storage) {
      storage = kind == self.kind ? try storage.copy() : try converted(to: kind).storage
    }
    try scatter(new, into: window, type: kind.type)
    guard let before else { return }
    self = try record(
      "setting", detached(), keepsValue: false,
      .gradient(to: before) { dy in
        var dx = dy
        try dx.setSubscripted(indices, to: Tensor(zeros: [], kind: dy.kind))
        return dx
      },
      .gradient(to: new) { dy in try dy.subscripted(indices) })
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func gathered<Element: TensorElement>(_ window: Window, type: Element.Type) throws -> Tensor {
    try .computed(window.shape, from: self, as: Element.self) { y, x in
      try window.forEachRow { row, start, count in
        for i in 0..<count { y[row + i] = x[start + i] }
      }
    }
  }

  /// Writes into a storage that is this tensor's own.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private mutating func scatter<Element: TensorElement>(
    _ part: Tensor, into window: Window, type: Element.Type
  ) throws {
    let to = storage.base.assumingMemoryBound(to: Element.self)
    try part.withElements(as: Element.self) { part in
      try Interruption.forbidding {
        try window.forEachRow { row, start, count in
          for i in 0..<count { to[start + i] = part[row + i] }
        }
      }
    }
  }
}

/// A block of places inside a shape.
private struct Window {
  let outer: [Int]
  let selections: [AxisSelection]

  init(_ indices: [any TensorIndex], of shape: [Int]) throws {
    guard indices.count <= shape.count else {
      throw TensorError("this tensor has \(counted(shape.count, "axis")), but \(indices.count) indices were given")
    }
    outer = shape
    selections = try shape.indices.map { axis in
      try AxisSelection(axis < indices.count ? indices[axis] : WholeAxis(), axis: axis, size: shape[axis])
    }
  }

  /// The shape of the part: axes that were picked by a number are gone.
  var shape: [Int] { selections.filter(\.keepsAxis).map(\.count) }

  /// Calls `body` for every stretch of neighbours, with its place in the part and in the whole.
  func forEachRow(_ body: (_ row: Int, _ start: Int, _ count: Int) -> Void) throws {
    let strides = rowMajorStrides(outer)
    let start = zip(selections, strides).reduce(0) { $0 + $1.0.start * $1.1 }
    try Tensors::forEachRow(of: selections.map(\.count), strides) { row, offset, count in
      body(row, start + offset, count)
    }
  }
}
