package import KernelInterface

/// How the lines of x that the taps of a block of pixels read are packed. Pixels that one tap reads for neighbours lie
/// side by side: with a stride a line consists of several lists. Lines follow each other as in the image, those of all
/// images before the next ones, where rows of the kernel share them; else each row of the kernel has its own.
struct PackedLines {
  private let shape: ConvolutionShape
  private let blocks: PixelBlocks
  /// Columns that leave the same rest when divided by the stride: the first one, and how many.
  private var lists: [(first: Int, pixels: Int)] = []
  /// Where the taps of a row of the kernel begin in a line.
  private var starts: [Int]
  /// Of a line.
  private var pixels = 0

  init(_ shape: ConvolutionShape, _ blocks: PixelBlocks) {
    self.shape = shape
    self.blocks = blocks
    starts = Array(repeating: 0, count: shape.kernelWidth)
    for rest in 0..<shape.strideX {
      var last: Int?
      for tap in 0..<shape.kernelWidth where tap * shape.dilationX % shape.strideX == rest {
        last = tap * shape.dilationX / shape.strideX
        starts[tap] = pixels + last!
      }
      guard let last else { continue }
      lists.append((rest, blocks.columnsPerBlock + last))
      pixels += blocks.columnsPerBlock + last
    }
  }

  /// Lines of x that some lines of one image need.
  private func span(_ lines: Int) -> Int {
    (lines - 1) * shape.strideY + (shape.kernelHeight - 1) * shape.dilationY + 1
  }

  /// Equal lines of several images follow each other, so that all lines of a tap are equally far apart: with stride 1.
  private func areShared(images: Int, lines: Int) -> Bool {
    (images == 1 || shape.strideY == 1) && span(lines) < lines * shape.kernelHeight
  }

  /// How many pixels a block has at most.
  var pixelsPerBlock: Int {
    let (images, lines) = (blocks.imagesPerBlock, blocks.linesPerBlock)
    return pixels
      * images * (areShared(images: images, lines: lines) ? span(lines) : lines * shape.kernelHeight)
  }

  /// The pixel at which each tap begins, and the distance from there to the next line of the block.
  func places(_ block: PixelBlocks.Block) -> (taps: [Int], line: Int) {
    let areShared = areShared(images: block.images.count, lines: block.lines.count)
    let row = pixels * (areShared ? shape.dilationY * block.images.count : block.lineCount)
    let taps = (0..<shape.kernelHeight).flatMap { u in starts.map { u * row + $0 } }
    return (taps, areShared ? shape.strideY * pixels : pixels)
  }

  /// The lines of x that a block's taps read, as far as they lie in the image.
  func runs(_ x: UnsafePointer<Float>, _ block: PixelBlocks.Block, channels: Int) -> [PixelRun] {
    let top = block.lines.lowerBound * shape.strideY - shape.paddingTop
    let left = block.columns.lowerBound * shape.strideX - shape.paddingLeft
    let width = (block.columns.count - 1) * shape.strideX + (shape.kernelWidth - 1) * shape.dilationX + 1
    let columns = (left..<left + width).clamped(to: 0..<shape.width)
    return (top..<top + span(block.lines.count)).clamped(to: 0..<shape.height).flatMap { y in
      block.images.map { image in
        PixelRun(
          x: x + ((image * shape.height + y) * shape.width + columns.lowerBound) * shape.input.step,
          step: shape.input.step, pixels: columns.count, channels: channels)
      }
    }
  }

  /// - Parameter x: The layout, from the first of the channels on.
  func pack(
    _ x: UnsafePointer<Float>, channels: Int, _ block: PixelBlocks.Block, into panels: PixelPanelBuffer,
    _ table: KernelTable
  ) {
    var pixel = 0
    func packLine(image: Int, y: Int) {
      let isInside = 0..<shape.height ~= y
      let step = shape.strideX
      for list in lists {
        let first = list.first + block.columns.lowerBound * step - shape.paddingLeft
        let count = list.pixels - blocks.columnsPerBlock + block.columns.count
        /// The first pixel of the list that does not lie before a column.
        func number(_ column: Int) -> Int { isInside ? min(max((column - first + step - 1) / step, 0), count) : count }
        let (before, end) = (number(0), number(shape.width))
        let place = (image * shape.height + y) * shape.width + first + before * step
        let run = PixelRun(
          x: x + place * shape.input.step, step: step * shape.input.step, pixels: end - before, channels: channels)
        table.directConvolution.split(panels.part(pixel, before: before, run, after: count - end))
        pixel += list.pixels
      }
    }
    let top = block.lines.lowerBound * shape.strideY - shape.paddingTop
    if areShared(images: block.images.count, lines: block.lines.count) {
      for y in top..<top + span(block.lines.count) {
        for image in block.images { packLine(image: image, y: y) }
      }
      return
    }
    for row in 0..<shape.kernelHeight {
      for line in 0..<block.lines.count {
        for image in block.images {
          packLine(image: image, y: top + line * shape.strideY + row * shape.dilationY)
        }
      }
    }
  }
}
