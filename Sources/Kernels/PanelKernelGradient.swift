package import KernelInterface

/// The gradient of a convolution to its kernel, of several taps and more than a vector of channels.
///
/// ```
/// K[u, v, O, C] = Σ pixels  transposed(dY[pixels, O]) · X[pixels · stride + (u, v) · dilation, C]
/// ```
///
/// A chunk has some channels, some filters and a part of the pixels, and computes all taps. It goes on in blocks of
/// pixels, whose x and dy are packed as panels: all taps read the same panels in the first-level cache, each from its own
/// place in x on, and the sums stay in the second-level cache. Chunks and blocks depend on the shape only.
struct PanelKernelGradient {
  private let pass: DirectPass
  private let blocks: PixelBlocks
  private let cut: GradientCut
  private let lines: PackedLines
  private let table: KernelTable
  /// From one tap of a chunk's sums to the next, and to the next chunk.
  private let tapStep: Int
  private let sumCount: Int

  /// Filters of a panel of dy: rows of the product, so a multiple of every level's tile.
  private static let panelFilters = 12

  /// Nil where panels do not pay: for one tap, few channels (with strides, not many) or many lanes without any, short
  /// lines, and taps so far apart that most of the packed pixels lie between them. Nil for empty sums.
  init?(_ shape: ConvolutionShape, _ table: KernelTable) {
    pass = DirectPass.forward(shape)
    self.table = table
    let channels = pass.sourceChannels
    guard pass.taps.count > 1, channels > 16, 8 * PixelLayout.padded(channels) <= 9 * channels,
      channels > 128 || shape.strideY * shape.strideX == 1, shape.outputWidth > 4, pass.targetChannels > 0,
      pass.pixels > 0
    else { return nil }
    blocks = PixelBlocks(shape.output)
    cut = GradientCut(
      pass, blocks: blocks.count, panelChannels: table.gemm.panelWidth, panelFilters: Self.panelFilters)
    lines = PackedLines(shape, blocks)
    guard lines.pixelsPerBlock <= pass.taps.count * blocks.pixelsPerBlock else { return nil }
    tapStep = cut.filters * cut.channels
    sumCount = pass.taps.count * tapStep
  }

  /// Computes `dk` `[O, C / groups, U, V]` from the layouts `dy` and `x`.
  func run(_ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ dk: UnsafeMutablePointer<Float>) {
    guard cut.pixelParts > 1 else {
      ThreadPool.run(chunks: cut.count) { chunk in
        let sums = AlignedBuffer(count: sumCount)
        add(dy, x, cut[chunk], 0..<blocks.count, into: sums.base)
        join(sums.base, cut[chunk], into: dk)
      }
      return
    }
    let sums = AlignedBuffer(count: cut.count * cut.pixelParts * sumCount)
    ThreadPool.run(chunks: cut.count * cut.pixelParts) { chunk in
      let (index, part) = chunk.quotientAndRemainder(dividingBy: cut.pixelParts)
      let first = part * blocks.count / cut.pixelParts
      let end = (part + 1) * blocks.count / cut.pixelParts
      add(dy, x, cut[index], first..<end, into: sums.base + chunk * sumCount)
    }
    let pieces = (cut.filters + 7) / 8
    ThreadPool.run(chunks: cut.count * pieces) { chunk in
      let (index, piece) = chunk.quotientAndRemainder(dividingBy: pieces)
      var part = cut[index]
      let first = min(piece * 8, part.filters.count)
      part.filters = part.filters.dropFirst(first).prefix(8)
      join(sums.base + index * cut.pixelParts * sumCount + first * cut.channels, part, into: dk)
    }
  }

  /// Adds up the parts of the pixels, and writes the sums to their places in `dk`.
  private func join(_ sums: UnsafePointer<Float>, _ part: GradientCut.Part, into dk: UnsafeMutablePointer<Float>) {
    table.directConvolution.joinTaps(
      dk + part.group * pass.weightGroup + part.filters.lowerBound * pass.weightColumn
        + part.channels.lowerBound * pass.weightStep,
      pass.weightColumn,
      TapSums(
        sums: sums, parts: cut.pixelParts, partStep: sumCount, taps: pass.taps.count, tapStep: tapStep,
        filters: part.filters.count, channels: part.channels.count, row: cut.channels))
  }

  /// Computes the sums `[tap, filter, channel]` over some blocks.
  private func add(
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ part: GradientCut.Part, _ range: Range<Int>,
    into sums: UnsafeMutablePointer<Float>
  ) {
    let source = PixelPanelBuffer(
      channels: part.channels.count, width: table.gemm.panelWidth, pixels: lines.pixelsPerBlock)
    let upstream = PixelPanelBuffer(
      channels: part.filters.count, width: Self.panelFilters, pixels: blocks.pixelsPerBlock)
    let x = x + part.group * pass.sourceChannels + part.channels.lowerBound
    let dy = dy + part.group * pass.targetChannels + part.filters.lowerBound
    for index in range {
      let block = blocks[index]
      lines.pack(x, channels: part.channels.count, block, into: source, table)
      var pixel = 0
      for run in upstreamRuns(dy, block, part) {
        table.directConvolution.split(upstream.part(pixel, run))
        pixel += run.pixels
      }
      var next: [PixelRun] = []
      if index + 1 < range.upperBound {
        next = lines.runs(x, blocks[index + 1], channels: part.channels.count)
        next += upstreamRuns(dy, blocks[index + 1], part)
      }
      let products = source.panels * upstream.panels * pass.taps.count
      multiply(
        upstream, source, block, part, isFirst: index == range.lowerBound, into: sums,
        PixelPrefetch(next, calls: products))
    }
  }

  /// Adds the products of a block's panels to the sums, and meanwhile asks for the pixels of the next block.
  private func multiply(
    _ upstream: PixelPanelBuffer, _ source: PixelPanelBuffer, _ block: PixelBlocks.Block, _ part: GradientCut.Part,
    isFirst: Bool, into sums: UnsafeMutablePointer<Float>, _ prefetch: consuming PixelPrefetch
  ) {
    let width = table.gemm.panelWidth
    let places = lines.places(block)
    for (number, channel) in stride(from: 0, to: part.channels.count, by: width).enumerated() {
      for index in 0..<upstream.panels {
        // Rows behind the last filter meet whatever lies there, and are not read.
        let filter = index * Self.panelFilters
        var panel = GemmPanel(
          rows: min(Self.panelFilters, (part.filters.count - filter + 2) / 3 * 3), depth: block.columns.count,
          columns: min(width, PixelLayout.padded(part.channels.count - channel)), a: upstream.panel(index), aRow: 1,
          aStep: Self.panelFilters, b: source.panel(number), bStep: width, c: sums + filter * cut.channels + channel,
          cRow: cut.channels)
        panel.lines = block.lineCount
        panel.aLine = panel.depth * panel.aStep
        panel.bGap = (places.line - panel.depth) * width
        if panel.bGap == 0 { (panel.depth, panel.lines) = (panel.depth * panel.lines, 1) }
        panel.seedRow = cut.channels
        let b = panel.b
        for place in places.taps {
          prefetch.next()
          panel.b = b + place * width
          panel.seed = isFirst ? nil : UnsafePointer(panel.c)
          table.gemm.panel(panel)
          panel.c += tapStep
        }
      }
    }
  }

  /// The lines of dy in a block, in the order of `PackedLines`.
  private func upstreamRuns(
    _ dy: UnsafePointer<Float>, _ block: PixelBlocks.Block, _ part: GradientCut.Part
  ) -> [PixelRun] {
    let target = pass.target
    return block.lines.flatMap { y in
      block.images.map { image in
        PixelRun(
          x: dy + ((image * target.height + y) * target.width + block.columns.lowerBound) * target.step,
          step: target.step, pixels: block.columns.count, channels: part.filters.count)
      }
    }
  }
}
