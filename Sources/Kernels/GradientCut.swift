/// The pixels of a layout in blocks of about 200, which is how many a product adds up before it goes to its sums: lines
/// of one image, or some whole images. Depends on the layout only.
struct PixelBlocks {
  struct Block {
    var images: Range<Int>
    /// In each of the images.
    var lines: Range<Int>
    var columns: Range<Int>

    var lineCount: Int { images.count * lines.count }
  }

  /// The largest block.
  let imagesPerBlock: Int
  let linesPerBlock: Int
  let columnsPerBlock: Int
  let count: Int
  private let layout: PixelLayout
  private let lineParts: Int
  private let columnParts: Int

  private static let pixelsAtOnce = 200

  init(_ layout: PixelLayout) {
    self.layout = layout
    columnParts = (layout.width - 1) / Self.pixelsAtOnce + 1
    columnsPerBlock = (layout.width - 1) / columnParts + 1
    let lines = Self.pixelsAtOnce / columnsPerBlock
    lineParts = (layout.height - 1) / lines + 1
    linesPerBlock = (layout.height - 1) / lineParts + 1
    imagesPerBlock = min(max(lines / layout.height, 1), layout.images)
    count = ((layout.images - 1) / imagesPerBlock + 1) * lineParts * columnParts
  }

  /// At most.
  var pixelsPerBlock: Int { imagesPerBlock * linesPerBlock * columnsPerBlock }

  subscript(index: Int) -> Block {
    let (rest, column) = index.quotientAndRemainder(dividingBy: columnParts)
    let (image, line) = rest.quotientAndRemainder(dividingBy: lineParts)
    func part(_ number: Int, of size: Int, in total: Int) -> Range<Int> {
      number * size..<min((number + 1) * size, total)
    }
    return Block(
      images: part(image, of: imagesPerBlock, in: layout.images),
      lines: part(line, of: linesPerBlock, in: layout.height),
      columns: part(column, of: columnsPerBlock, in: layout.width))
  }
}

/// How the sums of a kernel's gradient are cut into chunks. Depends on the shape only.
struct GradientCut {
  /// Some channels and filters of a group.
  struct Part {
    var group: Int
    var channels: Range<Int>
    var filters: Range<Int>
  }

  /// How many parts all channels and filters are.
  let count: Int
  /// Of a part at most: whole vectors of channels, and filters in threes.
  let channels: Int
  let filters: Int
  /// Parts of the pixels, whose sums are kept apart and added in order at the end.
  let pixelParts: Int
  private let channelCut: EvenCut
  private let filterCut: EvenCut

  /// Sums of a chunk should stay in the second-level cache.
  private static let sumLimit = 96 * 1024
  /// So many chunks keep the usual numbers of threads busy.
  private static let chunks = 16

  init(_ pass: DirectPass, blocks: Int, panelChannels: Int, panelFilters: Int) {
    let taps = pass.taps.count
    // Packing x is paid by the filters that read it. With strides there is more of it: fewer channels, more filters.
    let wanted = min(pass.sourceChannels, pass.sourceStepY * pass.sourceStepX > 1 ? 64 : 128)
    filterCut = EvenCut(
      pass.targetChannels, unit: panelFilters, limit: max(Self.sumLimit / (taps * wanted), 72))
    filters = (filterCut.largest + 2) / 3 * 3
    channelCut = EvenCut(pass.sourceChannels, unit: panelChannels, limit: Self.sumLimit / (taps * filters))
    channels = PixelLayout.padded(channelCut.largest)
    count = pass.groups * channelCut.parts * filterCut.parts
    pixelParts = min((Self.chunks - 1) / count + 1, blocks)
  }

  subscript(index: Int) -> Part {
    let (rest, filter) = index.quotientAndRemainder(dividingBy: filterCut.parts)
    let (group, channel) = rest.quotientAndRemainder(dividingBy: channelCut.parts)
    return Part(group: group, channels: channelCut[channel], filters: filterCut[filter])
  }
}

/// A number in parts that differ by one unit at most.
private struct EvenCut {
  let parts: Int
  private let total: Int
  private let units: Int
  private let unit: Int

  /// Parts are not larger than `limit`, or one unit.
  init(_ total: Int, unit: Int, limit: Int) {
    self.total = total
    self.unit = unit
    units = (total - 1) / unit + 1
    parts = (units - 1) / max(limit / unit, 1) + 1
  }

  var largest: Int { min(((units - 1) / parts + 1) * unit, total) }

  subscript(part: Int) -> Range<Int> {
    part * units / parts * unit..<min((part + 1) * units / parts * unit, total)
  }
}
