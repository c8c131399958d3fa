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
    var rest = text.drop { $0.isWhitespace }
    var isStatic = false
    while true {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("@") {
        rest = rest.drop { !$0.isWhitespace }
      } else {
        let word = rest.prefix { $0.isLetter }
        guard !word.isEmpty else { return nil }
        if !Self.modifiers.contains(String(word)) { break }
        if word == "static" { isStatic = true }
        rest = rest.dropFirst(word.count)
      }
      rest = rest.drop { $0.isWhitespace }
    }
    keyword = String(rest.prefix { $0.isLetter })
    rest = rest.dropFirst(keyword.count).drop { $0 == " " || $0 == "`" }
    switch keyword {
    case "init", "subscript": name = keyword
    case "extension":
      // `extension Outer.Inner`: members are looked for by the last name.
      let path = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
      name = path.split(separator: ".").last.map(String.init) ?? ""
    default:
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      name = word.isEmpty ? String(rest.prefix { !$0.isWhitespace && $0 != "(" }) : String(word)
    }
    self.isStatic = isStatic
    var header = rest.prefix { $0 != "{" }
    if let condition = header.firstRange(of: "where ") { header = header[..<condition.lowerBound] }
    addsConformances = keyword == "extension" && header.contains(":")
  }

  private static let modifiers: Set<String> = [
    "static", "mutating", "nonmutating", "public", "private", "indirect", "final", "prefix", "postfix", "infix",
  ]

  /// Whether members of a type can be looked for by this declaration's name.
  var isMember: Bool { ["func", "var", "let", "init", "subscript"].contains(keyword) }
}

/// The declarations of a text, each with the comments before it; a line ends a declaration where all its brackets are closed.
func declarations(in text: Substring) -> [Substring] {
  var result: [Substring] = []
  var start = text.startIndex
  var depth = 0
  var hasContent = false
  var hasBraces = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let content = line.drop { $0 == " " }
    if content.isEmpty || content.hasPrefix("//") { continue }
    if depth == 0, content.hasPrefix("@"), !content.contains(" ") { continue }
    hasContent = true
    var isInText = false
    var previous: UInt8 = 0
    for byte in content.utf8 {
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
    result.append(text[start..<line.endIndex])
    start = line.endIndex
    hasContent = false
    hasBraces = false
  }
  return result
}

/// Whether a declaration that begins with this line has a `{` on a later one.
private func opensBody(_ line: Substring) -> Bool {
  !["typealias ", "associatedtype ", "case ", "let ", "var ", "static let ", "static var "].contains {
    line.hasPrefix($0)
  }
}
