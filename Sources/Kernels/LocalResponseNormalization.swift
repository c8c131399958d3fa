private import KernelInterface

/// Local response normalization of images in `PixelLayout`, with the power ¾ that AlexNet and GoogLeNet take.
///
/// ```
/// y[c] = x[c] / d[c]^¾,   d[c] = k + α/n · Σ x[j]²   over the n channels j from c − n/2 to c + (n − 1)/2
/// ```
package struct LocalResponseNormalization: Sendable {
  private let layout: PixelLayout
  private let windows: LocalResponseKernels.Windows

  /// - Parameters:
  ///   - size: How many channels are looked at, n.
  ///   - k: Larger than 0.
  package init(_ layout: PixelLayout, size: Int, alpha: Double, k: Double) {
    self.layout = layout
    // More channels than there are change nothing but n.
    windows = .init(
      before: min(size / 2, layout.channels), after: min((size - 1) / 2, layout.channels),
      alpha: Float(alpha / Double(size)), k: Float(k))
  }

  package func normalize(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
    forEachPart { start, scratch, pixels in
      ProcessorLevel.table.localResponse.normalize(y + start, x + start, windows, scratch, pixels, layout.step)
    }
  }

  package func gradient(dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>) {
    forEachPart { start, scratch, pixels in
      ProcessorLevel.table.localResponse.normalizeGradient(
        dx + start, dy + start, x + start, windows, scratch, pixels, layout.step)
    }
  }

  private func forEachPart(_ body: (_ start: Int, _ scratch: UnsafeMutablePointer<Float>, _ pixels: Int) -> Void) {
    Elementwise.forEachChunk(of: layout.pixels, size: max(8 * 1024 / max(layout.step, 1), 1)) { first, pixels in
      let scratch = AlignedBuffer(count: windows.scratchCount(step: layout.step))
      body(first * layout.step, scratch.base, pixels)
    }
  }
}
