extension Formula {
  /// The formula in MathML, which browsers draw without anything from a network.
  package func mathML(isBlock: Bool) -> String {
    "<math\(isBlock ? " display=\"block\"" : "")>\(Formula.mathML(body))</math>"
  }

  private static func mathML(_ node: Node) -> String {
    switch node {
    case .atom(let symbol, let kind): return atom(symbol, kind)
    case .text(let text): return "<mtext>\(escapedHTML(text))</mtext>"
    case .row(let nodes): return row(nodes)
    case .script(let base, let below, let above): return script(base, below, above)
    case .fraction(let upper, let lower): return "<mfrac>\(mathML(upper))\(mathML(lower))</mfrac>"
    case .root(let radicand, nil): return "<msqrt>\(mathML(radicand))</msqrt>"
    case .root(let radicand, let degree?): return "<mroot>\(mathML(radicand))\(mathML(degree))</mroot>"
    case .accent(let base, let mark):
      return "<mover accent=\"true\">\(mathML(base))<mo>\(accents[mark] ?? mark)</mo></mover>"
    case .matrix(let rows, let left, let right):
      let body = rows.map { cells in
        "<mtr>" + cells.map { "<mtd>\(mathML($0))</mtd>" }.joined() + "</mtr>"
      }
      return "<mrow>\(fence(left))<mtable>\(body.joined())</mtable>\(fence(right))</mrow>"
    }
  }

  private static func fence(_ symbol: String) -> String { symbol.isEmpty ? "" : "<mo>\(escapedHTML(symbol))</mo>" }

  /// Digits that stand side by side are one number.
  private static func row(_ nodes: [Node]) -> String {
    var parts: [String] = []
    var number = ""
    for node in nodes {
      if case .atom(let symbol, .ordinary) = node, symbol.allSatisfy({ $0.isNumber && $0.isASCII || $0 == "." }) {
        number += symbol
        continue
      }
      // The last digit carries the script: 10² is 10 with a 2, not 1 and 0²
      if case .script(.atom(let digit, .ordinary), let below, let above) = node, !number.isEmpty,
        digit.allSatisfy({ $0.isNumber && $0.isASCII })
      {
        parts.append(script(.atom(number + digit, .ordinary), below, above))
        number = ""
        continue
      }
      if !number.isEmpty { parts.append("<mn>\(number)</mn>") }
      number = ""
      parts.append(mathML(node))
    }
    if !number.isEmpty { parts.append("<mn>\(number)</mn>") }
    return "<mrow>\(parts.joined())</mrow>"
  }

  private static func atom(_ symbol: String, _ kind: Class) -> String {
    switch kind {
    case .binary, .relation, .open, .close, .punctuation: return "<mo>\(escapedHTML(symbol))</mo>"
    case .large: return "<mo>\(largeOperators[symbol] ?? symbol)</mo>"
    case .function: return "<mi>\(escapedHTML(symbol))</mi>"
    case .space: return "<mspace width=\"\(Double(max(symbol.count, 1)) * 0.25)em\"/>"
    case .ordinary:
      if symbol.allSatisfy(\.isNumber) { return "<mn>\(symbol)</mn>" }
      return symbol == "·" || symbol == "/" ? "<mo>\(symbol)</mo>" : "<mi>\(escapedHTML(symbol))</mi>"
    }
  }

  private static func script(_ base: Node, _ below: Node?, _ above: Node?) -> String {
    // Sums have their limits below and above, where there is room for it
    let (under, over, both) =
      if case .atom(_, .large) = base {
        ("munder", "mover", "munderover")
      } else {
        ("msub", "msup", "msubsup")
      }
    return switch (below, above) {
    case (let below?, let above?): "<\(both)>\(mathML(base))\(mathML(below))\(mathML(above))</\(both)>"
    case (let below?, nil): "<\(under)>\(mathML(base))\(mathML(below))</\(under)>"
    case (nil, let above?): "<\(over)>\(mathML(base))\(mathML(above))</\(over)>"
    case (nil, nil): mathML(base)
    }
  }

  /// Large operators, where the terminal has a letter.
  private static let largeOperators = ["Σ": "∑"]

  /// Signs of their own for marks that lie on a letter in the terminal.
  private static let accents = [
    "\u{302}": "^", "\u{304}": "¯", "\u{303}": "~", "\u{20D7}": "→", "\u{307}": "˙", "\u{308}": "¨",
  ]
}

/// Text for a page, and for what stands in quotation marks in it.
func escapedHTML(_ text: some StringProtocol) -> String {
  var result = ""
  for character in text {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.append(character)
    }
  }
  return result
}
