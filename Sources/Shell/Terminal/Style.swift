import Interpreter

/// How a piece of text looks where the terminal has colours.
package struct Style: Sendable, Equatable {
  package enum Colour: Int, Sendable {
    case red = 31
    case green, yellow, blue, magenta, cyan
  }

  package var isBold = false
  package var isDim = false
  package var isItalic = false
  package var isUnderlined = false
  package var colour: Colour?

  package init(
    bold: Bool = false, dim: Bool = false, italic: Bool = false, underlined: Bool = false, _ colour: Colour? = nil
  ) {
    isBold = bold
    isDim = dim
    isItalic = italic
    isUnderlined = underlined
    self.colour = colour
  }

  package static let none = Style()
  package static let bold = Style(bold: true)
  package static let dim = Style(dim: true)
  package static let italic = Style(italic: true)
  package static let heading = Style(bold: true, .blue)
  package static let code = Style(.cyan)
  package static let success = Style(.green)
  package static let failure = Style(.red)
  package static let warning = Style(.yellow)

  /// This style inside of another one: what either asks for.
  package func inside(_ outer: Style) -> Style {
    Style(
      bold: isBold || outer.isBold, dim: isDim || outer.isDim, italic: isItalic || outer.isItalic,
      underlined: isUnderlined || outer.isUnderlined, colour ?? outer.colour)
  }

  /// The terminal's sequence that switches the style on; empty for `.none`.
  var sequence: String {
    var codes: [Int] = []
    if isBold { codes.append(1) }
    if isDim { codes.append(2) }
    if isItalic { codes.append(3) }
    if isUnderlined { codes.append(4) }
    if let colour { codes.append(colour.rawValue) }
    return codes.isEmpty ? "" : "\u{1B}[" + codes.map(String.init).joined(separator: ";") + "m"
  }
}

/// Text in pieces, each with its style.
package struct StyledText: Equatable, Sendable, ExpressibleByStringLiteral {
  package struct Piece: Equatable, Sendable {
    package var text: String
    package var style: Style
  }

  package private(set) var pieces: [Piece] = []

  package init() {}
  package init(_ text: String, _ style: Style = .none) { append(text, style) }
  package init(stringLiteral text: String) { append(text, .none) }

  package mutating func append(_ text: String, _ style: Style = .none) {
    if text.isEmpty { return }
    if let last = pieces.indices.last, pieces[last].style == style {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }

  package mutating func append(_ other: StyledText) {
    for piece in other.pieces { append(piece.text, piece.style) }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  package var isEmpty: Bool { pieces.isEmpty }
  package var plain: String { pieces.map(\.text).joined() }
  package var width: Int { pieces.reduce(0) { $0 + $1.text.terminalWidth } }

  /// The text with the terminal's sequences, or without any. No-break spaces have done their duty and become spaces.
  package func rendered(colour: Bool) -> String {
    pieces.map { piece in
      let text = piece.text.replacing("\u{A0}", with: " ")
      let start = colour ? piece.style.sequence : ""
      return start.isEmpty ? text : start + text + "\u{1B}[0m"
    }.joined()
  }
}
