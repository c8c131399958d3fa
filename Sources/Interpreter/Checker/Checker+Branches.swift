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
    let before = flow
    var after: Flow?
    var cases: [TypedSwitch.Case] = []
    for item in statement.cases {
      flow = before
      let typed = inScope { () -> TypedSwitch.Case in
        let patterns = item.patterns.map { entry in
          (
            pattern: check(entry.pattern, against: subject.type),
            condition: entry.where.map { condition($0) }
          )
        }
        let body: [TypedStatement]
        if let result { body = branch(item.body, result, &yields) } else { body = block(item.body) }
        return TypedSwitch.Case(patterns: patterns, isDefault: item.isDefault, body: body)
      }
      let fallsThrough: Bool
      if case .fallthrough? = typed.body.last?.kind { fallsThrough = true } else { fallsThrough = false }
      if !fallsThrough { after = after.map { $0.merged(with: flow) } ?? flow }
      cases.append(typed)
    }
    flow = after ?? before
    if breaks.contains(ObjectIdentifier(target)) {
      flow = flow.merged(with: breakFlows[ObjectIdentifier(target)] ?? before)
      flow.isUnreachable = false
    }
    checkExhaustive(cases, subject.type, statement)
    return TypedSwitch(subject: subject, cases: cases, target: target)
  }

  /// A switch over a literal: its type is settled before patterns are compared with it.
  private func finishSubject(_ subject: TypedExpression) {
    if let elements = subject.type.tuple { for element in elements { settle(element.type) } }
  }

  // MARK: Exhaustiveness

  private func checkExhaustive(_ cases: [TypedSwitch.Case], _ type: Type, _ statement: SwitchStatement) {
    if type.isError || cases.contains(where: \.isDefault) { return }
    let patterns = cases.flatMap { item in item.patterns.filter { $0.condition == nil }.map(\.pattern) }
    if let missing = missing(patterns, type) {
      let word = SourceRange(
        source: statement.range.source, start: statement.range.start, end: statement.range.start + 6)
      var notes = ["add a 'default:' case"]
      if missing != "_" { notes = ["missing case: \(missing)"] }
      report("switch must be exhaustive", at: word, notes: notes)
    }
  }

  /// A value that no pattern takes, in words; nil if there is none.
  private func missing(_ patterns: [TypedPattern], _ type: Type) -> String? {
    if patterns.contains(where: \.isIrrefutable) { return nil }
    if let wrapped = type.wrapped {
      let inner = patterns.compactMap { pattern -> TypedPattern? in
        if case .optional(let inner) = pattern { return inner }
        return nil
      }
      let hasNone = patterns.contains { if case .none = $0 { true } else { false } }
      if !hasNone { return ".none" }
      return missing(inner, wrapped).map { $0 == "_" ? ".some" : $0 }
    }
    if let elements = type.tuple {
      let rows = patterns.compactMap { pattern -> [TypedPattern]? in
        if case .tuple(let parts) = pattern { return parts }
        return nil
      }
      return missing(rows, elements.map(\.type)) ? "_" : nil
    }
    if type.nominal === NominalType.bool {
      var values: Set<Bool> = []
      for case .test(_, let test) in patterns {
        if case .binary(.equal, _, let other) = test.kind, case .boolean(let value) = other.kind {
          values.insert(value)
        }
      }
      return values.count == 2 ? nil : values.contains(true) ? "false" : values.contains(false) ? "true" : "_"
    }
    guard let nominal = type.nominal, nominal.flavour == .enumeration else { return "_" }
    let substitution = Substitution(nominal.genericParameters, type.arguments)
    for enumCase in nominal.cases {
      let rows = patterns.compactMap { pattern -> [TypedPattern]? in
        if case .enumCase(let found, let parts) = pattern, found === enumCase { return parts }
        return nil
      }
      if missing(rows, enumCase.payload.map { substitution.apply($0.type) }) { return ".\(enumCase.name)" }
    }
    return nil
  }

  /// Whether some tuple of values of these types is taken by no row.
  private func missing(_ rows: [[TypedPattern]], _ types: [Type]) -> Bool {
    guard let first = types.first else { return rows.isEmpty }
    let rest = Array(types.dropFirst())
    let tails = { (rows: [[TypedPattern]]) in rows.map { Array($0.dropFirst()) } }
    // The values of the first column that rows tell apart.
    if let nominal = first.nominal, nominal.flavour == .enumeration {
      return nominal.cases.contains { enumCase in
        let fitting = rows.filter { row in
          switch row[0] {
          case .enumCase(let found, let parts): found === enumCase && parts.allSatisfy(\.isIrrefutable)
          default: row[0].isIrrefutable
          }
        }
        return missing(tails(fitting), rest)
      }
    }
    if first.nominal === NominalType.bool {
      return [true, false].contains { value in
        let fitting = rows.filter { row in
          if case .test(_, let test) = row[0], case .binary(.equal, _, let other) = test.kind,
            case .boolean(let wanted) = other.kind
          {
            return wanted == value
          }
          return row[0].isIrrefutable
        }
        return missing(tails(fitting), rest)
      }
    }
    if first.wrapped != nil {
      let some = rows.filter { row in
        if case .optional(let inner) = row[0] { return inner.isIrrefutable }
        return row[0].isIrrefutable
      }
      let none = rows.filter { row in
        if case .none = row[0] { return true }
        return row[0].isIrrefutable
      }
      return missing(tails(some), rest) || missing(tails(none), rest)
    }
    return missing(tails(rows.filter { $0[0].isIrrefutable }), rest)
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
    let before = flow
    let body = branch(statement.body, result, &yields)
    let afterBody = flow
    flow = before
    let otherwise: [TypedStatement]
    switch statement.otherwise {
    case .block(let statements)?: otherwise = branch(statements, result, &yields)
    case .elseIf(let next)?:
      otherwise = [TypedStatement(kind: .if(ifExpression(next, result, &yields)), range: next.range)]
    case nil:
      report("'if' must have an 'else' when it is used as a value", at: statement.range)
      otherwise = []
    }
    flow = afterBody.merged(with: flow)
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
        if !flow.isUnreachable, let range = statements.first?.range {
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
        flow.isUnreachable = true
        return [TypedStatement(kind: .expression(value), range: only.range)]
      }
      let typed = convert(value, to: result, "the type of the other branches,", notes: [])
      yields.append(typed)
      return [TypedStatement(kind: .yield(typed), range: only.range)]
    }
  }
}
