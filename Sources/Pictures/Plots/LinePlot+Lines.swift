import Tensors

extension LinePlot {
  private static let height = 13
  private static let marks: [Character] = ["*", "o", "+", "x", "#", "@", "%", "&", "=", "~", "$", "^"]

  /// Where the lines are, in characters.
  func area(width: Int) -> (column: Int, line: Int, width: Int, height: Int) {
    let labelWidth = y.ticks.map(\.text.count).max() ?? 0
    return (labelWidth + 2, title.isEmpty ? 0 : 1, width - labelWidth - 2, Self.height)
  }

  /// The plot in characters. One line is drawn with dots; several with a mark each, or with dots in their colours.
  ///
  /// - Parameter isEmpty: Without the lines, for who draws them in another way.
  func lines(width: Int, usesColour: Bool = false, isEmpty: Bool = false) -> [[PictureCell]] {
    var lines = title.isEmpty ? [] : [[PictureCell](title)]
    let grey = usesColour ? Palette.axis : nil
    let labelWidth = area(width: width).column - 2
    let size = (width: width - labelWidth - 2, height: Self.height)
    let area =
      isEmpty
      ? Array(repeating: [], count: size.height)
      : usesColour || series.count == 1 ? dotted(size, usesColour: usesColour) : marked(size)
    let labels = Dictionary(y.ticks.map { (row(of: $0.value, size.height), $0.text) }) { $1 }
    for (row, cells) in area.enumerated() {
      let label = labels[row] ?? ""
      let edge = labels[row] == nil ? " │" : " ┤"
      lines.append([PictureCell](padding(labelWidth - label.count) + label + edge, grey) + cells)
    }
    lines += horizontalAxis(indent: labelWidth + 1, size.width).map { [PictureCell]($0, grey) }
    lines += legend(usesColour: usesColour)
    if leftOut > 0 { lines.append([PictureCell](remark)) }
    return lines
  }

  private var remark: String {
    "\(counted(leftOut, "point")) \(leftOut == 1 ? "is" : "are") left out: not finite\(isLog ? ", or not above 0" : "")"
  }

  func name(_ line: Int) -> String { names.isEmpty ? "line \(line)" : names[line] }

  private func legend(usesColour: Bool) -> [[PictureCell]] {
    if series.count == 1 { return names.isEmpty ? [] : [[PictureCell]("  " + names[0])] }
    return series.indices.map { line in
      let mark = usesColour ? PictureCell("━", Palette.line(line)) : PictureCell(Self.marks[line])
      return [PictureCell]("  ") + [mark] + [PictureCell](" " + name(line))
    }
  }

  // MARK: - The lines

  private func row(of value: Double, _ height: Int) -> Int {
    height - 1 - Int((y.position(value) * Double(height - 1)).rounded())
  }

  /// Calls `set` for every place of a grid that the line passes.
  func draw(_ line: Series, width: Int, height: Int, _ set: (Int, Int) -> Void) {
    var last: (x: Int, y: Int)?
    for point in line.points {
      guard point.isFinite else {
        last = nil
        continue
      }
      let place = (x: Int((x.position(point.x) * Double(width - 1)).rounded()), y: row(of: point.y, height))
      drawLine(from: last ?? place, to: place, set)
      last = place
    }
  }

  private func dotted(_ size: (width: Int, height: Int), usesColour: Bool) -> [[PictureCell]] {
    var canvas = DotCanvas(width: size.width, height: size.height)
    for (index, line) in series.enumerated() {
      let colour = usesColour ? Palette.line(index) : nil
      draw(line, width: 2 * size.width, height: 4 * size.height) { canvas.set($0, $1, colour) }
    }
    return (0..<size.height).map(canvas.line)
  }

  private func marked(_ size: (width: Int, height: Int)) -> [[PictureCell]] {
    var grid = Array(repeating: [PictureCell](padding(size.width)), count: size.height)
    for (line, mark) in zip(series, Self.marks) {
      draw(line, width: size.width, height: size.height) { grid[$1][$0] = PictureCell(mark) }
    }
    return grid
  }

  // MARK: - The horizontal axis

  /// The axis with its ticks, and their texts below where there is room for them.
  private func horizontalAxis(indent: Int, _ width: Int) -> [String] {
    var axis = Array(repeating: Character("─"), count: width)
    var texts = Array(repeating: Character(" "), count: indent + 1 + width)
    var free = 0
    for tick in x.ticks {
      let column = Int((x.position(tick.value) * Double(width - 1)).rounded())
      guard axis.indices.contains(column) else { continue }
      let start = min(max(indent + 1 + column - tick.text.count / 2, 0), max(0, texts.count - tick.text.count))
      guard start >= free else { continue }
      axis[column] = "┬"
      texts.replaceSubrange(start..<start + tick.text.count, with: tick.text)
      free = start + tick.text.count + 1
    }
    return [padding(indent) + "└" + String(axis), trimmed(String(texts))]
  }
}

func padding(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

/// Without spaces at the end.
func trimmed(_ line: String) -> String {
  var line = line[...]
  while line.last == " " { line.removeLast() }
  return String(line)
}
