internal import CKernels
package import KernelInterface

/// Some channels of pixels that are `step` apart.
struct PixelRun {
  var x: UnsafePointer<Float>
  var step: Int
  var pixels: Int
  var channels: Int
}

/// Room for pixels as panels: a panel has `width` of their channels, pixel after pixel.
struct PixelPanelBuffer {
  let panels: Int
  private let width: Int
  private let step: Int
  private let buffer: AlignedBuffer

  init(channels: Int, width: Int, pixels: Int) {
    self.width = width
    panels = (channels + width - 1) / width
    // Whole vectors are written behind the last pixel.
    step = PixelLayout.padded(width * pixels) + 16
    buffer = AlignedBuffer(count: panels * step)
  }

  func panel(_ number: Int) -> UnsafePointer<Float> { UnsafePointer(buffer.base + number * step) }

  /// A run that is to be written from pixel number `first` on, with zeros before and after it.
  func part(_ first: Int, before: Int = 0, _ run: PixelRun, after: Int = 0) -> PixelPanels {
    PixelPanels(
      y: buffer.base + first * width, panel: step, width: width, x: run.x, step: run.step, channels: run.channels,
      before: before, pixels: run.pixels, after: after)
  }
}

/// Asks for the cache lines of pixels, at each call for some of them: they arrive while something else is computed.
struct PixelPrefetch {
  private let runs: [PixelRun]
  private let linesPerCall: Int
  private var run = 0
  private var pixel = 0
  private var channel = 0

  /// All lines are asked for after `calls` calls.
  init(_ runs: [PixelRun], calls: Int) {
    self.runs = runs
    let lines = runs.reduce(0) { $0 + $1.pixels * (($1.channels + 15) / 16) }
    linesPerCall = (lines + calls - 1) / calls
  }

  mutating func next() {
    for _ in 0..<linesPerCall {
      guard run < runs.count else { return }
      kernels_prefetch(runs[run].x + (pixel * runs[run].step + channel))
      channel += 16
      if channel < runs[run].channels { continue }
      (channel, pixel) = (0, pixel + 1)
      if pixel < runs[run].pixels { continue }
      (pixel, run) = (0, run + 1)
    }
  }
}
