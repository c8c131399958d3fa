/// Lines of a depthwise convolution: every channel has its own kernel and meets no other.
package struct DepthwiseLines {
  package var source: PixelSource
  /// The taps, each a run of one.
  package var taps: UnsafePointer<TapRun>
  package var tapCount: Int
  /// `[taps, channels]`, channels as far apart as `source.step`.
  package var weights: UnsafePointer<Float>
  package var grid: PixelGrid
  /// Lines of the grid over all images.
  package var firstLine: Int
  package var lines: Int

  package init(
    source: PixelSource, taps: UnsafePointer<TapRun>, tapCount: Int, weights: UnsafePointer<Float>, grid: PixelGrid,
    firstLine: Int, lines: Int
  ) {
    self.source = source
    self.taps = taps
    self.tapCount = tapCount
    self.weights = weights
    self.grid = grid
    self.firstLine = firstLine
    self.lines = lines
  }
}

package struct DepthwiseKernels: Sendable {
  /// Multiplies pixels and weights, adds bias and residual, and writes the pixels where the placement says; its `grid`
  /// steps are those of the target.
  package let multiply:
    @Sendable (
      _ lines: DepthwiseLines, _ y: PixelPlacement, _ stepY: Int, _ stepX: Int, _ bias: UnsafePointer<Float>?
    ) -> Void
  /// `dk[tap, channel] += Σ dy · x` over the lines. `dy` has one pixel for each of the grid.
  package let kernelGradient:
    @Sendable (_ dk: UnsafeMutablePointer<Float>, _ lines: DepthwiseLines, _ dy: UnsafePointer<Float>) -> Void

  package init(
    multiply: @escaping @Sendable (DepthwiseLines, PixelPlacement, Int, Int, UnsafePointer<Float>?) -> Void,
    kernelGradient: @escaping @Sendable (UnsafeMutablePointer<Float>, DepthwiseLines, UnsafePointer<Float>) -> Void
  ) {
    self.multiply = multiply
    self.kernelGradient = kernelGradient
  }
}
