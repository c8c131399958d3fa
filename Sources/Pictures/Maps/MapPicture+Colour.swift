import Tensors

extension MapPicture {
  /// The colour of a number: grey, or red above and blue below zero.
  func colour(_ value: Double) -> Pixel {
    guard value.isFinite else { return Palette.special }
    let strength = strength(value)
    if case .signed = scale {
      return Palette.zero.mixed(with: strength < 0 ? Palette.below : Palette.above, strength.magnitude)
    }
    let grey = UInt8((255 * strength).rounded())
    return Pixel(grey, grey, grey)
  }

  /// A map with every element a square of `zoom` pixels; averaged over blocks before.
  func raster(_ map: Map, _ block: (rows: Int, columns: Int) = (1, 1), zoom: Int) -> Raster {
    let planes = planes(of: map, block)
    let (height, width) = (divided(rows, block.rows), divided(columns, block.columns))
    var raster = Raster(width: width * zoom, height: height * zoom)
    for row in 0..<height {
      for column in 0..<width {
        let place = row * width + column
        let colours = planes.map { colour($0[place]) }
        let isSpecial = planes.contains { !$0[place].isFinite }
        let pixel =
          isSpecial
          ? Palette.special : Pixel(colours[0].red, colours[colours.count / 2].green, colours[colours.count - 1].blue)
        raster.fill(
          x: column * zoom..<(column + 1) * zoom, y: row * zoom..<(row + 1) * zoom, with: pixel)
      }
    }
    return raster
  }

  /// The maps in colours, for a screen of so many columns of characters.
  ///
  /// - Parameter detail: Pixels a column; a line of characters is twice as high. 1 for half blocks.
  func rows(width: Int, detail: Int) -> [PictureRow] {
    var result: [PictureRow] = title.isEmpty ? [] : [.cells([PictureCell](title))]
    if let numbers = numberRows(width: width) { return result + legend([], width: width) + numbers }
    let layout = TileLayout(of: self, width: width, detail: detail)
    result += legend(remarks(shown: layout.shown, block: layout.block), width: width)
    for start in stride(from: 0, to: layout.shown, by: layout.tilesPerRow) {
      let beside = maps[start..<min(start + layout.tilesPerRow, layout.shown)]
      if maps.count > 1 { result.append(.cells([PictureCell](labels(of: beside, width: layout.columns)))) }
      let columns = beside.count * (layout.columns + 1) - 1
      var raster = Raster(width: columns * detail, height: layout.lines * 2 * detail)
      for (index, map) in beside.enumerated() {
        let tile = self.raster(map, layout.block, zoom: layout.zoom)
        raster.draw(tile, x: index * (layout.columns + 1) * detail, y: 0)
      }
      result.append(.image(raster, columns: columns, lines: layout.lines))
    }
    return result
  }

  private func labels(of maps: ArraySlice<Map>, width: Int) -> String {
    let texts = maps.map { map in
      map.label.count > width ? padding(width) : map.label + padding(width - map.label.count)
    }
    return trimmed(texts.joined(separator: " "))
  }

  /// `[28, 28]  0 ▇▇▇▇ 1`: the shape, and what the colours stand for; remarks that do not fit stand in lines of their own.
  private func legend(_ remarks: [String], width: Int) -> [PictureRow] {
    var cells = [PictureCell]("\(shape)  ")
    let (from, to) = bounds
    if from == to {
      cells += [PictureCell]("all elements are \(captionText(from))")
    } else {
      cells += [PictureCell](captionText(from) + " ")
      let steps = 12
      for step in 0..<steps {
        let value = from + (to - from) * Double(step) / Double(steps - 1)
        cells.append(PictureCell(" ", on: colour(value)))
      }
      cells += [PictureCell](" " + captionText(to))
    }
    if specials > 0 {
      cells += [PictureCell](", ") + [PictureCell(" ", on: Palette.special)] + [PictureCell](" not finite")
    }
    var lines = [cells]
    for remark in remarks {
      if lines[lines.count - 1].count + remark.count + 2 <= max(width, Picture.textWidth) {
        lines[lines.count - 1] += [PictureCell](", " + remark)
      } else {
        lines.append([PictureCell](remark))
      }
    }
    return lines.map { .cells($0) }
  }

  var bounds: (from: Double, to: Double) {
    switch scale {
    case .grey(let from, let to), .colour(let from, let to): (from, to)
    case .signed(let limit): (-limit, limit)
    }
  }

  /// Small maps with their numbers in coloured fields; nil for larger ones.
  private func numberRows(width: Int) -> [PictureRow]? {
    guard rows <= 8, columns <= 8, maps.count <= 16, maps.allSatisfy({ $0.planes.count == 1 }) else { return nil }
    let texts = maps.map { NumberColumn($0.planes[0], digits: maps.count == 1 ? 4 : 2).texts }
    let cellWidth = (texts.joined().map(\.count).max() ?? 0) + 2
    let tileWidth = cellWidth * columns
    guard tileWidth <= width else { return nil }
    let perRow = max(1, (width + 1) / (tileWidth + 1))
    var result: [PictureRow] = []
    for start in stride(from: 0, to: maps.count, by: perRow) {
      let beside = start..<min(start + perRow, maps.count)
      if maps.count > 1 { result.append(.cells([PictureCell](labels(of: maps[beside], width: tileWidth)))) }
      for row in 0..<rows {
        var cells: [PictureCell] = []
        for index in beside {
          if index > beside.lowerBound { cells.append(PictureCell(" ")) }
          for place in row * columns..<(row + 1) * columns {
            let background = colour(maps[index].planes[0][place])
            let text = padding(cellWidth - 1 - texts[index][place].count) + texts[index][place] + " "
            cells += [PictureCell](text, background.brightness > 127 ? .black : .white, on: background)
          }
        }
        result.append(.cells(cells))
      }
    }
    return result
  }
}

extension Raster {
  mutating func draw(_ other: Raster, x: Int, y: Int) {
    for row in 0..<other.height { for column in 0..<other.width { self[x + column, y + row] = other[column, row] } }
  }
}

/// How maps are put beside each other on a screen of characters.
private struct TileLayout {
  var block: (rows: Int, columns: Int) = (1, 1)
  /// Pixels an element (a block of elements) takes along each axis.
  var zoom = 1
  var tilesPerRow = 1
  var shown = 0
  /// Of one map, in characters.
  var columns = 0
  var lines = 0

  private static let lineLimit = 28
  private static let highLineLimit = 44
  private static let shownLimit = 64
  /// An element is at most this many columns wide.
  private static let columnsAnElement = 3

  init(of picture: MapPicture, width: Int, detail: Int) {
    shown = min(picture.maps.count, Self.shownLimit)
    var best = 0.0
    while true {
      (best, tilesPerRow) = scale(picture, width, detail, lines: Self.lineLimit)
      // More lines where that saves elements from being averaged.
      if best < 1 {
        let higher = scale(picture, width, detail, lines: Self.highLineLimit)
        if higher.scale >= 1 { (best, tilesPerRow) = higher }
      }
      // Fewer maps where they would become specks.
      if shown == 1 || best >= 1 || best * Double(max(picture.rows, picture.columns)) >= Double(8 * detail) { break }
      shown = max(1, shown / 2)
    }
    if best >= 1 {
      zoom = min(Int(best), Self.columnsAnElement * detail)
    } else if best > 0 {
      let size = Int((1 / best).rounded(.up))
      block = (min(size, max(1, picture.rows / 4)), min(size, max(1, picture.columns / 4)))
    }
    // Thin maps that keep their rows are as wide as the screen at most.
    while divided(picture.columns, block.columns) * zoom > width * detail { block.columns += 1 }
    columns = divided(divided(picture.columns, block.columns) * zoom, detail)
    lines = divided(divided(picture.rows, block.rows) * zoom, 2 * detail)
    tilesPerRow = min(tilesPerRow, max(1, (width + 1) / (columns + 1)))
  }

  /// How many pixels an element has if the maps are put beside each other as well as possible.
  private func scale(
    _ picture: MapPicture, _ width: Int, _ detail: Int, lines: Int
  ) -> (scale: Double, tilesPerRow: Int) {
    var best = (scale: 0.0, tilesPerRow: 1)
    // The channels of an image begin a row.
    let step = picture.groupSize > 8 || shown < picture.groupSize ? 1 : picture.groupSize
    for perRow in stride(from: step, through: shown, by: step) {
      let across = Double((width - perRow + 1) * detail) / Double(perRow)
      let high = Double((lines / divided(shown, perRow) - (shown > 1 ? 1 : 0)) * 2 * detail)
      let scale = min(across / Double(picture.columns), high / Double(picture.rows))
      if scale > best.scale { best = (scale, perRow) }
    }
    return best
  }
}
