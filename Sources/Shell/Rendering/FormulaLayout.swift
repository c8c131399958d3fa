import Interpreter

extension Formula {
  /// The formula in one line, for formulas inside of a sentence: `∂E/∂X₂₂`, `(a + b)/c`, `[1 2; 3 4]`.
  package var line: String { Formula.line(of: body).trimmed }

  /// The formula on lines of its own: fractions and matrices stand upright, limits below and above their sign.
  ///
  /// - Parameter width: A formula that is one line high is broken in front of `+`, `−` and `=` where it would be wider.
  package func block(width: Int) -> [String] {
    let box = Formula.box(of: body)
    if box.lines.count > 1 && box.width <= width { return box.lines.map(\.withoutTrailingSpaces) }
    return Formula.broken(line, width: width)
  }

  // MARK: - One line

  static func line(of node: Node) -> String {
    switch node {
    case .atom(let symbol, _): return symbol
    case .text(let text): return text
    case .row(let nodes): return joined(nodes)
    case .script(let base, let below, let above):
      return line(of: base) + script(below, FormulaSymbols.below, "_") + script(above, FormulaSymbols.above, "^")
    case .fraction(let upper, let lower): return "\(factor(upper))/\(factor(lower))"
    case .root(let radicand, let degree):
      return script(degree, FormulaSymbols.above, "") + "√" + factor(radicand)
    case .accent(let base, let mark):
      // One mark for each letter: a bar over xy is a bar over x and one over y.
      return line(of: base).reduce(into: "") { $0 += String($1) + ($1.isLetter ? mark : "") }
    case .matrix(let rows, let left, let right):
      return left + rows.map { $0.map { line(of: $0) }.joined(separator: " ") }.joined(separator: "; ") + right
    }
  }

  /// In parentheses where the node is a sum: what stands above or below a slash.
  private static func factor(_ node: Node) -> String {
    let text = line(of: node).trimmed
    return text.contains(" ") || text.contains("/") ? "(\(text))" : text
  }

  /// Raised or lowered letters where Unicode has all of them; else `x_(...)`, and `x_b` for a single letter.
  private static func script(_ node: Node?, _ letters: [Character: Character], _ mark: String) -> String {
    guard let node else { return "" }
    let text = line(of: node).trimmed
    let close = text.filter { $0 != " " }
    let mapped = close.compactMap { letters[$0] }
    if mapped.count == close.count { return String(mapped) }
    let isOneWord = close.count == 1 || close.allSatisfy(\.isLetter)
    let isFenced = close.hasPrefix("[") && close.hasSuffix("]") || close.hasPrefix("(") && close.hasSuffix(")")
    return isOneWord || isFenced ? mark + close : "\(mark)(\(close))"
  }

  /// Neighbours with the spaces between them that their classes ask for.
  static func joined(_ nodes: [Node]) -> String {
    var result = ""
    for (gap, text) in zip(gaps(nodes), withFencedFractions(nodes).map(line)) {
      result += (gap && !result.isEmpty && result.last != " " ? " " : "") + text
    }
    return result
  }

  /// In one line, ½(y − t) would read as 1/(2(y − t)): a fraction beside a factor gets parentheses.
  private static func withFencedFractions(_ nodes: [Node]) -> [Node] {
    nodes.indices.map { index in
      guard case .fraction = nodes[index] else { return nodes[index] }
      let isBesideFactor =
        (index > 0 && nodes[index - 1].isFactor(except: .open))
        || (index + 1 < nodes.count && nodes[index + 1].isFactor(except: .close))
      guard isBesideFactor else { return nodes[index] }
      return .row([.atom("(", .open), nodes[index], .atom(")", .close)])
    }
  }

  /// Whether a space stands in front of each item. A sign at the start, or behind another sign, has none behind it.
  private static func gaps(_ nodes: [Node]) -> [Bool] {
    var previous: Class?
    var isUnary = false
    var hasCommaBelow = false
    return nodes.map { node in
      let kind = node.spacing
      // Xᵢ,ⱼFᵤ would read as if the comma parted X from F.
      let followsComma = hasCommaBelow
      hasCommaBelow = if case .script(_, let below?, _) = node { line(of: below).contains(",") } else { false }
      let startsTerm: Bool =
        switch previous {
        case nil, .binary, .relation, .open, .punctuation, .large: true
        default: false
        }
      let wasUnary = isUnary
      isUnary = kind == .binary && startsTerm
      defer { previous = kind }
      switch (previous, kind) {
      case (nil, _), (_, .space), (.space, _): return false
      case (.relation, _), (_, .relation): return true
      case (_, .binary): return !(previous == .open || previous == nil)
      case (.binary, _): return !wasUnary
      case (.punctuation, _): return true
      case (_, .punctuation), (.open, _), (_, .close): return false
      case (.large, _): return true
      case (_, .large): return true
      case (.function, .open): return false
      case (.function, _): return true
      case (.ordinary, .function), (.close, .function): return true
      case (.ordinary, .ordinary), (.ordinary, .open): return followsComma
      default: return false
      }
    }
  }

  private static func broken(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let breaksHere = ["=", "+", "−", "±", "≈", "≤", "⇒"].contains(word)
      if breaksHere && line.terminalWidth > 0 {
        lines.append(line)
        line = String(word)
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    lines.append(line)
    // Put the parts together again as far as they fit.
    var result: [String] = []
    for part in lines {
      if let last = result.last, last.terminalWidth + 1 + part.terminalWidth <= width {
        result[result.count - 1] = last + " " + part
      } else {
        result.append(result.isEmpty ? part : "  " + part)
      }
    }
    return result
  }

  // MARK: - Boxes

  /// Lines of equal width; `axis` is the line that neighbours are aligned with.
  struct Box {
    var lines: [String]
    var axis: Int
    var width: Int { lines.first.map(\.terminalWidth) ?? 0 }

    init(_ lines: [String], axis: Int) {
      let width = lines.map(\.terminalWidth).max() ?? 0
      self.lines = lines.map { padded($0, to: width) }
      self.axis = axis
    }

    init(centered lines: [String], axis: Int) {
      let width = lines.map(\.terminalWidth).max() ?? 0
      self.init(lines.map { String(repeating: " ", count: (width - $0.terminalWidth) / 2) + $0 }, axis: axis)
    }

    /// Side by side, axis beside axis.
    static func + (left: Box, right: Box) -> Box {
      let above = max(left.axis, right.axis)
      let below = max(left.lines.count - left.axis, right.lines.count - right.axis)
      let lines = (0..<above + below).map { line in left.line(line - above) + right.line(line - above) }
      return Box(lines, axis: above)
    }

    private func line(_ offset: Int) -> String {
      let index = axis + offset
      return lines.indices.contains(index) ? lines[index] : String(repeating: " ", count: width)
    }
  }

  private static func box(of node: Node) -> Box {
    switch node {
    case .row(let nodes):
      let boxes = zip(nodes, withFencedFractions(nodes)).map { node, fenced in
        let plain = box(of: node)
        return plain.lines.count == 1 ? box(of: fenced) : plain
      }
      let gaps = gaps(nodes)
      return zip(boxes, gaps).reduce(Box([""], axis: 0)) { sum, next in
        let needsSpace = next.1 && sum.width > 0 && !(sum.lines[sum.axis].hasSuffix(" "))
        return sum + Box([needsSpace ? " " : ""], axis: 0) + next.0
      }
    case .fraction(let upper, let lower):
      // ∂E/∂X and 1/2 read better in the line.
      let (over, under) = (box(of: upper), box(of: lower))
      if over.lines.count == 1, under.lines.count == 1, !over.lines[0].contains(" "), !under.lines[0].contains(" ") {
        return Box([line(of: node)], axis: 0)
      }
      let width = max(over.width, under.width)
      let bar = String(repeating: "─", count: width)
      return Box(centered: over.lines + [bar] + under.lines, axis: over.lines.count)
    case .script(.atom(let symbol, let kind), let below, let above)
    where kind == .large || (kind == .function && Self.namesWithLimits.contains(symbol)):
      let lower = below.map { [line(of: $0).filter { $0 != " " }] } ?? []
      let upper = above.map { [line(of: $0).filter { $0 != " " }] } ?? []
      return Box(centered: upper + [symbol] + lower, axis: upper.count)
    case .script(let base, let below, let above):
      let inner = box(of: base)
      if inner.lines.count == 1 { return Box([line(of: node)], axis: 0) }
      let marks = Box([script(below, FormulaSymbols.below, "_") + script(above, FormulaSymbols.above, "^")], axis: 0)
      return Box(inner.lines, axis: below == nil ? 0 : inner.lines.count - 1)
        .joined(marks, keeping: inner.axis)
    case .matrix(let rows, let left, let right): return matrix(rows, left, right)
    case .root, .accent, .atom, .text: return Box([line(of: node)], axis: 0)
    }
  }

  /// What stands below them in a formula of its own.
  private static let namesWithLimits: Set = ["lim", "max", "min", "argmax", "argmin", "sup", "inf"]

  private static func matrix(_ rows: [[Node]], _ left: String, _ right: String) -> Box {
    let cells = rows.map { $0.map { line(of: $0).trimmed } }
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.map { column < $0.count ? $0[column].terminalWidth : 0 }.max() ?? 0
    }
    let gap = left == "" ? " " : "  "
    let lines = cells.map { row in
      (0..<columns).map { column in
        let text = column < row.count ? row[column] : ""
        // Numbers under numbers, words under words.
        return left == "{" || left == ""
          ? padded(text, to: widths[column])
          : String(repeating: " ", count: widths[column] - text.terminalWidth) + text
      }.joined(separator: gap)
    }
    let axis = (lines.count - 1) / 2
    return fence(left, lines.count) + Box(lines, axis: axis) + fence(right, lines.count)
  }

  /// A bracket as high as what it holds.
  private static func fence(_ bracket: String, _ height: Int) -> Box {
    let axis = (height - 1) / 2
    guard height > 1, let parts = tallBrackets[bracket] else {
      return Box(Array(repeating: bracket, count: max(height, 1)), axis: max(axis, 0))
    }
    let lines = (0..<height).map { line in
      if line == 0 { return parts.top }
      if line == height - 1 { return parts.bottom }
      return line == axis ? parts.middle : parts.extension
    }
    return Box(bracket == "{" ? lines.map { $0 + " " } : lines, axis: axis)
  }

  private static let tallBrackets = [
    "[": (top: "⎡", extension: "⎢", middle: "⎢", bottom: "⎣"),
    "]": (top: "⎤", extension: "⎥", middle: "⎥", bottom: "⎦"),
    "(": (top: "⎛", extension: "⎜", middle: "⎜", bottom: "⎝"),
    ")": (top: "⎞", extension: "⎟", middle: "⎟", bottom: "⎠"),
    "{": (top: "⎧", extension: "⎪", middle: "⎨", bottom: "⎩"),
  ]
}

extension Formula.Box {
  /// `mark` behind the line `axis`, and then aligned by the line `main` again.
  fileprivate func joined(_ mark: Formula.Box, keeping main: Int) -> Formula.Box {
    var sum = self + mark
    sum.axis = main
    return sum
  }
}

extension StringProtocol {
  /// Without spaces and line ends around it.
  package var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  var withoutTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}
