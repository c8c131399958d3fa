internal import SwiftSyntax

/// The line on which the parser's first complaint is, as the hints look at it.
struct ErrorLine {
  let tokens: [TokenSyntax]
  let words: [String]
  /// The first token that the parser did not expect; `tokens.count` if that is on a later line.
  let next: Int
  let problem: SyntaxProblem

  var nextWord: String { next < words.count ? words[next] : "" }
  var previousWord: String { next > 0 ? words[next - 1] : "" }
  /// Whether only the first word of a statement stands before the complaint.
  var followsFirstWord: Bool { next == 1 || (next > 1 && [";", "{", "}"].contains(words[next - 2])) }
  var afterNext: [String] { Array(words.dropFirst(next + 1)) }

  /// Nil where the text is so broken that there is no token.
  init?(of file: SourceFileSyntax, around problem: SyntaxProblem) {
    let position = AbsolutePosition(utf8Offset: problem.place.lowerBound)
    guard var token = file.token(at: position) ?? file.lastToken(viewMode: .sourceAccurate) else { return nil }
    var isInside = true
    if token.positionAfterSkippingLeadingTrivia < position {
      if let following = token.nextToken(viewMode: .sourceAccurate), !following.startsLine {
        token = following
      } else {
        isInside = false
      }
    } else if token.startsLine, let before = token.previousToken(viewMode: .sourceAccurate),
      before.endPositionBeforeTrailingTrivia >= position
    {
      token = before
      isInside = false
    }
    var first = token
    var before: [TokenSyntax] = []
    while !first.startsLine, let earlier = first.previousToken(viewMode: .sourceAccurate), before.count < 50 {
      before.append(earlier)
      first = earlier
    }
    var line = Array(before.reversed()) + [token]
    var last = token
    while let later = last.nextToken(viewMode: .sourceAccurate), !later.startsLine, line.count < 100 {
      if later.tokenKind != .endOfFile { line.append(later) }
      last = later
    }
    tokens = line.filter { $0.tokenKind != .endOfFile }
    words = tokens.map(\.text)
    next = isInside ? min(before.count, tokens.count) : tokens.count
    self.problem = problem
  }
}

extension TokenSyntax {
  /// Whether a line end stands before this token.
  var startsLine: Bool { position.utf8Offset == 0 || leadingTrivia.contains(where: \.isNewline) }
}

/// What learners write who come from another language, and how Swift says it.
///
/// For the parser `def f(x):` is two statements on a line. Each rule looks at the line of the first problem; the first
/// rule that fits gives the message.
struct SyntaxHint {
  var message: String
  var notes: [String] = []
  /// The place to point at; without one, the parser's.
  var token: TokenSyntax?

  typealias Rule = @Sendable (ErrorLine) -> SyntaxHint?

  static func best(for problem: SyntaxProblem, in file: SourceFileSyntax, source: SourceText) -> Diagnostic? {
    guard let line = ErrorLine(of: file, around: problem) else { return nil }
    for rule in rules {
      guard let hint = rule(line) else { continue }
      let place =
        hint.token.map { token in
          let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
          return start..<max(start, token.endPositionBeforeTrailingTrivia.utf8Offset)
        } ?? problem.place
      return Diagnostic(
        .syntax, hint.message, at: SourceRange(source: source, start: place.lowerBound, end: place.upperBound),
        notes: hint.notes)
    }
    return nil
  }

  private static let rules: [Rule] = [
    declarationWords, typedFunction, superclass, member, tryBlock, loopNames, severalValues, expressions, comment,
    counting, controlWords, blockColon, logicalWords, colonEquals, functionResult, parameter,
    callWithoutParentheses, closureWords, pythonExpressions, typedFirst, arrayOf, foreignCharacter, spacing, division,
    neighbours,
  ]

  /// `def f(x):`, `function f()`, `const x = 3`, `new Foo()`
  private static func declarationWords(_ line: ErrorLine) -> SyntaxHint? {
    let first = line.words.first ?? ""
    switch first {
    case "def", "function", "fn", "fun":
      guard line.tokens.count > 1, line.words[1] != "=", line.words[1] != "(" else { return nil }
      return SyntaxHint(
        message: "in Swift a function begins with 'func', not '\(first)'",
        notes: ["func area(width: Double, height: Double) -> Double { return width * height }"], token: line.tokens[0])
    case "const", "val", "final":
      guard line.tokens.count > 2, line.next == 1 else { return nil }
      return SyntaxHint(message: "in Swift a constant begins with 'let', not '\(first)'", token: line.tokens[0])
    case "from", "import":
      return SyntaxHint(
        message: "imports are not part of Convbook's Swift",
        notes: ["all that the lessons use is already there, without an import"], token: line.tokens[0])
    default: break
    }
    if line.previousWord == "new", !line.nextWord.isEmpty {
      return SyntaxHint(message: "in Swift a new value is made without 'new'", token: line.tokens[line.next - 1])
    }
    return nil
  }

  /// `# text`
  private static func comment(_ line: ErrorLine) -> SyntaxHint? {
    guard line.nextWord == "#" || line.previousWord == "#" || line.problem.node.trimmedDescription == "#" else {
      return nil
    }
    return SyntaxHint(
      message: "in Swift a comment begins with '//', not '#'", token: line.tokens.first { $0.text == "#" })
  }

  /// `for (int i = 0; i < 3; i++)`, `for (x in xs)`, `for x of xs`, `foreach x in xs`
  private static func counting(_ line: ErrorLine) -> SyntaxHint? {
    if line.problem.kind == .countingLoop {
      return SyntaxHint(message: "in Swift a loop that counts is written for i in 0..<3 { }", token: line.tokens.first)
    }
    guard let loop = line.words.firstIndex(where: { ["for", "foreach"].contains($0) }), loop < line.next else {
      return nil
    }
    let rest = line.words.dropFirst(loop + 1)
    let isOther =
      line.words[loop] == "foreach" || line.nextWord == "of" || (rest.first == "(" && line.nextWord == "in")
    guard isOther else { return nil }
    return SyntaxHint(message: "in Swift a loop is written for x in xs { }", token: line.tokens[loop])
  }

  /// `elif`, `foreach`, `unless`, `do { } while`
  private static func controlWords(_ line: ErrorLine) -> SyntaxHint? {
    let word = line.nextWord
    if ["elif", "elsif", "elseif"].contains(word) || ["elif", "elsif", "elseif"].contains(line.previousWord) {
      let spelled = line.tokens.first { ["elif", "elsif", "elseif"].contains($0.text) }
      return SyntaxHint(message: "in Swift '\(spelled?.text ?? word)' is written 'else if'", token: spelled)
    }
    if word == "while", line.previousWord == "}" {
      return SyntaxHint(
        message: "in Swift a loop with its condition at the end is written repeat { } while x", token: line.tokens.first
      )
    }
    if line.previousWord == "unless" || line.previousWord == "raise", line.followsFirstWord {
      let isRaise = line.previousWord == "raise"
      return SyntaxHint(
        message: isRaise ? "in Swift an error is thrown with 'throw'" : "in Swift 'unless x' is written 'if !x'",
        token: line.tokens[line.next - 1])
    }
    return nil
  }

  /// `if x > 3:`, `for i in range(3):`, `else:`, `func f() -> Int:`
  private static func blockColon(_ line: ErrorLine) -> SyntaxHint? {
    let openers: Set = ["if", "else", "elif", "for", "while", "func", "class", "struct", "try", "do", "switch"]
    guard let opener = line.words.first(where: { openers.contains($0) }), line.words.first != "case",
      let position = line.nextWord == ":" && ["if", "while", "else", "for"].contains(opener)
        ? line.next : line.words.last == ":" ? line.tokens.count - 1 : nil
    else { return nil }
    let colon = line.tokens[position]
    var notes: [String] = []
    if opener == "for", line.words.contains("range") { notes = ["for i in 0..<3 { print(i) }"] }
    return SyntaxHint(message: "in Swift a block stands between '{' and '}', without ':'", notes: notes, token: colon)
  }

  /// `a and b`, `a or b`, `not a`
  private static func logicalWords(_ line: ErrorLine) -> SyntaxHint? {
    let spellings = ["and": "&&", "or": "||", "not": "!"]
    for position in [line.next, line.next - 1] where line.tokens.indices.contains(position) {
      let word = line.words[position]
      guard let spelling = spellings[word], position == line.next || word == "not" else { continue }
      return SyntaxHint(message: "in Swift '\(word)' is written '\(spelling)'", token: line.tokens[position])
    }
    return nil
  }

  /// `let x := 3`, `x := 3`, `let x == 3`
  private static func colonEquals(_ line: ErrorLine) -> SyntaxHint? {
    for position in line.tokens.indices.dropLast() where abs(position - line.next) <= 1 {
      let isColonEquals =
        line.words[position] == ":" && line.words[position + 1] == "="
        && line.tokens[position].endPositionBeforeTrailingTrivia
          == line.tokens[position + 1].positionAfterSkippingLeadingTrivia
      guard isColonEquals || line.words[position] == ":=" else { continue }
      return SyntaxHint(message: "in Swift a value is given with '=', not ':='", token: line.tokens[position])
    }
    if line.nextWord == "==", ["let", "var"].contains(line.words.first ?? "") {
      return SyntaxHint(message: "'=' gives a value to a variable, '==' compares", token: line.tokens[line.next])
    }
    return nil
  }

  /// `func f(x: Int) Int {`, `func f(x: Int): Int {`
  private static func functionResult(_ line: ErrorLine) -> SyntaxHint? {
    guard line.words.contains("func"), line.previousWord == ")", line.problem.kind == .unexpected,
      line.next < line.tokens.count
    else { return nil }
    return SyntaxHint(
      message: "the type of a function's result stands after '->'",
      notes: ["func area(width: Double, height: Double) -> Double { return width * height }"],
      token: line.tokens[line.next])
  }

  /// `func f(x)`, `func f(int x)`
  private static func parameter(_ line: ErrorLine) -> SyntaxHint? {
    guard line.problem.kind == .missing, line.next > 0,
      let parameter = line.problem.node.parent?.as(FunctionParameterSyntax.self),
      parameter.type.is(MissingTypeSyntax.self)
    else { return nil }
    let name = line.tokens[line.next - 1]
    if name.text == "self" {
      return SyntaxHint(message: "a method knows 'self' without naming it as a parameter", token: name)
    }
    if line.next > 1, let type = swiftType(line.words[line.next - 2]) {
      return SyntaxHint(
        message: "in Swift the type follows the name: \(name.text): \(type)", token: line.tokens[line.next - 2])
    }
    return SyntaxHint(message: "the parameter '\(name.text)' needs a type: \(name.text): Double", token: name)
  }

  /// `print x`
  private static func callWithoutParentheses(_ line: ErrorLine) -> SyntaxHint? {
    guard ["print", "assert", "println"].contains(line.previousWord), line.followsFirstWord,
      line.next < line.tokens.count
    else { return nil }
    let rest = line.tokens[line.next...].map(\.description).joined().trimmed
    return SyntaxHint(
      message:
        "in Swift the arguments of a function stand in parentheses: \(line.previousWord)(\(rest.count > 40 ? "..." : rest))",
      token: line.tokens[line.next])
  }

  /// `lambda x: x + 1`
  private static func closureWords(_ line: ErrorLine) -> SyntaxHint? {
    guard let lambda = line.tokens.first(where: { $0.text == "lambda" }), line.next > 0 else { return nil }
    return SyntaxHint(message: "in Swift a closure is written { x in x + 1 }", token: lambda)
  }

  /// `x if y else z`, `[i for i in xs]`, `x[1:3]`, `f"{x}"`, `a @ b`
  private static func pythonExpressions(_ line: ErrorLine) -> SyntaxHint? {
    guard line.next < line.tokens.count else { return nil }
    let token = line.tokens[line.next]
    let rest = line.afterNext
    switch line.nextWord {
    case "if" where rest.contains("else") && !rest.contains("{"):
      return SyntaxHint(message: "in Swift a choice between two values is written condition ? a : b", token: token)
    case "for" where line.words[..<line.next].contains("["):
      return SyntaxHint(
        message: "in Swift a list made from another is written with map", notes: ["xs.map { x in x * 2 }"], token: token
      )
    case ":" where line.words[..<line.next].contains("["):
      return SyntaxHint(
        message: "in Swift a part is taken with a range", notes: ["x[1..<3], x[2...], x[...]"], token: token)
    case "\"" where ["f", "r", "b"].contains(line.previousWord):
      return SyntaxHint(
        message: "in Swift values are put into text with \\( )", notes: ["\"x is \\(x)\""],
        token: line.tokens[line.next - 1])
    case "@": return SyntaxHint(message: "the matrix product is written matmul(a, b)", token: token)
    default: return nil
    }
  }

  /// `int x = 3`, `String s = "a"`
  private static func typedFirst(_ line: ErrorLine) -> SyntaxHint? {
    guard line.followsFirstWord, let type = swiftType(line.previousWord), line.next < line.tokens.count,
      ["=", ";", nil].contains(line.afterNext.first)
    else { return nil }
    return SyntaxHint(
      message: "in Swift the type follows the name: var \(line.nextWord): \(type)", token: line.tokens[line.next - 1])
  }

  /// `let x: Int[] = []`
  private static func arrayOf(_ line: ErrorLine) -> SyntaxHint? {
    guard line.nextWord == "[", line.afterNext.first == "]", line.words[..<line.next].contains(":") else { return nil }
    return SyntaxHint(
      message: "in Swift the type of an array is written [\(line.previousWord)]", token: line.tokens[line.next])
  }

  private static func swiftType(_ word: String) -> String? {
    switch word {
    case "int", "Int", "long", "size_t": "Int"
    case "float", "double", "Double", "Float": word == "Float" ? "Float" : "Double"
    case "string", "String", "str": "String"
    case "bool", "Bool", "boolean": "Bool"
    case "Tensor": "Tensor"
    default: nil
    }
  }

  /// `5 – 3` with a dash from a text program.
  private static func foreignCharacter(_ line: ErrorLine) -> SyntaxHint? {
    guard case .token(.invalidCharacter) = line.problem.kind else { return nil }
    let text = line.tokens.map(\.description).joined()
    guard let dash = text.first(where: { "–—".contains($0) }) else { return nil }
    return SyntaxHint(message: "'\(dash)' is a dash, minus is '-'")
  }

  /// `b +c`, `x =3`
  private static func spacing(_ line: ErrorLine) -> SyntaxHint? {
    if line.problem.kind == .token(.equalMustHaveConsistentWhitespaceOnBothSides) {
      return SyntaxHint(message: line.problem.message, token: line.problem.node.as(TokenSyntax.self))
    }
    guard line.problem.kind == .separator, line.next > 0, line.next < line.tokens.count,
      case .prefixOperator(let name) = line.tokens[line.next].tokenKind
    else { return nil }
    return SyntaxHint(
      message: "'\(name)' needs a space on both sides, or on neither", token: line.tokens[line.next])
  }

  /// `(7 // 2)`: the rest of the line is a comment.
  private static func division(_ line: ErrorLine) -> SyntaxHint? {
    guard line.problem.kind == .missing else { return nil }
    let isAtEnd = line.next == line.tokens.count
    let after = isAtEnd ? line.tokens.last?.nextToken(viewMode: .sourceAccurate) : line.tokens[line.next]
    guard let after, let before = after.previousToken(viewMode: .sourceAccurate) else { return nil }
    let trivia = before.trailingTrivia.pieces + after.leadingTrivia.pieces
    for piece in trivia {
      if piece.isNewline { return nil }
      guard case .lineComment(let text) = piece else { continue }
      guard text.hasSuffix(")") || text.hasSuffix("]") || text.hasSuffix(",") else { return nil }
      return SyntaxHint(message: "in Swift '//' begins a comment; '/' between two whole numbers gives a whole number")
    }
    return nil
  }

  /// Two things side by side that the parser calls "consecutive statements".
  private static func neighbours(_ line: ErrorLine) -> SyntaxHint? {
    guard line.problem.kind == .separator, line.next > 0, line.next < line.tokens.count else { return nil }
    return SyntaxHint(
      message: "\(quoted(line.nextWord)) cannot follow \(quoted(line.previousWord)) on one line",
      notes: ["between them an operator, a comma, a ';' or a new line is missing"], token: line.tokens[line.next])
  }

  private static func quoted(_ word: String) -> String {
    if word == "\"" || word == "\"\"\"" { return "a string" }
    return "'\(word.count > 20 ? word.prefix(20) + "..." : word)'"
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isWhitespace == true { text.removeFirst() }
    return String(text)
  }
}
