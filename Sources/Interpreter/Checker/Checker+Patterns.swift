extension Checker {
  /// The patterns of one case: each of them names the same values.
  func check(
    _ patterns: [(pattern: Pattern, where: Expression?)], against type: Type
  ) -> [(pattern: TypedPattern, condition: TypedExpression?)] {
    let outer = namesOfCase
    defer { namesOfCase = outer }
    var names: [String: VariableSymbol]?
    return patterns.map { entry in
      namesOfCase = names
      let pattern = check(entry.pattern, against: type)
      let bound = Dictionary(pattern.variables.map { ($0.name, $0) }) { first, _ in first }
      let all = names ?? bound
      for name in Set(all.keys).symmetricDifference(bound.keys).sorted() {
        report("'\(name)' must be named in every pattern of the case", at: entry.pattern.range)
      }
      names = all
      namesOfCase = nil
      return (pattern, entry.where.map { condition($0) })
    }
  }

  /// Types a pattern against what it is compared with; declares its names in the current scope.
  func check(
    _ pattern: Pattern, against type: Type, isVariable: Bool = false, isGlobal: Bool = false
  ) -> TypedPattern {
    let type = type.shallow
    switch pattern.kind {
    case .wildcard, .invalid: return .wildcard
    case .name(let name, let isVar):
      return .variable(declare(name, type, isMutable: isVar || isVariable, pattern.range, isGlobal: isGlobal))
    case .tuple(let parts):
      guard let elements = type.tuple, elements.count == parts.count else {
        if !type.isError {
          report(
            type.tuple.map { "this pattern has \(parts.count) names, but the tuple \($0.count) elements" }
              ?? "a tuple pattern cannot match values of type '\(type.resolved)'", at: pattern.range)
        }
        for part in parts { _ = check(part.pattern, against: .error, isVariable: isVariable, isGlobal: isGlobal) }
        return .wildcard
      }
      return .tuple(
        zip(parts, elements).map {
          check($0.pattern, against: $1.type, isVariable: isVariable, isGlobal: isGlobal)
        })
    case .optional(let inner):
      guard let wrapped = type.wrapped else {
        if !type.isError { report("'?' pattern cannot match values of type '\(type.resolved)'", at: pattern.range) }
        return check(inner, against: .error, isVariable: isVariable)
      }
      return .optional(check(inner, against: wrapped, isVariable: isVariable))
    case .enumCase(let typeName, let name, let payload):
      return checkEnumCase(typeName, name, payload, type, pattern, isVariable: isVariable)
    case .isType(let name): return .cast(.wildcard, resolve(name))
    case .asType(let inner, let name):
      let target = resolve(name)
      return .cast(check(inner, against: target, isVariable: isVariable), target)
    case .expression(let expression):
      if case .nilLiteral = expression.kind {
        if type.wrapped == nil, !type.isError {
          report("values of type '\(type.resolved)' are never nil", at: pattern.range)
        }
        return .none
      }
      if case .cast(let inner, .as, let name) = expression.kind, type.isExistential {
        // `case 0 as Int`: a value of that type, and equal.
        let value = Pattern(kind: .expression(inner), range: inner.range)
        return check(Pattern(kind: .asType(value, name), range: pattern.range), against: type)
      }
      if case .tuple(let elements) = expression.kind, type.tuple != nil {
        let parts = elements.map {
          (label: $0.label, pattern: Pattern(kind: .expression($0.value), range: $0.value.range))
        }
        return check(Pattern(kind: .tuple(parts), range: pattern.range), against: type)
      }
      let subject = VariableSymbol(
        "$subject", type: type, isMutable: false, range: pattern.range, owner: context)
      let value = TypedExpression(.variable(subject), type, pattern.range)
      return .test(subject, patternTest(value, expression, pattern.range))
    }
  }

  /// `pattern ~= value`
  func patternTest(
    _ value: TypedExpression, _ expression: Expression, _ range: SourceRange, argument: Expression? = nil
  ) -> TypedExpression {
    let isRange: Bool
    switch expression.kind {
    case .binary("..<", _, _, _), .binary("...", _, _, _), .postfix, .prefix("...", _, _), .prefix("..<", _, _):
      isRange = true
    default: isRange = false
    }
    if isRange {
      let bounds = check(expression, expected: .nominal(.range, [value.type]))
      if bounds.type.isError { return bounds }
      guard let bound = bounds.type.arguments.first, unify(bound, value.type) else {
        return fail(
          "a range of '\(bounds.type.arguments.first?.resolved ?? .error)' cannot match values of type '\(value.type.resolved)'",
          at: range)
      }
      return callMethod(
        bounds, expression, "contains", range, [Argument(value: argument ?? placeholderFor(value, range))], .bool, range
      )
    }
    let other = check(expression, expected: value.type)
    if other.type.isError { return other }
    if let own = ownPatternTest(other, expression, value, range) { return own }
    if let same = coerce(other, to: value.type) {
      if isEquatable(value.type) { return TypedExpression(.binary(.equal, value, same), .bool, range) }
      return fail("values of type '\(value.type.resolved)' cannot be compared in a pattern", at: range)
    }
    if let bound = other.type.arguments.first, NominalType.coreRanges.contains(where: { $0 === other.type.nominal }),
      unify(bound, value.type)
    {
      return callMethod(
        other, expression, "contains", range, [Argument(value: argument ?? placeholderFor(value, range))], .bool, range)
    }
    return fail(
      "expression pattern of type '\(other.type.resolved)' cannot match values of type '\(value.type.resolved)'",
      at: range)
  }

  /// `func ~= (pattern: Pattern, value: Int) -> Bool` of the learner's.
  private func ownPatternTest(
    _ pattern: TypedExpression, _ expression: Expression, _ value: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    for symbol in environment.operators("~=") where symbol.cell > 0 {
      let callee = instantiate(symbol, base: nil)
      let arguments = [Argument(value: expression), Argument(value: placeholderFor(value, range))]
      let (result, _) = attempt {
        apply(callee, [.provided([0]), .provided([1])], arguments, [0: pattern, 1: value], .bool, range)
      }
      if let result { return result }
    }
    return nil
  }

  /// A name for a typed value, so that it can be an argument.
  private func placeholderFor(_ value: TypedExpression, _ range: SourceRange) -> Expression {
    if case .variable(let variable) = value.kind { scope.names[variable.name] = .variable(variable) }
    return Expression(kind: .name("$subject"), range: range)
  }

  private func checkEnumCase(
    _ typeName: TypeName?, _ name: String, _ payload: [(label: String?, pattern: Pattern)]?, _ type: Type,
    _ pattern: Pattern, isVariable: Bool
  ) -> TypedPattern {
    var type = type
    if let typeName {
      let written = resolve(typeName)
      if written.isError { return .wildcard }
      // `Int.max`: a constant of the type.
      if payload == nil,
        !environment.members(of: written, named: name).contains(where: {
          if case .enumCase = $0.kind { true } else { false }
        })
      {
        let expression = Expression(
          kind: .member(
            Expression(kind: .type(typeName), range: typeName.range), name: name, nameRange: pattern.range),
          range: pattern.range)
        return check(Pattern(kind: .expression(expression), range: pattern.range), against: type)
      }
      if type.wrapped != nil, written.wrapped == nil { type = type.wrapped ?? type }
      if type.isExistential {
        return .cast(checkEnumCase(nil, name, payload, written, pattern, isVariable: isVariable), written)
      }
    }
    if type.isError { return bindAll(payload, isVariable) }
    if let wrapped = type.wrapped {
      if name == "none" { return .none }
      if name == "some" {
        return .optional(
          payload?.first.map { check($0.pattern, against: wrapped, isVariable: isVariable) } ?? .wildcard)
      }
      return .optional(checkEnumCase(nil, name, payload, wrapped, pattern, isVariable: isVariable))
    }
    let cases = environment.members(of: type, named: name).compactMap { member -> EnumCase? in
      if case .enumCase(let found) = member.kind { return found }
      return nil
    }
    guard let enumCase = cases.first else {
      if payload == nil {
        let expression = Expression(
          kind: .member(nil, name: name, nameRange: pattern.range), range: pattern.range)
        return check(Pattern(kind: .expression(expression), range: pattern.range), against: type)
      }
      report(
        "type '\(type.resolved)' has no case '\(name)'", at: pattern.range,
        notes: didYouMean(name, type.nominal?.cases.map(\.name) ?? []))
      return bindAll(payload, isVariable)
    }
    let substitution = memberSubstitution(owner: enumCase.owner, base: type)
    guard let payload else { return .enumCase(enumCase, enumCase.payload.map { _ in .wildcard }) }
    var parts = payload
    while isProbing, parts.count < enumCase.payload.count {
      parts.append((nil, Pattern(kind: .wildcard, range: pattern.range)))
    }
    if parts.count == 1, enumCase.payload.count > 1 {
      // `case .rectangle(let size)` takes all values as one tuple.
      let tuple = Type.tuple(
        enumCase.payload.map { TupleElement(label: $0.label, type: substitution.apply($0.type)) })
      if case .tuple(let inner) = parts[0].pattern.kind {
        parts = inner
      } else if case .wildcard = parts[0].pattern.kind {
        return .enumCase(enumCase, enumCase.payload.map { _ in .wildcard })
      } else {
        _ = tuple
      }
    }
    guard parts.count == enumCase.payload.count else {
      report(
        "'.\(name)' carries \(enumCase.payload.count) values, but the pattern names \(parts.count)", at: pattern.range)
      return bindAll(payload, isVariable)
    }
    if payload.count == 1, let label = enumCase.payload[0].label, enumCase.payload.count == 1, payload[0].label == nil,
      case .tuple = payload[0].pattern.kind
    {
      report(
        "'.\(name)' carries one value, called '\(label)', but the pattern takes several", at: payload[0].pattern.range,
        notes: ["write its label: .\(name)(\(label): (...))"])
    }
    for (part, element) in zip(parts, enumCase.payload) {
      guard let label = part.label, label != element.label else { continue }
      report(
        "'.\(name)' has no value called '\(label)' here", at: part.pattern.range,
        notes: element.label.map { ["it is called '\($0)'"] } ?? ["write the pattern without a label"])
    }
    return .enumCase(
      enumCase,
      zip(parts, enumCase.payload).map {
        check($0.pattern, against: normalized(substitution.apply($1.type)), isVariable: isVariable)
      })
  }

  private func bindAll(_ payload: [(label: String?, pattern: Pattern)]?, _ isVariable: Bool) -> TypedPattern {
    for part in payload ?? [] { _ = check(part.pattern, against: .error, isVariable: isVariable) }
    return .wildcard
  }

  /// Declares one name in the current scope, or as a global.
  func declare(
    _ name: String, _ type: Type, isMutable: Bool, _ range: SourceRange, isGlobal: Bool = false
  ) -> VariableSymbol {
    if let known = namesOfCase?[name] {
      if !unify(known.type, type) {
        report(
          "'\(name)' has type '\(known.type.resolved)' in one pattern and '\(type.resolved)' in another", at: range)
      }
      return known
    }
    if isGlobal { return declareGlobal(name, type, isMutable: isMutable, range) }
    if case .variable(let other)? = scope.names[name], other.owner === context, !name.hasPrefix("$") {
      report(
        "invalid redeclaration of '\(name)'", at: range, notes: ["use another name, or assign to it without 'let'"])
    }
    let variable = VariableSymbol(name, type: type, isMutable: isMutable, range: range, owner: context)
    if name != "_" { scope.names[name] = .variable(variable) }
    return variable
  }

  private func declareGlobal(_ name: String, _ type: Type, isMutable: Bool, _ range: SourceRange) -> VariableSymbol {
    let cell = environment.state.cell
    let variable = VariableSymbol(name, type: type, isMutable: isMutable, range: range, owner: nil)
    if let existing = globalsOfCell[name], existing.type.resolved != .error {
      report("invalid redeclaration of '\(name)'", at: range, notes: ["a later cell may declare it again"])
    }
    _ = cell
    variable.storage = .global(globalSlot(for: name, type.resolved))
    globalsOfCell[name] = variable
    environment.state.names[name] = .variable(variable)
    environment.state.variables.removeAll { $0.name == name }
    environment.state.variables.append(variable)
    return variable
  }

  /// A variable of the same name and type keeps its place: functions of earlier cells see the new value.
  private func globalSlot(for name: String, _ type: Type) -> Int {
    let places = environment.state.globalPlaces[name] ?? []
    if let known = places.first(where: { $0.type == type }), !type.hasVariables { return known.slot }
    defer { environment.state.globalCount += 1 }
    environment.state.globalPlaces[name] = places + [(type, environment.state.globalCount)]
    return environment.state.globalCount
  }
}
