/// A formula as it stands between dollar signs in a lesson, read into a tree.
///
/// The part of TeX that lessons use: scripts, fractions, roots, accents, matrices, `cases`, text and named symbols. What is not
/// known is shown as it was written, so no formula is ever lost.
package struct Formula {
  /// What an atom is decides about the spaces around it.
  enum Class { case ordinary, binary, relation, open, close, punctuation, large, function, space }

  indirect enum Node {
    case atom(String, Class)
    case row([Node])
    case script(base: Node, below: Node?, above: Node?)
    case fraction(Node, Node)
    case root(Node, degree: Node?)
    case accent(Node, String)
    case matrix([[Node]], left: String, right: String)
    case text(String)
  }

  let body: Node

  package init(_ source: String) {
    var reader = FormulaReader(source)
    body = .row(reader.row(until: []))
  }
}

/// Reads TeX's text one token after another.
private struct FormulaReader {
  enum Token: Equatable {
    case command(String)
    case character(Character)
  }

  private var tokens: [Token] = []
  private var next = 0

  init(_ source: String) {
    var rest = Substring(source)
    while let character = rest.popFirst() {
      guard character == "\\" else {
        tokens.append(.character(character))
        continue
      }
      let name = rest.prefix { $0.isLetter && $0.isASCII }
      if !name.isEmpty {
        rest = rest.dropFirst(name.count)
        tokens.append(.command(String(name)))
      } else if let symbol = rest.popFirst() {
        tokens.append(.command(String(symbol)))
      }
    }
  }

  private var peeked: Token? { next < tokens.count ? tokens[next] : nil }

  private mutating func skipSpaces() {
    while case .character(let character)? = peeked, character.isWhitespace { next += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard peeked == .character(character) else { return false }
    next += 1
    return true
  }

  /// Nodes up to one of the tokens `ends`, which is left in place, or to the end.
  mutating func row(until ends: [Token]) -> [Formula.Node] {
    var nodes: [Formula.Node] = []
    while true {
      skipSpaces()
      guard let token = peeked, !ends.contains(token) else { return nodes }
      if token == .character("}") {
        // A brace that nothing opened.
        next += 1
        continue
      }
      guard let base = atom() else { continue }
      nodes.append(scripted(base))
    }
  }

  private mutating func scripted(_ base: Formula.Node) -> Formula.Node {
    var below: Formula.Node?
    var above: Formula.Node?
    while true {
      skipSpaces()
      if take("_") {
        below = argument()
      } else if take("^") {
        above = argument()
      } else if take("'") {
        above = .row([above, .atom("′", .ordinary)].compactMap(\.self))
      } else {
        break
      }
    }
    return below == nil && above == nil ? base : .script(base: base, below: below, above: above)
  }

  /// `{...}`, or one atom.
  private mutating func argument() -> Formula.Node {
    skipSpaces()
    if take("{") { return group() }
    return atom() ?? .row([])
  }

  private mutating func group() -> Formula.Node {
    let nodes = row(until: [.character("}")])
    _ = take("}")
    if nodes.count == 1, let only = nodes.first { return only }
    return .row(nodes)
  }

  /// The text in braces as it was written, for `\text{...}` and names of environments.
  private mutating func rawArgument() -> String {
    skipSpaces()
    guard take("{") else { return "" }
    var text = ""
    while let token = peeked {
      next += 1
      switch token {
      case .character("}"): return text
      case .character(let character): text.append(character)
      case .command(let name): text += name
      }
    }
    return text
  }

  private mutating func atom() -> Formula.Node? {
    guard let token = peeked else { return nil }
    next += 1
    switch token {
    case .character("{"): return group()
    case .character("_"), .character("^"):
      // A script without a base.
      next -= 1
      return .row([])
    case .character("&"): return .atom(" ", .space)
    case .character(let character): return .atom(display(character), classOf(character))
    case .command(let name): return command(name)
    }
  }

  private func display(_ character: Character) -> String {
    switch character {
    case "-": "−"
    case "*": "∗"
    case "~": " "
    default: String(character)
    }
  }

  private func classOf(_ character: Character) -> Formula.Class {
    switch character {
    case "+", "-", "*", "−": .binary
    case "=", "<", ">", ":": .relation
    case "(", "[", "|": .open
    case ")", "]": .close
    case ",", ";": .punctuation
    case "~": .space
    default: .ordinary
    }
  }

  private mutating func command(_ name: String) -> Formula.Node? {
    switch name {
    case "frac", "tfrac", "dfrac":
      let upper = argument()
      return .fraction(upper, argument())
    case "sqrt":
      skipSpaces()
      var degree: Formula.Node?
      if take("[") {
        degree = .row(row(until: [.character("]")]))
        _ = take("]")
      }
      return .root(argument(), degree: degree)
    case "text", "mathrm", "operatorname", "textbf", "textit", "mbox":
      let text = rawArgument()
      return name == "operatorname" ? .atom(text, .function) : .text(text)
    case "mathbf", "mathit", "mathcal", "boldsymbol", "mathsf", "bm", "boxed": return argument()
    case "mathbb":
      let letters = argument()
      guard case .atom(let letter, let kind) = letters, let first = letter.first else { return letters }
      return .atom(String(FormulaSymbols.blackboard[first] ?? first), kind)
    case "underset":
      let below = argument()
      return .script(base: argument(), below: below, above: nil)
    case "overset", "stackrel":
      let above = argument()
      return .script(base: argument(), below: nil, above: above)
    case "underbrace", "overbrace":
      // The name below the brace stands in its script.
      return .row([.atom("(", .open), argument(), .atom(")", .close)])
    case "xrightarrow":
      let above = argument()
      return .atom("—" + Formula.line(of: above) + "→", .relation)
    case "binom":
      let upper = argument()
      return .matrix([[upper], [argument()]], left: "(", right: ")")
    case "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr":
      skipSpaces()
      if take(".") { return nil }
      return atom()
    case "begin": return environment(rawArgument())
    case "end":
      _ = rawArgument()
      return nil
    case "limits", "nolimits", "displaystyle", "textstyle": return nil
    case "\\": return .atom("  ", .space)
    default: break
    }
    if let mark = FormulaSymbols.accents[name] { return .accent(argument(), mark) }
    if let (symbol, kind) = FormulaSymbols.symbols[name] { return .atom(symbol, kind) }
    return .text("\\" + name)
  }

  private mutating func environment(_ name: String) -> Formula.Node {
    // `\begin{array}{cc}` carries its columns.
    if name == "array" { _ = rawArgument() }
    var rows: [[Formula.Node]] = [[]]
    while peeked != nil {
      let cell = row(until: [.character("&"), .command("\\"), .command("end")])
      rows[rows.count - 1].append(.row(cell))
      if take("&") { continue }
      guard let token = peeked else { break }
      next += 1
      if token == .command("end") {
        _ = rawArgument()
        break
      }
      rows.append([])
    }
    // A line break behind the last row makes no further row.
    if let last = rows.last, rows.count > 1, last.allSatisfy(\.isEmpty) { rows.removeLast() }
    let (left, right) =
      switch name {
      case "bmatrix": ("[", "]")
      case "pmatrix": ("(", ")")
      case "vmatrix": ("|", "|")
      case "cases": ("{", "")
      default: ("", "")
      }
    return .matrix(rows, left: left, right: right)
  }
}

extension Formula.Node {
  var isEmpty: Bool {
    if case .row(let nodes) = self { return nodes.allSatisfy(\.isEmpty) }
    return false
  }

  /// Whether it multiplies what stands beside it: a letter or a parenthesis on the side where it is one, but no sign,
  /// dot or space.
  func isFactor(except fence: Formula.Class) -> Bool {
    switch self {
    case .atom(let symbol, let kind):
      (kind == .ordinary && !"·•…⋯:′".contains(symbol)) || ((kind == .open || kind == .close) && kind != fence)
    case .script(let base, _, _): base.isFactor(except: fence)
    case .row(let nodes): (fence == .close ? nodes.first : nodes.last)?.isFactor(except: fence) ?? false
    case .matrix: true
    default: spacing == .ordinary
    }
  }

  /// The class that this node shows to its neighbours.
  var spacing: Formula.Class {
    switch self {
    case .atom(_, let kind): kind
    case .script(let base, _, _): base.spacing
    case .row(let nodes) where nodes.count == 1 || nodes.last?.spacing == .function: nodes.last?.spacing ?? .ordinary
    default: .ordinary
    }
  }
}
