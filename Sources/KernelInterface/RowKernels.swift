/// Operations on rows of `width` neighbouring numbers.
package struct RowKernels: Sendable {
  /// `y = γ · (x − μ) / √(v + ε) + β`, with mean and biased variance of each row; `moments` gets μ and 1 / √(v + ε), two
  /// numbers for each row.
  package typealias Normalize =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ gamma: UnsafePointer<Float>?,
      _ beta: UnsafePointer<Float>?, _ moments: UnsafeMutablePointer<Double>, _ epsilon: Double, _ rows: Int,
      _ width: Int
    ) -> Void
  /// `dx`, and what the rows add to `dgamma` and `dbeta`, which have room for `width` rounded up to 16.
  package typealias NormalizeGradient =
    @Sendable (
      _ dx: UnsafeMutablePointer<Float>, _ dgamma: UnsafeMutablePointer<Double>, _ dbeta: UnsafeMutablePointer<Double>,
      _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ moments: UnsafePointer<Double>,
      _ gamma: UnsafePointer<Float>?, _ rows: Int, _ width: Int
    ) -> Void

  package let normalize: Normalize
  package let normalizeGradient: NormalizeGradient

  package init(normalize: @escaping Normalize, normalizeGradient: @escaping NormalizeGradient) {
    self.normalize = normalize
    self.normalizeGradient = normalizeGradient
  }
}
