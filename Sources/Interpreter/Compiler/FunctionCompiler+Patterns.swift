extension FunctionCompiler {
  /// Reserves the registers of all variables in a pattern.
  @discardableResult
  func declareAll(_ pattern: TypedPattern) throws(Diagnostic) -> Bool {
    switch pattern {
    case .variable(let variable):
      if variable.isGlobal {
        _ = declare(variable, isGlobal: true)
      } else if variable.isBoxed {
        // A new box each time, so that closures of different rounds do not share it.
        _ = newBox(for: variable)
      } else {
        _ = declare(variable, isGlobal: false)
      }
    case .tuple(let parts), .enumCase(_, let parts): for part in parts { try declareAll(part) }
    case .optional(let inner), .cast(let inner, _): try declareAll(inner)
    case .wildcard, .none, .test: break
    }
    return true
  }

  /// Gives the variables of a pattern that always matches their parts of a value.
  func bind(_ pattern: TypedPattern, _ value: Operand, _ type: Type, isOwned: Bool) throws(Diagnostic) {
    switch pattern {
    case .variable(let variable):
      let source = Operand(slots: value.slots, layout: value.layout, isTemporary: isOwned)
      if variable.isGlobal {
        guard let slots = declare(variable, isGlobal: true) else { return }
        return move(source, to: slots)
      }
      switch try binding(of: variable) {
      case .registers(let slots): move(source, to: slots)
      case .box(let register): storeRecord(source, register, Slots())
      }
    case .tuple(let parts):
      let elements = self.type(type).tuple ?? []
      for (index, part) in parts.enumerated() where index < elements.count {
        let offset = partOffset(of: type, index)
        let layout = self.layout(elements[index].type)
        try bind(
          part, Operand(slots: value.slots + offset, layout: layout, isTemporary: isOwned), elements[index].type,
          isOwned: isOwned)
      }
    default: break
    }
  }

  func compileMatch(
    _ pattern: TypedPattern, _ expression: TypedExpression, otherwise label: Label
  ) throws(Diagnostic) {
    try declareAll(pattern)
    let mark = top
    let value = try operand(expression)
    try matchDeclared(pattern, value, expression.type, otherwise: label)
    free(to: mark)
  }

  /// Goes on with the pattern's names declared if the value fits; jumps if not. The further patterns of a case share
  /// the names of its first.
  func match(
    _ pattern: TypedPattern, _ value: Operand, _ type: Type, isFirst: Bool = true, otherwise label: Label
  ) throws(Diagnostic) {
    if isFirst { try declareAll(pattern) }
    try matchDeclared(pattern, value, type, otherwise: label)
  }

  private func matchDeclared(
    _ pattern: TypedPattern, _ value: Operand, _ type: Type, otherwise label: Label
  ) throws(Diagnostic) {
    let type = self.type(type)
    switch pattern {
    case .wildcard: break
    case .variable: try bind(pattern, value, type, isOwned: false)
    case .none:
      if isTagged(type) {
        emit(jump: .jumpIf, value.word, to: label)
      } else {
        emit(jump: .jumpIfNotNil, value.reference, to: label)
      }
    case .optional(let inner):
      guard let wrapped = type.wrapped else { return try matchDeclared(inner, value, type, otherwise: label) }
      jumpIfNil(value, type, to: label)
      let slots = isTagged(type) ? value.slots + Slots(word: 1) : value.slots
      try matchDeclared(
        inner, Operand(slots: slots, layout: layout(wrapped), isTemporary: false), wrapped, otherwise: label)
    case .tuple(let parts):
      let elements = type.tuple ?? []
      for (index, part) in parts.enumerated() where index < elements.count {
        try matchDeclared(
          part,
          Operand(
            slots: value.slots + partOffset(of: type, index), layout: layout(elements[index].type), isTemporary: false),
          elements[index].type, otherwise: label)
      }
    case .enumCase(let entry, let parts): try matchCase(entry, parts, value, type, otherwise: label)
    case .test(let variable, let test):
      let outer = bindings[ObjectIdentifier(variable)]
      bindings[ObjectIdentifier(variable)] = .registers(value.slots)
      try compileJump(test, ifTrue: false, to: label)
      bindings[ObjectIdentifier(variable)] = outer
    case .cast(let inner, let goal): try matchCast(inner, self.type(goal), value, type, otherwise: label)
    }
  }

  private func matchCase(
    _ entry: EnumCase, _ parts: [TypedPattern], _ value: Operand, _ type: Type, otherwise label: Label
  ) throws(Diagnostic) {
    let info = info(type)
    guard case .enumeration(let cases, let isBoxed) = info.shape else { throw unsupported("this pattern") }
    var slots = value.slots
    if isBoxed {
      // The contents stay in registers as long as the names that are bound to them.
      let layout = info.boxedLayout
      slots = allocate(layout)
      loadRecord(value.reference, Slots(), layout, slots)
    }
    emit(jump: .jumpNotEqualConstant, slots.word, entry.ordinal, to: label)
    for (pattern, part) in zip(parts, cases[entry.ordinal].parts) {
      try matchDeclared(
        pattern, Operand(slots: slots + part.offset, layout: part.info.layout, isTemporary: false), part.info.type,
        otherwise: label)
    }
  }

  private func matchCast(
    _ inner: TypedPattern, _ goal: Type, _ value: Operand, _ type: Type, otherwise label: Label
  ) throws(Diagnostic) {
    if type == goal { return try matchDeclared(inner, value, type, otherwise: label) }
    let result = Type.optional(goal)
    let slots = allocate(layout(result))
    try callPrimitive(
      Primitives.conditionalCast, types: [info(goal)], arguments: [(info(type), value.slots)],
      result: info(result), slots)
    let operand = Operand(slots: slots, layout: layout(result), isTemporary: false)
    jumpIfNil(operand, result, to: label)
    let content = isTagged(result) ? slots + Slots(word: 1) : slots
    try matchDeclared(
      inner, Operand(slots: content, layout: layout(goal), isTemporary: false), goal, otherwise: label)
  }

  // MARK: Switch

  func compileSwitch(_ statement: TypedSwitch) throws(Diagnostic) {
    let end = newLabel()
    loops.append(
      LoopContext(
        target: ObjectIdentifier(statement.target), breakLabel: end, continueLabel: nil, deferDepth: deferScopes.count))
    defer { loops.removeLast() }
    let outerFallthrough = fallthroughLabel
    defer { fallthroughLabel = outerFallthrough }
    try block { () throws(Diagnostic) in
      let subject = try stableSubject(statement.subject)
      let bodies = statement.cases.map { _ in newLabel() }
      // `default` is tried last, wherever it stands.
      let order =
        statement.cases.indices.filter { !statement.cases[$0].isDefault }
        + statement.cases.indices.filter { statement.cases[$0].isDefault }
      for index in order {
        let entry = statement.cases[index]
        let next = newLabel()
        fallthroughLabel = index + 1 < bodies.count ? bodies[index + 1] : nil
        try block { () throws(Diagnostic) in
          if !entry.isDefault {
            for (position, item) in entry.patterns.enumerated() {
              let isLast = position + 1 == entry.patterns.count
              let miss = isLast ? next : newLabel()
              try match(
                item.pattern, subject, statement.subject.type, isFirst: position == 0, otherwise: miss)
              if let condition = item.condition { try compileJump(condition, ifTrue: false, to: miss) }
              if !isLast {
                emit(jump: .jump, to: bodies[index])
                place(miss)
              }
            }
          }
          place(bodies[index])
          try compileBlock(entry.body)
        }
        emit(jump: .jump, to: end)
        place(next)
      }
    }
    place(end)
  }

  /// The subject in registers that the cases' bodies do not change.
  private func stableSubject(_ expression: TypedExpression) throws(Diagnostic) -> Operand {
    let layout = self.layout(expression.type)
    let value = try operand(expression)
    if case .variable(let variable) = expression.kind, !variable.isMutable, !variable.isGlobal { return value }
    if value.isTemporary {
      keep(value.slots, layout)
      return Operand(slots: value.slots, layout: layout, isTemporary: false)
    }
    let slots = allocate(layout)
    copy(value.slots, to: slots, layout)
    keep(slots, layout)
    return Operand(slots: slots, layout: layout, isTemporary: false)
  }
}
