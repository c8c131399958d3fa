private import KernelInterface

/// Sums and means over the pixels of images in `PixelLayout`.
package enum ChannelSums {
  /// `sums[c] = Σ x[n, i, j, c]` over all images, as the gradient of a bias is; as long as a pixel. In double precision.
  package static func overImages(
    _ sums: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ layout: PixelLayout
  ) {
    let all = PixelLayout(images: 1, channels: layout.channels, height: layout.pixels, width: 1)
    sum(x, all) { _, channels in
      for (c, sum) in channels.enumerated() { sums[c] = Float(sum) }
    }
  }

  /// `y[n, c] = 1/(H·W) · Σ x[n, i, j, c]`: global average pooling, one pixel for each image.
  package static func means(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ layout: PixelLayout) {
    let pixels = Double(layout.height * layout.width)
    sum(x, layout) { image, channels in
      for (c, sum) in channels.enumerated() { y[image * layout.step + c] = Float(sum / pixels) }
    }
  }

  /// `dx[n, i, j, c] = dy[n, c] / (H·W)`: the gradient of `means`.
  package static func meansGradient(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ layout: PixelLayout
  ) {
    let chunks = PixelChunks(layout)
    let pixels = Float(layout.height * layout.width)
    ThreadPool.run(chunks: chunks.count) { chunk in
      chunks.forEachPart(of: chunk) { part in
        let first = dx + part.image * layout.imageSize + part.firstPixel * layout.step
        let row = dy + part.image * layout.step
        for c in 0..<layout.step { first[c] = row[c] / pixels }
        for pixel in 1..<max(part.pixels, 1) { (first + pixel * layout.step).update(from: first, count: layout.step) }
      }
    }
  }

  /// Calls `finish` for each image with the sums of its channels.
  private static func sum(
    _ x: UnsafePointer<Float>, _ layout: PixelLayout,
    _ finish: (_ image: Int, _ channels: UnsafeBufferPointer<Double>) -> Void
  ) {
    let chunks = PixelChunks(layout, size: 32 * 1024)
    let (bands, step) = (chunks.bandsPerImage, layout.step)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: layout.images * max(bands, 1) * step) { partial in
      partial.initialize(repeating: 0)
      guard let base = partial.baseAddress else { return }
      ThreadPool.run(chunks: chunks.count) { chunk in
        chunks.forEachPart(of: chunk) { part in
          ProcessorLevel.table.normalization.sums(
            base + (part.image * bands + part.band) * step, x + part.image * layout.imageSize + part.firstPixel * step,
            .init(count: part.pixels, step: step))
        }
      }
      for image in 0..<layout.images {
        let sums = base + image * max(bands, 1) * step
        for band in 1..<max(bands, 1) {
          for c in 0..<step { sums[c] += sums[band * step + c] }
        }
        finish(image, UnsafeBufferPointer(start: sums, count: step))
      }
    }
  }
}
