internal import SwiftSyntax

extension Lowering {
  func statements(_ items: CodeBlockItemListSyntax) -> [Statement] {
    var result: [Statement] = []
    for item in items {
      switch item.item {
      case .expr(let node): result.append(expressionStatement(node))
      case .stmt(let node): result.append(statement(node))
      case .decl(let node):
        if let placeholder = node.as(EditorPlaceholderDeclSyntax.self)?.placeholder {
          let kind = Expression.Kind.placeholder(placeholderText(placeholder))
          let range = range(placeholder)
          result.append(Statement(kind: .expression(Expression(kind: kind, range: range)), range: range))
        } else if let declaration = declaration(node) {
          result.append(Statement(kind: .declaration(declaration), range: declaration.range))
        }
      }
    }
    return result
  }

  private func expressionStatement(_ node: ExprSyntax) -> Statement {
    let range = range(node)
    switch node.as(ExprSyntaxEnum.self) {
    case .ifExpr(let node): return Statement(kind: .if(ifStatement(node, label: nil)), range: range)
    case .switchExpr(let node): return Statement(kind: .switch(switchStatement(node, label: nil)), range: range)
    default: return Statement(kind: .expression(expression(node)), range: range)
    }
  }

  private func statement(_ node: StmtSyntax) -> Statement {
    nested(node, otherwise: Statement(kind: .invalid, range: range(node))) {
      Statement(kind: statementKind(node, label: nil), range: range(node))
    }
  }

  private func statementKind(_ node: StmtSyntax, label: String?) -> Statement.Kind {
    switch node.as(StmtSyntaxEnum.self) {
    case .returnStmt(let node): return .return(node.expression.map(expression))
    case .throwStmt(let node): return .throw(expression(node.expression))
    case .breakStmt(let node): return .break(label: node.label.map(name))
    case .continueStmt(let node): return .continue(label: node.label.map(name))
    case .fallThroughStmt: return .fallthrough
    case .guardStmt(let node): return .guard(conditions(node.conditions), else: block(node.body))
    case .whileStmt(let node): return .while(label: label, conditions(node.conditions), body: block(node.body))
    case .repeatStmt(let node):
      return .repeat(label: label, body: block(node.body), until: condition(node.condition))
    case .forStmt(let node): return forStatement(node, label: label)
    case .deferStmt(let node): return .defer(block(node.body))
    case .doStmt(let node):
      return .do(
        label: label, throws: (node.throwsClause?.type).map(type), body: block(node.body),
        catches: node.catchClauses.map(catchClause))
    case .labeledStmt(let node): return labeled(node)
    case .expressionStmt(let node):
      switch node.expression.as(ExprSyntaxEnum.self) {
      case .ifExpr(let node): return .if(ifStatement(node, label: label))
      case .switchExpr(let node): return .switch(switchStatement(node, label: label))
      default: return .expression(expression(node.expression))
      }
    case .missingStmt: return .invalid
    default:
      refuse(node)
      return .invalid
    }
  }

  private func labeled(_ node: LabeledStmtSyntax) -> Statement.Kind {
    nested(node, otherwise: .invalid) {
      let isLoopOrBranch =
        switch node.statement.as(StmtSyntaxEnum.self) {
        case .whileStmt, .repeatStmt, .forStmt, .doStmt, .expressionStmt, .missingStmt: true
        default: false
        }
      if !isLoopOrBranch {
        report("a label can only stand before a loop, 'if', 'switch' or 'do'", at: range(node.label))
      }
      return statementKind(node.statement, label: name(node.label))
    }
  }

  func block(_ node: CodeBlockSyntax) -> [Statement] { statements(node.statements) }

  private func forStatement(_ node: ForStmtSyntax, label: String?) -> Statement.Kind {
    if let keyword = node.awaitKeyword { refuseAsync(keyword) }
    if let keyword = node.tryKeyword { report("'for try' needs 'await'", at: range(keyword)) }
    let pattern =
      node.caseKeyword == nil
      ? pattern(node.pattern, type: node.typeAnnotation, binding: .constant)
      : pattern(node.pattern, type: node.typeAnnotation)
    return .for(
      label: label, pattern, in: expression(node.sequence), where: node.whereClause.map { expression($0.condition) },
      body: block(node.body))
  }

  private func catchClause(_ node: CatchClauseSyntax) -> Catch {
    var patterns: [(pattern: Pattern, where: Expression?)] = []
    for item in node.catchItems {
      guard let written = item.pattern else { continue }
      patterns.append((pattern(written, type: nil), item.whereClause.map { expression($0.condition) }))
    }
    return Catch(patterns: patterns, body: block(node.body), range: range(node))
  }

  // MARK: Branches

  func ifStatement(_ node: IfExprSyntax, label: String?) -> IfStatement {
    let result = IfStatement(
      label: label, conditions: conditions(node.conditions), body: block(node.body), otherwise: nil, range: range(node))
    switch node.elseBody {
    case .codeBlock(let node): result.otherwise = .block(block(node))
    case .ifExpr(let node):
      result.otherwise = nested(node, otherwise: nil) { .elseIf(ifStatement(node, label: nil)) }
    case nil: break
    }
    return result
  }

  func conditions(_ list: ConditionElementListSyntax) -> [Condition] {
    list.compactMap { element in
      let kind: Condition.Kind
      switch element.condition {
      case .expression(let node): kind = .boolean(condition(node))
      case .optionalBinding(let node):
        let isVariable = node.bindingSpecifier.tokenKind == .keyword(.var)
        let pattern = pattern(
          node.pattern, type: node.typeAnnotation, binding: isVariable ? .variable : .constant)
        kind = .binding(pattern, isVariable: isVariable, node.initializer.map { expression($0.value) })
      case .matchingPattern(let node):
        kind = .pattern(pattern(node.pattern, type: node.typeAnnotation), expression(node.initializer.value))
      case .availability(let node):
        report("'#available' is not part of Convbook's Swift", at: range(node))
        return nil
      }
      return Condition(kind: kind, range: range(element.condition))
    }
  }

  /// A condition must be true or false: `=` in its place is nearly always meant as `==`.
  private func condition(_ node: ExprSyntax) -> Expression {
    if let sequence = node.as(SequenceExprSyntax.self),
      let equal = sequence.elements.first(where: { $0.is(AssignmentExprSyntax.self) })
    {
      report("'=' gives a value to a variable, '==' compares", at: range(equal))
      return invalid(node)
    }
    return expression(node)
  }

  func switchStatement(_ node: SwitchExprSyntax, label: String?) -> SwitchStatement {
    var cases: [SwitchStatement.Case] = []
    for element in node.cases {
      guard case .switchCase(let node) = element else {
        refuse(element)
        continue
      }
      if let attribute = node.attribute { refuse(.attribute(attribute)) }
      let body = statements(node.statements)
      if node.statements.isEmpty {
        report("this case needs a statement", at: range(node), notes: ["'break' does nothing"])
      }
      switch node.label {
      case .case(let label):
        let patterns = label.caseItems.map { item in
          (pattern: pattern(item.pattern, type: nil), where: item.whereClause.map { expression($0.condition) })
        }
        cases.append(.init(patterns: patterns, isDefault: false, body: body, range: range(node)))
      case .default:
        cases.append(.init(patterns: [], isDefault: true, body: body, range: range(node)))
      }
    }
    return SwitchStatement(label: label, subject: expression(node.subject), cases: cases, range: range(node))
  }
}
