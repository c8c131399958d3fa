package import KernelInterface

/// The matrix `[pixels, taps · C]` of a pass, row by row on demand.
struct PixelRows {
  private let pass: DirectPass
  private let source: PixelSource
  private let copy: AlignedBuffer?
  private let table: KernelTable

  /// A layout, or with few channels a copy of the images, in which channels follow each other without gaps and the border
  /// is there as zeros: then all that a row of taps reads is copied at once.
  init(_ x: UnsafePointer<Float>, in order: ImageOrder = .pixels, _ pass: DirectPass, _ table: KernelTable) {
    self.table = table
    guard pass.copiesSource else {
      precondition(order == .pixels)
      let step = pass.source.step
      self.pass = pass
      source = PixelSource(
        base: x, height: pass.source.height, width: pass.source.width, step: step, channels: pass.sourceChannels,
        readsBeyond: (pass.groups - 1) * pass.sourceChannels + PixelLayout.padded(pass.sourceChannels) <= step)
      copy = nil
      return
    }
    var padded = pass
    let (top, left) = padded.addBorder()
    self.pass = padded
    let layout = padded.source
    // Whole vectors are read from the end of a line.
    let line = layout.width * layout.channels + 16
    let lines = AlignedBuffer(count: layout.images * layout.height * line)
    copy = lines
    var source = PixelSource(
      base: UnsafePointer(lines.base), height: layout.height, width: layout.width, step: layout.channels,
      channels: layout.channels, readsBeyond: true)
    source.line = line
    source.image = layout.height * line
    self.source = source

    let count = layout.images * layout.height
    let part = max(4096 / layout.width, 1)
    let (channels, from) = (layout.channels, pass.source)
    let plane = from.height * from.width
    let (pixelStep, channelStep) = order == .pixels ? (from.step, 1) : (1, plane)
    let imageSize = order == .pixels ? from.imageSize : plane * channels
    ThreadPool.run(chunks: (count + part - 1) / part) { chunk in
      for number in chunk * part..<min((chunk + 1) * part, count) {
        let to = lines.base + number * line
        to.initialize(repeating: 0, count: line)
        let (image, y) = number.quotientAndRemainder(dividingBy: layout.height)
        guard y >= top, y < top + from.height else { continue }
        table.directConvolution.compact(
          to + left * channels, x + image * imageSize + (y - top) * from.width * pixelStep, from.width, pixelStep,
          channels, channelStep)
      }
    }
  }

  /// How a line of the grid lies in the copy with a border, when what its pixels read needs no gathering: neighbours are
  /// `row` apart, and read `lines` runs of `depth` numbers, `line` apart.
  struct InPlace {
    var row: Int
    var depth: Int
    var lines: Int
    var line: Int
    fileprivate var offset: Int
  }

  /// Nil without such a copy, and where the taps of a line are apart.
  var inPlace: InPlace? {
    guard copy != nil else { return nil }
    let runs = depthBlocks(limit: .max)[0].runs
    let step = runs.count > 1 ? runs[1].offsetY - runs[0].offsetY : 0
    for (number, run) in runs.enumerated() {
      guard run.taps == runs[0].taps, run.offsetX == runs[0].offsetX, run.offsetY == runs[0].offsetY + number * step
      else { return nil }
    }
    return InPlace(
      row: pass.sourceStepX * source.step, depth: runs[0].taps * source.channels, lines: runs.count,
      line: step * source.line, offset: runs[0].offsetY * source.line + runs[0].offsetX * source.step)
  }

  /// What the first tap of a pixel of the grid reads.
  func firstNumber(of pixel: Int, _ place: InPlace) -> UnsafePointer<Float> {
    let (line, x) = pixel.quotientAndRemainder(dividingBy: pass.gridWidth)
    let (image, y) = line.quotientAndRemainder(dividingBy: pass.gridHeight)
    return source.base + image * source.image + y * pass.sourceStepY * source.line + x * place.row + place.offset
  }

  /// The depth of the product in parts of about `limit`. Taps are joined where their pixels lie side by side.
  func depthBlocks(limit: Int) -> [DirectPass.DepthBlock] {
    pass.depthBlocks(limit: limit, pixelsTouch: source.channels == source.step)
  }

  /// How many numbers `rows(of:)` needs to write `rows` rows of any of the blocks.
  static func count(rows: Int, _ blocks: [DirectPass.DepthBlock]) -> Int {
    rows * blocks.reduce(0) { max($0, row(of: $1.depth)) } + 16
  }

  /// From one row to the next. Rows an even number of cache lines apart would fall on few lines of the cache.
  private static func row(of depth: Int) -> Int { depth % 32 == 0 ? depth + 16 : depth }

  /// The first number and the distance of rows: those in the layout where they can be read there, else copies in a
  /// buffer of `count` numbers.
  func rows(
    of block: DirectPass.DepthBlock, group: Int, firstPixel: Int, pixels: Int, into buffer: AlignedBuffer
  ) -> (UnsafePointer<Float>, Int) {
    var source = source
    source.base += group * pass.sourceChannels + block.firstChannel
    source.channels = block.channels
    if pass.readsInPlace { return (source.base + firstPixel * source.step, source.step) }
    let row = Self.row(of: block.depth)
    precondition(pixels * row + 16 <= buffer.count)
    let y = buffer.base
    table.directConvolution.gather(
      y, row, source, block.runs, block.runs.count, pass.grid(firstPixel: firstPixel, pixels: pixels))
    return (UnsafePointer(y), row)
  }
}
