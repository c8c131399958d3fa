/// `throw`, `try`, `do` and `catch`.
extension Checker {
  func checkThrow(_ value: Expression, _ range: SourceRange) -> TypedExpression {
    let isOpen = context.isClosure && !context.namesThrownType
    let thrown = caughtTypes != nil ? doThrownType : isOpen ? nil : context.thrownType
    var typed = check(value, expected: thrown)
    if let thrown { typed = convert(typed, to: thrown, "thrown type", notes: []) }
    if !typed.type.isError, !conforms(typed.type, .error), !typed.type.isExistential {
      report("thrown expression type '\(typed.type.resolved)' does not conform to 'Error'", at: value.range)
    }
    let wasTry = isInTry
    isInTry = true
    // Around a statement that throws, a `catch` gets any error; only calls can promise a type.
    noteThrow(at: range, thrown ?? .existential([.error]))
    isInTry = wasTry
    return coerce(typed, to: .existential([.error])) ?? typed
  }

  func checkTry(
    _ kind: TryKind, _ inner: Expression, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    let (outerTry, outerCatch, outerCaught) = (isInTry, isInCatch, caughtTypes)
    isInTry = true
    if kind != .plain { (isInCatch, caughtTypes) = (true, nil) }
    let value = check(inner, expected: kind == .optional ? expected?.wrapped ?? expected : expected)
    (isInTry, isInCatch) = (outerTry, outerCatch)
    if kind != .plain { caughtTypes = outerCaught }
    switch kind {
    case .plain: return TypedExpression(value.kind, value.type, value.range)
    case .forced: return TypedExpression(.attempt(.forced, value), value.type, range)
    case .optional:
      settle(value.type)
      let type = value.type.wrapped == nil ? Type.optional(value.type) : value.type
      return TypedExpression(.attempt(.optional, value), type, range)
    }
  }

  /// Notes that something here can throw, and checks that this is allowed.
  func noteThrow(at range: SourceRange, _ type: Type = .existential([.error])) {
    if !isInTry {
      report("call can throw but is not marked with 'try'", at: range, notes: ["write 'try' before it"])
      return
    }
    caughtTypes?.append(type)
    if isInCatch { return }
    if context.isClosure {
      context.throwsSomething = true
      if !context.throws { report("this closure must not throw", at: range, notes: ["catch the error inside"]) }
    } else if !context.throws {
      report(
        "errors thrown from here are not handled", at: range,
        notes: ["mark the function with 'throws', or catch the error with 'do' and 'catch'"])
    }
    if let thrown = context.thrownType, type.resolved != thrown.resolved, caughtTypes == nil {
      report("thrown expression type '\(type.resolved)' cannot be converted to error type '\(thrown)'", at: range)
    }
  }

  /// The type of `throws(E)`.
  func thrownType(_ name: TypeName?) -> Type? {
    guard let name else { return nil }
    let type = resolve(name)
    if type.isError || type == .existential([.error]) { return nil }
    if type.hasParameters {
      report("'throws' with a generic type is not part of Convbook's Swift", at: name.range)
      return nil
    }
    if !conforms(type, .error) {
      report("thrown type '\(type)' does not conform to the 'Error' protocol", at: name.range)
    }
    return type
  }

  func checkDo(
    _ label: String?, throws written: TypeName?, _ body: [Statement], _ catches: [Catch], _ range: SourceRange
  ) -> [TypedStatement] {
    let thrown = thrownType(written)
    let outerThrown = doThrownType
    doThrownType = thrown
    let target = JumpTarget(label: label, isLoop: false)
    targets.append(target)
    defer { targets.removeLast() }
    let (outerCatch, outerCaught) = (isInCatch, caughtTypes)
    let takesAll = catches.contains(where: takesAll)
    if takesAll { isInCatch = true }
    if !catches.isEmpty { caughtTypes = [] }
    let typedBody = block(body)
    let caught = caughtTypes ?? []
    doThrownType = outerThrown
    if let thrown, let other = caught.first(where: { $0.resolved != thrown.resolved }), let written {
      report(
        "thrown expression type '\(other.resolved)' cannot be converted to error type '\(thrown)'", at: written.range)
    }
    (isInCatch, caughtTypes) = (outerCatch, outerCaught)
    if !catches.isEmpty, !takesAll { caughtTypes? += caught }
    let errorType = thrown ?? thrownType(of: caught)
    var typedCatches: [TypedCatch] = []
    for clause in catches {
      typedCatches.append(check(clause, errorType))
    }
    return [TypedStatement(kind: .do(target, body: typedBody, catches: typedCatches), range: range)]
  }

  private func takesAll(_ clause: Catch) -> Bool {
    clause.patterns.isEmpty
      || clause.patterns.contains { pattern, condition in
        if condition != nil { return false }
        switch pattern.kind {
        case .name, .wildcard: return true
        default: return false
        }
      }
  }

  /// The one type of errors that calls promise with `throws(E)`; nil where any error can come.
  private func thrownType(of caught: [Type]) -> Type? {
    guard let first = caught.first?.resolved, !first.isExistential, caught.allSatisfy({ $0.resolved == first }) else {
      return nil
    }
    return first
  }

  private func check(_ clause: Catch, _ errorType: Type?) -> TypedCatch {
    inScope {
      let outerGlobal = isGlobalLevel
      isGlobalLevel = false
      defer { isGlobalLevel = outerGlobal }
      let type = errorType ?? .existential([.error])
      // What is thrown is always any error to the machine.
      let narrowed = { (pattern: TypedPattern) in errorType.map { .cast(pattern, $0) } ?? pattern }
      var patterns = check(clause.patterns, against: type).map {
        (pattern: narrowed($0.pattern), condition: $0.condition)
      }
      if patterns.isEmpty {
        patterns = [(narrowed(.variable(declare("error", type, isMutable: false, clause.range))), nil)]
      }
      return TypedCatch(patterns: patterns, body: block(clause.body))
    }
  }
}
