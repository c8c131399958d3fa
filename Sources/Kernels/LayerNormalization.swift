private import KernelInterface

/// Layer normalization: of rows of `width` neighbouring numbers, each with its own mean and biased variance.
package enum LayerNormalization {
  /// `y = γ · (x − μ) / √(v + ε) + β`
  ///
  /// - Parameters:
  ///   - moments: Gets μ and 1 / √(v + ε) of each row, two numbers side by side, for `gradient`.
  ///   - gamma: γ, `width` numbers; 1 if nothing is given.
  ///   - beta: β, `width` numbers; 0 if nothing is given.
  package static func normalize(
    _ y: UnsafeMutablePointer<Float>, moments: UnsafeMutablePointer<Double>, _ x: UnsafePointer<Float>,
    gamma: UnsafePointer<Float>? = nil, beta: UnsafePointer<Float>? = nil, epsilon: Double, rows: Int, width: Int
  ) {
    guard width > 0 else { return }
    Elementwise.forEachChunk(of: rows, size: rowsPerChunk(width)) { first, rows in
      ProcessorLevel.table.rows.normalize(
        y + first * width, x + first * width, gamma, beta, moments + 2 * first, epsilon, rows, width)
    }
  }

  /// `dx = (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / √(v + ε)` with `dx̂ = dy · γ`; `dγ = Σ dy · x̂` and `dβ = Σ dy` over the
  /// rows.
  package static func gradient(
    dx: UnsafeMutablePointer<Float>, dgamma: UnsafeMutablePointer<Float>, dbeta: UnsafeMutablePointer<Float>,
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, moments: UnsafePointer<Double>,
    gamma: UnsafePointer<Float>?, rows: Int, width: Int
  ) {
    guard width > 0 else { return }
    let size = rowsPerChunk(width)
    let chunks = (rows + size - 1) / size
    let step = PixelLayout.padded(width)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * step * max(chunks, 1)) { sums in
      sums.initialize(repeating: 0)
      guard let base = sums.baseAddress else { return }
      Elementwise.forEachChunk(of: rows, size: size) { first, rows in
        let sums = base + first / size * 2 * step
        ProcessorLevel.table.rows.normalizeGradient(
          dx + first * width, sums, sums + step, dy + first * width, x + first * width, moments + 2 * first, gamma,
          rows, width)
      }
      for chunk in 1..<max(chunks, 1) {
        for i in 0..<2 * step { base[i] += base[chunk * 2 * step + i] }
      }
      for i in 0..<width { (dgamma[i], dbeta[i]) = (Float(base[i]), Float(base[step + i])) }
    }
  }

  private static func rowsPerChunk(_ width: Int) -> Int { max(32 * 1024 / width, 1) }
}
