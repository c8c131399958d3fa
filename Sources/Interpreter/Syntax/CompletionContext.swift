internal import SwiftSyntax

/// What stands around the cursor: which kind of word may follow, and in which call.
package struct CompletionContext: Equatable, Sendable {
  package enum Place: Equatable, Sendable {
    /// In text, in a comment, in a number, where a new name is declared: nothing to complete.
    case nothing
    /// A value, or a statement's first word (also keywords).
    case name(isStatementStart: Bool)
    /// After `base.`: UTF-8 offsets of the base.
    case member(base: Range<Int>)
    /// After a `.` without a base: `.float64`.
    case implicitMember
    /// After `:`, `->`, `as`: a type.
    case type
    /// Where only certain words may stand: `in` after `for i`, `var` and `func` in a struct.
    case keyword
  }

  /// The innermost argument list around the cursor.
  package struct Call: Equatable, Sendable {
    /// UTF-8 offsets of what is called or indexed: `conv2d`, `x.reshaped`.
    package var callee: Range<Int>
    package var isSubscript: Bool
    /// Which argument the cursor is in, from 0.
    package var argument: Int
    /// Labels of the arguments before, nil for those without.
    package var labelsBefore: [String?]
    /// The label of the argument that the cursor is in.
    package var label: String?
    /// Whether the word at the cursor may become a label: it begins the argument.
    package var mayBeLabel: Bool
  }

  package var place: Place
  /// The word that is being completed: the UTF-8 offset of its start, and what is there already.
  package var start: Int
  package var prefix: String
  package var call: Call?
  /// Whether only types may stand here, also behind a dot.
  package var isType = false
  /// Words of the language that may stand here.
  package var keywords: [String] = []
}

/// What may be completed at a UTF-8 offset of a text that is still being written.
///
/// Only the text before the cursor counts. A made-up name in place of the word at the cursor gives a tree in which
/// the name's parents tell where the cursor is.
package func completionContext(in text: String, at offset: Int) -> CompletionContext {
  let head = SourceText(text, name: "").text(from: 0, to: offset)
  var word: [Character] = []
  for character in head.reversed() {
    guard character.isLetter || character.isNumber || character == "_" || character == "$" else { break }
    word.insert(character, at: 0)
  }
  let prefix = String(word)
  let start = head.utf8.count - prefix.utf8.count
  var result = CompletionContext(place: .nothing, start: start, prefix: prefix)
  if isNumber(word, after: head.dropLast(word.count)) || isDecimalPoint(head, before: text) { return result }
  let madeUp = "completed"
  guard let file = try? readTree(String(head.dropLast(word.count)) + madeUp),
    let token = file.lastToken(viewMode: .sourceAccurate)?.lastWritten,
    token.positionAfterSkippingLeadingTrivia.utf8Offset == start, token.text == madeUp
  else { return result }
  result.place = place(of: token)
  result.isType = result.place == .type || token.parent?.is(MemberTypeSyntax.self) == true
  if let only = onlyKeywords(at: token) {
    result.place = .keyword
    result.keywords = only
    return result
  }
  result.keywords = keywords(at: token, result.place)
  if result.place != .nothing { result.call = call(around: token) }
  return result
}

/// The call around a UTF-8 offset, also where the cursor is in a literal or behind one: `f(12`, `f("a`.
package func callContext(in text: String, at offset: Int) -> CompletionContext? {
  let context = completionContext(in: text, at: offset)
  if context.place != .nothing { return context }
  let head = String(SourceText(text, name: "").text(from: 0, to: offset))
  guard let file = try? readTree(head), let token = file.lastToken(viewMode: .sourceAccurate)?.lastWritten else {
    return nil
  }
  // Behind the literal there may be nothing but blanks.
  guard head.utf8.dropFirst(token.endPositionBeforeTrailingTrivia.utf8Offset).allSatisfy({ $0 == 32 }) else {
    return nil
  }
  var literal: Syntax? = token.tokenKind.isNumber ? Syntax(token) : nil
  var node = Syntax(token).parent
  while let current = node {
    if current.is(StringLiteralExprSyntax.self) { literal = current }
    node = current.parent
  }
  guard let literal else { return nil }
  return completionContext(in: head, at: literal.positionAfterSkippingLeadingTrivia.utf8Offset)
}

extension TokenKind {
  fileprivate var isNumber: Bool {
    switch self {
    case .integerLiteral, .floatLiteral: true
    default: false
    }
  }
}

/// A word that begins with a digit is a number, `12` and `1.5`, or else a tuple's element: `pair.0`, `pair.0.1`.
private func isNumber(_ word: [Character], after head: Substring) -> Bool {
  guard let first = word.first, first.isNumber else { return false }
  guard head.last == "." else { return true }
  let base = head.dropLast().reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
  let before = head.dropLast(base.count + 1).last
  return !base.isEmpty && base.last?.isNumber == true && before != "."
}

/// The point of `1.5`.
private func isDecimalPoint(_ head: Substring, before text: String) -> Bool {
  guard head.last == ".", head.dropLast().last?.isNumber == true else { return false }
  return text.utf8.dropFirst(head.utf8.count).first.map { (48...57).contains($0) } ?? false
}

extension TokenSyntax {
  fileprivate var lastWritten: TokenSyntax? {
    tokenKind == .endOfFile ? previousToken(viewMode: .sourceAccurate) : self
  }
}

extension SyntaxProtocol {
  fileprivate var offsets: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
  }
}

private func place(of token: TokenSyntax) -> CompletionContext.Place {
  guard let parent = token.parent else { return .nothing }
  switch parent.as(SyntaxEnum.self) {
  case .declReferenceExpr(let reference):
    if let member = reference.parent?.as(MemberAccessExprSyntax.self), member.declName.id == reference.id {
      return member.base.map { .member(base: $0.offsets) } ?? .implicitMember
    }
    return isAllowed(Syntax(reference)) ? .name(isStatementStart: isStatementStart(token)) : .nothing
  case .identifierType: return parent.parent?.is(AttributeSyntax.self) == true ? .nothing : .type
  case .memberType(let type): return .member(base: type.baseType.offsets)
  case .optionalBindingCondition, .labeledExpr: return .name(isStatementStart: false)
  case .identifierPattern:
    // `if let x` names an existing variable.
    return parent.parent?.is(OptionalBindingConditionSyntax.self) == true ? .name(isStatementStart: false) : .nothing
  case .missingDecl, .unexpectedNodes, .unexpectedCodeDecl: return .name(isStatementStart: isStatementStart(token))
  default: return .nothing
  }
}

private func isAllowed(_ node: Syntax) -> Bool {
  guard let parent = node.parent else { return false }
  return !parent.is(KeyPathPropertyComponentSyntax.self) && !parent.is(AttributeSyntax.self)
}

func isStatementStart(_ token: TokenSyntax) -> Bool {
  var node = Syntax(token)
  while let parent = node.parent {
    if parent.is(CodeBlockItemSyntax.self) { return parent.offsets.lowerBound == token.offsets.lowerBound }
    if parent.is(ClosureSignatureSyntax.self) { return true }
    node = parent
  }
  return false
}

private func call(around token: TokenSyntax) -> CompletionContext.Call? {
  var node = Syntax(token)
  var argument: LabeledExprSyntax?
  while let parent = node.parent {
    switch parent.as(SyntaxEnum.self) {
    case .labeledExpr(let element): argument = element
    case .functionCallExpr(let call):
      if let argument, call.arguments.contains(where: { $0.id == argument.id }) {
        return context(of: call.calledExpression, call.arguments, argument, token, isSubscript: false)
      }
      argument = nil
    case .subscriptCallExpr(let call):
      if let argument, call.arguments.contains(where: { $0.id == argument.id }) {
        return context(of: call.calledExpression, call.arguments, argument, token, isSubscript: true)
      }
      argument = nil
    case .closureExpr, .codeBlock, .tupleExpr: return nil
    default: break
    }
    node = parent
  }
  return nil
}

private func context(
  of callee: ExprSyntax, _ arguments: LabeledExprListSyntax, _ current: LabeledExprSyntax, _ token: TokenSyntax,
  isSubscript: Bool
) -> CompletionContext.Call {
  let before = Array(arguments.prefix { $0.id != current.id })
  return CompletionContext.Call(
    callee: callee.offsets, isSubscript: isSubscript, argument: before.count,
    labelsBefore: before.map { $0.label?.text },
    label: current.label?.text, mayBeLabel: current.offsets.lowerBound == token.offsets.lowerBound)
}
