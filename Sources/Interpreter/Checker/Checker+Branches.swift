/// `switch`, and `if` and `switch` as expressions.
extension Checker {
  func checkSwitch(_ statement: SwitchStatement) -> TypedSwitch {
    var yields: [TypedExpression] = []
    return checkSwitch(statement, result: nil, &yields)
  }

  private func checkSwitch(
    _ statement: SwitchStatement, result: Type?, _ yields: inout [TypedExpression]
  ) -> TypedSwitch {
    let subject = check(statement.subject)
    settle(subject.type)
    finishSubject(subject)
    let target = JumpTarget(label: statement.label ?? "switch", isLoop: false)
    targets.append(target)
    defer { targets.removeLast() }
    let outerGlobal = isGlobalLevel
    isGlobalLevel = false
    defer { isGlobalLevel = outerGlobal }
    var cases: [TypedSwitch.Case] = []
    for item in statement.cases {
      let typed = inScope { () -> TypedSwitch.Case in
        let patterns = check(item.patterns, against: subject.type)
        let body: [TypedStatement]
        if let result { body = branch(item.body, result, &yields) } else { body = block(item.body) }
        return TypedSwitch.Case(patterns: patterns, isDefault: item.isDefault, body: body)
      }
      cases.append(typed)
    }
    checkOrder(statement, cases)
    return TypedSwitch(
      subject: subject, cases: cases, target: target, range: startOf(statement.range, "switch".utf8.count))
  }

  /// `default` comes last, and `fallthrough` enters no case that takes values apart.
  private func checkOrder(_ statement: SwitchStatement, _ cases: [TypedSwitch.Case]) {
    for (index, item) in statement.cases.enumerated() {
      let next = statement.cases[safe: index + 1]
      if item.isDefault, let next {
        report("no case can follow 'default'", at: startOf(next.range, next.isDefault ? 7 : 4))
      }
      if case .fallthrough? = item.body.last?.kind, let range = item.body.last?.range,
        let variable = cases[safe: index + 1]?.patterns.first?.pattern.variables.first
      {
        report("'fallthrough' cannot enter a case that names a value: '\(variable.name)'", at: range)
      }
    }
  }

  /// A switch over a literal: its type is settled before patterns are compared with it.
  private func finishSubject(_ subject: TypedExpression) {
    if let elements = subject.type.tuple { for element in elements { settle(element.type) } }
  }

  /// The first letters of a statement, for its word.
  private func startOf(_ range: SourceRange, _ count: Int) -> SourceRange {
    SourceRange(source: range.source, start: range.start, end: min(range.end, range.start + count))
  }

  /// Whether a branch gives no value because it throws or ends the program.
  private func endsElsewhere(_ statements: [TypedStatement]) -> Bool {
    switch statements.last?.kind {
    case .throw?, .fallthrough?: true
    case .expression(let value)?: value.type.isNever
    default: false
    }
  }

  // MARK: As expressions

  /// The expression that a body of one statement gives back: also an `if` or `switch` whose branches are values.
  func valueExpression(_ statement: Statement) -> Expression? {
    switch statement.kind {
    case .expression(let expression): return expression
    case .if(let inner) where branchesAreValues(inner):
      return Expression(kind: .ifExpression(inner), range: statement.range)
    case .switch(let inner) where inner.cases.allSatisfy({ isValue($0.body) }):
      return Expression(kind: .switchExpression(inner), range: statement.range)
    default: return nil
    }
  }

  private func branchesAreValues(_ statement: IfStatement) -> Bool {
    guard isValue(statement.body) else { return false }
    switch statement.otherwise {
    case .block(let statements)?: return isValue(statements)
    case .elseIf(let next)?: return branchesAreValues(next)
    case nil: return false
    }
  }

  private func isValue(_ statements: [Statement]) -> Bool {
    guard statements.count == 1, let only = statements.first else { return false }
    if case .throw = only.kind { return true }
    guard let expression = valueExpression(only) else { return false }
    if case .assign = expression.kind { return false }
    return true
  }

  func checkIfExpression(_ statement: IfStatement, _ expected: Type?, _ range: SourceRange) -> TypedExpression {
    var yields: [TypedExpression] = []
    let result = expected.flatMap { $0.unbound == nil ? $0 : nil } ?? .variable(makeVariable(at: range))
    let typed = ifExpression(statement, result, &yields)
    return TypedExpression(.ifExpression(typed), result, range)
  }

  private func ifExpression(
    _ statement: IfStatement, _ result: Type, _ yields: inout [TypedExpression]
  ) -> TypedIf {
    let outer = scope
    scope = Scope(parent: outer)
    let outerGlobal = isGlobalLevel
    isGlobalLevel = false
    defer {
      scope = outer
      isGlobalLevel = outerGlobal
    }
    let conditions = check(statement.conditions)
    let body = branch(statement.body, result, &yields)
    scope = outer
    let otherwise: [TypedStatement]
    switch statement.otherwise {
    case .block(let statements)?: otherwise = branch(statements, result, &yields)
    case .elseIf(let next)?:
      otherwise = [TypedStatement(kind: .if(ifExpression(next, result, &yields)), range: next.range)]
    case nil:
      report("'if' must have an 'else' when it is used as a value", at: statement.range)
      otherwise = []
    }
    return TypedIf(conditions: conditions, body: body, otherwise: otherwise, target: nil)
  }

  func checkSwitchExpression(
    _ statement: SwitchStatement, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    var yields: [TypedExpression] = []
    let result = expected.flatMap { $0.unbound == nil ? $0 : nil } ?? .variable(makeVariable(at: range))
    let typed = checkSwitch(statement, result: result, &yields)
    return TypedExpression(.switchExpression(typed), result, range)
  }

  /// A branch whose only expression is its value.
  private func branch(
    _ statements: [Statement], _ result: Type, _ yields: inout [TypedExpression]
  ) -> [TypedStatement] {
    inScope {
      guard statements.count == 1, let only = statements.first else {
        let typed = sequence(statements)
        if !endsElsewhere(typed), let range = statements.first?.range {
          report("each branch of a value must be one expression", at: range)
        }
        return typed
      }
      guard let expression = valueExpression(only) else { return check(only) }
      switch expression.kind {
      case .ifExpression(let inner):
        return [TypedStatement(kind: .if(ifExpression(inner, result, &yields)), range: only.range)]
      case .switchExpression(let inner):
        return [TypedStatement(kind: .switch(checkSwitch(inner, result: result, &yields)), range: only.range)]
      default: break
      }
      let value = check(expression, expected: result)
      if value.type.isNever {
        return [TypedStatement(kind: .expression(value), range: only.range)]
      }
      let typed = convert(value, to: result, "the type of the other branches,", notes: [])
      yields.append(typed)
      return [TypedStatement(kind: .yield(typed), range: only.range)]
    }
  }
}
