internal import SwiftSyntax

extension SyntaxProblem {
  var message: String {
    switch kind {
    case .missing: missingMessage
    case .separator: "a new line or ';' is missing"
    case .unexpected: unexpectedMessage
    case .token(let kind): Self.message(for: kind, in: node)
    case .countingLoop: "in Swift a loop that counts is written for i in 0..<3 { }"
    }
  }

  /// The line of the opening bracket, where that is not the line that is shown.
  func notes(in source: SourceText) -> [String] {
    guard kind == .missing, let closing = node.as(TokenSyntax.self), let opening = Self.opening(of: closing) else {
      return []
    }
    let line = source.position(of: opening.positionAfterSkippingLeadingTrivia.utf8Offset).line
    guard line != source.position(of: place.lowerBound).line else { return [] }
    return ["\(quoted(opening)) is opened in line \(line)"]
  }

  private static func opening(of closing: TokenSyntax) -> TokenSyntax? {
    switch closing.tokenKind {
    case .rightParen, .rightSquare, .rightBrace, .rightAngle, .stringQuote, .multilineStringQuote:
      closing.parent?.children(viewMode: .sourceAccurate).lazy.compactMap { $0.as(TokenSyntax.self) }
        .first {
          [.leftParen, .leftSquare, .leftBrace, .leftAngle, .stringQuote, .multilineStringQuote].contains($0.tokenKind)
        }
    default: nil
    }
  }

  private func quoted(_ token: TokenSyntax) -> String { "'\(token.text)'" }

  // MARK: What is missing

  private var missingMessage: String {
    switch node.as(SyntaxEnum.self) {
    case .missingExpr: return parent == .conditionElement ? "expected a condition" + after : "expected a value" + after
    case .missingType: return "expected a type" + after
    case .missingPattern: return "expected a name" + after
    case .missingStmt: return "expected a statement" + after
    case .codeBlock: return "expected '{'" + place(ofBlock: parent)
    case .memberBlock: return "expected '{' around the members"
    case .token(let token): return message(forMissing: token)
    default: return "something is missing here"
    }
  }

  /// ` after 'if'`, where the word before is short.
  private var after: String {
    guard let before = node.previousToken(viewMode: .sourceAccurate), before.text.count <= 20 else { return "" }
    switch before.tokenKind {
    case .stringQuote, .multilineStringQuote, .stringSegment: return " after the text"
    default: return " after \(quoted(before))"
    }
  }

  private func place(ofBlock owner: SyntaxKind) -> String {
    switch owner {
    case .ifExpr:
      node.previousToken(viewMode: .sourceAccurate)?.tokenKind == .keyword(.else)
        ? " or 'if' after 'else'" : " after the condition of 'if'"
    case .whileStmt: " after the condition of 'while'"
    case .forStmt: " to begin the block of 'for'"
    case .functionDecl: " to begin the body of the function"
    default: after
    }
  }

  private func message(forMissing token: TokenSyntax) -> String {
    switch token.tokenKind {
    case .identifier:
      return parent == .missingDecl ? "expected a declaration" + after : "expected a name" + after
    case .leftBrace where parent == .codeBlock:
      return "expected '{'" + place(ofBlock: node.parent?.parent?.kind ?? .sourceFile)
    case .leftBrace: return "expected '{'" + after
    case .stringQuote: return "expected '\"' at the end of the text"
    case .multilineStringQuote: return "expected '\"\"\"' at the end of the text"
    case .colon where parent == .unresolvedTernaryExpr: return "expected ':' and a second value, a ? b : c"
    case .keyword(.case) where parent == .switchCaseLabel: return "expected 'case' or 'default'"
    case .keyword(.var) where parent == .variableDecl: return "expected 'let' or 'var'"
    case .binaryOperator: return "expected an operator" + after
    case .integerLiteral, .floatLiteral: return "expected a number" + after
    default: return token.text.isEmpty ? "something is missing here" : "expected \(quoted(token))"
    }
  }

  // MARK: What cannot stand here

  private var unexpectedMessage: String {
    guard let first = node.firstToken(viewMode: .sourceAccurate) else { return "this cannot stand here" }
    switch first.tokenKind {
    case .rightBrace, .rightParen, .rightSquare: return "this \(quoted(first)) closes nothing"
    case .keyword(.else): return "this 'else' belongs to no 'if'"
    case .keyword(.catch): return "this 'catch' belongs to no 'do'"
    case .keyword(.case), .keyword(.default): return "\(quoted(first)) can only stand inside of a 'switch'"
    case .singleQuote: return "text stands in double quotes"
    case .keyword where isInPlaceOfName: return "\(quoted(first)) is a word of Swift itself: choose another name"
    default: break
    }
    let text = node.trimmedDescription
    return text.count <= 40 && !text.contains(where: \.isNewline)
      ? "'\(text)' cannot stand here" : "this cannot stand here"
  }

  /// `let class = 3`: one word, and no name behind it.
  private var isInPlaceOfName: Bool {
    guard node.firstToken(viewMode: .sourceAccurate)?.id == node.lastToken(viewMode: .sourceAccurate)?.id,
      let next = node.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .all), next.presence == .missing
    else { return false }
    if case .identifier = next.tokenKind { return true }
    return false
  }

  // MARK: Wrong characters

  private static func message(for kind: TokenDiagnostic.Kind, in node: Syntax) -> String {
    let text = node.trimmedDescription
    let token = text.count <= 30 ? "'\(text)'" : "this"
    return switch kind {
    case .equalMustHaveConsistentWhitespaceOnBothSides: "'=' needs a space on both sides, or on neither"
    case .extraneousLeadingWhitespaceError: "there is a space too many before \(token)"
    case .extraneousTrailingWhitespaceError: "there is a space too many after \(token)"
    case .expectedDigitInFloatLiteral, .invalidFloatingPointExponentCharacter, .invalidFloatingPointExponentDigit,
      .expectedBinaryExponentInHexFloatLiteral, .expectedHexDigitInHexLiteral, .invalidBinaryDigitInIntegerLiteral,
      .invalidDecimalDigitInIntegerLiteral, .invalidHexDigitInIntegerLiteral, .invalidOctalDigitInIntegerLiteral:
      "\(token) is not a number"
    case .expectedClosingBraceInUnicodeEscape, .expectedHexCodeInUnicodeEscape,
      .invalidNumberOfHexDigitsInUnicodeEscape:
      "a character by its number is written \\u{1F600}"
    case .invalidEscapeSequenceInStringLiteral: "after '\\' in a text stands n, t, \\, \", 0, u{...} or (...)"
    case .insufficientIndentationInMultilineStringLiteral:
      "each line of the text needs at least the indentation of the closing \"\"\""
    case .invalidIdentifierStartCharacter: "a name cannot begin with this character"
    case .unicodeCurlyQuote: "text stands in straight quotes, \""
    case .unterminatedBlockComment: "expected '*/' at the end of the comment"
    case .unexpectedBlockCommentEnd: "this '*/' closes nothing"
    case .rawIdentifierCannotBeEmpty, .rawIdentifierCannotBeAllWhitespace, .rawIdentifierCannotBeOperator,
      .invalidBackslashInRawIdentifier, .invalidWhitespaceInRawIdentifier:
      "between two ` stands a name"
    case .multilineRegexClosingNotOnNewline, .spaceAtEndOfRegexLiteral, .spaceAtStartOfRegexLiteral:
      "regular expressions are not part of Convbook's Swift"
    case .sourceConflictMarker: "this line is left over from merging two versions"
    default: "this character cannot stand here"
    }
  }
}
