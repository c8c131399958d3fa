package import KernelInterface

/// Convolution where every channel has one kernel of its own: `groups == channels == filters`.
///
/// ```
/// y[p, c] = Σ taps  x[p + tap, c] · k[tap, c]
/// ```
package struct DepthwiseConvolution {
  private let passes: [DirectPass]
  private let table: KernelTable

  /// Whether `shape` is depthwise.
  package static func fits(_ shape: ConvolutionShape) -> Bool {
    shape.groups == shape.channels && shape.groups == shape.filters
  }

  /// - Parameter pass: `.inputGradient`, else what `.forward` and `.kernelGradient` need.
  package init(_ shape: ConvolutionShape, pass: ConvolutionPass, table: KernelTable = ProcessorLevel.table) {
    precondition(DepthwiseConvolution.fits(shape))
    passes = pass == .inputGradient ? DirectPass.inputGradient(shape) : [DirectPass.forward(shape)]
    self.table = table
  }

  /// How many numbers the packed kernel has.
  package var packedCount: Int { passes.reduce(0) { $0 + $1.taps.count * $1.source.step } }

  /// Packs a kernel `[C, 1, U, V]` as `[class, taps, C]`.
  package func pack(_ kernel: UnsafePointer<Float>, into packed: UnsafeMutablePointer<Float>) {
    var to = packed
    for pass in passes {
      for tap in pass.taps {
        for channel in 0..<pass.source.step {
          to[channel] = channel < pass.source.channels ? kernel[channel * pass.weightGroup + tap.index] : 0
        }
        to += pass.source.step
      }
    }
  }

  /// Computes a layout `y` from a layout `x`: for the gradient to the input, `dx` from `dy`.
  package func run(
    _ x: UnsafePointer<Float>, packed: UnsafePointer<Float>, y: UnsafeMutablePointer<Float>,
    epilogue: ConvolutionEpilogue = ConvolutionEpilogue()
  ) {
    var weights = packed
    for pass in passes where pass.pixels > 0 {
      let placement = PixelPlacement(
        y: y, height: pass.target.height, width: pass.target.width, step: pass.target.step, firstY: pass.targetFirstY,
        firstX: pass.targetFirstX, channels: pass.target.step, filled: pass.target.step, row: pass.target.step,
        residual: epilogue.residual, relu: epilogue.relu)
      forEachChunk(pass, x, weights, Self.chunk(pass, numbers: 64 * 1024)) { _, lines in
        table.depthwise.multiply(lines, placement, pass.targetStepY, pass.targetStepX, epilogue.bias)
      }
      weights += pass.taps.count * pass.source.step
    }
  }

  /// Computes `dk` `[C, 1, U, V]` from the layouts `dy` and `x`: a sum for each chunk of lines, added in order.
  package func kernelGradient(
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ dk: UnsafeMutablePointer<Float>
  ) {
    let pass = passes[0]
    let size = pass.taps.count * pass.source.step
    let lines = pass.source.images * pass.gridHeight
    let chunk = max(Self.chunk(pass, numbers: 64 * 1024), (lines + 63) / 64)
    let chunks = (lines + chunk - 1) / chunk
    let sums = AlignedBuffer(count: max(chunks, 1) * size)
    sums.base.initialize(repeating: 0, count: sums.count)
    forEachChunk(pass, x, UnsafePointer(sums.base), chunk) { number, lines in
      table.depthwise.kernelGradient(sums.base + number * size, lines, dy)
    }
    for channel in 0..<pass.source.channels {
      for (number, tap) in pass.taps.enumerated() {
        let place = number * pass.source.step + channel
        dk[channel * pass.weightGroup + tap.index] = (0..<chunks).reduce(0) { $0 + sums.base[$1 * size + place] }
      }
    }
  }

  /// Lines for about as many numbers.
  private static func chunk(_ pass: DirectPass, numbers: Int) -> Int {
    max(numbers / max(pass.gridWidth * pass.source.step, 1), 1)
  }

  private func forEachChunk(
    _ pass: DirectPass, _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ size: Int,
    _ body: (_ chunk: Int, DepthwiseLines) -> Void
  ) {
    let count = pass.pixels == 0 ? 0 : pass.source.images * pass.gridHeight
    let source = PixelSource(
      base: x, height: pass.source.height, width: pass.source.width, step: pass.source.step,
      channels: pass.source.step, readsBeyond: true)
    let taps = pass.taps.map { TapRun(offsetY: $0.y, offsetX: $0.x, taps: 1) }
    taps.withUnsafeBufferPointer { taps in
      let taps = taps.baseAddress!
      ThreadPool.run(chunks: (count + size - 1) / size) { chunk in
        let first = chunk * size
        let lines = DepthwiseLines(
          source: source, taps: taps, tapCount: pass.taps.count, weights: weights,
          grid: pass.grid(firstPixel: 0, pixels: 0), firstLine: first, lines: min(size, count - first))
        body(chunk, lines)
      }
    }
  }
}
