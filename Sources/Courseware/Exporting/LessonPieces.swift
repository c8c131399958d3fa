/// A lesson's text cut into pieces, from its first character to its last: joined again they are the text.
struct LessonPieces {
  enum Kind: Equatable {
    /// With both of its `---`.
    case frontMatter
    case prose
    case fence(FenceRole)
  }

  struct Piece {
    var kind: Kind
    /// White space in front of it, with its line ends.
    var gap: String
    /// The lines of a fence around `text`.
    var open: String?
    /// Without its last line end; nil for a fence without a line.
    var text: String?
    var close: String?
    /// The line of the file at which it starts, as in `LessonItem.line`.
    var line = 1
  }

  var pieces: [Piece] = []
  /// White space behind the last piece's line end; nil where that line has no end.
  var tail: String?

  init(pieces: [Piece], tail: String?) {
    self.pieces = pieces
    self.tail = tail
  }

  var joined: String {
    let texts = pieces.map { $0.gap + [$0.open, $0.text, $0.close].compactMap { $0 }.joined(separator: "\n") }
    return texts.joined(separator: "\n") + (tail.map { "\n" + $0 } ?? "")
  }

  /// - Parameter text: A lesson that can be read.
  init(_ text: String) {
    let lines = text.lines
    var reader = FrontMatterReader(lines: lines, path: "")
    let top = reader.read().lineCount
    var start = 0
    func gap(before index: Int) -> String { lines[start..<index].map { $0 + "\n" }.joined() }
    func add(_ kind: Kind, upTo end: Int) {
      let isBlank = { (index: Int) in lines[index].allSatisfy(\.isWhitespace) }
      let range = start..<max(start, end)
      guard let first = range.first(where: { !isBlank($0) }), let last = range.last(where: { !isBlank($0) }) else {
        return
      }
      let text = lines[first...last].joined(separator: "\n")
      pieces.append(Piece(kind: kind, gap: gap(before: first), text: text, line: first + 1))
      start = last + 1
    }
    add(.frontMatter, upTo: top)
    for fence in markdownFences(in: lines, below: top) {
      guard let role = try? fenceRole(fence.info), role != .prose, fence.isAtTopLevel, fence.isClosed else { continue }
      let first = fence.lines.lowerBound - 1
      let last = min(fence.lines.upperBound, lines.count) - 1
      add(.prose, upTo: first)
      let text = last > first + 1 ? lines[(first + 1)..<last].joined(separator: "\n") : nil
      pieces.append(
        Piece(
          kind: .fence(role), gap: gap(before: first), open: String(lines[first]), text: text,
          close: String(lines[last]), line: first + 1))
      start = last + 1
    }
    add(.prose, upTo: lines.count)
    tail = start < lines.count ? lines[start...].joined(separator: "\n") : nil
  }
}
