extension Checker {
  /// The statements of a block, in a scope of their own.
  func block(_ statements: [Statement]) -> [TypedStatement] {
    inScope {
      let outer = isGlobalLevel
      isGlobalLevel = false
      defer { isGlobalLevel = outer }
      return sequence(statements)
    }
  }

  /// Statements in the current scope. Functions are known before the statements around them.
  func sequence(_ statements: [Statement]) -> [TypedStatement] {
    declareNames(statements)
    let outerBodies = postponedBodies
    postponedBodies = []
    defer { postponedBodies = outerBodies }
    var result: [TypedStatement] = []
    for statement in statements {
      let start = pending.count
      result += check(statement)
      finishInference(from: start)
    }
    for symbol in postponedBodies { checkBody(symbol) }
    if !isGlobalLevel { settleLateValues() }
    return result
  }

  /// What a plain statement reports after its first message is a consequence of that.
  func check(_ statement: Statement) -> [TypedStatement] {
    let count = diagnostics.count
    let result = typed(statement)
    switch statement.kind {
    case .expression(let expression) where !expression.isBranch:
      diagnostics.removeSubrange(min(count + 1, diagnostics.count)...)
    case .return, .throw: diagnostics.removeSubrange(min(count + 1, diagnostics.count)...)
    default: break
    }
    return result
  }

  private func typed(_ statement: Statement) -> [TypedStatement] {
    let range = statement.range
    func one(_ kind: TypedStatement.Kind) -> [TypedStatement] { [TypedStatement(kind: kind, range: range)] }
    switch statement.kind {
    case .expression(let expression): return expressionStatement(expression, range)
    case .declaration(let declaration): return check(declaration, range)
    case .return(let value):
      let typed = checkReturn(value, range)
      if let typed { checkDynamicSelf(typed, context.function) }
      return one(.return(typed))
    case .throw(let value): return one(.throw(checkThrow(value, range)))
    case .break(let label), .continue(let label): return jump(statement, label)
    case .fallthrough: return one(.fallthrough)
    case .if(let statement): return one(.if(check(statement)))
    case .guard(let conditions, let otherwise): return checkGuard(conditions, otherwise, range)
    case .while(let label, let conditions, let body): return checkWhile(label, conditions, body, range)
    case .repeat(let label, let body, let until):
      let target = JumpTarget(label: label, isLoop: true)
      targets.append(target)
      let typed = block(body)
      targets.removeLast()
      return one(.repeat(target, body: typed, until: condition(until)))
    case .for(let label, let pattern, let sequence, let condition, let body):
      return checkFor(label, pattern, sequence, condition, body, range)
    case .switch(let statement): return one(.switch(checkSwitch(statement)))
    case .do(let label, let thrown, let body, let catches):
      return checkDo(label, throws: thrown, body, catches, range)
    case .defer(let body): return one(.defer(block(body)))
    case .invalid: return []
    }
  }

  private func expressionStatement(_ expression: Expression, _ range: SourceRange) -> [TypedStatement] {
    switch expression.kind {
    case .ifExpression(let statement): return [TypedStatement(kind: .if(check(statement)), range: range)]
    case .switchExpression(let statement): return [TypedStatement(kind: .switch(checkSwitch(statement)), range: range)]
    default: break
    }
    if let statements = delegation(expression, range) { return statements }
    let typed = check(expression)
    if case .functionValue(let symbol, _, _) = typed.kind, !isGlobalLevel {
      report("the function '\(symbol.name)' is not called", at: range, notes: ["write () after its name"])
    }
    return [TypedStatement(kind: .expression(typed), range: range)]
  }

  private func checkReturn(_ value: Expression?, _ range: SourceRange) -> TypedExpression? {
    let result = context.result.shallow
    if context.parent == nil, context.function == nil {
      report("return is only allowed inside a function", at: range)
      return nil
    }
    guard let value else {
      if context.function?.isInitializer == true { return nil }
      if result.unbound != nil {
        _ = unify(result, .void)
      } else if !result.isVoid, !result.isError {
        report("a function expected to return '\(result)' must return a value", at: range)
      }
      return nil
    }
    if context.function?.isInitializer == true {
      if case .nilLiteral = value.kind {
        if context.function?.isFailable != true { report("only a failable initializer can return nil", at: range) }
        return TypedExpression(.nilLiteral, .optional(.void), range)
      }
      report("an initializer cannot return a value", at: range)
      return nil
    }
    if result.isVoid {
      let typed = check(value)
      if !typed.type.isVoid, !typed.type.isError, !typed.type.isNever {
        report(
          "unexpected value in a function that returns nothing", at: value.range,
          notes: ["write its type after the parameters: -> \(typed.type.resolved)"])
      }
      return typed
    }
    if result.unbound != nil {
      let typed = check(value)
      if let same = coerce(typed, to: result) { return same }
      return convert(typed, to: result, "return type", notes: [])
    }
    return convert(value, to: result, "return type")
  }

  private func jump(_ statement: Statement, _ label: String?) -> [TypedStatement] {
    let isContinue: Bool
    if case .continue = statement.kind { isContinue = true } else { isContinue = false }
    let word = isContinue ? "continue" : "break"
    let found = targets.last { target in
      if let label { return target.label == label }
      return isContinue ? target.isLoop : target.isLoop || target.label == "switch"
    }
    guard let found else {
      if let label {
        report(
          "cannot find a loop with the label '\(label)' to \(word)", at: statement.range,
          notes: didYouMean(label, targets.compactMap(\.label)))
      } else {
        report("'\(word)' is only allowed inside a loop\(isContinue ? "" : " or switch")", at: statement.range)
      }
      return []
    }
    return [TypedStatement(kind: isContinue ? .continue(found) : .break(found), range: statement.range)]
  }

  // MARK: Conditions

  func check(_ conditions: [Condition]) -> [TypedCondition] {
    conditions.map { item in
      switch item.kind {
      case .boolean(let expression): return .boolean(condition(expression))
      case .binding(let pattern, let isVariable, let value): return binding(pattern, isVariable, value, item.range)
      case .pattern(let pattern, let expression):
        let value = check(expression)
        settle(value.type)
        return .pattern(check(pattern, against: value.type), value)
      }
    }
  }

  private func binding(
    _ pattern: Pattern, _ isVariable: Bool, _ value: Expression?, _ range: SourceRange
  ) -> TypedCondition {
    var source = value
    if source == nil, case .name(let name, _) = pattern.kind {
      source = Expression(kind: .name(name), range: pattern.range)
    }
    guard let source else { return .boolean(invalid(range)) }
    let annotation = pattern.type.map(resolve)
    let typed = check(source, expected: annotation.map { .optional($0) })
    if typed.type.isError {
      _ = check(pattern, against: .error, isVariable: isVariable)
      return .pattern(.wildcard, typed)
    }
    guard let wrapped = typed.type.wrapped else {
      _ = check(pattern, against: typed.type, isVariable: isVariable)
      report(
        "only an optional can be unwrapped with 'let', but this has type '\(typed.type.resolved)'", at: source.range,
        notes: ["the value is never nil, so a plain 'let' is enough"])
      return .pattern(.wildcard, typed)
    }
    if let annotation, !unify(annotation, wrapped) {
      report("cannot convert value of type '\(wrapped.resolved)' to specified type '\(annotation)'", at: source.range)
    }
    return .pattern(.optional(check(pattern, against: wrapped, isVariable: isVariable)), typed)
  }

  func check(_ statement: IfStatement) -> TypedIf {
    inScope {
      let target = statement.label.map { JumpTarget(label: $0, isLoop: false) }
      if let target { targets.append(target) }
      let outerGlobal = isGlobalLevel
      isGlobalLevel = false
      defer {
        if target != nil { targets.removeLast() }
        isGlobalLevel = outerGlobal
      }
      let conditions = check(statement.conditions)
      let body = block(statement.body)
      // What the conditions bind is not known in the other branch.
      scope = scope.parent ?? scope
      var otherwise: [TypedStatement]?
      switch statement.otherwise {
      case .block(let statements)?: otherwise = block(statements)
      case .elseIf(let next)?: otherwise = [TypedStatement(kind: .if(check(next)), range: next.range)]
      case nil: break
      }
      return TypedIf(conditions: conditions, body: body, otherwise: otherwise, target: target)
    }
  }

  private func checkGuard(
    _ conditions: [Condition], _ otherwise: [Statement], _ range: SourceRange
  ) -> [TypedStatement] {
    // Names of the conditions belong to the block around, so the other branch is checked first.
    let outerGlobal = isGlobalLevel
    let other = block(otherwise)
    isGlobalLevel = false
    let typed = check(conditions)
    isGlobalLevel = outerGlobal
    return [TypedStatement(kind: .guard(typed, otherwise: other), range: range)]
  }

  // MARK: Loops

  private func checkWhile(
    _ label: String?, _ conditions: [Condition], _ body: [Statement], _ range: SourceRange
  ) -> [TypedStatement] {
    inScope {
      let target = JumpTarget(label: label, isLoop: true)
      let outerGlobal = isGlobalLevel
      isGlobalLevel = false
      let typed = check(conditions)
      targets.append(target)
      let statements = block(body)
      targets.removeLast()
      isGlobalLevel = outerGlobal
      return [TypedStatement(kind: .while(target, typed, body: statements), range: range)]
    }
  }

  private func checkFor(
    _ label: String?, _ pattern: Pattern, _ sequence: Expression, _ condition: Expression?, _ body: [Statement],
    _ range: SourceRange
  ) -> [TypedStatement] {
    let annotation = pattern.type.map(resolve)
    var expected: Type?
    if let annotation, case .array = sequence.kind { expected = .array(annotation) }
    let typed = unwrapped(check(sequence, expected: expected))
    settle(typed.type)
    var element: Type = .error
    if !typed.type.isError {
      if let found = environment.elementType(of: typed.type, requirements: requirements) {
        element = normalized(found)
      } else {
        var notes: [String] = []
        if typed.type.isInteger { notes = ["loop over a range: 0..<\(range.source.excerpt(sequence.range))"] }
        if typed.type.wrapped != nil { notes = ["it may be nil: unwrap it first"] }
        report(
          "for-in loop requires a sequence, not a value of type '\(typed.type.resolved)'", at: sequence.range,
          notes: notes)
      }
    }
    if let annotation, !unify(annotation, element) {
      report(
        "the elements have type '\(element.resolved)', not '\(annotation)'", at: pattern.type?.range ?? pattern.range)
    }
    return inScope {
      let target = JumpTarget(label: label, isLoop: true)
      let outerGlobal = isGlobalLevel
      isGlobalLevel = false
      let typedPattern = check(pattern, against: element)
      let filter = condition.map { self.condition($0) }
      targets.append(target)
      let statements = block(body)
      targets.removeLast()
      isGlobalLevel = outerGlobal
      return [
        TypedStatement(
          kind: .for(target, typedPattern, element: element, in: typed, where: filter, body: statements), range: range)
      ]
    }
  }

}

extension SourceText {
  /// The characters of a range.
  func excerpt(_ range: SourceRange) -> String {
    let bytes = Array(text.utf8)
    guard range.start >= 0, range.end <= bytes.count, range.start <= range.end else { return "" }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
