/// Parts of tensors, `x[0, 1..<3]`. The subscripts that learners type call these functions.
extension Tensor {
  /// Takes the part of the tensor that the indices select.
  ///
  /// ```swift
  /// let x = Tensor([[1, 2, 3], [4, 5, 6]])
  /// x[1, 0..<2].elements  // [4.0, 5.0]
  /// ```
  ///
  /// - Parameter indices: A number, a range, a `stride(from:to:by:)`, a list or a mask for each axis, the first axis
  ///   first, and `.newAxis`; axes without an index are kept whole. `TensorIndex` tells what each of them does.
  /// - Returns: One axis for each range, as long as the range. Gradients flow back to the selected elements, and add up
  ///   where an element was selected more than once.
  // bindgen: subscript, set by setSubscripted(_:to:)
  package func subscripted(_ indices: [any TensorIndex]) throws -> Tensor {
    let window = try Window(indices, of: shape)
    let part = try gathered(window, type: kind.type)
    if !isRecording { return part }
    let shape = shape
    return try record("subscript", part, .gradient(to: self) { dy in try dy.spread(indices, over: shape) })
  }

  /// The opposite of taking a part: a tensor of zeros with this one in the place of the part. What was taken several
  /// times adds up.
  private func spread(_ indices: [any TensorIndex], over shape: [Int]) throws -> Tensor {
    let window = try Window(indices, of: shape)
    let y = try spread(window, over: shape, type: kind.type)
    if !isRecording { return y }
    return try record("subscript", y, .gradient(to: self) { dy in try dy.subscripted(indices) })
  }

  /// Replaces the part of the tensor that the indices select.
  ///
  /// The value has the part's shape, or one that broadcasts to it. Gradients flow to the value, and to the elements
  /// that were not replaced. Where a list names a place twice, the later value stays.
  package mutating func setSubscripted(_ indices: [any TensorIndex], to value: Tensor) throws {
    try requireWritable()
    try replace(indices, by: value)
  }

  /// A tensor of its own in which some elements are replaced, whoever holds this one.
  func replacing(_ indices: [any TensorIndex], with value: Tensor) throws -> Tensor {
    var copy = self
    try copy.replace(indices, by: value)
    return copy
  }

  private mutating func replace(_ indices: [any TensorIndex], by value: Tensor) throws {
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
        try dy.replacing(indices, with: Tensor(zeros: [], kind: dy.kind))
      },
      .gradient(to: new) { dy in
        let part = try dy.subscripted(indices)
        guard window.mayRepeat else { return part }
        let isLast = try window.lastOfEach()
        let places = try Places(isLast.count) { list in
          for i in isLast.indices { list[i] = isLast[i] ? i : Places.none }
        }
        return try part.picked("setting", places, shape: part.shape)
      })
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func gathered<Element: TensorElement>(_ window: Window, type: Element.Type) throws -> Tensor {
    try .computed(window.shape, from: self, as: Element.self) { y, x in
      try window.forEachRow { row, start, step, count in
        for i in 0..<count { y[row + i] = x[start + i &* step] }
      }
    }
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func spread<Element: TensorElement>(_ window: Window, over shape: [Int], type: Element.Type) throws -> Tensor
  {
    try .computed(shape, from: self, as: Element.self) { y, part in
      try window.forEachRow { row, start, step, count in
        for i in 0..<count { y[start + i &* step] += part[row + i] }
      }
    }
  }

  /// Writes into a storage that is this tensor's own.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private mutating func scatter<Element: TensorElement>(
    _ part: Tensor, into window: Window, type: Element.Type
  ) throws {
    let to = storage.writableBase.assumingMemoryBound(to: Element.self)
    try part.withElements(as: Element.self) { part in
      try Interruption.forbidding {
        try window.forEachRow { row, start, step, count in
          for i in 0..<count { to[start + i &* step] = part[row + i] }
        }
      }
    }
  }
}
