import Tensors

/// Which shapes of queries, keys, values and masks attention fits together.
struct AttentionGeometry {
  private let function: String
  private let batch: [Int]
  let queryCount: Int
  let keyCount: Int
  /// `1/√E`
  let scale: Double

  init(_ function: String, _ queries: Tensor, _ keys: Tensor) throws {
    for (name, tensor) in [("queries", queries), ("keys", keys)] {
      try tensor.requireNumbers(for: function)
      guard tensor.rank >= 2, !tensor.shape.contains(0) else {
        throw TensorError("\(name) need 2 axes or more, none of them empty, but these have shape \(tensor.shape)")
      }
    }
    guard queries.shape.dropLast(2) == keys.shape.dropLast(2), queries.shape.last == keys.shape.last else {
      throw TensorError(
        "queries and keys may differ only in how many they are, the last axis but one, and have shapes "
          + "\(queries.shape) and \(keys.shape)")
    }
    self.function = function
    batch = Array(queries.shape.dropLast(2))
    queryCount = queries.shape[queries.rank - 2]
    keyCount = keys.shape[keys.rank - 2]
    scale = 1 / Double(queries.shape[queries.rank - 1]).squareRoot()
  }

  /// `[…, L, S]`
  var scoreShape: [Int] { batch + [queryCount, keyCount] }

  /// How many rows of scores there are.
  var rowCount: Int { batch.reduce(queryCount, *) }

  func requireValues(_ values: Tensor) throws {
    try values.requireNumbers(for: function)
    guard values.rank == batch.count + 2, Array(values.shape.dropLast()) == batch + [keyCount] else {
      let expected = (batch + [keyCount]).map { "\($0), " }.joined()
      throw TensorError("values need the shape [\(expected)D], one for each key, but these have shape \(values.shape)")
    }
    guard !values.shape.contains(0) else {
      throw TensorError("values need at least one feature, but these have shape \(values.shape)")
    }
  }

  /// The mask for every score; all ones if there is none.
  func allowed(_ mask: Tensor?) throws -> Tensor {
    guard let mask else { return try .full(scoreShape, value: 1) }
    try mask.requireNumbers(for: function)
    guard let whole = try? mask.detached().broadcast(to: scoreShape) else {
      throw TensorError("a mask for scores of shape \(scoreShape) cannot have shape \(mask.shape)")
    }
    return whole
  }
}
