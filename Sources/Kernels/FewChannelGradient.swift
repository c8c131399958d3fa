internal import CKernels
package import KernelInterface

/// The gradient of a convolution to an input of few channels, such as an image of three colours.
///
/// ```
/// P[pixels of dy, U · V · C] = dY[pixels, O] · K[O, U · V · C]
/// dX[i · stride + u, j · stride + v, c] = Σ  P[(i, j), (u, v, c)]
/// ```
///
/// `DirectPass` would fill whole vectors with the few channels; here the taps lie beside them, and what one row of the
/// kernel adds to a line of dX is one run of `V · C` numbers. P is computed for a line of dY at a time. A chunk is some
/// lines of dX, which add up the lines of dY in ascending order: the sums do not depend on the cut.
struct FewChannelGradient {
  private let shape: ConvolutionShape
  private let table: KernelTable
  private let panelWidth: Int
  /// Numbers of one row of the kernel, and of the whole.
  private let run: Int
  private let taps: Int
  private let columns: Int

  /// Lines of dX of a chunk: the lines of dY at its ends are multiplied for both neighbours.
  private static let lineLimit = 56

  /// The columns of P with the zeros behind them. Nil where this form would not save much, and where taps of a row are
  /// apart.
  static func columns(_ shape: ConvolutionShape) -> Int? {
    let area = shape.kernelHeight * shape.kernelWidth
    let columns = PixelLayout.padded(area * shape.channels)
    let isDense = shape.groups == 1 && (shape.dilationX == 1 || shape.kernelWidth == 1)
    return isDense && shape.channels > 0 && 3 * columns <= 2 * 16 * area ? columns : nil
  }

  init?(_ shape: ConvolutionShape, _ table: KernelTable) {
    guard let columns = Self.columns(shape) else { return nil }
    self.columns = columns
    run = shape.kernelWidth * shape.channels
    taps = run * shape.kernelHeight
    self.shape = shape
    self.table = table
    panelWidth = table.gemm.panelWidth
  }

  var packedCount: Int { shape.filters * columns }

  /// Packs a kernel `[O, C, U, V]` as `[panel, O, columns of the panel]`, the columns in the order `[U, V, C]`.
  func pack(_ kernel: UnsafePointer<Float>, into packed: UnsafeMutablePointer<Float>) {
    let area = shape.kernelHeight * shape.kernelWidth
    let rows = AlignedBuffer(count: shape.filters * taps)
    for filter in 0..<shape.filters {
      let (from, to) = (kernel + filter * taps, rows.base + filter * taps)
      for channel in 0..<shape.channels {
        for tap in 0..<area { to[tap * shape.channels + channel] = from[channel * area + tap] }
      }
    }
    var offset = 0
    for column in stride(from: 0, to: columns, by: panelWidth) {
      withUnsafePointer(to: &offset) { offset in
        let source = PanelSource(
          x: rows.base + column, column: 1, columns: min(panelWidth, taps - column), step: taps,
          depth: shape.filters, offsets: offset, taps: 1)
        table.directConvolution.packPanel(
          packed + column * shape.filters, min(panelWidth, columns - column), source)
      }
    }
  }

  /// Computes the layout `dx` from the layout `dy`.
  func run(_ dy: UnsafePointer<Float>, packed: UnsafePointer<Float>, dx: UnsafeMutablePointer<Float>) {
    let parts = (shape.height + Self.lineLimit - 1) / Self.lineLimit
    let part = (shape.height + parts - 1) / max(parts, 1)
    ThreadPool.run(chunks: shape.images * parts) { chunk in
      let (image, number) = chunk.quotientAndRemainder(dividingBy: parts)
      let lines = min(number * part, shape.height)..<min((number + 1) * part, shape.height)
      let (output, input) = (shape.output, shape.input)
      addLines(
        lines, dy + image * output.height * output.width * output.step, packed,
        dx + (image * input.height + lines.lowerBound) * input.width * input.step)
    }
  }

  /// Computes some lines of one image, with the border left and right of them that taps reach.
  private func addLines(
    _ lines: Range<Int>, _ dy: UnsafePointer<Float>, _ packed: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>
  ) {
    let line =
      max(
        (shape.outputWidth - 1) * shape.strideX + shape.kernelWidth, shape.width + shape.paddingLeft) * shape.channels
    let sums = AlignedBuffer(count: lines.count * line)
    sums.base.initialize(repeating: 0, count: lines.count * line)
    let products = AlignedBuffer(count: shape.outputWidth * columns)
    for i in 0..<shape.outputHeight {
      let top = i * shape.strideY - shape.paddingTop
      guard let rows = kernelRows(from: top, meeting: lines) else { continue }
      let upstream = dy + i * shape.outputWidth * shape.output.step
      // The register tiles read twelve rows side by side, which the processor does not foresee.
      for number in stride(from: 0, to: shape.outputWidth * shape.output.step, by: 16) {
        kernels_prefetch(upstream + (shape.outputWidth * shape.output.step + number))
      }
      multiply(upstream, packed, rows, into: products.base)
      let y = sums.base + (top + rows.lowerBound * shape.dilationY - lines.lowerBound) * line
      table.directConvolution.addRuns(
        RunSums(
          y: y, line: shape.dilationY * line, step: shape.strideX * shape.channels,
          x: products.base + rows.lowerBound * run, row: columns, pixels: shape.outputWidth, lines: rows.count,
          count: run))
    }
    let width = shape.width * shape.input.step
    for number in 0..<lines.count {
      table.directConvolution.spread(
        dx + number * width, sums.base + number * line + shape.paddingLeft * shape.channels, shape.width,
        shape.input.step, shape.channels)
    }
  }

  /// The rows of the kernel, laid with its top at a line, that meet some lines.
  private func kernelRows(from top: Int, meeting lines: Range<Int>) -> Range<Int>? {
    let step = shape.dilationY
    let first = max(lines.lowerBound - top + step - 1, 0) / step
    let end = min((max(lines.upperBound - top, 0) + step - 1) / step, shape.kernelHeight)
    return first < end ? first..<end : nil
  }

  /// Multiplies one line of dY by the panels that hold some rows of the kernel.
  private func multiply(
    _ dy: UnsafePointer<Float>, _ packed: UnsafePointer<Float>, _ rows: Range<Int>,
    into products: UnsafeMutablePointer<Float>
  ) {
    let first = rows.lowerBound * run / panelWidth * panelWidth
    for column in stride(from: first, to: rows.upperBound * run, by: panelWidth) {
      let width = min(panelWidth, columns - column)
      table.gemm.panel(
        GemmPanel(
          rows: shape.outputWidth, depth: shape.filters, columns: width, a: dy, aRow: shape.output.step,
          b: packed + column * shape.filters, bStep: width, c: products + column, cRow: columns))
    }
  }
}
