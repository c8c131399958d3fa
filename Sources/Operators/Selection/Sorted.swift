import Tensors

extension Tensor {
  /// Sorts the elements along an axis.
  ///
  /// ```
  /// y[i] = x[p[i]],  p = argsort(x)        dx[p[i]] = dy[i]
  /// ```
  ///
  /// ```swift
  /// Tensor([[3, 1, 2], [4, 6, 5]]).sorted(axis: 1).elements  // [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
  /// Tensor([3, 1, 2]).sorted(descending: true).elements      // [3.0, 2.0, 1.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axis: The axis to sort along; a negative one counts from the end.
  ///   - descending: The largest first.
  /// - Returns: A tensor of the same shape. Equal elements stay in their order, and `nan` counts as the largest, as in
  ///   PyTorch.
  package func sorted(axis: Int = -1, descending: Bool = false) throws -> Tensor {
    let order = try SortedOrder("sorted", self, axis: axis, descending: descending, first: nil)
    return try picked("sorted", order.positions, shape: shape)
  }

  /// Finds where the elements of the sorted tensor are.
  ///
  /// ```swift
  /// Tensor([30, 10, 20]).argsort().elements  // [1.0, 2.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - axis: The axis to sort along; a negative one counts from the end.
  ///   - descending: The largest first.
  /// - Returns: For each place of the sorted tensor the index of its element, as whole numbers of `float64`. Indices have
  ///   no gradient.
  package func argsort(axis: Int = -1, descending: Bool = false) throws -> Tensor {
    try SortedOrder("argsort", self, axis: axis, descending: descending, first: nil).indices()
  }

  /// Finds the largest elements along an axis.
  ///
  /// ```swift
  /// let (values, indices) = Tensor([30, 10, 40, 20]).topK(2)
  /// values.elements   // [40.0, 30.0]
  /// indices.elements  // [2.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - k: How many.
  ///   - axis: The axis to search along; a negative one counts from the end.
  /// - Returns: The `k` largest elements, the largest first, and their indices as whole numbers of `float64`. Of equal
  ///   elements the first counts. The values' gradient goes to where they were.
  package func topK(_ k: Int, axis: Int = -1) throws -> (values: Tensor, indices: Tensor) {
    let order = try SortedOrder("topK", self, axis: axis, descending: true, first: k)
    return (try picked("topK", order.positions, shape: order.shape), try order.indices())
  }
}

/// The places of a tensor's elements, sorted along one axis.
private struct SortedOrder {
  let layout: AxisLayout
  /// The shape of the sorted part.
  let shape: [Int]
  let positions: Places

  init(_ function: String, _ x: Tensor, axis: Int, descending: Bool, first k: Int?) throws {
    try x.requireNumbers(for: function)
    let layout = try AxisLayout(x.shape, axis: axis)
    let taken = k ?? layout.size
    guard taken >= 0 && taken <= layout.size else {
      throw TensorError(
        "\(function) takes 0 to \(layout.size) of the \(counted(layout.size, "element")) of axis \(layout.axis), and got \(taken)"
      )
    }
    var shape = x.shape
    shape[layout.axis] = taken
    (self.layout, self.shape) = (layout, shape)
    positions = try Places(layout.outer * taken * layout.inner) { list in
      try x.withElements(as: Double.self) { x in
        for outer in 0..<layout.outer {
          for inner in 0..<layout.inner {
            func value(_ place: Int) -> Double { x[layout.position(outer: outer, place: place, inner: inner)] }
            // nan is behind all numbers; equal elements are told apart by their places.
            func comesFirst(_ a: Int, _ b: Int) -> Bool {
              let (left, right) = (value(a), value(b))
              if left.isNaN || right.isNaN {
                return left.isNaN == right.isNaN ? a < b : left.isNaN == descending
              }
              return left == right ? a < b : (left < right) != descending
            }
            let order = Array(0..<layout.size).sorted(by: comesFirst)
            for place in 0..<taken {
              list[(outer * taken + place) * layout.inner + inner] =
                layout.position(outer: outer, place: order[place], inner: inner)
            }
            try Interruption.poll()
          }
        }
      }
    }
  }

  /// The positions as indices on the axis.
  func indices() throws -> Tensor {
    try .computed(shape, as: Double.self) { y in
      for i in 0..<positions.count { y[i] = Double(positions.base[i] / layout.inner % layout.size) }
    }
  }
}
