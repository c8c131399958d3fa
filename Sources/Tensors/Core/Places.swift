/// Which element of a tensor each element of another one is: a list of positions in row-by-row order.
///
/// Gathers, sorts, repetitions and lists of indices are all of this kind: `y[i] = x[places[i]]`. The gradient goes the
/// other way, `dx[places[i]] += dy[i]`, and each of the two is the gradient of the other.
package final class Places {
  package let count: Int
  /// The first position. Valid for as long as the list lives.
  package let base: UnsafeMutablePointer<Int>

  /// What stands for no element at all: the result has a zero there.
  package static let none = -1

  /// A list that `fill` writes. Throws when it does not fit into the memory that is allowed.
  package init(_ count: Int, _ fill: (UnsafeMutablePointer<Int>) throws -> Void) throws {
    try TensorMemory.reserve(count * MemoryLayout<Int>.stride)
    self.count = count
    base = .allocate(capacity: Swift.max(count, 1))
    try inBlocks(count) { (base + $0.lowerBound).initialize(repeating: 0, count: $0.count) }
    try fill(base)
  }

  deinit {
    base.deallocate()
    TensorMemory.release(count * MemoryLayout<Int>.stride)
  }
}

extension Tensor {
  /// The elements at some places, in a new shape.
  ///
  /// ```
  /// y[i] = x[places[i]]        dx[places[i]] += dy[i]
  /// ```
  ///
  /// - Parameters:
  ///   - function: The operator that does this, as the learner types it.
  ///   - places: A position in this tensor for each element of the result, or `Places.none` for a zero.
  ///   - shape: As many elements as there are places.
  package func picked(_ function: String, _ places: Places, shape: [Int]) throws -> Tensor {
    let y = try picked(places, shape, type: kind.type)
    if !isRecording { return y }
    let source = self.shape
    return try record(function, y, .gradient(to: self) { dy in try dy.placed(function, places, shape: source) })
  }

  /// The opposite of `picked`: puts each element where it came from, and adds up those that meet.
  ///
  /// ```
  /// y[places[i]] += x[i]        dx[i] = dy[places[i]]
  /// ```
  package func placed(_ function: String, _ places: Places, shape: [Int]) throws -> Tensor {
    let y = try placed(places, shape, type: kind.type)
    if !isRecording { return y }
    let source = self.shape
    return try record(function, y, .gradient(to: self) { dy in try dy.picked(function, places, shape: source) })
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func picked<Element: TensorElement>(_ places: Places, _ shape: [Int], type: Element.Type) throws -> Tensor {
    try .computed(shape, from: self, as: Element.self) { y, x in
      try inBlocks(places.count) {
        for i in $0 where places.base[i] != Places.none { y[i] = x[places.base[i]] }
      }
    }
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func placed<Element: TensorElement>(_ places: Places, _ shape: [Int], type: Element.Type) throws -> Tensor {
    try .computed(shape, from: self, as: Element.self) { y, x in
      try inBlocks(places.count) {
        for i in $0 where places.base[i] != Places.none { y[places.base[i]] += x[i] }
      }
    }
  }
}

// MARK: - Places along one axis

/// A shape seen from one of its axes: `outer` blocks of `size` rows of `inner` elements.
package struct AxisLayout {
  package let axis: Int
  package let outer: Int
  package let size: Int
  package let inner: Int

  /// `axis` may count from the end.
  package init(_ shape: [Int], axis: Int) throws {
    self.axis = try resolvedAxis(axis, of: shape)
    outer = shape[..<self.axis].reduce(1, *)
    size = shape[self.axis]
    inner = shape[(self.axis + 1)...].reduce(1, *)
  }

  /// The position of an element, and of its neighbour on the axis `inner` further.
  package func position(outer: Int, place: Int, inner: Int) -> Int { (outer * size + place) * self.inner + inner }
}

extension Tensor {
  /// The elements at some places of one axis, for all places of the others; `Places.none` for zeros.
  package func picked(_ function: String, along axis: Int, _ places: [Int]) throws -> Tensor {
    let layout = try AxisLayout(shape, axis: axis)
    var target = shape
    target[layout.axis] = places.count
    let positions = try Places(Tensor.count(of: target)) { list in
      guard layout.inner > 0 else { return }
      var next = 0
      var work = 0
      for outer in 0..<layout.outer {
        for place in places {
          for inner in 0..<layout.inner {
            list[next] =
              place == Places.none ? Places.none : layout.position(outer: outer, place: place, inner: inner)
            next += 1
          }
          try Interruption.poll(afterWork: &work, of: 4 * layout.inner)
        }
      }
    }
    return try picked(function, positions, shape: target)
  }
}
