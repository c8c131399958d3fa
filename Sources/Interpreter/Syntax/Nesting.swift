internal import SwiftParser
internal import SwiftSyntax

/// Text that is longer, or nested more deeply, than the passes behind the parser can follow.
struct Unreadable: Error {
  let offset: Int
  let message: String
}

/// swift-syntax's tree of a text, if that is not nested too deeply.
///
/// The parser limits nested brackets itself, but not chains such as `a.b.c.d` and `try try try`. And it looks ahead: nested
/// `[` cost it twice the time a level, other brackets that could be types the square or cube of their number.
func readTree(_ text: String) throws(Unreadable) -> SourceFileSyntax {
  guard text.utf8.count <= lengthLimit else {
    throw Unreadable(offset: 0, message: "this text is too long (limit \(lengthLimit.formattedWithCommas) bytes)")
  }
  if let problem = Nesting.check(text) { throw problem }
  let file = Parser.parse(source: text)
  if let node = deepNode(in: Syntax(file)) {
    throw Unreadable(offset: node.positionAfterSkippingLeadingTrivia.utf8Offset, message: Lowering.tooDeepMessage)
  }
  return file
}

private let lengthLimit = 4_000_000

/// A node so deep that a visitor would need more stack than can be counted on.
private func deepNode(in root: Syntax) -> Syntax? {
  let limit = 3 * Lowering.nestingLimit
  var pending: [(node: Syntax, depth: Int)] = [(root, 0)]
  while let (node, depth) = pending.popLast() {
    if depth > limit { return node }
    // A byte of text adds a few levels only, so most of a program need not be looked into.
    if depth + 4 * node.totalLength.utf8Length + 50 <= limit { continue }
    for child in node.children(viewMode: .all) where !child.is(TokenSyntax.self) {
      pending.append((child, depth + 1))
    }
  }
  return nil
}

/// Counts open brackets outside of text and comments.
private struct Nesting {
  static let squareLimit = 16
  static let bracketLimit = 100
  static let angleLimit = 100

  private enum Level {
    case bracket(UInt8)
    /// `\(` in a string.
    case interpolation(Quote)
  }

  private struct Quote {
    var pounds: Int
    var isMultiline: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var levels: [Level] = []
  private var squares = 0
  /// `<` since the last character that no list of types can hold.
  private var angles = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func check(_ text: String) -> Unreadable? {
    var text = text
    return text.withUTF8 { bytes in
      var nesting = Nesting(bytes)
      return nesting.scan()
    }
  }

  private func at(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[position + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private mutating func scan() -> Unreadable? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["):
        squares += 1
        if squares > Self.squareLimit { return tooDeep("'[' is", Self.squareLimit) }
        open()
      case UInt8(ascii: "("): open()
      case UInt8(ascii: "{"):
        angles = 0
        open()
      case UInt8(ascii: "<"):
        angles += 1
        if angles > Self.angleLimit { return tooDeep("'<' is", Self.angleLimit) }
        position += 1
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: ";"):
        angles = 0
        position += 1
      case UInt8(ascii: "]"): close(UInt8(ascii: "["))
      case UInt8(ascii: ")"): close(UInt8(ascii: "("))
      case UInt8(ascii: "}"):
        angles = 0
        close(UInt8(ascii: "{"))
      case UInt8(ascii: "/"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): beginString()
      default: position += 1
      }
      if levels.count > Self.bracketLimit { return tooDeep("this is", Self.bracketLimit) }
    }
    return nil
  }

  private func tooDeep(_ what: String, _ limit: Int) -> Unreadable {
    Unreadable(offset: position, message: "\(what) nested too deeply (limit \(limit))")
  }

  private mutating func open() {
    levels.append(.bracket(bytes[position]))
    position += 1
  }

  /// Closes the nearest bracket of its kind; a `)` may end an interpolation, and then the string goes on.
  private mutating func close(_ opening: UInt8) {
    position += 1
    var depth = levels.count
    while depth > 0 {
      depth -= 1
      switch levels[depth] {
      case .interpolation(let quote):
        guard opening == UInt8(ascii: "(") else { return }
        drop(to: depth)
        skipString(quote)
        return
      case .bracket(let bracket) where bracket == opening:
        drop(to: depth)
        return
      case .bracket: break
      }
    }
  }

  private mutating func drop(to depth: Int) {
    for case .bracket(UInt8(ascii: "[")) in levels[depth...] { squares -= 1 }
    levels.removeSubrange(depth...)
  }

  private mutating func skipComment() {
    if at("//") {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    } else if at("/*") {
      var depth = 0
      repeat {
        if at("/*") {
          depth += 1
          position += 2
        } else if at("*/") {
          depth -= 1
          position += 2
        } else {
          position += 1
        }
      } while depth > 0 && position < bytes.count
    } else {
      position += 1
    }
  }

  private mutating func beginString() {
    let start = position
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
    let pounds = position - start
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return }
    let isMultiline = at("\"\"\"")
    position += isMultiline ? 3 : 1
    skipString(Quote(pounds: pounds, isMultiline: isMultiline))
  }

  /// Moves behind the closing quote, or behind the `\(` of an interpolation.
  private mutating func skipString(_ quote: Quote) {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n") where !quote.isMultiline: return
      case UInt8(ascii: "\\") where hasPounds(quote.pounds, at: position + 1):
        position += 1 + quote.pounds
        guard position < bytes.count else { return }
        position += 1
        if bytes[position - 1] == UInt8(ascii: "(") {
          levels.append(.interpolation(quote))
          return
        }
      case UInt8(ascii: "\"") where !quote.isMultiline && hasPounds(quote.pounds, at: position + 1):
        position += 1 + quote.pounds
        return
      case UInt8(ascii: "\"") where quote.isMultiline && at("\"\"\"") && hasPounds(quote.pounds, at: position + 3):
        position += 3 + quote.pounds
        return
      default: position += 1
      }
    }
  }

  private func hasPounds(_ count: Int, at start: Int) -> Bool {
    start + count <= bytes.count && bytes[start..<(start + count)].allSatisfy { $0 == UInt8(ascii: "#") }
  }
}
