internal import SwiftSyntax

/// Whether text typed at a prompt can run, wants another line, or can never become right.
package enum Completeness: Sendable { case complete, incomplete, broken }

/// Incomplete is text whose every problem is something missing at its very end: `let x =`, `if x {`, `"""`.
package func completeness(of text: String) -> Completeness {
  guard let file = try? readTree(text) else { return .broken }
  guard let end = file.endOfFileToken.previousToken(viewMode: .sourceAccurate) else {
    // Only blanks and comments: another line can only close a comment.
    return hasOpenComment(file.endOfFileToken) ? .incomplete : .complete
  }
  if hasOpenComment(file.endOfFileToken) || hasOpenComment(end) { return .incomplete }
  if endsWithSignature(file) { return .incomplete }
  guard file.hasError else { return .complete }
  var isBroken = false
  var isMissingSomething = false
  for token in file.tokens(viewMode: .all) {
    if token.presence == .missing {
      isMissingSomething = true
      isBroken = isBroken || token.position < end.endPositionBeforeTrailingTrivia || cannotFollow(token)
    } else if token.tokenDiagnostic?.severity == .error, !token.text.hasPrefix("<#") {
      isBroken = true
    }
    if isBroken { break }
  }
  if isBroken || hasUnexpected(Syntax(file)) { return .broken }
  return isMissingSomething ? .incomplete : .complete
}

/// A missing `"`, or a name after a `.`, cannot come on the next line.
private func cannotFollow(_ token: TokenSyntax) -> Bool {
  switch token.tokenKind {
  case .stringQuote, .singleQuote, .regexSlash: true
  case .identifier: token.previousToken(viewMode: .sourceAccurate)?.tokenKind == .period
  default: false
  }
}

private func hasUnexpected(_ root: Syntax) -> Bool {
  var pending = [root]
  while let node = pending.popLast() {
    guard node.hasError else { continue }
    if node.is(UnexpectedNodesSyntax.self) { return true }
    pending += node.children(viewMode: .all)
  }
  return false
}

/// `/*` without `*/`. Block comments nest.
private func hasOpenComment(_ token: TokenSyntax) -> Bool {
  (token.leadingTrivia.pieces + token.trailingTrivia.pieces).contains { piece in
    guard case .blockComment(let text) = piece else {
      guard case .docBlockComment(let text) = piece else { return false }
      return openComments(text) > 0
    }
    return openComments(text) > 0
  }
}

private func openComments(_ text: String) -> Int {
  var depth = 0
  var previous: UInt8 = 0
  for byte in text.utf8 {
    if previous == UInt8(ascii: "/"), byte == UInt8(ascii: "*") {
      depth += 1
      previous = 0
    } else if previous == UInt8(ascii: "*"), byte == UInt8(ascii: "/") {
      depth -= 1
      previous = 0
    } else {
      previous = byte
    }
  }
  return depth
}

/// A function without a body is right in a protocol only, so elsewhere its `{` may come on the next line.
private func endsWithSignature(_ file: SourceFileSyntax) -> Bool {
  guard let last = file.statements.last, case .decl(let declaration) = last.item else { return false }
  if let function = declaration.as(FunctionDeclSyntax.self) { return function.body == nil }
  return false
}
