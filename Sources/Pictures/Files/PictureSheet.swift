/// A picture laid out on white paper, for files: characters in a grid, images, lines over them.
struct PictureSheet {
  /// Of a character, in pixels.
  static let cell = (width: 12, height: 24)
  static let margin = 12
  private static let columns = 80

  enum Item {
    case cell(PictureCell)
    case image(Raster)
  }

  /// With their upper left corners, without the margin.
  private(set) var items: [(x: Int, y: Int, item: Item)] = []
  private(set) var lines: [(points: [(x: Double, y: Double)], colour: Pixel)] = []
  private(set) var width = 0
  private(set) var height = 0

  init(_ picture: Picture) {
    for row in rows(of: picture) {
      switch row {
      case .cells(let cells):
        for (column, cell) in cells.enumerated() where cell.character != " " || cell.background != nil {
          items.append((column * Self.cell.width, height, .cell(cell)))
        }
        width = max(width, cells.count * Self.cell.width)
        height += Self.cell.height
      case .image(let raster, _, _):
        items.append((0, height, .image(raster)))
        width = max(width, raster.width)
        height += raster.height + Self.margin / 2
      }
    }
    if case .plot(let plot) = picture { lines = plot.paths(width: Self.columns, cell: Self.cell) }
    width += 2 * Self.margin
    height += 2 * Self.margin
  }

  private func rows(of picture: Picture) -> [PictureRow] {
    if case .plot(let plot) = picture {
      return plot.lines(width: Self.columns, usesColour: true, isEmpty: true).map(PictureRow.cells)
    }
    return picture.rows(width: Self.columns, detail: Self.cell.width)
  }

  /// A part of a character that is drawn as a box: x, y, width, height, of 12 by 24.
  typealias Box = (x: Int, y: Int, width: Int, height: Int)

  /// The boxes of bars and frames; nil for letters and signs, which have a font.
  static func boxes(of character: Character) -> [Box]? {
    if let eighths = Histogram.eighths.firstIndex(of: String(character)) { return [(0, 0, (3 * eighths + 1) / 2, 24)] }
    switch character {
    case "█": return [(0, 0, 12, 24)]
    case "│": return [(5, 0, 2, 24)]
    case "─": return [(0, 11, 12, 2)]
    case "━": return [(0, 10, 12, 4)]
    case "┤": return [(5, 0, 2, 24), (0, 11, 5, 2)]
    case "┬": return [(0, 11, 12, 2), (5, 13, 2, 5)]
    case "└": return [(5, 0, 2, 13), (7, 11, 5, 2)]
    default: return nil
    }
  }
}

extension LinePlot {
  /// The lines in the area that `lines(width:)` leaves for them, in pixels.
  fileprivate func paths(
    width: Int, cell: (width: Int, height: Int)
  ) -> [(points: [(x: Double, y: Double)], colour: Pixel)] {
    let area = area(width: width)
    var paths: [(points: [(x: Double, y: Double)], colour: Pixel)] = []
    for (index, line) in series.enumerated() {
      for part in line.points.split(whereSeparator: { !$0.isFinite }) {
        let points = part.map { point in
          (
            x: (Double(area.column) + x.position(point.x) * Double(area.width - 1) + 0.5) * Double(cell.width),
            y: (Double(area.line) + (1 - y.position(point.y)) * Double(area.height - 1) + 0.5) * Double(cell.height)
          )
        }
        paths.append((points, Palette.line(index)))
      }
    }
    return paths
  }
}

extension PictureSheet {
  /// All of it as pixels.
  var raster: Raster {
    var raster = Raster(width: width, height: height, filledWith: .white)
    for (x, y, item) in items {
      let (left, top) = (x + Self.margin, y + Self.margin)
      switch item {
      case .image(let image):
        for row in 0..<image.height {
          for column in 0..<image.width where image[column, row].alpha > 0 {
            raster[left + column, top + row] = image[column, row]
          }
        }
      case .cell(let cell):
        if let background = cell.background {
          raster.fill(x: left..<left + Self.cell.width, y: top..<top + Self.cell.height, with: background)
        }
        let colour = cell.foreground ?? .black
        if let boxes = Self.boxes(of: cell.character) {
          for box in boxes {
            raster.fill(
              x: left + box.x..<left + box.x + box.width, y: top + box.y..<top + box.y + box.height, with: colour)
          }
        } else if cell.character != " " {
          BitmapFont.forEachDot(of: cell.character) { column, row in
            let (x, y) = (left + 1 + 2 * column, top + 4 + 2 * row)
            raster.fill(x: x..<x + 2, y: y..<y + 2, with: colour)
          }
        }
      }
    }
    for (points, colour) in lines {
      let places = points.map { (x: Int($0.x.rounded()) + Self.margin, y: Int($0.y.rounded()) + Self.margin) }
      for (index, place) in places.enumerated() {
        drawLine(from: places[max(index - 1, 0)], to: place) { x, y in
          raster.fill(x: x - 1..<x + 2, y: y - 1..<y + 2, with: colour)
        }
      }
    }
    return raster
  }
}
