/// Neighbouring taps of a kernel's row, as far as they read one row of the source.
package struct TapRun {
  /// Where the first tap reads, relative to the pixel's own place.
  package var offsetY: Int
  package var offsetX: Int
  package var taps: Int

  package init(offsetY: Int, offsetX: Int, taps: Int) {
    self.offsetY = offsetY
    self.offsetX = offsetX
    self.taps = taps
  }
}

/// Some pixels of a grid over images: pixel `(y, x)` of the grid stands at `(y * stepY, x * stepX)` of the source.
package struct PixelGrid {
  package var height: Int
  package var width: Int
  package var stepY: Int
  package var stepX: Int
  /// Counted over all images.
  package var firstPixel: Int
  package var pixels: Int

  package init(height: Int, width: Int, stepY: Int, stepX: Int, firstPixel: Int, pixels: Int) {
    self.height = height
    self.width = width
    self.stepY = stepY
    self.stepX = stepX
    self.firstPixel = firstPixel
    self.pixels = pixels
  }
}

/// Images as pixel after pixel, or one group of their channels.
package struct PixelSource {
  package var base: UnsafePointer<Float>
  package var height: Int
  package var width: Int
  /// From one pixel to the next.
  package var step: Int
  package var channels: Int
  /// Whether 15 numbers behind the channels of a pixel may be read.
  package var readsBeyond: Bool
  /// From one line of pixels to the next, and from one image to the next.
  package var line: Int
  package var image: Int

  /// Lines and images without gaps.
  package init(
    base: UnsafePointer<Float>, height: Int, width: Int, step: Int, channels: Int, readsBeyond: Bool
  ) {
    line = width * step
    image = height * width * step
    self.base = base
    self.height = height
    self.width = width
    self.step = step
    self.channels = channels
    self.readsBeyond = readsBeyond
  }
}

/// What a direct convolution does besides products of matrices.
package final class DirectConvolutionKernels: Sendable {
  /// Writes for every pixel what lies under the taps, tap after tap and the channels of a tap side by side, and 0 outside
  /// of the image. Rows of `y` are `row` numbers apart; 15 numbers behind the last one are overwritten.
  package let gather:
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ row: Int, _ source: PixelSource, _ runs: UnsafePointer<TapRun>,
      _ runCount: Int, _ grid: PixelGrid
    ) -> Void
  /// Writes the channels of pixels side by side: `y[pixel * channels + c] = x[pixel * step + c * channelStep]`.
  package let compact:
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ pixels: Int, _ step: Int, _ channels: Int,
      _ channelStep: Int
    ) -> Void
  /// The other direction, with zeros behind the channels: `x[pixel * step + c] = y[pixel * channels + c]`. At most 16
  /// channels.
  package let spread:
    @Sendable (
      _ x: UnsafeMutablePointer<Float>, _ y: UnsafePointer<Float>, _ pixels: Int, _ step: Int, _ channels: Int
    ) -> Void
  /// Adds runs of products to the lines that they belong to.
  package let addRuns: @Sendable (_ sums: RunSums) -> Void
  /// Places one number of channels at every pixel of the grid: writes rows of `x` to their pixels in `y`
  /// with the residual added, and zeros behind the channels up to `filled`.
  package let place: @Sendable (_ placement: PixelPlacement, _ x: UnsafePointer<Float>, _ grid: PixelGrid) -> Void
  /// Writes `depth * taps` rows of a panel of `width` columns:
  /// `y[(t * depth + i) * width + j] = x[j * column + i * step + offsets[t]]`, and 0 from `columns` on.
  package let packPanel: @Sendable (_ y: UnsafeMutablePointer<Float>, _ width: Int, _ x: PanelSource) -> Void
  /// Adds up parts of a kernel's gradient, the sums in place of the first one, and turns them from `[tap, channel, filter]` to `[filter, channel, tap]`.
  package let unpackGradient:
    @Sendable (_ y: UnsafeMutablePointer<Float>, _ parts: UnsafeMutablePointer<Float>, _ shape: GradientParts) -> Void

  /// Writes pixels as panels: `y[c / width * panel + pixel * width + c % width] = x[pixel * step + c]`. Behind the last
  /// channel there is anything, and 15 numbers behind the last pixel of a panel can be overwritten.
  package let split: @Sendable (_ panels: PixelPanels) -> Void
  /// Adds up parts of a kernel's gradient and writes `y[filter * step + channel * taps + tap]`.
  package let joinTaps: @Sendable (_ y: UnsafeMutablePointer<Float>, _ step: Int, _ sums: TapSums) -> Void

  package init(
    gather:
      @escaping @Sendable (
        UnsafeMutablePointer<Float>, Int, PixelSource, UnsafePointer<TapRun>, Int, PixelGrid
      ) -> Void,
    compact: @escaping @Sendable (UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int, Int, Int, Int) -> Void,
    spread: @escaping @Sendable (UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int, Int, Int) -> Void,
    addRuns: @escaping @Sendable (RunSums) -> Void,
    place: @escaping @Sendable (PixelPlacement, UnsafePointer<Float>, PixelGrid) -> Void,
    packPanel: @escaping @Sendable (UnsafeMutablePointer<Float>, Int, PanelSource) -> Void,
    unpackGradient:
      @escaping @Sendable (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, GradientParts) -> Void,
    split: @escaping @Sendable (PixelPanels) -> Void,
    joinTaps: @escaping @Sendable (UnsafeMutablePointer<Float>, Int, TapSums) -> Void
  ) {
    self.gather = gather
    self.compact = compact
    self.spread = spread
    self.addRuns = addRuns
    self.place = place
    self.packPanel = packPanel
    self.unpackGradient = unpackGradient
    self.split = split
    self.joinTaps = joinTaps
  }
}

/// Where rows of results go in an image.
package struct PixelPlacement {
  package var y: UnsafeMutablePointer<Float>
  package var height: Int
  package var width: Int
  /// From one pixel to the next, in `y` and in the residual.
  package var step: Int
  /// The pixel of the grid's first one.
  package var firstY: Int
  package var firstX: Int
  package var channels: Int
  /// Zeros are written behind the channels up to here.
  package var filled: Int
  /// From one row of results to the next.
  package var row: Int
  package var residual: UnsafePointer<Float>?
  package var relu: Bool

  package init(
    y: UnsafeMutablePointer<Float>, height: Int, width: Int, step: Int, firstY: Int, firstX: Int, channels: Int,
    filled: Int, row: Int, residual: UnsafePointer<Float>?, relu: Bool
  ) {
    self.y = y
    self.height = height
    self.width = width
    self.step = step
    self.firstY = firstY
    self.firstX = firstX
    self.channels = channels
    self.filled = filled
    self.row = row
    self.residual = residual
    self.relu = relu
  }
}

/// Weights of up to one panel's filters, somewhere in `[O, C, U, V]`.
package struct PanelSource {
  package var x: UnsafePointer<Float>
  /// From one column to the next.
  package var column: Int
  package var columns: Int
  /// From one channel to the next.
  package var step: Int
  package var depth: Int
  /// Where each tap lies.
  package var offsets: UnsafePointer<Int>
  package var taps: Int

  package init(
    x: UnsafePointer<Float>, column: Int, columns: Int, step: Int, depth: Int, offsets: UnsafePointer<Int>, taps: Int
  ) {
    self.x = x
    self.column = column
    self.columns = columns
    self.step = step
    self.depth = depth
    self.offsets = offsets
    self.taps = taps
  }
}

/// Partial sums of a kernel's gradient, `[part, tap, channel, filter]`.
package struct GradientParts {
  package var parts: Int
  /// From one part to the next.
  package var partStep: Int
  package var taps: Int
  package var channels: Int
  package var filters: Int
  /// From one row of filters to the next.
  package var row: Int

  package init(parts: Int, partStep: Int, taps: Int, channels: Int, filters: Int, row: Int) {
    self.parts = parts
    self.partStep = partStep
    self.taps = taps
    self.channels = channels
    self.filters = filters
    self.row = row
  }
}

/// Runs of products for pixels side by side, one run for each row of a kernel.
///
/// ```
/// y[pixel * step + r * line + i] += x[pixel * row + r * count + i]       pixel < pixels, r < lines, i < count
/// ```
package struct RunSums {
  package var y: UnsafeMutablePointer<Float>
  package var line: Int
  package var step: Int
  package var x: UnsafePointer<Float>
  package var row: Int
  package var pixels: Int
  package var lines: Int
  package var count: Int

  package init(
    y: UnsafeMutablePointer<Float>, line: Int, step: Int, x: UnsafePointer<Float>, row: Int, pixels: Int, lines: Int,
    count: Int
  ) {
    self.y = y
    self.line = line
    self.step = step
    self.x = x
    self.row = row
    self.pixels = pixels
    self.lines = lines
    self.count = count
  }
}

/// Pixels whose channels are split into panels of `width`: 32, or 16 and fewer.
package struct PixelPanels {
  package var y: UnsafeMutablePointer<Float>
  /// From one panel to the next.
  package var panel: Int
  package var width: Int
  package var x: UnsafePointer<Float>
  /// From one pixel to the next: 16 or more.
  package var step: Int
  package var channels: Int
  /// Pixels of zeros, those that are read, and zeros again.
  package var before: Int
  package var pixels: Int
  package var after: Int

  package init(
    y: UnsafeMutablePointer<Float>, panel: Int, width: Int, x: UnsafePointer<Float>, step: Int, channels: Int,
    before: Int, pixels: Int, after: Int
  ) {
    self.y = y
    self.panel = panel
    self.width = width
    self.x = x
    self.step = step
    self.channels = channels
    self.before = before
    self.pixels = pixels
    self.after = after
  }
}

/// Partial sums of a kernel's gradient, `[part, tap, filter, channel]`.
package struct TapSums {
  package var sums: UnsafePointer<Float>
  package var parts: Int
  /// From one part to the next.
  package var partStep: Int
  package var taps: Int
  /// From one tap to the next.
  package var tapStep: Int
  package var filters: Int
  package var channels: Int
  /// From one filter to the next.
  package var row: Int

  package init(
    sums: UnsafePointer<Float>, parts: Int, partStep: Int, taps: Int, tapStep: Int, filters: Int, channels: Int,
    row: Int
  ) {
    self.sums = sums
    self.parts = parts
    self.partStep = partStep
    self.taps = taps
    self.tapStep = tapStep
    self.filters = filters
    self.channels = channels
    self.row = row
  }
}
