import Pictures

/// Turns pictures into what a terminal understands.
package struct PictureEncoder {
  let colours: ColourDepth
  let width: Int
  let images: TerminalImages
  /// Of a character, in pixels: sixels are not stretched.
  let cell: (width: Int, height: Int)

  package init(
    colours: ColourDepth, width: Int, images: TerminalImages = .blocks, cell: (width: Int, height: Int) = (8, 16)
  ) {
    self.colours = colours
    self.width = width
    self.images = images
    self.cell = cell
  }

  /// Pixels that an image has for each column.
  private var detail: Int { images == .blocks ? 1 : 8 }

  /// The lines of a picture, each with its line end.
  package func text(of picture: Picture) -> String {
    if colours == .none { return picture.text + "\n" }
    return picture.rows(width: width, detail: detail).map { row in
      switch row {
      case .cells(let cells): line(cells)
      case .image(let raster, let columns, let lines): image(raster, columns, lines)
      }
    }.joined()
  }

  private func image(_ raster: Raster, _ columns: Int, _ lines: Int) -> String {
    switch images {
    case .blocks: halfBlocks(raster, columns, lines)
    case .kitty: raster.kitty(columns: columns, lines: lines) + "\n"
    case .iterm2: raster.iterm2(columns: columns, lines: lines) + "\n"
    case .sixel: raster.sixel(width: columns * cell.width, height: lines * cell.height) + "\n"
    }
  }

  /// Characters with their colours, which are switched only where they change.
  private func line(_ cells: [PictureCell]) -> String {
    var text = ""
    var last: (foreground: Pixel?, background: Pixel?) = (nil, nil)
    for cell in cells {
      if cell.foreground != last.foreground || cell.background != last.background {
        var codes = ["0"]
        if let pixel = cell.foreground { codes.append(colours.codes(pixel, isBackground: false)) }
        if let pixel = cell.background { codes.append(colours.codes(pixel, isBackground: true)) }
        text += "\u{1B}[\(codes.joined(separator: ";"))m"
        last = (cell.foreground, cell.background)
      }
      text.append(cell.character)
    }
    return text + (last.foreground == nil && last.background == nil ? "" : "\u{1B}[0m") + "\n"
  }

  /// Two pixels a character: the upper half in the colour of the text, the lower one in that behind it.
  private func halfBlocks(_ raster: Raster, _ columns: Int, _ lines: Int) -> String {
    func shown(_ pixel: Pixel) -> Pixel? { pixel.alpha == 0 ? nil : pixel }
    return (0..<lines).map { row in
      line(
        (0..<columns).map { column in
          let (upper, lower) = (shown(raster[column, 2 * row]), shown(raster[column, 2 * row + 1]))
          if let upper { return PictureCell("▀", upper, on: lower) }
          return lower.map { PictureCell("▄", $0) } ?? PictureCell(" ")
        })
    }.joined()
  }
}
