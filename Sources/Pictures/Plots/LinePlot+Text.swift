import Tensors

extension LinePlot {
  /// One line is drawn with dots, several with a mark each.
  var text: String {
    var lines = title.isEmpty ? [] : [title]
    let labelWidth = y.ticks.map(\.text.count).max() ?? 0
    let size = (width: Picture.textWidth - labelWidth - 2, height: Self.textHeight)
    let area = series.count == 1 ? dotted(size) : marked(size)
    let labels = Dictionary(y.ticks.map { (row(of: $0.value, size.height), $0.text) }) { $1 }
    for (row, line) in area.enumerated() {
      let label = labels[row] ?? ""
      let edge = labels[row] == nil ? "│" : "┤"
      lines.append(trimmed(padding(labelWidth - label.count) + label + " " + edge + line))
    }
    lines += horizontalAxis(indent: labelWidth + 1, size.width)
    if let legend { lines += legend }
    if leftOut > 0 { lines.append(remark) }
    return lines.joined(separator: "\n")
  }

  private static let textHeight = 13
  private static let marks: [Character] = ["*", "o", "+", "x", "#", "@", "%", "&", "=", "~", "$", "^"]

  private var remark: String {
    "\(counted(leftOut, "point")) \(leftOut == 1 ? "is" : "are") left out: not finite\(isLog ? ", or not above 0" : "")"
  }

  private var legend: [String]? {
    guard series.count > 1 else { return names.isEmpty ? nil : ["  " + names[0]] }
    return series.indices.map { "  \(Self.marks[$0]) \(names.isEmpty ? "line \($0)" : names[$0])" }
  }

  // MARK: - The lines

  private func row(of value: Double, _ height: Int) -> Int {
    height - 1 - Int((y.position(value) * Double(height - 1)).rounded())
  }

  /// Calls `set` for every place of a grid that the line passes.
  private func draw(_ line: Series, width: Int, height: Int, _ set: (Int, Int) -> Void) {
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

  private func dotted(_ size: (width: Int, height: Int)) -> [String] {
    var canvas = DotCanvas(width: size.width, height: size.height)
    for line in series {
      draw(line, width: 2 * size.width, height: 4 * size.height) { canvas.set($0, $1) }
    }
    return (0..<size.height).map(canvas.line)
  }

  private func marked(_ size: (width: Int, height: Int)) -> [String] {
    var grid = Array(repeating: Array(repeating: Character(" "), count: size.width), count: size.height)
    for (line, mark) in zip(series, Self.marks) {
      draw(line, width: size.width, height: size.height) { grid[$1][$0] = mark }
    }
    return grid.map { String($0) }
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
