/// Matrices, or many of them with axes in front, as linear algebra takes them: `[…, rows, columns]`.
struct Matrices {
  let function: String
  var batch: [Int]
  let rows: Int
  let columns: Int

  /// A matrix with a side longer than this takes LAPACK minutes, and cannot be interrupted.
  private static let sideLimit = 2000

  init(_ function: String, _ tensor: Tensor) throws {
    try tensor.requireNumbers(for: function)
    guard tensor.rank >= 2 else {
      throw TensorError("\(function) needs a matrix, and got shape \(tensor.shape)")
    }
    self.function = function
    batch = Array(tensor.shape.dropLast(2))
    rows = tensor.shape[tensor.rank - 2]
    columns = tensor.shape[tensor.rank - 1]
    guard max(rows, columns) <= Self.sideLimit else {
      throw TensorError(
        "\(function) takes matrices of at most \(Self.sideLimit) rows and columns, and got shape \(tensor.shape)")
    }
  }

  /// The same for a matrix with as many rows as columns.
  init(square function: String, _ tensor: Tensor) throws {
    try self.init(function, tensor)
    guard rows == columns else {
      throw TensorError("\(function) needs a square matrix, and got shape \(tensor.shape)")
    }
  }

  var count: Int { batch.reduce(1, *) }

  /// How messages call one of the matrices.
  func name(_ number: Int) -> String { batch.isEmpty ? "this matrix" : "matrix \(number) of the batch" }

  /// Throws where an element is infinite or not a number: iterations would not end.
  func requireFinite(_ tensor: Tensor) throws {
    if allPlaces(tensor.count, { tensor.number($0).isFinite }) { return }
    try Interruption.poll()
    guard let odd = (0..<tensor.count).first(where: { !tensor.number($0).isFinite }) else { return }
    throw TensorError(
      "\(function) needs finite numbers, and element \(tensor.indices(of: odd)) is \(tensor.number(odd))")
  }
}

/// Copies a matrix that lies row after row to one that lies column after column. It is its own inverse with `rows` and
/// `columns` exchanged.
func transpose(_ from: UnsafePointer<Double>, _ to: UnsafeMutablePointer<Double>, rows: Int, columns: Int) {
  for i in 0..<rows {
    for j in 0..<columns { to[j * rows + i] = from[i * columns + j] }
  }
}

/// Memory for a matrix while `body` runs.
func withScratch<Result>(_ count: Int, _ body: (UnsafeMutablePointer<Double>) throws -> Result) throws -> Result {
  let scratch = try Storage(.float64, count: count)
  return try withExtendedLifetime(scratch) { try body(scratch.base.assumingMemoryBound(to: Double.self)) }
}
