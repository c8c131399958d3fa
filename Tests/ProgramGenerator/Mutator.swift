import Foundation

/// Makes strange programs out of ordinary ones.
package struct Mutator {
  /// Ordinary programs, and the words in them.
  package struct Corpus: Sendable {
    package let programs: [String]
    let tokens: [String]

    package init(_ programs: [String]) {
      self.programs = programs
      tokens = Array(Set(programs.flatMap(Mutator.tokens))).filter { !$0.allSatisfy(\.isWhitespace) }.sorted()
    }

    /// The language's scripts and the blocks of the lessons below the folder of the repository.
    package init(repository: URL) {
      var programs: [String] = []
      for folder in ["Tests/LanguageTests/Scripts", "Tests/LessonTests/Answers", "Lessons"] {
        let paths = FileManager.default.enumerator(atPath: repository.appending(path: folder).path)?.allObjects
        for path in (paths ?? []).compactMap({ $0 as? String }).sorted() {
          let file = repository.appending(path: folder).appending(path: path)
          guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
          if path.hasSuffix(".swift") { programs.append(text) }
          if path.hasSuffix(".md") { programs += Self.blocks(of: text) }
        }
      }
      self.init(programs)
    }

    private static func blocks(of lesson: String) -> [String] {
      lesson.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 && $0.element.hasPrefix("swift") }
        .map { block in String(block.element.drop { $0 != "\n" }) }
    }
  }

  var random: SeededGenerator
  let corpus: Corpus

  package init(seed: UInt64, corpus: Corpus) {
    random = SeededGenerator(seed: seed)
    self.corpus = corpus
  }

  /// The cells of one session.
  package mutating func cells() -> [String] {
    (0..<random.pick([1, 1, 1, 2, 3, 5])).map { _ in cell() }
  }

  private mutating func cell() -> String {
    var text = random.chance(25) ? generated() : random.pick(corpus.programs)
    // Most changes make a program that is refused; these rather make one that stops.
    if random.chance(40) {
      for _ in 0..<random.below(5) { text = valuesChanged(text) }
      return text
    }
    if random.chance(10) { text = String(text.prefix(random.below(text.count))) }
    if random.chance(25) { text = excerpt(of: text) }
    for _ in 0..<random.pick([0, 1, 1, 1, 2, 2, 3, 5, 10]) { text = mutated(text) }
    return text.utf8.count > 100_000 ? String(text.prefix(100_000)) : text
  }

  private mutating func generated() -> String {
    let isTopLevel = random.chance(50)
    let program = ProgramGenerator.program(seed: random.next(), number: 1, isTopLevel: isTopLevel)
    return GeneratedProgram.preamble + (isTopLevel ? program.topLevel : program.called)
  }

  /// A few lines.
  private mutating func excerpt(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = random.below(lines.count)
    return lines[start..<min(lines.count, start + random.below(12) + 1)].joined(separator: "\n")
  }

  // MARK: Changes

  private mutating func mutated(_ text: String) -> String {
    if random.chance(12) { return bytesChanged(text) }
    if random.chance(25) { return linesChanged(text) }
    var tokens = Self.tokens(text)
    if tokens.isEmpty { tokens = [" "] }
    let place = random.below(tokens.count)
    switch random.below(12) {
    case 0: tokens.remove(at: place)
    case 1: tokens.insert(tokens[place], at: place)
    case 2: tokens.swapAt(place, random.below(tokens.count))
    case 3...6:
      let words = tokens.indices.filter { !tokens[$0].allSatisfy(\.isWhitespace) }
      if !words.isEmpty { tokens[random.pick(words)] = token() }
    case 7: tokens.insert(" \(token()) ", at: place)
    case 8:
      // One name in place of another of the same text.
      let names = tokens.indices.filter { tokens[$0].first.map { $0.isLetter || $0 == "_" } ?? false }
      if names.count > 1 { tokens[random.pick(names)] = tokens[random.pick(names)] }
    case 9:
      let end = min(tokens.count, place + random.below(30))
      let part = tokens[place..<end]
      for _ in 0..<random.pick([1, 2, 5, 50]) { tokens.insert(contentsOf: part, at: place) }
    case 10: return nested(tokens, place)
    default: tokens.removeSubrange(place..<min(tokens.count, place + random.below(20) + 1))
    }
    return tokens.joined()
  }

  /// Another number or operator in the place of one.
  private mutating func valuesChanged(_ text: String) -> String {
    var tokens = Self.tokens(text)
    let choices = tokens.indices.filter { index in
      tokens[index].first?.isNumber == true || Self.exchangeable.contains { $0.contains(tokens[index]) }
    }
    guard !choices.isEmpty else { return text }
    let place = random.pick(choices)
    if let group = Self.exchangeable.first(where: { $0.contains(tokens[place]) }) {
      tokens[place] = random.pick(group)
    } else {
      let isWhole = tokens[place].allSatisfy(\.isNumber)
      tokens[place] =
        isWhole
        ? random.pick([
          "0", "1", "2", "3", "7", "64", "255", "1000", "9223372036854775807", "(-1)", "Int.min", "Int.max",
        ])
        : random.pick(["0.0", "1e308", "5e-324", "(-0.5)", "Double.nan", "Double.infinity"])
    }
    return tokens.joined()
  }

  private static let exchangeable = [
    ["+", "-", "*", "/", "%", "&+", "&-", "&*", "<<", ">>", "&", "|", "^"], ["+=", "-=", "*=", "/=", "%="],
    ["<", ">", "<=", ">=", "==", "!="], ["..<", "..."], ["&&", "||"], ["true", "false"], ["let", "var"],
    ["append", "insert", "remove", "removeFirst", "removeLast", "popLast"], ["map", "filter", "compactMap", "flatMap"],
    ["prefix", "suffix", "dropFirst", "dropLast"], ["min", "max", "first", "last"], ["??", "&&", "+"],
    ["break", "continue", "return"], ["Int", "UInt8", "Double", "Int8", "String"], ["if", "while"],
  ]

  private mutating func token() -> String { random.chance(60) ? random.pick(corpus.tokens) : random.pick(Self.odd) }

  /// Brackets, closures and operators around a part, up to some thousand times.
  private mutating func nested(_ tokens: [String], _ place: Int) -> String {
    let end = min(tokens.count, place + random.below(8) + 1)
    let (opening, closing) = random.pick([
      ("(", ")"), ("[", "]"), ("{ ", " }"), ("f(", ")"), ("[1: ", "]"), ("\"\\(", ")\""), ("(1, ", ")"), ("-", ""),
      ("!", ""), ("try ", ""), ("a.", ""), ("", ".map { $0 }"), ("", "?"), ("", "!"), ("", "[0]"), ("if true { ", " }"),
      ("1 + ", ""), ("true ? 1 : ", ""), ("Optional<", ">"), ("() -> ", ""), ("switch 1 { default: ", " }"),
      ("func f() { ", " }"), ("struct S { ", " }"), ("/* ", " */"), ("#if A\n", "\n#endif"), ("[[[[", "]]]]"),
    ])
    let count = random.pick([1, 2, 5, 20, 60, 120, 2000])
    return tokens[..<place].joined() + String(repeating: opening, count: count) + tokens[place..<end].joined()
      + String(repeating: closing, count: count) + tokens[end...].joined()
  }

  private mutating func linesChanged(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = random.below(lines.count)
    switch random.below(4) {
    case 0: lines.removeSubrange(place..<min(lines.count, place + random.below(3) + 1))
    case 1: lines.insert(lines[place], at: random.below(lines.count + 1))
    case 2: lines.swapAt(place, random.below(lines.count))
    default:
      let other = random.pick(corpus.programs)
      lines.insert(excerpt(of: other), at: place)
    }
    return lines.joined(separator: "\n")
  }

  private mutating func bytesChanged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<random.below(4) + 1 {
      let place = random.below(bytes.count + 1)
      switch random.below(4) {
      case 0: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
      case 1: if place < bytes.count { bytes.remove(at: place) }
      case 2: bytes.insert(random.pick(Array("(){}[]<>\"'`\\#/*:;,.=+-!?&|@$_~%^ \n\t0".utf8) + [0, 0xFF]), at: place)
      default: bytes.insert(contentsOf: random.pick(Self.unicode).utf8, at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Words

  /// Words, numbers, texts, operators, blanks; every character of a text is in one of them.
  static func tokens(_ text: String) -> [String] {
    let pattern = #/[\p{L}_$][\p{L}\p{N}_]*|[0-9][0-9A-Za-z_.]*|"(?:[^"\\\n]|\\.)*"|\s+|[-+*\/%=<>!&|^~?.]+|(?s:.)/#
    return text.matches(of: pattern).map { String($0.output) }
  }

  static let unicode = [
    "\u{0}", "\u{FEFF}", "\u{202E}", "\u{200B}", "e\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦", "\u{2028}", "\r", "\u{B}", "“", "”",
    "’",
    "×", "−", "…", "日本", "ﬀ", "İ", "\u{E000}", "\u{10FFFF}", "🇩🇪🇩", "\u{1F3FB}", "\u{0300}", " ",
  ]

  static let odd =
    [
      "Int.min", "Int.max", "-1", "0", "1 << 62", "1 << 64", "9223372036854775807", "99999999999999999999999", "1e308",
      "1e400", "0x1p1023", "0.1e-400", "-0.0", "Double.nan", "Double.infinity", "Int(Double.nan)", "UInt8(255)",
      "Int8(-128)", "UInt64.max", "(1 as UInt8)", "nil", "[]", "[:]", "()", "(1, 2)", "$0", "$1", "inout", "&", "self",
      "Self", "super", "some", "any", "Any", "T", "<T>", "throws", "rethrows", "try", "try!", "try?", "as!", "as?",
      "is",
      "as", "weak", "unowned", "lazy", "\\.", "\\.count", "#", "@", "{", "}", "(", ")", "[", "]", "...", "..<", "?",
      "!",
      "??", "_", "case", "indirect", "static", "class", "mutating", "init", "init?", "deinit", "subscript", "where",
      "guard", "defer", "fallthrough", "break", "continue", "return", "throw", "switch", "repeat", "while true {}",
      "\"\\(x)\"", "\"\"\"", "print", "fatalError()", "precondition(false)", "[Int](repeating: 0, count: 1 << 40)",
      "String(repeating: \"x\", count: 1 << 40)", "Array(0..<Int.max)", "stride(from: 0, to: Int.max, by: Int.max)",
      "(0..<3).reversed()", "zip([1], [2])", "{ $0 }", "{ $0 + $1 }", "{ _ in }", "[1, 2.5]", "[nil]",
      "Character(\"ab\")",
      "Int(\"9\")!", "[1][1]", "[1].first!", "Optional<Int>.none!", "1 / 0", "1 % 0", "Int.min / -1", "-Int.min",
      "abs(Int.min)", "UInt(1) - 2", "Never", "Void", "Hashable", "Comparable", "Error", "Element", "Sequence",
      "[Int: [String: Set<Character>]]()", "(Int) -> Int", "inout Int", "Int...", "= 1", "private", "final", "override",
      "required", "convenience", "extension Int", "protocol P", "typealias A = A", "associatedtype A",
      "func f() { f() }",
      "f()", "x", "import Foundation", "async", "await", "actor", "macro", "#if", "#sourceLocation", "@objc", "~=",
      "===",
      "<<<", "+++", "**", "->", "=>", ":=", "=", "==", ";", ",", ":", "`", "'", "\\", "/*", "*/", "//", "///", "<#x#>",
    ] + unicode
}
