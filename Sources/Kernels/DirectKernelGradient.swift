package import KernelInterface

/// The gradient of a convolution to its kernel.
///
/// ```
/// K[taps · C, O] = transposed(X[pixels, taps · C]) · dY[pixels, O]
/// ```
///
/// Chunks are parts of the rows of K times parts of the pixels. The sums of the parts of the pixels are kept apart, and
/// added in order at the end. All parts depend on the shape only.
package struct DirectKernelGradient {
  private let pass: DirectPass
  private let table: KernelTable
  private let panels: PanelCut
  /// From one row of sums to the next. Rows an even number of cache lines apart would fall on few lines of the cache.
  private let sumRow: Int
  /// Pixels of a part, and how many parts.
  private let partPixels: Int
  private let parts: Int
  /// Set where all taps share panels.
  private let inPanels: PanelKernelGradient?

  /// Pixels whose rows are multiplied at once: their dy for one panel stays in the first-level cache.
  private static let pixelsAtOnce = 192
  private static let rowLimit = 192

  package init(_ shape: ConvolutionShape, table: KernelTable = ProcessorLevel.table) {
    self.table = table
    inPanels = PanelKernelGradient(shape, table)
    pass = DirectPass.forward(shape)
    panels = PanelCut(pass, table)
    sumRow = pass.columns % 32 == 0 ? pass.columns + 16 : pass.columns
    let chunksOfRows = max((pass.depth + Self.rowLimit - 1) / Self.rowLimit * pass.groups, 1)
    let wanted = min((20 + chunksOfRows - 1) / chunksOfRows, max(pass.pixels / (2 * Self.pixelsAtOnce), 1))
    let pixels = (pass.pixels + wanted - 1) / wanted
    partPixels = max((pixels + Self.pixelsAtOnce - 1) / Self.pixelsAtOnce * Self.pixelsAtOnce, 1)
    parts = max((pass.pixels + partPixels - 1) / partPixels, 1)
  }

  /// Computes `dk` `[O, C / groups, U, V]` from the layout `dy` and the images `x`: `.planes` only where the shape
  /// `canReadPlanes`.
  package func run(
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, in order: ImageOrder = .pixels,
    _ dk: UnsafeMutablePointer<Float>
  ) {
    if let inPanels {
      inPanels.run(dy, x, dk)
      return
    }
    let source = PixelRows(x, in: order, pass, table)
    let blocks = source.depthBlocks(limit: Self.rowLimit)
    let size = pass.depth * sumRow
    let sums = AlignedBuffer(count: pass.groups * parts * size)
    ThreadPool.run(chunks: pass.groups * parts * blocks.count) { chunk in
      let (rest, block) = chunk.quotientAndRemainder(dividingBy: blocks.count)
      let (group, part) = rest.quotientAndRemainder(dividingBy: parts)
      multiply(dy, source, group, part, blocks[block], into: sums.base + rest * size)
    }
    let channels = pass.sourceChannels
    let filterParts = (pass.targetChannels + 15) / 16
    ThreadPool.run(chunks: pass.groups * filterParts) { chunk in
      let (group, part) = chunk.quotientAndRemainder(dividingBy: filterParts)
      let shape = GradientParts(
        parts: parts, partStep: size, taps: pass.taps.count, channels: channels,
        filters: min(16, pass.targetChannels - part * 16), row: sumRow)
      table.directConvolution.unpackGradient(
        dk + group * pass.weightGroup + part * 16 * pass.weightColumn, sums.base + group * parts * size + part * 16,
        shape)
    }
  }

  private func multiply(
    _ dy: UnsafePointer<Float>, _ source: PixelRows, _ group: Int, _ part: Int, _ block: DirectPass.DepthBlock,
    into sums: UnsafeMutablePointer<Float>
  ) {
    let count = min(Self.pixelsAtOnce, partPixels)
    let gathered = AlignedBuffer(count: pass.readsInPlace ? 0 : PixelRows.count(rows: count, [block]))
    let upstream = UpstreamRows(dy, pass, group: group, rows: count, table)
    let begin = min(part * partPixels, pass.pixels)
    let end = min(begin + partPixels, pass.pixels)
    var first = begin
    repeat {
      let pixels = min(count, end - first)
      let (a, aStep) = source.rows(
        of: block, group: group, firstPixel: first, pixels: pixels, into: gathered)
      let (b, bStep) = upstream.rows(firstPixel: first, pixels: pixels)
      for index in 0..<panels.count {
        let column = index * panels.width
        var panel = GemmPanel(
          rows: block.depth, depth: pixels, columns: panels.width(of: index), a: a, aRow: 1, aStep: aStep,
          b: b + column, bStep: bStep, c: sums + block.firstDepth * sumRow + column, cRow: sumRow)
        if first > begin {
          panel.seed = UnsafePointer(panel.c)
          panel.seedRow = sumRow
        }
        table.gemm.panel(panel)
      }
      first += pixels
    } while first < end
  }
}

/// Rows of dy for one group: in place where whole vectors can be read there, else copies.
private struct UpstreamRows {
  private let dy: UnsafePointer<Float>
  private let pass: DirectPass
  private let group: Int
  private let copies: AlignedBuffer?
  private let table: KernelTable

  init(_ dy: UnsafePointer<Float>, _ pass: DirectPass, group: Int, rows: Int, _ table: KernelTable) {
    self.dy = dy
    self.pass = pass
    self.group = group
    self.table = table
    let isAligned = pass.groups == 1 || pass.targetChannels % 16 == 0
    copies = isAligned ? nil : AlignedBuffer(count: rows * pass.columns)
  }

  func rows(firstPixel: Int, pixels: Int) -> (UnsafePointer<Float>, Int) {
    let from = dy + firstPixel * pass.target.step + group * pass.targetChannels
    guard let copies else { return (from, pass.target.step) }
    let placement = PixelPlacement(
      y: copies.base, height: 1, width: pixels, step: pass.columns, firstY: 0, firstX: 0,
      channels: pass.targetChannels, filled: pass.columns, row: pass.target.step, residual: nil, relu: false)
    let grid = PixelGrid(height: 1, width: pixels, stepY: 1, stepX: 1, firstPixel: 0, pixels: pixels)
    table.directConvolution.place(placement, from, grid)
    return (UnsafePointer(copies.base), pass.columns)
  }
}
