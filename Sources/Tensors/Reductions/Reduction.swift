/// Which elements of a shape are taken together when some of its axes are reduced.
struct Reduction {
  let inputShape: [Int]
  private let isReduced: [Bool]

  init(of shape: [Int], axes: [Int]) throws {
    inputShape = shape
    var isReduced = shape.map { _ in false }
    for axis in try resolvedAxes(axes, of: shape) { isReduced[axis] = true }
    self.isReduced = isReduced
  }

  var reducedAxes: [Int] { inputShape.indices.filter { isReduced[$0] } }

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

/// The axis that is meant: negative ones count from the end, −1 is the last, as in NumPy and PyTorch. Throws where the
/// shape has no such axis.
package func resolvedAxis(_ axis: Int, of shape: [Int]) throws -> Int {
  guard axis >= -shape.count && axis < shape.count else {
    let known = shape.isEmpty ? "no axes" : "\(counted(shape.count, "axis")) (0 to \(shape.count - 1))"
    throw TensorError("axis \(axis) is out of range: this tensor has \(known)")
  }
  return axis < 0 ? axis + shape.count : axis
}

/// The same for several axes, each of which may be named once.
package func resolvedAxes(_ axes: [Int], of shape: [Int]) throws -> [Int] {
  var seen: Set<Int> = []
  return try axes.map { axis in
    let resolved = try resolvedAxis(axis, of: shape)
    guard seen.insert(resolved).inserted else { throw TensorError("axis \(axis) is named twice in \(axes)") }
    return resolved
  }
}
