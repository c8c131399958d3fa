import Foundation
import Tensors

extension MapPicture {
  /// The maps in frames, with a caption: numbers with shades where they are few, else shades alone.
  var text: String {
    let layout = TextLayout(of: self)
    var lines = title.isEmpty ? [] : [title]
    lines += caption(layout)
    let tiles = maps.prefix(layout.shown).map { framed($0, layout) }
    for row in stride(from: 0, to: tiles.count, by: layout.tilesPerRow) {
      let beside = tiles[row..<min(row + layout.tilesPerRow, tiles.count)]
      for line in 0..<(beside.first?.count ?? 0) {
        lines.append(beside.map { $0[line] }.joined(separator: " "))
      }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - Caption

  /// `[8, 26, 26] as 8 maps, averaged over 4 x 2 elements, from 0 (blank) to 3.1 (█)`, in lines that fit.
  private func caption(_ layout: TextLayout) -> [String] {
    var parts = ["\(shape) \(meaning)"] + remarks(shown: layout.shown, block: layout.block)
    if specials > 0 { parts.append("? where a number is not finite") }
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, last.count + part.count + 2 <= Picture.textWidth {
        lines[lines.count - 1] = "\(last), \(part)"
      } else {
        if let last = lines.popLast() { lines.append(last + ",") }
        lines.append(part)
      }
    }
    return lines
  }

  /// What the shades stand for.
  private var meaning: String {
    switch scale {
    case .grey(let from, let to) where from == to: "all elements are \(captionText(from))"
    case .grey(let from, let to): "from \(captionText(from)) (blank) to \(captionText(to)) (█)"
    case .signed(limit: 0): "all elements are 0"
    case .signed(let limit): "from -\(captionText(limit)) (-█) to \(captionText(limit)) (+█)"
    case .colour(let from, let to) where from == to: "all elements are \(captionText(from))"
    case .colour(let from, let to):
      "colours as brightness, from \(captionText(from)) (blank) to \(captionText(to)) (█)"
    }
  }

  // MARK: - Maps

  private func framed(_ map: Map, _ layout: TextLayout) -> [String] {
    let width = layout.tileWidth - 2
    let label = map.label + String(repeating: "─", count: max(0, width - map.label.count))
    let edge = String(repeating: "─", count: width)
    let rows = contents(of: map, layout).map { row in
      "│" + row + padding(width - row.count) + "│"
    }
    return ["┌\(label)┐"] + rows + ["└\(edge)┘"]
  }

  private func contents(of map: Map, _ layout: TextLayout) -> [String] {
    let values = brightness(of: map, layout.block)
    let width = divided(columns, layout.block.columns)
    let numbers = layout.numberWidth == nil ? [] : NumberColumn(values, digits: layout.digits).texts
    return stride(from: 0, to: values.count, by: width).map { start in
      let row = values[start..<min(start + width, values.count)]
      guard let numberWidth = layout.numberWidth else {
        return row.map { shade($0, width: layout.shadeWidth) }.joined()
      }
      let cells = zip(row, numbers[start...]).map { value, text in
        padding(numberWidth - text.count) + text + mark(value)
      }
      return " " + cells.joined(separator: " ") + " "
    }
  }

  /// The numbers of a map, or the brightness of a colour image, averaged over blocks.
  private func brightness(of map: Map, _ block: (rows: Int, columns: Int)) -> [Double] {
    let planes = planes(of: map, block)
    guard planes.count == 3 else { return planes[0] }
    // The weights of ITU-R BT.601, as Pillow and OpenCV have them.
    return planes[0].indices.map { 0.299 * planes[0][$0] + 0.587 * planes[1][$0] + 0.114 * planes[2][$0] }
  }

  // MARK: - Shades

  private static let shades: [Character] = [" ", "░", "▒", "▓", "█"]

  /// 0...4, by the distance from `from`, or from zero.
  private func level(_ value: Double) -> Int {
    Int((strength(value).magnitude * 4).rounded())
  }

  /// One element, one or two characters wide.
  private func shade(_ value: Double, width: Int) -> String {
    if !value.isFinite { return String(repeating: "?", count: width) }
    let character = Self.shades[level(value)]
    guard case .signed = scale else { return String(repeating: character, count: width) }
    return level(value) == 0 ? " ·" : (value < 0 ? "-" : "+") + String(character)
  }

  /// Behind a number, which has its sign.
  private func mark(_ value: Double) -> String { value.isFinite ? String(Self.shades[level(value)]) : "?" }
}

/// A number with 4 digits: `3`, `0.3333`, `0.0001234`.
func captionText(_ number: Double) -> String {
  number == number.rounded() && number.magnitude < 1e9 ? "\(Int(number))" : String(format: "%.4g", number)
}

extension MapPicture {
  /// Where a number stands on the scale: 0...1, or −1...1 with signs; the middle where all are equal.
  func strength(_ value: Double) -> Double {
    switch scale {
    case .grey(let from, let to), .colour(let from, let to):
      // Halves, since the distance of two numbers may be more than a number can be.
      let strength = from == to ? 0.5 : (value / 2 - from / 2) / (to / 2 - from / 2)
      return strength.isNaN ? 0.5 : min(max(strength, 0), 1)
    case .signed(let limit): return limit == 0 || value.isNaN ? 0 : min(max(value / limit, -1), 1)
    }
  }
}

/// How the maps are put into lines of characters: the finest way that fits.
private struct TextLayout {
  /// The columns that numbers take; nil for shades alone.
  var numberWidth: Int?
  /// Behind the point.
  var digits = 4
  /// Elements that become one character, or one pair of characters.
  var block: (rows: Int, columns: Int) = (1, 1)
  /// Characters an element.
  var shadeWidth = 2
  var tileWidth = 0
  var tilesPerRow = 1
  var shown = 0

  private static let lineLimit = 32
  /// The smallest width to which maps are shrunk so that all of them fit.
  private static let smallestWidth = 8

  init(of picture: MapPicture) {
    if fitsNumbers(of: picture) { return }
    numberWidth = nil
    var hasSigns = false
    if case .signed = picture.scale { hasSigns = true }
    (block, shadeWidth) = ((1, 1), 2)
    var size = 0
    while !fits(picture) {
      let isSmall = divided(picture.columns, block.columns) * shadeWidth <= Self.smallestWidth
      let isLow = divided(picture.rows, block.rows) <= Self.lineLimit / 2 - 2
      if isSmall && isLow && tilesPerRow > 0 { break }
      size += 1
      // A character is about twice as high as it is wide. Thin maps keep some rows and columns.
      shadeWidth = hasSigns ? 2 : 1
      let rows = hasSigns ? size : 2 * size
      block = (min(rows, max(1, picture.rows / 4)), min(size, max(1, picture.columns / 4)))
      if rows > picture.rows && size > picture.columns { break }
    }
    // Cut: as many rows of maps as there is room for.
    if shown < picture.maps.count { return }
    let height = divided(picture.rows, block.rows) + 2
    shown = min(picture.maps.count, max(1, Self.lineLimit / height) * tilesPerRow)
  }

  /// Numbers with shades behind them, for small maps.
  private mutating func fitsNumbers(of picture: MapPicture) -> Bool {
    guard picture.rows <= 8, picture.columns <= 8, picture.maps.count <= 16 else { return false }
    for digits in [4, 2] {
      let texts = picture.maps.flatMap { map in
        map.planes.count == 1 ? NumberColumn(map.planes[0], digits: digits).texts : []
      }
      guard let width = texts.map(\.count).max() else { return false }
      (numberWidth, self.digits) = (width, digits)
      let fits = place(picture, contentWidth: picture.columns * (width + 2) + 1)
      if fits && (tilesPerRow > 1 || picture.maps.count == 1 || digits == 2) { return true }
    }
    return false
  }

  private mutating func fits(_ picture: MapPicture) -> Bool {
    place(picture, contentWidth: divided(picture.columns, block.columns) * shadeWidth)
  }

  /// Puts as many maps beside each other as there is room for, and says whether all of them fit.
  private mutating func place(_ picture: MapPicture, contentWidth: Int) -> Bool {
    let labelWidth = picture.maps.map(\.label.count).max() ?? 0
    tileWidth = max(contentWidth, labelWidth) + 2
    let room = (Picture.textWidth + 1) / (tileWidth + 1)
    tilesPerRow = min(picture.maps.count, max(1, room))
    if picture.groupSize > 1 && picture.groupSize <= tilesPerRow { tilesPerRow -= tilesPerRow % picture.groupSize }
    shown = picture.maps.count
    let lines = divided(shown, tilesPerRow) * (divided(picture.rows, block.rows) + 2)
    return room > 0 && lines <= Self.lineLimit && picture.mapCount == shown
  }
}
