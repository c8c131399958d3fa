internal import SwiftSyntax

/// What is Swift but not Convbook's Swift: each refused with a sentence that names it, and what to do instead.
extension Lowering {
  private func refuse(_ what: String, _ node: some SyntaxProtocol, instead: String? = nil) {
    report("\(what) not part of Convbook's Swift", at: range(node), notes: instead.map { [$0] } ?? [])
  }

  func refuse(_ node: ExprSyntax) {
    switch node.as(ExprSyntaxEnum.self) {
    case .awaitExpr(let node): refuseAsync(node.awaitKeyword)
    case .macroExpansionExpr(let node): refuseMacro(node, node.macroName)
    case .regexLiteralExpr(let node): refuse("regular expressions are", node)
    case .unsafeExpr(let node): refuse("'unsafe' is", node.unsafeKeyword)
    case .borrowExpr(let node): refuse("'borrow' is", node.borrowKeyword)
    case .consumeExpr(let node): refuse("'consume' is", node.consumeKeyword)
    case .copyExpr(let node): refuse("'copy' is", node.copyKeyword)
    case .packElementExpr(let node): refuse("parameter packs are", node)
    case .packExpansionExpr(let node): refuse("parameter packs are", node)
    case .postfixIfConfigExpr(let node): refuseIfConfig(node.config.clauses.first.map(Syntax.init) ?? Syntax(node))
    default: report("this cannot stand here", at: range(node))
    }
  }

  func refuse(_ node: StmtSyntax) {
    switch node.as(StmtSyntaxEnum.self) {
    case .yieldStmt(let node): refuse("'yield' is", node.yieldKeyword)
    case .discardStmt(let node): refuse("'discard' is", node.discardKeyword)
    default: report("this cannot stand here", at: range(node))
    }
  }

  func refuse(_ node: TypeSyntax) {
    switch node.as(TypeSyntaxEnum.self) {
    case .classRestrictionType(let node):
      refuse("'class' as a constraint is", node, instead: "write 'AnyObject'")
    case .suppressedType(let node): refuse("'\(node.trimmedDescription)' is", node)
    case .inlineArrayType(let node): refuse("inline arrays are", node, instead: "write an array, [Int]")
    case .packElementType(let node): refuse("parameter packs are", node)
    case .packExpansionType(let node): refuse("parameter packs are", node)
    default: report("this cannot stand in place of a type", at: range(node))
    }
  }

  func refuse(_ node: DeclSyntax) {
    switch node.as(DeclSyntaxEnum.self) {
    case .actorDecl(let node): refuse("concurrency ('actor') is", node.actorKeyword, instead: "write a class")
    case .macroDecl(let node): refuse("macros ('macro') are", node.macroKeyword)
    case .macroExpansionDecl(let node): refuseMacro(node, node.macroName)
    case .ifConfigDecl(let node): refuseIfConfig(node.clauses.first.map(Syntax.init) ?? Syntax(node))
    case .poundSourceLocation(let node): refuse("'#sourceLocation' is", node)
    case .editorPlaceholderDecl(let node):
      report("write a declaration in place of \(node.placeholder.text)", at: range(node.placeholder))
    default: report("this cannot stand here", at: range(node))
    }
  }

  func refuse(_ element: SwitchCaseListSyntax.Element) {
    if case .ifConfigDecl(let node) = element { refuseIfConfig(node.clauses.first.map(Syntax.init) ?? Syntax(node)) }
  }

  func refuse(_ element: AttributeListSyntax.Element) {
    guard case .attribute(let attribute) = element else {
      refuse("'#if' is", element)
      return
    }
    let name = attribute.attributeName.trimmedDescription
    switch name {
    case "MainActor", "Sendable", "globalActor", "concurrent", "preconcurrency", "isolated":
      refuse("concurrency ('@\(name)') is", attribute)
    case "main": refuse("'@main' is", attribute, instead: "statements run where they are written")
    case "resultBuilder": refuse("result builders ('@resultBuilder') are", attribute)
    case "propertyWrapper":
      refuse("property wrappers ('@propertyWrapper') are", attribute, instead: "write a computed property")
    case _ where name.first?.isUppercase == true:
      refuse("property wrappers, result builders and macros ('@\(name)') are", attribute)
    default: refuse("the attribute '@\(name)' is", attribute)
    }
  }

  func refuseAsync(_ token: TokenSyntax?) {
    guard let token, token.presence == .present else { return }
    refuse("concurrency ('\(token.text)') is", token)
  }

  func refuseModuleSelector(_ selector: ModuleSelectorSyntax?) {
    guard let selector else { return }
    refuse("'\(selector.trimmedDescription)' is", selector, instead: "write the name alone")
  }

  func refuseUnsafe(_ name: String, at node: some SyntaxProtocol) {
    guard
      (name.hasPrefix("Unsafe") && name.contains("Pointer")) || name.hasPrefix("withUnsafe") || name == "OpaquePointer"
    else { return }
    refuse("pointers ('\(name)') are", node, instead: "arrays are values: change their elements in place")
  }

  func refuseImport(_ node: ImportDeclSyntax) {
    let module = node.path.trimmedDescription
    guard module != "Convbook", module != "Foundation" else { return }
    refuse("'import \(module)' is", node, instead: "all that the lessons use is already there, without an import")
  }

  private func refuseMacro(_ node: some SyntaxProtocol, _ name: TokenSyntax) {
    let isMacro = ["file", "fileID", "filePath", "line", "column", "function", "selector", "warning", "error"]
      .contains(name.text)
    refuse("macros ('#\(name.text)') are", node, instead: isMacro ? nil : "a comment begins with '//'")
  }

  private func refuseIfConfig(_ node: Syntax) {
    guard let first = node.firstToken(viewMode: .sourceAccurate) else { return }
    refuse("'#if' is", first, instead: "keep the lines that are meant to run")
  }
}
