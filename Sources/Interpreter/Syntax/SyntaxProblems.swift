internal import SwiftSyntax

/// Something that the parser had to invent, or could not place.
///
/// swift-syntax has a module that describes these, but it takes time with the square of their number, and stops the
/// process for some texts; nothing that a learner types may do that.
struct SyntaxProblem {
  enum Kind: Equatable {
    /// The node is a token or another node that should be there.
    case missing
    /// A line end or `;` between two statements.
    case separator
    /// The node cannot stand where it is.
    case unexpected
    /// The characters of the token are wrong.
    case token(TokenDiagnostic.Kind)
    /// `for i = 0; i < 3; i += 1`
    case countingLoop
  }
  var kind: Kind
  var node: Syntax
  /// UTF-8 offsets; empty where something is missing.
  var place: Range<Int>

  var parent: SyntaxKind { node.parent?.kind ?? .sourceFile }
}

/// What the parser complains about: the first one or two only, as later ones are mostly consequences, and a hint in
/// place of the first where the text looks like another language.
func syntaxErrors(in file: SourceFileSyntax, source: SourceText) -> [Diagnostic] {
  var result: [Diagnostic] = []
  var lines: Set<Int> = []
  for problem in SyntaxProblems(Syntax(file)) {
    if result.isEmpty, let hint = SyntaxHint.best(for: problem, in: file, source: source) { return [hint] }
    let start = min(problem.place.lowerBound, source.text.utf8.count)
    guard lines.insert(source.position(of: start).line).inserted else { continue }
    let end = max(start, min(problem.place.upperBound, source.text.utf8.count))
    result.append(
      Diagnostic(
        .syntax, problem.message, at: SourceRange(source: source, start: start, end: end),
        notes: problem.notes(in: source)))
    if result.count == 2 { break }
  }
  return result
}

/// The problems of a tree in the order of the text.
private struct SyntaxProblems: Sequence, IteratorProtocol {
  private var pending: [Syntax]

  init(_ root: Syntax) { pending = [root] }

  mutating func next() -> SyntaxProblem? {
    while let node = pending.popLast() {
      guard node.hasError else { continue }
      if let problem = problem(of: node) { return problem }
      pending += node.children(viewMode: .all).reversed()
    }
    return nil
  }

  /// A problem that makes it needless to look inside of the node.
  private mutating func problem(of node: Syntax) -> SyntaxProblem? {
    switch node.as(SyntaxEnum.self) {
    case .token(let token): return problem(of: token)
    case .unexpectedNodes(let nodes):
      if let faulty = Self.faultyToken(in: Syntax(nodes)), let problem = problem(of: faulty) { return problem }
      // Of `) rest of the line` the bracket is what closes nothing.
      let first = node.firstToken(viewMode: .sourceAccurate)
      let isBracket = first.map { [.rightParen, .rightSquare, .rightBrace].contains($0.tokenKind) } ?? false
      let shown = isBracket ? first.map { Syntax($0) } ?? node : node
      return SyntaxProblem(kind: .unexpected, node: node, place: shown.writtenOffsets)
    case .forStmt(let loop):
      let semicolons = loop.body.unexpectedBeforeLeftBrace?.filter { $0.as(TokenSyntax.self)?.tokenKind == .semicolon }
      guard semicolons?.count == 2 else { return nil }
      return SyntaxProblem(kind: .countingLoop, node: node, place: Syntax(loop.forKeyword).writtenOffsets)
    case .missingExpr, .missingType, .missingPattern, .missingStmt, .codeBlock, .memberBlock:
      guard node.firstToken(viewMode: .sourceAccurate) == nil else { return nil }
      return Self.missing(node)
    case .missingDecl(let declaration):
      // With attributes or a placeholder there is something in it.
      guard declaration.placeholder.presence == .missing else { return nil }
      return Self.missing(Syntax(declaration.placeholder))
    default: return nil
    }
  }

  private func problem(of token: TokenSyntax) -> SyntaxProblem? {
    if token.presence == .missing {
      var problem = Self.missing(Syntax(token))
      if token.tokenKind == .semicolon { problem.kind = .separator }
      return problem
    }
    guard let found = token.tokenDiagnostic, found.severity == .error, found.kind != .editorPlaceholder else {
      return nil
    }
    let start = token.position.utf8Offset + Int(found.byteOffset)
    return SyntaxProblem(
      kind: .token(found.kind), node: Syntax(token),
      place: start..<Swift.max(start, Syntax(token).writtenOffsets.upperBound))
  }

  private static func missing(_ node: Syntax) -> SyntaxProblem {
    let before = node.previousToken(viewMode: .sourceAccurate)
    let offset = before?.endPositionBeforeTrailingTrivia.utf8Offset ?? 0
    return SyntaxProblem(kind: .missing, node: node, place: offset..<offset)
  }

  /// The first token whose characters are wrong: a better reason than its place.
  private static func faultyToken(in root: Syntax) -> TokenSyntax? {
    var pending = [root]
    while let node = pending.popLast() {
      guard node.hasError || node.id == root.id else { continue }
      if let token = node.as(TokenSyntax.self), token.tokenDiagnostic?.severity == .error,
        token.tokenDiagnostic?.kind != .editorPlaceholder
      {
        return token
      }
      pending += node.children(viewMode: .sourceAccurate).reversed()
    }
    return nil
  }
}

extension Syntax {
  /// UTF-8 offsets without the blanks and comments around.
  fileprivate var writtenOffsets: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
  }
}
