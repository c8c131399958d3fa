package import KernelInterface

/// The matrix `[pixels, taps · C]` of a pass, row by row on demand.
struct PixelRows {
  private let x: UnsafePointer<Float>
  private let step: Int
  private let readsBeyond: Bool
  private let compact: AlignedBuffer?
  private let table: KernelTable

  /// Whether the channels of neighbouring pixels follow each other without gaps.
  let pixelsTouch: Bool

  /// A layout, or with few channels a copy without the zeros between pixels: then the pixels under a row of taps are
  /// copied at once.
  init(_ x: UnsafePointer<Float>, _ pass: DirectPass, _ table: KernelTable) {
    self.table = table
    let channels = pass.source.channels
    guard channels <= 8, channels > 0, pass.groups == 1, pass.taps.count > 1 else {
      self.x = x
      step = pass.source.step
      compact = nil
      readsBeyond = (pass.groups - 1) * pass.sourceChannels + (pass.sourceChannels + 15) & ~15 <= step
      pixelsTouch = pass.sourceChannels == step
      return
    }
    let pixels = pass.source.pixels
    let copy = AlignedBuffer(count: pixels * channels + 16)
    let from = pass.source.step
    let part = 4096
    ThreadPool.run(chunks: (pixels + part - 1) / part) { chunk in
      let first = chunk * part
      let placement = PixelPlacement(
        y: copy.base, height: 1, width: pixels, step: channels, firstY: 0, firstX: first, channels: channels,
        filled: channels, row: from, residual: nil, relu: false)
      let count = min(part, pixels - first)
      let grid = PixelGrid(height: 1, width: count, stepY: 1, stepX: 1, firstPixel: 0, pixels: count)
      table.directConvolution.place(placement, x + first * from, grid)
    }
    self.x = UnsafePointer(copy.base)
    step = channels
    compact = copy
    readsBeyond = true
    pixelsTouch = true
  }

  /// How many numbers `rows(of:)` needs to write `rows` rows of any of the blocks.
  static func count(rows: Int, _ blocks: [DirectPass.DepthBlock]) -> Int {
    rows * row(of: blocks.reduce(0) { max($0, $1.depth) }) + 16
  }

  /// From one row to the next. Rows an even number of cache lines apart would fall on few lines of the cache.
  private static func row(of depth: Int) -> Int { depth % 32 == 0 ? depth + 16 : depth }

  /// The first number and the distance of rows: those in the layout where they can be read there, else copies.
  func rows(
    of block: DirectPass.DepthBlock, group: Int, firstPixel: Int, pixels: Int, into y: UnsafeMutablePointer<Float>,
    pass: DirectPass
  ) -> (UnsafePointer<Float>, Int) {
    let base = x + group * pass.sourceChannels + block.firstChannel
    if pass.readsInPlace { return (base + firstPixel * step, step) }
    let row = Self.row(of: block.depth)
    let source = PixelSource(
      base: base, height: pass.source.height, width: pass.source.width, step: step, channels: block.channels,
      readsBeyond: readsBeyond)
    table.directConvolution.gather(
      y, row, source, block.runs, block.runs.count, pass.grid(firstPixel: firstPixel, pixels: pixels))
    return (UnsafePointer(y), row)
  }
}
