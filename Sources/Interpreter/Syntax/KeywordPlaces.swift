internal import SwiftSyntax

/// Words of the language where nothing else may stand; nil at other places.
func onlyKeywords(at token: TokenSyntax) -> [String]? {
  var node = Syntax(token)
  while let parent = node.parent {
    switch parent.as(SyntaxEnum.self) {
    case .forStmt(let statement):
      if statement.inKeyword.presence == .missing, !statement.pattern.contains(token) { return ["in"] }
      return nil
    case .guardStmt(let statement):
      if statement.elseKeyword.presence == .missing, !statement.conditions.contains(token) { return ["else"] }
      return nil
    case .repeatStmt(let statement):
      if statement.whileKeyword.presence == .missing, !statement.body.contains(token) { return ["while"] }
      return nil
    case .memberBlock:
      return isInDeclaration(token) ? nil : memberKeywords(of: parent.parent)
    case .codeBlockItem(let item):
      // `guard x |` is read as a block without its brace.
      guard item.parent?.parent?.as(CodeBlockSyntax.self)?.leftBrace.presence == .missing else { return nil }
    case .closureExpr, .accessorBlock, .switchCase: return nil
    case .switchExpr(let statement): return statement.cases.isEmpty ? nil : switchKeywords
    default: break
    }
    node = parent
  }
  return nil
}

/// Words that may stand beside names.
func keywords(at token: TokenSyntax, _ place: CompletionContext.Place) -> [String] {
  switch place {
  case .nothing, .member, .implicitMember, .keyword: return []
  case .type:
    var node = Syntax(token)
    while let parent = node.parent, !parent.is(FunctionParameterSyntax.self) {
      if parent.is(CodeBlockItemSyntax.self) || parent.is(MemberBlockItemSyntax.self) { return typeKeywords }
      node = parent
    }
    return typeKeywords + ["inout"]
  case .name(let isStatementStart):
    var result = expressionKeywords
    let around = surroundings(of: token)
    if around.isInType { result += ["self", "Self", "super"] }
    guard isStatementStart else { return result }
    result += statementKeywords
    if around.isInFunction { result.append("return") }
    if around.isInLoop { result += ["break", "continue"] }
    if around.isInSwitch { result += ["break", "fallthrough"] + switchKeywords }
    return result + continuations(before: token)
  }
}

private let expressionKeywords = ["true", "false", "nil", "try", "if", "switch"]
private let statementKeywords = [
  "let", "var", "func", "guard", "for", "while", "repeat", "do", "defer", "struct", "enum", "class", "protocol",
  "extension", "typealias", "throw",
]
private let switchKeywords = ["case", "default"]
private let typeKeywords = ["any", "some", "throws"]

/// What begins a member.
private func memberKeywords(of declaration: Syntax?) -> [String] {
  switch declaration?.as(SyntaxEnum.self) {
  case .protocolDecl: return ["var", "func", "init", "static", "mutating", "subscript", "associatedtype"]
  case .enumDecl: return common + ["case", "indirect"]
  case .classDecl: return common + ["final", "override", "deinit"]
  default: return common
  }
}
private let common = [
  "var", "let", "func", "init", "static", "mutating", "subscript", "private", "lazy", "typealias", "struct", "enum",
  "class",
]

/// Whether a member of a type has begun before the word.
private func isInDeclaration(_ token: TokenSyntax) -> Bool {
  var node = Syntax(token)
  while let parent = node.parent, !parent.is(MemberBlockSyntax.self) {
    if let item = parent.as(MemberBlockItemSyntax.self) {
      return item.firstToken(viewMode: .sourceAccurate)?.position != token.position
    }
    node = parent
  }
  return false
}

private struct Surroundings {
  var isInType = false
  var isInFunction = false
  var isInLoop = false
  var isInSwitch = false
}

private func surroundings(of token: TokenSyntax) -> Surroundings {
  var result = Surroundings()
  var node = Syntax(token)
  while let parent = node.parent {
    switch parent.as(SyntaxEnum.self) {
    case .functionDecl, .initializerDecl, .accessorDecl, .accessorBlock, .closureExpr, .subscriptDecl:
      result.isInFunction = true
    case .forStmt, .whileStmt, .repeatStmt: if !result.isInFunction { result.isInLoop = true }
    case .switchExpr: if !result.isInFunction { result.isInSwitch = true }
    case .memberBlock: result.isInType = true
    default: break
    }
    node = parent
  }
  return result
}

/// `else` behind an `if`, `catch` behind a `do`.
private func continuations(before token: TokenSyntax) -> [String] {
  var node = Syntax(token)
  while let parent = node.parent {
    if parent.is(CodeBlockItemListSyntax.self) {
      guard let before = node.as(CodeBlockItemSyntax.self)?.previous?.item else { return [] }
      if case .stmt(let statement) = before {
        if statement.is(DoStmtSyntax.self) { return ["catch"] }
        if let inner = statement.as(ExpressionStmtSyntax.self)?.expression.as(IfExprSyntax.self), inner.isOpen {
          return ["else"]
        }
      }
      if case .expr(let expression) = before, expression.as(IfExprSyntax.self)?.isOpen == true { return ["else"] }
      return []
    }
    node = parent
  }
  return []
}

extension CodeBlockItemSyntax {
  /// The statement before it.
  fileprivate var previous: CodeBlockItemSyntax? {
    guard let list = parent?.as(CodeBlockItemListSyntax.self), let index = list.index(of: self), index > list.startIndex
    else { return nil }
    return list[list.index(before: index)]
  }
}

extension IfExprSyntax {
  /// Whether no last `else` is written yet.
  fileprivate var isOpen: Bool {
    switch elseBody {
    case nil: true
    case .ifExpr(let next)?: next.isOpen
    case .codeBlock?: false
    }
  }
}

extension SyntaxProtocol {
  fileprivate func contains(_ token: TokenSyntax) -> Bool { position <= token.position && token.position < endPosition }
}
