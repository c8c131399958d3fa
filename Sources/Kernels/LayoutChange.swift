private import KernelInterface

/// Copies images between the learner's order, `[N, C, H, W]` row by row, and `PixelLayout`.
package enum LayoutChange {
  /// - Parameters:
  ///   - y: Images in `layout`; the zeros behind their channels are written as well.
  ///   - x: `[N, C, H, W]`, row by row.
  package static func pixels(
    _ y: UnsafeMutablePointer<Float>, fromRows x: UnsafePointer<Float>, layout: PixelLayout
  ) {
    run(layout) { rows, pixels, part in
      ProcessorLevel.table.layout.pixelsFromPlanes(y + pixels, x + rows, part)
    }
  }

  /// - Parameters:
  ///   - y: `[N, C, H, W]`, row by row.
  ///   - x: Images in `layout`.
  package static func rows(
    _ y: UnsafeMutablePointer<Float>, fromPixels x: UnsafePointer<Float>, layout: PixelLayout
  ) {
    run(layout) { rows, pixels, part in
      ProcessorLevel.table.layout.planesFromPixels(y + rows, x + pixels, part)
    }
  }

  /// Calls `change` for all parts of the images, with the places where they begin in both orders.
  private static func run(
    _ layout: PixelLayout, _ change: (_ rows: Int, _ pixels: Int, _ part: LayoutKernels.Part) -> Void
  ) {
    let plane = layout.height * layout.width
    let chunks = PixelChunks(layout)
    ThreadPool.run(chunks: chunks.count) { chunk in
      chunks.forEachPart(of: chunk) { part in
        change(
          part.image * layout.channels * plane + part.firstPixel,
          (part.image * plane + part.firstPixel) * layout.step,
          .init(channels: layout.channels, pixels: part.pixels, planeStep: plane, pixelStep: layout.step))
      }
    }
  }
}
