import Synchronization

/// One declaration of the library, unread: its text, and what stands behind a signature without a body.
///
/// Pieces never change, and sessions on different threads share them.
final class LibraryPiece: @unchecked Sendable {
  /// Swift text; a member stands in an extension of its type.
  let text: String
  /// The doc comment of a signature; other declarations have theirs in the text.
  private let documentation: String?
  let implementation: (_ isSetter: Bool) -> FunctionSymbol.Implementation

  init(
    _ text: String, documentation: String? = nil,
    implementation: @escaping (_ isSetter: Bool) -> FunctionSymbol.Implementation = { _ in .primitive("") }
  ) {
    self.text = text
    self.documentation = documentation
    self.implementation = implementation
  }

  /// The parsed text. Parsing is most of what the library costs, so a process parses each text once.
  func parsed() -> ParsedSource {
    let known = Self.trees.withLock { $0.bySource[text] }
    var result = known ?? parse(SourceText(text, name: "library"))
    if known == nil { Self.trees.withLock { $0.bySource[text] = result } }
    if let documentation { result.statements = result.statements.map { documented($0, documentation) } }
    return result
  }

  /// Trees do not change once they are made.
  private struct Trees: @unchecked Sendable {
    var bySource: [String: ParsedSource] = [:]
  }
  private static let trees = Mutex(Trees())

  /// The statement with a doc comment; a copy, because the tree is shared.
  private func documented(_ statement: Statement, _ documentation: String) -> Statement {
    guard case .declaration(var declaration) = statement.kind else { return statement }
    if case .extension(let written) = declaration.kind {
      let copy = ExtensionDeclaration(extended: written.extended)
      (copy.inherited, copy.requirements, copy.members) = (written.inherited, written.requirements, written.members)
      for index in copy.members.indices { copy.members[index].documentation = documentation }
      declaration.kind = .extension(copy)
    } else {
      declaration.documentation = documentation
    }
    return Statement(kind: .declaration(declaration), range: statement.range)
  }
}

/// What a piece of the library's text declares, found without parsing it: the library is too long to parse at every start.
///
/// That is possible because the text is our own. A test sees that parsing finds the same names.
struct DeclarationHeader {
  /// `func`, `var`, `extension`, `struct`, ...
  let keyword: String
  /// `map`, `+`, `init`, `Array`.
  let name: String
  let isStatic: Bool
  /// Whether an extension adds protocols to its type.
  let addsConformances: Bool

  init?(_ text: Substring) {
    var text = text
    guard let header = text.withUTF8({ DeclarationHeader($0[...]) }) else { return nil }
    self = header
  }

  private init?(_ text: Bytes) {
    var rest = text.drop { $0.isSpace }
    var isStatic = false
    while true {
      if rest.starts(with: "//".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if rest.first == UInt8(ascii: "@") {
        rest = rest.drop { !$0.isSpace }
      } else {
        let word = rest.prefix { $0.isLetter }
        guard !word.isEmpty else { return nil }
        if !Self.modifiers.contains(where: { word.elementsEqual($0.utf8) }) { break }
        if word.elementsEqual("static".utf8) { isStatic = true }
        rest = rest.dropFirst(word.count)
      }
      rest = rest.drop { $0.isSpace }
    }
    keyword = String(decoding: rest.prefix { $0.isLetter }, as: UTF8.self)
    rest = rest.dropFirst(keyword.utf8.count).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "`") }
    switch keyword {
    case "init", "subscript": name = keyword
    case "extension":
      // `extension Outer.Inner`: members are looked for by the last name.
      let path = rest.prefix { $0.isInName || $0 == UInt8(ascii: ".") }
      name = path.split(separator: UInt8(ascii: ".")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    default:
      let word = rest.prefix { $0.isInName }
      name = String(
        decoding: word.isEmpty ? rest.prefix { !$0.isSpace && $0 != UInt8(ascii: "(") } : word, as: UTF8.self)
    }
    self.isStatic = isStatic
    addsConformances = keyword == "extension" && Self.hasColon(rest.prefix { $0 != UInt8(ascii: "{") })
  }

  /// Whether there is a colon before a `where`.
  private static func hasColon(_ header: Bytes) -> Bool {
    var rest = header
    while let first = rest.first, !rest.starts(with: "where ".utf8) {
      if first == UInt8(ascii: ":") { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private static let modifiers = [
    "static", "mutating", "nonmutating", "public", "private", "indirect", "final", "prefix", "postfix", "infix",
  ]

  /// Whether members of a type can be looked for by this declaration's name.
  var isMember: Bool { ["func", "var", "let", "init", "subscript"].contains(keyword) }
}

/// The declarations of a text, each with the comments before it; a line ends a declaration where all its brackets are closed.
func declarations(in text: Substring) -> [Substring] {
  var copy = text
  let ranges = copy.withUTF8 { rangesOfDeclarations(in: $0) }
  let bytes = text.utf8
  return ranges.map {
    text[
      bytes.index(bytes.startIndex, offsetBy: $0.lowerBound)..<bytes.index(bytes.startIndex, offsetBy: $0.upperBound)]
  }
}

private func rangesOfDeclarations(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var start = 0
  var depth = 0
  var hasContent = false
  var hasBraces = false
  for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    let content = line.drop { $0 == UInt8(ascii: " ") }
    if content.isEmpty || content.starts(with: "//".utf8) { continue }
    if depth == 0, content.first == UInt8(ascii: "@"), !content.contains(UInt8(ascii: " ")) { continue }
    hasContent = true
    var isInText = false
    var previous: UInt8 = 0
    for byte in content {
      switch byte {
      case UInt8(ascii: "\""): if previous != UInt8(ascii: "\\") { isInText.toggle() }
      case UInt8(ascii: "{") where !isInText:
        depth += 1
        hasBraces = true
      case UInt8(ascii: "(") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText, UInt8(ascii: ")") where !isInText: depth -= 1
      default: break
      }
      if byte == UInt8(ascii: "/"), previous == byte, !isInText { break }
      previous = byte
    }
    guard depth == 0, hasContent, hasBraces || !opensBody(content) else { continue }
    result.append(start..<line.endIndex)
    start = line.endIndex
    hasContent = false
    hasBraces = false
  }
  return result
}

/// Whether a declaration that begins with this line has a `{` on a later one.
private func opensBody(_ line: Bytes) -> Bool {
  !["typealias ", "associatedtype ", "case ", "let ", "var ", "static let ", "static var "].contains {
    line.starts(with: $0.utf8)
  }
}

/// Part of a text: going by characters would take most of the time that a process needs to start.
private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

extension UInt8 {
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self >= 0x80
  }
  fileprivate var isInName: Bool {
    isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "_")
  }
}
