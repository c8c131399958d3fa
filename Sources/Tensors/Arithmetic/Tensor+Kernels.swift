package import Kernels

/// Fast loops over the elements of large `float32` tensors, and of images that are there as pixels only. The results are
/// those of the loops in `Tensor+Arithmetic.swift`, bit for bit where no number is too small for a normal `Float`.
///
/// Each function gives nil where that loop has to do it.
extension Tensor {
  /// With fewer elements, the plain loop is done before a kernel is found.
  package static let fewElements = 256

  /// `operation` of every element and the one of `other` that it meets: for equal shapes, for a row that meets all rows,
  /// and for a number for each channel of images.
  package func pairs(_ operation: Elementwise.PairOperation, with other: Tensor) throws -> Tensor? {
    guard kind == .float32, other.kind == .float32 else { return nil }
    if shape == other.shape {
      if hasOnlyPixels || other.hasOnlyPixels {
        if let y = try pairsOfPixels(operation, with: other) { return y }
      }
      if count < Self.fewElements { return nil }
      return try Self.unwrittenByKernel(shape, from: self, other) { y, a, b in
        Elementwise.pairs(operation, y, a, b, count: count)
      }
    }
    if hasOnlyPixels, let y = try pairsWithChannels(operation, other) { return y }
    return count < Self.fewElements ? nil : try pairsWithRow(operation, other)
  }

  private func pairsOfPixels(_ operation: Elementwise.PairOperation, with other: Tensor) throws -> Tensor? {
    guard let layout = PixelLayout(shape: shape), keepsZeros(operation, layout) else { return nil }
    return try .computedPixels(shape) { y, layout in
      try withPixels { a, _ in
        try other.withPixels { b, _ in Elementwise.pairs(operation, y, a, b, count: layout.count) }
      }
    }
  }

  /// `other` is `[C, 1, 1]` or `[1, C, 1, 1]`.
  private func pairsWithChannels(_ operation: Elementwise.PairOperation, _ other: Tensor) throws -> Tensor? {
    guard let layout = PixelLayout(shape: shape), keepsZeros(operation, layout), other.count == layout.channels,
      other.rank >= 3, other.rank <= 4, other.shape[other.rank - 3] == layout.channels
    else { return nil }
    let row = try other.paddedToVectors()
    return try .computedPixels(shape) { y, _ in
      try withPixels { a, _ in
        withExtendedLifetime(row) { Self.rows(operation, y, a, row.base, layout.pixels, of: layout.step) }
      }
    }
  }

  /// `other` is the last axes of this shape.
  private func pairsWithRow(_ operation: Elementwise.PairOperation, _ other: Tensor) throws -> Tensor? {
    let row = other.shape.drop { $0 == 1 }
    guard other.rank <= rank, other.count >= 16, shape.suffix(row.count).elementsEqual(row) else { return nil }
    return try Self.unwrittenByKernel(shape, from: self, other) { y, a, b in
      Self.rows(operation, y, a, b, count / other.count, of: other.count)
    }
  }

  /// `y[i] = operation(a[i], b)` for every row i.
  private static func rows(
    _ operation: Elementwise.PairOperation, _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>,
    _ b: UnsafePointer<Float>, _ count: Int, of size: Int
  ) {
    forEachRowInParallel(count, of: size) { i in
      Elementwise.pairs(operation, y + i * size, a + i * size, b, count: size)
    }
  }

  /// Calls `body` for every row, shared by the threads.
  static func forEachRowInParallel(_ count: Int, of size: Int, _ body: (_ row: Int) -> Void) {
    // About ten microseconds of work.
    let rows = Swift.max(32 * 1024 / size, 1)
    ThreadPool.run(chunks: (count + rows - 1) / rows) { chunk in
      for i in chunk * rows..<Swift.min((chunk + 1) * rows, count) { body(i) }
    }
  }

  /// `operation` of every element and a number.
  func pairs(_ operation: Elementwise.NumberOperation, with number: Double) throws -> Tensor? {
    try mappedByKernel(keepsZeros: operation == .multiply && number.isFinite) { y, x, count in
      Elementwise.withNumber(operation, y, x, precise: number, count: count)
    }
  }

  /// `loop` over all elements. It may be a function that keeps zeros: then images that are there as pixels stay pixels.
  package func mappedByKernel(
    keepsZeros: Bool,
    _ loop: (_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ count: Int) -> Void
  ) throws -> Tensor? {
    guard kind == .float32 else { return nil }
    if hasOnlyPixels, let layout = PixelLayout(shape: shape), keepsZeros || layout.step == layout.channels {
      return try .computedPixels(shape) { y, layout in
        try withPixels { x, _ in loop(y, x, layout.count) }
      }
    }
    if count < Self.fewElements { return nil }
    return try Self.unwrittenByKernel(shape, from: self, self) { y, x, _ in loop(y, x, count) }
  }

  private func keepsZeros(_ operation: Elementwise.PairOperation, _ layout: PixelLayout) -> Bool {
    operation != .divide || layout.step == layout.channels
  }

  private static func unwrittenByKernel(
    _ shape: [Int], from a: Tensor, _ b: Tensor,
    _ body: (_ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>) -> Void
  ) throws -> Tensor {
    let y = try unwritten(shape, from: a, b, as: Float.self, body)
    try Interruption.poll()
    return y
  }
}
