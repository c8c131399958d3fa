extension Checker {
  func checkClosure(_ closure: Closure, _ expected: Type?) -> TypedExpression {
    let wanted = (expected?.wrapped ?? expected)?.function
    let range = closure.range
    var parameterTypes = wanted?.parameters.map(\.type) ?? []
    let used = closure.parameters == nil ? highestShorthand(in: closure) : -1
    let count = closure.parameters?.count ?? (wanted?.parameters.count ?? used + 1)

    // `zip(a, b).map { $0 * $1 }`: one tuple parameter taken apart.
    var splat: [TupleElement]?
    let writtenCount = closure.parameters?.count ?? (used + 1)
    if parameterTypes.count == 1, writtenCount > 1, let elements = parameterTypes[0].tuple,
      elements.count == writtenCount
    {
      splat = elements
    } else if isProbing {
      // The rest of the closure is still to be written.
    } else if let wanted, closure.parameters != nil, count != wanted.parameters.count {
      return fail(
        "this closure is expected to take \(wanted.parameters.count) argument\(wanted.parameters.count == 1 ? "" : "s"), "
          + "but names \(count)", at: range)
    } else if let wanted, closure.parameters == nil, used >= wanted.parameters.count {
      return fail(
        "this closure is expected to take \(wanted.parameters.count) argument\(wanted.parameters.count == 1 ? "" : "s"), "
          + "but uses $\(used)", at: range)
    } else if let wanted, closure.parameters == nil, used >= 0, used + 1 < wanted.parameters.count {
      return fail(
        "this closure is expected to take \(counted(wanted.parameters.count, "argument")), but uses "
          + (used == 0 ? "only $0" : "only $0 to $\(used)"), at: range,
        notes: [
          "name them all: \(wanted.parameters.indices.map { $0 <= used ? "a\($0)" : "_" }.joined(separator: ", ")) in"
        ])
    } else if let wanted, closure.parameters == nil, used < 0, !wanted.parameters.isEmpty {
      return fail(
        "this closure is expected to take \(wanted.parameters.count) argument\(wanted.parameters.count == 1 ? "" : "s"), "
          + "which cannot be ignored silently", at: range,
        notes: ["use $0, or write '\(wanted.parameters.map { _ in "_" }.joined(separator: ", ")) in' at its start"])
    }
    while splat == nil, parameterTypes.count < count { parameterTypes.append(.variable(makeVariable(at: range))) }

    let inner = BodyContext(
      parent: context, function: nil,
      result: closure.result.map(resolve) ?? wanted?.result ?? .variable(makeVariable(at: range)),
      throws: wanted?.throws ?? true)
    inner.namesThrownType = closure.thrownType != nil
    inner.thrownType = closure.thrownType.map { thrownType($0) } ?? wanted?.thrownType
    let bodyScope = Scope(parent: scope)
    // Captured values of `[x]` are evaluated outside.
    var captureList: [(variable: VariableSymbol, value: TypedExpression)] = []
    inner.namesSelf = closure.captures.contains { $0.name == "self" }
    for capture in closure.captures {
      var value = check(capture.value)
      if let ownership = capture.ownership { value = weakly(value, ownership) }
      let copy = VariableSymbol(
        capture.name, type: value.type, isMutable: false, range: capture.value.range, owner: context)
      copy.ownership = capture.ownership
      captureList.append((copy, value))
      bodyScope.names[capture.name] = .variable(copy)
    }
    var parameters: [VariableSymbol] = []
    var destructured: [(VariableSymbol, Int)] = []
    if let splat {
      let whole = VariableSymbol("$tuple", type: parameterTypes[0], isMutable: false, range: range, owner: inner)
      parameters = [whole]
      for (index, element) in splat.enumerated() {
        let written = closure.parameters?[index]
        let part = VariableSymbol(
          written?.name ?? "$\(index)", type: element.type, isMutable: false, range: written?.nameRange ?? range,
          owner: inner)
        bodyScope.names[part.name] = .variable(part)
        destructured.append((part, index))
      }
    } else {
      for index in 0..<count {
        let written = closure.parameters?[index]
        if let annotation = written?.type {
          let type = resolve(annotation)
          if !unify(parameterTypes[index], type) {
            report(
              "this parameter has type '\(parameterTypes[index].resolved)', not '\(type)'", at: annotation.range)
          }
          parameterTypes[index] = type
        }
        let isInOut = written?.isInOut ?? false || wanted?.parameters[safe: index]?.isInOut ?? false
        let parameter = VariableSymbol(
          written?.name ?? "$\(index)", type: parameterTypes[index], isMutable: isInOut,
          range: written?.nameRange ?? range, owner: inner)
        parameter.isInOut = isInOut
        parameters.append(parameter)
        if parameter.name != "_" { bodyScope.names[parameter.name] = .variable(parameter) }
      }
    }
    let isLoose = closure.result == nil && (wanted?.result ?? .error).isVoid
    var body: [TypedStatement] = []
    for (part, index) in destructured {
      let whole = TypedExpression(.variable(parameters[0]), parameters[0].type, range)
      body.append(
        TypedStatement(
          kind: .variable(.variable(part), TypedExpression(.tupleElement(whole, index), part.type, range)), range: range
        ))
    }
    inBody(inner, scope: bodyScope) { body += closureBody(closure, inner, ignoresResult: isLoose) }
    let type = FunctionType(
      parameters: parameters.map { .init(type: $0.type, isInOut: $0.isInOut) }, throws: inner.throwsSomething,
      thrownType: inner.throwsSomething ? inner.thrownType : nil, result: inner.result)
    let checked = CheckedBody(context: inner, parameters: parameters, statements: body)
    checked.captureList = captureList
    return TypedExpression(.closure(checked), .function(type), range)
  }

  private func closureBody(_ closure: Closure, _ inner: BodyContext, ignoresResult: Bool) -> [TypedStatement] {
    if closure.body.count == 1, let only = closure.body.first, let expression = valueExpression(only) {
      let result = inner.result.shallow
      let value = check(expression, expected: result.unbound == nil || result.unbound?.literal != nil ? result : nil)
      if ignoresResult || (result.isVoid && !value.type.isVoid) {
        return [TypedStatement(kind: .expression(value), range: only.range)]
      }
      let converted: TypedExpression
      if value.type.isNever {
        if result.unbound != nil { _ = unify(result, value.type) }
        return [TypedStatement(kind: .expression(value), range: only.range)]
      } else if let same = coerce(value, to: result) {
        converted = same
      } else {
        converted = fail(
          "cannot convert value of type '\(value.type.resolved)' to closure result type '\(result.resolved)'",
          at: value.range, notes: conversionHints(from: value.type, to: result))
      }
      return [TypedStatement(kind: .return(converted), range: only.range)]
    }
    depth += 1
    defer { depth -= 1 }
    let statements = block(closure.body)
    if inner.result.unbound != nil, inner.result.unbound?.literal == nil { _ = unify(inner.result, .void) }
    return statements
  }

  /// The largest n of `$n` in a closure's own text, -1 for none. Closures inside it are skipped.
  private func highestShorthand(in closure: Closure) -> Int {
    var walker = ShorthandWalker()
    for statement in closure.body { walker.visit(statement) }
    return walker.highest
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
