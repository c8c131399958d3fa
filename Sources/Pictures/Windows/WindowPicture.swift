import Tensors

/// One sum of products: two patches side by side, their products, and what these add up to.
package struct WindowPicture: Sendable {
  /// A factor or a product, as it is written.
  package struct Number: Sendable {
    package let value: Double
    /// For what is no number: a formula, or a sign for a place where there is nothing.
    package let text: String?

    package init(_ value: Double, text: String? = nil) { (self.value, self.text) = (value, text) }
  }

  /// What stands above each of the three patches: `patch of x`, `kernel`, `products`.
  let headings: [String]
  /// What the picture says before and after the patches.
  let introduction: [String]
  let conclusion: [String]
  /// Channels (filters), rows, columns.
  let grid: [Int]
  /// In the order of the grid.
  let data: [Number]
  let weights: [Number]
  let products: [Number]

  /// Channels that are written out.
  static let channelLimit = 4

  package init(
    introduction: [String], headings: [String], grid: [Int], data: [Number], weights: [Number], products: [Number],
    conclusion: [String]
  ) {
    (self.introduction, self.headings, self.conclusion) = (introduction, headings, conclusion)
    self.grid = grid
    (self.data, self.weights, self.products) = (data, weights, products)
  }

  func lines(width: Int, usesColour: Bool = false) -> [[PictureCell]] {
    let (channels, rows, columns) = (grid[0], grid[1], grid[2])
    var lines = introduction.map { [PictureCell]($0) }
    let shown = min(channels, Self.channelLimit)
    let parts = [data, weights, products]
    let limits = parts.map { part in part.map(\.value.magnitude).filter(\.isFinite).max() ?? 0 }
    let texts = Self.texts(parts, columns: columns, width: width)
    let widths = zip(texts, headings).map { texts, heading in
      max((texts.map(\.count).max() ?? 0) + 2, (heading.count + 1 + columns - 1) / columns)
    }
    let isBeside = widths.reduce(0, +) * columns + 6 <= width
    for channel in 0..<shown {
      lines.append([])
      if channels > 1 { lines.append([PictureCell]("channel \(channel)")) }
      let patches = (0..<3).map { part in
        [[PictureCell](headings[part] + padding(widths[part] * columns - headings[part].count))]
          + (0..<rows).map { row in
            (0..<columns).flatMap { column -> [PictureCell] in
              let place = (channel * rows + row) * columns + column
              let text = texts[part][place]
              let background = usesColour ? Self.colour(parts[part][place].value, limits[part]) : nil
              return [PictureCell](
                padding(widths[part] - 1 - text.count) + text + " ",
                background.map { $0.brightness > 127 ? .black : .white }, on: background)
            }
          }
      }
      if isBeside {
        for row in 0...rows {
          let isMiddle = row == (rows + 1) / 2
          lines.append(
            patches[0][row] + [PictureCell](isMiddle ? " × " : "   ") + patches[1][row]
              + [PictureCell](isMiddle ? " = " : "   ") + patches[2][row])
        }
      } else {
        for patch in patches { lines += patch }
      }
    }
    if shown < channels {
      lines += [[], [PictureCell]("(channels \(shown) to \(channels - 1) are not shown)")]
    }
    return lines + [[]] + conclusion.map { [PictureCell]($0) }
  }

  /// Four decimals where they fit beside each other, else two.
  private static func texts(_ parts: [[Number]], columns: Int, width: Int) -> [[String]] {
    func texts(_ digits: Int) -> [[String]] {
      parts.map { part in
        let numbers = part.filter { $0.text == nil }
        var written = NumberColumn(numbers.map(\.value), digits: digits).texts.makeIterator()
        return part.map { $0.text ?? written.next() ?? "" }
      }
    }
    let fine = texts(4)
    let needed = fine.map { (($0.map(\.count).max() ?? 0) + 2) * columns }.reduce(6, +)
    return needed <= width ? fine : texts(2)
  }

  /// Red above and blue below zero; nothing where there is no number.
  private static func colour(_ value: Double, _ limit: Double) -> Pixel? {
    guard value.isFinite, limit > 0 else { return nil }
    return Palette.zero.mixed(with: value < 0 ? Palette.below : Palette.above, value.magnitude / limit)
  }
}
