/// Local response normalization with the power ¾ of neighbouring pixels.
///
/// ```
/// y[c] = x[c] / d[c]^¾,   d[c] = k + alpha · Σ x[j]²   for j from c − before to c + after
/// ```
package struct LocalResponseKernels: Sendable {
  package struct Windows: Sendable {
    package let before: Int
    package let after: Int
    /// With the number of channels divided out.
    package let alpha: Float
    package let k: Float

    package init(before: Int, after: Int, alpha: Float, k: Float) {
      (self.before, self.after, self.alpha, self.k) = (before, after, alpha, k)
    }

    /// How many numbers of memory of its own a kernel needs.
    package func scratchCount(step: Int) -> Int { 2 * step + before + after }
  }

  /// `scratch` is as long as `scratchCount` says.
  package typealias Normalize =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, Windows, _ scratch: UnsafeMutablePointer<Float>,
      _ pixels: Int, _ step: Int
    ) -> Void
  package typealias NormalizeGradient =
    @Sendable (
      _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, Windows,
      _ scratch: UnsafeMutablePointer<Float>, _ pixels: Int, _ step: Int
    ) -> Void

  package let normalize: Normalize
  package let normalizeGradient: NormalizeGradient

  package init(normalize: @escaping Normalize, normalizeGradient: @escaping NormalizeGradient) {
    self.normalize = normalize
    self.normalizeGradient = normalizeGradient
  }
}
