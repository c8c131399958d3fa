package import KernelInterface

/// Convolution as products of matrices: chunks of pixels with what lies under their taps, times the packed kernel.
///
/// ```
/// Y[pixels, O] = X[pixels, taps · C] · K[taps · C, O]
/// ```
///
/// The pixels under the taps are copied for a chunk and a part of the depth at a time, so that they stay in the cache.
/// The gradient to the input is the same, class by class of pixels (see `DirectPass`), with channels and filters
/// exchanged. Every number is summed in the same order whatever the chunks are, so they may depend on the threads.
package struct DirectConvolution {
  private let passes: [DirectPass]
  /// Set for the gradient to few channels, which has another form.
  private let fewChannels: FewChannelGradient?
  private let table: KernelTable

  /// - Parameter pass: `.forward` or `.inputGradient`.
  package init(_ shape: ConvolutionShape, pass: ConvolutionPass, table: KernelTable = ProcessorLevel.table) {
    passes = pass == .forward ? [DirectPass.forward(shape)] : DirectPass.inputGradient(shape)
    fewChannels = pass == .forward ? nil : FewChannelGradient(shape, table)
    self.table = table
  }

  /// How many numbers the packed kernel has.
  package var packedCount: Int {
    fewChannels?.packedCount ?? passes.reduce(0) { $0 + Self.packedCount($1) }
  }

  private static func packedCount(_ pass: DirectPass) -> Int { pass.groups * pass.depth * pass.columns }

  /// Packs a kernel `[O, C / groups, U, V]` as `[class, group, panel, taps, channels, columns of the panel]`.
  package func pack(_ kernel: UnsafePointer<Float>, into packed: UnsafeMutablePointer<Float>) {
    if let fewChannels {
      fewChannels.pack(kernel, into: packed)
      return
    }
    var first = 0
    for pass in passes {
      let begin = first
      let panels = PanelCut(pass, table)
      let offsets = pass.taps.map(\.index)
      ThreadPool.run(chunks: pass.groups * panels.count) { chunk in
        let (group, panel) = chunk.quotientAndRemainder(dividingBy: panels.count)
        let column = panel * panels.width
        let source = PanelSource(
          x: kernel + group * pass.weightGroup + column * pass.weightColumn, column: pass.weightColumn,
          columns: min(panels.width, pass.targetChannels - column), step: pass.weightStep, depth: pass.sourceChannels,
          offsets: offsets, taps: offsets.count)
        let to = packed + begin + (group * pass.columns + column) * pass.depth
        table.directConvolution.packPanel(to, panels.width(of: panel), source)
      }
      first += Self.packedCount(pass)
    }
  }

  /// Computes a layout `y` from a layout `x`: for the gradient to the input, `dx` from `dy`, without an epilogue.
  ///
  /// - Parameter order: How `x` lies: `.planes` only where the shape `canReadPlanes`, forward.
  package func run(
    _ x: UnsafePointer<Float>, in order: ImageOrder = .pixels, packed: UnsafePointer<Float>,
    y: UnsafeMutablePointer<Float>, epilogue: ConvolutionEpilogue = ConvolutionEpilogue()
  ) {
    if let fewChannels {
      fewChannels.run(x, packed: packed, dx: y)
      return
    }
    var first = 0
    var products: [DirectProduct] = []
    for pass in passes where pass.pixels > 0 && pass.target.channels > 0 {
      products.append(
        DirectProduct(pass, x: x, in: order, packed: packed + first, y: y, epilogue: epilogue, table: table))
      first += Self.packedCount(pass)
    }
    let ends = products.reduce(into: [0]) { $0.append($0.last! + $1.chunks) }
    ThreadPool.run(chunks: ends.last!) { chunk in
      let index = ends.lastIndex { $0 <= chunk }!
      products[index].run(chunk: chunk - ends[index])
    }
  }
}

/// The columns of a product, in panels.
struct PanelCut {
  let width: Int
  let count: Int
  private let columns: Int

  init(_ pass: DirectPass, _ table: KernelTable) {
    width = table.gemm.panelWidth
    columns = pass.columns
    count = (columns + width - 1) / width
  }

  /// The last panel can be 16 wide.
  func width(of panel: Int) -> Int { min(width, columns - panel * width) }
}

/// One pass over given memory.
private struct DirectProduct {
  let pass: DirectPass
  let blocks: [DirectPass.DepthBlock]
  let panels: PanelCut
  let cut: DirectCut
  let source: PixelRows
  /// Set when whole lines of pixels are multiplied where they lie.
  let inPlace: PixelRows.InPlace?
  let packed: UnsafePointer<Float>
  let y: UnsafeMutablePointer<Float>
  let epilogue: ConvolutionEpilogue
  let table: KernelTable

  var chunks: Int { pass.groups * cut.pixelParts * cut.panelParts }

  init(
    _ pass: DirectPass, x: UnsafePointer<Float>, in order: ImageOrder, packed: UnsafePointer<Float>,
    y: UnsafeMutablePointer<Float>, epilogue: ConvolutionEpilogue, table: KernelTable
  ) {
    self.pass = pass
    self.packed = packed
    self.y = y
    self.epilogue = epilogue
    self.table = table
    source = PixelRows(x, in: order, pass, table)
    inPlace = pass.writesInPlace ? source.inPlace : nil
    panels = PanelCut(pass, table)
    blocks = source.depthBlocks(limit: 384)
    cut = DirectCut(
      pixels: pass.pixels, depth: pass.depth, panels: panels.count, groups: pass.groups,
      isGathered: !pass.readsInPlace && inPlace == nil, unit: inPlace == nil ? 3 : pass.gridWidth,
      threads: ThreadPool.threads)
  }

  func run(chunk: Int) {
    let (group, part) = chunk.quotientAndRemainder(dividingBy: cut.pixelParts * cut.panelParts)
    let (pixelPart, panelPart) = part.quotientAndRemainder(dividingBy: cut.panelParts)
    let firstPixel = pixelPart * cut.rows
    let rows = min(cut.rows, pass.pixels - firstPixel)
    let firstPanel = panelPart * cut.panels
    let lastPanel = min(firstPanel + cut.panels, panels.count)
    guard rows > 0, firstPanel < lastPanel else { return }
    if let inPlace {
      multiplyLines(inPlace, firstPixel: firstPixel, rows: rows, firstPanel..<lastPanel)
      // At the end of the chunk: reading what has just been written would wait for it to arrive.
      if lastPanel == panels.count {
        PixelLayout.restoreZeros(
          y + firstPixel * pass.target.step, channels: pass.targetChannels, rows: rows, row: pass.target.step)
      }
      return
    }
    let firstColumn = firstPanel * panels.width
    let columns = min(lastPanel * panels.width, pass.columns) - firstColumn

    let gathered = AlignedBuffer(count: pass.readsInPlace ? 0 : PixelRows.count(rows: rows, blocks))
    let placed = pass.writesInPlace ? nil : AlignedBuffer(count: rows * columns)
    let c: UnsafeMutablePointer<Float>
    let cRow: Int
    if let placed {
      (c, cRow) = (placed.base, columns)
    } else {
      cRow = pass.target.step
      c = y + firstPixel * cRow + group * pass.targetChannels + firstColumn
    }
    let bias = epilogue.bias.map { GroupBias($0 + group * pass.targetChannels, pass) }
    let weights = packed + group * pass.columns * pass.depth

    for (number, block) in blocks.enumerated() {
      let (a, aRow) = source.rows(
        of: block, group: group, firstPixel: firstPixel, pixels: rows, into: gathered)
      for index in firstPanel..<lastPanel {
        let width = panels.width(of: index)
        let column = index * panels.width
        var panel = GemmPanel(
          rows: rows, depth: block.depth, columns: width, a: a, aRow: aRow,
          b: weights + column * pass.depth + block.firstDepth * width, bStep: width, c: c + column - firstColumn,
          cRow: cRow)
        if number > 0 {
          panel.seed = UnsafePointer(panel.c)
          panel.seedRow = cRow
        } else {
          panel.bias = bias.map { $0.base + column }
          if placed == nil, let residual = epilogue.residual {
            panel.seed = residual + (panel.c - y)
            panel.seedRow = cRow
          }
        }
        panel.relu = epilogue.relu && placed == nil && number == blocks.count - 1
        table.gemm.panel(panel)
      }
    }
    if let placed {
      place(placed, group: group, firstPixel: firstPixel, rows: rows, column: firstColumn, columns: columns)
    } else if lastPanel == panels.count {
      PixelLayout.restoreZeros(
        c, channels: pass.targetChannels - firstColumn, rows: rows, row: cRow)
    }
  }

  /// Multiplies a chunk line by line of the grid, without copies.
  private func multiplyLines(_ place: PixelRows.InPlace, firstPixel: Int, rows: Int, _ range: Range<Int>) {
    let multiply = table.gemm.panel
    for index in range {
      let width = panels.width(of: index)
      let column = index * panels.width
      var pixel = firstPixel
      while pixel < firstPixel + rows {
        let count = min(pass.gridWidth - pixel % pass.gridWidth, firstPixel + rows - pixel)
        let offset = pixel * pass.target.step + column
        var panel = GemmPanel(
          rows: count, depth: place.depth, columns: width, a: source.firstNumber(of: pixel, place), aRow: place.row,
          b: packed + column * pass.depth, bStep: width, c: y + offset, cRow: pass.target.step)
        panel.lines = place.lines
        panel.aLine = place.line
        panel.bias = epilogue.bias.map { $0 + column }
        panel.seed = epilogue.residual.map { $0 + offset }
        panel.seedRow = pass.target.step
        panel.relu = epilogue.relu
        multiply(panel)
        pixel += count
      }
    }
  }

  /// Copies the rows of a chunk to their pixels.
  private func place(
    _ rows: AlignedBuffer, group: Int, firstPixel: Int, rows count: Int, column: Int, columns: Int
  ) {
    let channel = group * pass.targetChannels + column
    let channels = min(columns, pass.targetChannels - column)
    let isLast = channel + channels == pass.target.channels
    let placement = PixelPlacement(
      y: y + channel, height: pass.target.height, width: pass.target.width, step: pass.target.step,
      firstY: pass.targetFirstY, firstX: pass.targetFirstX, channels: channels,
      filled: isLast ? pass.target.step - channel : channels, row: columns,
      residual: epilogue.residual.map { $0 + channel }, relu: epilogue.relu)
    var grid = pass.grid(firstPixel: firstPixel, pixels: count)
    grid.stepY = pass.targetStepY
    grid.stepX = pass.targetStepX
    table.directConvolution.place(placement, rows.base, grid)
  }
}

/// The bias of one group, with as many numbers behind it as panels read.
private struct GroupBias {
  let base: UnsafePointer<Float>
  private let copy: AlignedBuffer?

  init(_ bias: UnsafePointer<Float>, _ pass: DirectPass) {
    guard pass.groups > 1, pass.targetChannels % 16 != 0 else {
      (base, copy) = (bias, nil)
      return
    }
    let padded = AlignedBuffer(count: pass.columns)
    for column in 0..<pass.columns { padded.base[column] = column < pass.targetChannels ? bias[column] : 0 }
    (base, copy) = (UnsafePointer(padded.base), padded)
  }
}
