private import KernelInterface

/// Softmax and what is made of it, of rows of `width` neighbouring numbers.
package enum Softmax {
  /// `y[i, j] = exp(x[i, j]) / Σ k exp(x[i, k])`
  package static func probabilities(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, width: Int
  ) {
    forEachChunk(rows, width) { first, rows in
      ProcessorLevel.table.exponential.softmax(y + first * width, x + first * width, rows, width)
    }
  }

  /// `y[i, j] = x[i, j] − log Σ k exp(x[i, k])`
  package static func logarithms(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, width: Int) {
    forEachChunk(rows, width) { first, rows in
      ProcessorLevel.table.exponential.logSoftmax(y + first * width, x + first * width, rows, width)
    }
  }

  /// The cross entropy of scores `x` and class numbers, with its gradient.
  ///
  /// - Parameters:
  ///   - gradients: `(softmax(x) − one-hot) · scale`, as large as `x`.
  ///   - labels: From 0 to `width − 1`, one for each row; negative ones do not count.
  ///   - scale: One over the number of rows, for the mean.
  /// - Returns: `−Σ log softmax(x)[label]`, in double precision and without `scale`.
  package static func crossEntropy(
    gradients: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, labels: UnsafePointer<Int32>, scale: Double,
    rows: Int, width: Int
  ) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(rows, 1)) { losses in
      guard let base = losses.baseAddress else { return 0 }
      forEachChunk(rows, width) { first, rows in
        ProcessorLevel.table.exponential.crossEntropy(
          base + first, gradients + first * width, x + first * width, labels + first, scale, rows, width)
      }
      return losses.prefix(rows).reduce(0, +)
    }
  }

  private static func forEachChunk(_ rows: Int, _ width: Int, _ body: (_ first: Int, _ rows: Int) -> Void) {
    Elementwise.forEachChunk(of: rows, size: max(8 * 1024 / max(width, 1), 1), body)
  }
}
