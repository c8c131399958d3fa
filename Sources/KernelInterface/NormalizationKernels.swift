/// Normalization of images in `PixelLayout`: numbers for each channel meet all pixels. All vectors of channels are as
/// long as a pixel, with zeros where a pixel has zeros.
package struct NormalizationKernels: Sendable {
  /// Neighbouring pixels.
  package struct Pixels: Sendable {
    package let count: Int
    package let step: Int

    package init(count: Int, step: Int) { (self.count, self.step) = (count, step) }
  }

  /// `y = (x − mean) · scale + shift`
  package struct Channels: @unchecked Sendable {
    package let mean: UnsafePointer<Float>
    package let scale: UnsafePointer<Float>
    package let shift: UnsafePointer<Float>

    package init(mean: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>) {
      (self.mean, self.scale, self.shift) = (mean, scale, shift)
    }
  }

  /// Where dy counts.
  package enum Mask: @unchecked Sendable {
    case everywhere
    /// Where this, the output of relu, is larger than 0.
    case output(UnsafePointer<Float>)
    /// Where `(x − mean) · scale + shift` is larger than 0.
    case computed(Channels)
  }

  /// `dx = dy · output + (x − mean) · input + constant`
  package struct Gradient: @unchecked Sendable {
    package let mean: UnsafePointer<Float>
    package let output: UnsafePointer<Float>
    package let input: UnsafePointer<Float>
    package let constant: UnsafePointer<Float>

    package init(
      mean: UnsafePointer<Float>, output: UnsafePointer<Float>, input: UnsafePointer<Float>,
      constant: UnsafePointer<Float>
    ) {
      (self.mean, self.output, self.input, self.constant) = (mean, output, input, constant)
    }
  }

  /// `sums[c] += Σ x[c]`
  package typealias Sums = @Sendable (_ sums: UnsafeMutablePointer<Double>, _ x: UnsafePointer<Float>, Pixels) -> Void
  /// `first[c] += Σ x[c] − centre[c]`, `second[c] += Σ (x[c] − centre[c])²`
  package typealias Moments =
    @Sendable (
      _ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>, _ x: UnsafePointer<Float>,
      _ centre: UnsafePointer<Float>, Pixels
    ) -> Void
  /// `y = (x − mean) · scale + shift`, then `+ residual` where there is one, then `max(y, 0)` with `relu`.
  package typealias Apply =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, Channels, _ residual: UnsafePointer<Float>?,
      _ relu: Bool, Pixels
    ) -> Void
  /// `first[c] += Σ dy[c]`, `second[c] += Σ dy[c] · (x[c] − mean[c])`, of the dy that count.
  package typealias GradientMoments =
    @Sendable (
      _ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>, _ dy: UnsafePointer<Float>,
      _ x: UnsafePointer<Float>, _ mean: UnsafePointer<Float>, Mask, Pixels
    ) -> Void
  /// `dx`, and in `masked` (where it is given) dy where it counts, else 0: the gradient of the residual.
  package typealias ApplyGradient =
    @Sendable (
      _ dx: UnsafeMutablePointer<Float>, _ masked: UnsafeMutablePointer<Float>?, _ dy: UnsafePointer<Float>,
      _ x: UnsafePointer<Float>, Gradient, Mask, Pixels
    ) -> Void

  package let sums: Sums
  package let moments: Moments
  package let apply: Apply
  package let gradientMoments: GradientMoments
  package let applyGradient: ApplyGradient

  package init(
    sums: @escaping Sums, moments: @escaping Moments, apply: @escaping Apply,
    gradientMoments: @escaping GradientMoments, applyGradient: @escaping ApplyGradient
  ) {
    self.sums = sums
    self.moments = moments
    self.apply = apply
    self.gradientMoments = gradientMoments
    self.applyGradient = applyGradient
  }
}
