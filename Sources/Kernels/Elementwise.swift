package import KernelInterface

/// Operations on elements of memory, one like the other. Results may lie where an argument is.
///
/// Above `chunk` elements (functions: a quarter of it) the work is shared by the threads.
package enum Elementwise {
  package typealias PairOperation = ElementwiseKernels.PairOperation
  package typealias NumberOperation = ElementwiseKernels.NumberOperation

  /// 128 KB of each array: about ten microseconds of work.
  private static let chunk = 32 * 1024

  /// `y[i] = operation(a[i], b[i])`
  package static func pairs(
    _ operation: PairOperation, _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>,
    _ b: UnsafePointer<Float>, count: Int
  ) {
    forEachChunk(of: count) { start, count in
      ProcessorLevel.table.elementwise.pairs(operation, y + start, a + start, b + start, count)
    }
  }

  /// `y[i] = operation(x[i], number)`
  package static func withNumber(
    _ operation: NumberOperation, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
    _ number: Float, count: Int
  ) {
    forEachChunk(of: count) { start, count in
      ProcessorLevel.table.elementwise.withNumber(operation, y + start, x + start, number, count)
    }
  }

  /// The same with a number in double precision, and only the result rounded.
  package static func withNumber(
    _ operation: NumberOperation, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, precise number: Double,
    count: Int
  ) {
    // For one operation of two `Float` numbers, the result is that of `Float` arithmetic.
    if Double(Float(number)) == number { return withNumber(operation, y, x, Float(number), count: count) }
    forEachChunk(of: count) { start, count in
      ProcessorLevel.table.elementwise.withPreciseNumber(operation, y + start, x + start, number, count)
    }
  }

  /// `y[i] = max(x[i], 0)`; nan stays.
  package static func relu(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, count: Int) {
    forEachChunk(of: count) { start, count in ProcessorLevel.table.elementwise.relu(y + start, x + start, count) }
  }

  /// `y[i] = exp(x[i])`, at most 2 units in the last place off.
  package static func exp(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, count: Int) {
    forEachChunk(of: count, size: chunk / 4) { start, count in
      ProcessorLevel.table.exponential.exp(y + start, x + start, count)
    }
  }

  /// `y[i] = tanh(x[i])`, at most 2 units in the last place off.
  package static func tanh(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, count: Int) {
    forEachChunk(of: count, size: chunk / 4) { start, count in
      ProcessorLevel.table.exponential.tanh(y + start, x + start, count)
    }
  }

  /// `y[i] = 1 / (1 + exp(−x[i]))`, at most 3 units in the last place off.
  package static func sigmoid(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, count: Int) {
    forEachChunk(of: count, size: chunk / 4) { start, count in
      ProcessorLevel.table.exponential.sigmoid(y + start, x + start, count)
    }
  }

  /// Dropout: `y[i] = x[i] · factor`, where the factor is 0 with the given probability, and else `kept`.
  ///
  /// - Parameter seed: The first state of SplitMix64. One random number, from 0 to 1, belongs to each element.
  package static func drop(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, count: Int, seed: UInt64, probability: Double,
    kept: Float
  ) {
    let limit = UInt64((probability * 0x1p53).rounded(.up))
    forEachChunk(of: count, size: chunk / 4) { start, count in
      let state = seed &+ UInt64(start) &* 0x9E37_79B9_7F4A_7C15
      ProcessorLevel.table.elementwise.drop(y + start, x + start, count, state, limit, kept)
    }
  }

  /// `Σ x[i]`, in double precision: the sums of chunks, in their order.
  package static func sum(_ x: UnsafePointer<Float>, count: Int) -> Double {
    let chunks = (count + chunk - 1) / chunk
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: chunks) { sums in
      let first = sums.baseAddress
      forEachChunk(of: count) { start, count in
        first?[start / chunk] = ProcessorLevel.table.elementwise.sum(x + start, count)
      }
      return sums.reduce(0, +)
    }
  }

  /// Calls `body` for neighbouring parts of `count` elements.
  static func forEachChunk(of count: Int, size: Int = chunk, _ body: (_ start: Int, _ count: Int) -> Void) {
    guard count > size else {
      if count > 0 { body(0, count) }
      return
    }
    ThreadPool.run(chunks: (count + size - 1) / size) { index in
      body(index * size, min(size, count - index * size))
    }
  }
}
