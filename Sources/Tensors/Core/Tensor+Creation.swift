// MARK: - From numbers

extension Tensor {
  /// Makes a tensor of one number, without axes.
  ///
  /// ```swift
  /// (Tensor(3.5) * Tensor([1, 10])).elements  // [3.5, 35.0]
  /// ```
  ///
  /// - Parameter value: The number.
  /// - Returns: A tensor of shape `[]`.
  package init(_ value: Double) throws {
    self = try .full([], value: value)
  }

  /// Makes a row of numbers.
  ///
  /// ```swift
  /// Tensor([1, 2, 3])[1]  // 2.0
  /// ```
  ///
  /// - Parameter values: The numbers.
  /// - Returns: A tensor of shape `[values.count]`.
  package init(_ values: [Double]) throws {
    try self.init(values, shape: [values.count])
  }

  /// Makes a table of rows.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]])[1, 0]  // 4.0
  /// ```
  ///
  /// - Parameter rows: The rows from top to bottom, all of one length.
  /// - Returns: A tensor of shape `[rows, columns]`.
  package init(_ rows: [[Double]]) throws {
    let columns = try Self.commonSize(rows.map(\.count), axis: 1)
    try self.init(rows.flatMap { $0 }, shape: [rows.count, columns])
  }

  /// Makes a stack of tables, for instance the channels of an image.
  ///
  /// ```swift
  /// Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])[1, 0, 1]  // 6.0
  /// ```
  ///
  /// - Parameter tables: Tables of one size.
  /// - Returns: A tensor of shape `[tables, rows, columns]`.
  package init(_ tables: [[[Double]]]) throws {
    let rows = try Self.commonSize(tables.map(\.count), axis: 1)
    let columns = try Self.commonSize(tables.joined().map(\.count), axis: 2)
    try self.init(tables.joined().flatMap { $0 }, shape: [tables.count, rows, columns])
  }

  /// Makes a list of stacks of tables, for instance images with channels.
  ///
  /// ```swift
  /// Tensor([[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]])[1, 0, 0, 1]  // 6.0
  /// ```
  ///
  /// - Parameter images: Stacks of one size.
  /// - Returns: A tensor of shape `[images, channels, rows, columns]`.
  package init(_ images: [[[[Double]]]]) throws {
    let channels = try Self.commonSize(images.map(\.count), axis: 1)
    let rows = try Self.commonSize(images.joined().map(\.count), axis: 2)
    let columns = try Self.commonSize(images.joined().joined().map(\.count), axis: 3)
    try self.init(images.joined().joined().flatMap { $0 }, shape: [images.count, channels, rows, columns])
  }

  /// Puts numbers into a shape, row after row.
  ///
  /// ```swift
  /// Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])[1, 0]  // 4.0
  /// ```
  ///
  /// - Parameters:
  ///   - values: As many numbers as the shape has elements.
  ///   - shape: The size of each axis.
  ///   - dtype: The kind of numbers to keep.
  /// - Returns: A tensor of shape `shape`.
  package init(_ values: [Double], shape: [Int], dtype: DType = .float64) throws {
    let count = try Self.count(of: shape)
    guard count == values.count else {
      throw TensorError("a tensor of shape \(shape) has \(counted(count, "element")), but \(values.count) were given")
    }
    try self.init(zeros: shape, kind: dtype == .float32 ? .float32 : .float64)
    if dtype == .float32 {
      let to = storage.base.assumingMemoryBound(to: Float.self)
      try inBlocks(count) { for i in $0 { to[i] = Float(values[i]) } }
    } else {
      let to = storage.base.assumingMemoryBound(to: Double.self)
      try inBlocks(count) { for i in $0 { to[i] = values[i] } }
    }
  }

  private static func commonSize(_ sizes: [Int], axis: Int) throws -> Int {
    guard let first = sizes.first else { return 0 }
    if let odd = sizes.firstIndex(where: { $0 != first }) {
      throw TensorError(
        "all parts need one size: on axis \(axis), part 0 has \(counted(first, "element")), but part \(odd) has \(sizes[odd])"
      )
    }
    return first
  }
}

// MARK: - From a rule

extension Tensor {
  /// Makes a tensor of zeros.
  ///
  /// ```swift
  /// var x = Tensor.zeros([2, 3])
  /// x[1, 0] = 7
  /// x.elements  // [0.0, 0.0, 0.0, 7.0, 0.0, 0.0]
  /// ```
  ///
  /// - Parameters:
  ///   - shape: The size of each axis.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `shape`.
  package static func zeros(_ shape: [Int], dtype: DType = .float64) throws -> Tensor {
    try Tensor(zeros: shape, kind: dtype == .float32 ? .float32 : .float64)
  }

  /// Makes a tensor of ones.
  ///
  /// ```swift
  /// Tensor.ones([2, 3]).sum(axes: [1]).elements  // [3.0, 3.0]
  /// ```
  ///
  /// - Parameters:
  ///   - shape: The size of each axis.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `shape`.
  package static func ones(_ shape: [Int], dtype: DType = .float64) throws -> Tensor {
    try full(shape, value: 1, dtype: dtype)
  }

  /// Makes a tensor that has one number everywhere.
  ///
  /// ```swift
  /// Tensor.full([2, 3], value: 2.5).sum(axes: [1]).elements  // [7.5, 7.5]
  /// ```
  ///
  /// - Parameters:
  ///   - shape: The size of each axis.
  ///   - value: The number.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `shape`.
  package static func full(_ shape: [Int], value: Double, dtype: DType = .float64) throws -> Tensor {
    let result = try zeros(shape, dtype: dtype)
    let count = result.count
    if dtype == .float32 {
      let to = result.storage.base.assumingMemoryBound(to: Float.self)
      try inBlocks(count) { (to + $0.lowerBound).update(repeating: Float(value), count: $0.count) }
    } else {
      let to = result.storage.base.assumingMemoryBound(to: Double.self)
      try inBlocks(count) { (to + $0.lowerBound).update(repeating: value, count: $0.count) }
    }
    return result
  }

  /// Makes the identity matrix: ones on the diagonal, zeros elsewhere.
  ///
  /// ```swift
  /// matmul(Tensor.eye(2), Tensor([[1, 2], [3, 4]])).elements  // [1.0, 2.0, 3.0, 4.0]
  /// ```
  ///
  /// - Parameters:
  ///   - n: The number of rows and of columns.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `[n, n]`.
  package static func eye(_ n: Int, dtype: DType = .float64) throws -> Tensor {
    let size = Swift.max(n, 0)
    return try computed([n, n], as: Double.self) { y in
      for i in 0..<size { y[i * size + i] = 1 }
    }.asType(dtype)
  }

  /// Counts from `start` up to, and not including, `end`.
  ///
  /// ```
  /// y[i] = start + i · step
  /// ```
  ///
  /// ```swift
  /// Tensor.arange(1, 7, step: 2).elements  // [1.0, 3.0, 5.0]
  /// ```
  ///
  /// - Parameters:
  ///   - start: The first number.
  ///   - end: The count stops before this number.
  ///   - step: From one number to the next; negative to count down.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `[⌈(end − start) / step⌉]`.
  /// - Source: NumPy's `arange`.
  package static func arange(
    _ start: Double, _ end: Double, step: Double = 1, dtype: DType = .float64
  ) throws -> Tensor {
    guard step != 0, start.isFinite, end.isFinite, step.isFinite else {
      throw TensorError("arange needs finite numbers and a step that is not 0")
    }
    let size = ((end - start) / step).rounded(.up)
    guard size.magnitude < 1e15 || size < 0 else {
      throw TensorError("arange would have more elements than memory can hold")
    }
    let count = size > 0 ? Int(size) : 0
    return try computed([count], as: Double.self) { y in
      try inBlocks(count) { for i in $0 { y[i] = start + Double(i) * step } }
    }.asType(dtype)
  }

  /// Spreads `count` numbers evenly from `start` to `end`, both included.
  ///
  /// ```
  /// y[i] = start + i · (end − start) / (count − 1)
  /// ```
  ///
  /// ```swift
  /// Tensor.linspace(1, 2, count: 5).elements  // [1.0, 1.25, 1.5, 1.75, 2.0]
  /// ```
  ///
  /// - Parameters:
  ///   - start: The first number.
  ///   - end: The last number.
  ///   - count: How many numbers.
  ///   - dtype: The kind of numbers.
  /// - Returns: A tensor of shape `[count]`.
  /// - Source: NumPy's `linspace`.
  package static func linspace(
    _ start: Double, _ end: Double, count: Int, dtype: DType = .float64
  ) throws -> Tensor {
    let last = Double(Swift.max(count - 1, 1))
    return try computed([count], as: Double.self) { y in
      try inBlocks(count) {
        for i in $0 { y[i] = i == count - 1 && i > 0 ? end : start + Double(i) * ((end - start) / last) }
      }
    }.asType(dtype)
  }
}

/// `1 element`, `2 elements`.
package func counted(_ count: Int, _ noun: String) -> String {
  let plural =
    noun.hasSuffix("is") || noun.hasSuffix("ex")
    ? noun.dropLast(2) + (noun.hasSuffix("is") ? "es" : "ices") : noun + (noun.hasSuffix("s") ? "es" : "s")
  return "\(count) \(count == 1 ? noun : plural)"
}
