extension FunctionCompiler {
  func compile(_ statements: [TypedStatement]) throws(Diagnostic) {
    for statement in statements { try compile(statement) }
  }

  /// Statements of a block: its variables end with it, and what it deferred runs then.
  func compileBlock(_ statements: [TypedStatement]) throws(Diagnostic) {
    try block { () throws(Diagnostic) in
      deferScopes.append(DeferScope())
      try compile(statements)
      try closeDeferScope()
    }
    emitFinalize()
  }

  func compile(_ statement: TypedStatement) throws(Diagnostic) {
    let outer = range
    range = statement.range
    defer { range = outer }
    switch statement.kind {
    case .expression(let expression): try compileDiscarded(expression)
    case .variable(let pattern, let value): try compileVariable(pattern, value)
    case .return(let value): try compileReturn(value)
    case .throw(let value):
      let error = try operand(value)
      let register = allocateReference()
      move(error, to: Slots(reference: register))
      if loops.isEmpty { abandonObject() }
      emit(.throw, register)
      dirty.remove(register)
    case .break(let target):
      guard let loop = loops.last(where: { $0.target == ObjectIdentifier(target) }) else {
        throw unsupported("this break")
      }
      try runDeferred(downTo: loop.deferDepth)
      releaseVariables(from: loop.firstVariable)
      emit(jump: .jump, to: loop.breakLabel)
    case .continue(let target):
      guard let loop = loops.last(where: { $0.target == ObjectIdentifier(target) }), let label = loop.continueLabel
      else {
        throw unsupported("this continue")
      }
      try runDeferred(downTo: loop.deferDepth)
      releaseVariables(from: loop.firstVariable)
      emit(jump: .jump, to: label)
    case .fallthrough:
      guard let label = fallthroughLabel else { throw unsupported("this fallthrough") }
      emit(jump: .jump, to: label)
    case .if(let statement): try compileIf(statement)
    case .guard(let conditions, let otherwise): try compileGuard(conditions, otherwise)
    case .while(let target, let conditions, let body): try compileWhile(target, conditions, body)
    case .repeat(let target, let body, let until): try compileRepeat(target, body, until)
    case .for(let target, let pattern, let element, let sequence, let condition, let body):
      try compileFor(target, pattern, element, sequence, condition, body)
    case .switch(let statement): try compileSwitch(statement)
    case .do(let target, let body, let catches): try compileDo(target, body, catches)
    case .defer(let body):
      deferScopes[deferScopes.count - 1].bodies.append((body, instructions.count))
    case .yield(let value):
      guard let target = yieldTargets.last else { throw unsupported("this value") }
      try compile(value, into: target.slots)
    }
  }

  private func compileDiscarded(_ expression: TypedExpression) throws(Diagnostic) {
    let mark = top
    switch expression.kind {
    case .assign(let place, let value): try compileAssign(place, value)
    case .compoundAssign(let operation, let place, let value): try compileCompound(operation, place, value)
    default: _ = try operand(expression)
    }
    free(to: mark)
    emitFinalize()
  }

  private func compileVariable(_ pattern: TypedPattern, _ value: TypedExpression?) throws(Diagnostic) {
    guard let value else { return try declareWithoutValue(pattern) }
    if case .variable(let variable) = pattern, !variable.isGlobal { noteNumber(variable, value) }
    if case .variable(let variable) = pattern, !variable.isBoxed || variable.isGlobal {
      // The value is computed before the name means the new variable.
      let isAssignedOverItself = variable.isGlobal
      if isAssignedOverItself {
        let mark = top
        let result = try operand(value)
        guard let slots = declare(variable, isGlobal: true) else { return }
        move(result, to: slots)
        free(to: mark)
      } else {
        let layout = self.layout(variable.type)
        let slots = allocate(layout)
        try compile(value, into: slots)
        keep(slots, layout)
        bindings[ObjectIdentifier(variable)] = .registers(slots)
      }
      return
    }
    // The temporary lies above the registers of the new variables.
    let reserved = try declareAll(pattern)
    _ = reserved
    let mark = top
    let result = try operand(value)
    try bind(pattern, result, value.type, isOwned: result.isTemporary)
    free(to: mark)
  }

  /// A constant that is written as a number needs no register to be read from.
  func noteNumber(_ variable: VariableSymbol, _ value: TypedExpression) {
    guard !variable.isMutable, !variable.isAssignedLate, type(variable.type) == .int else { return }
    variable.number = smallConstant(value)
  }

  private func declareWithoutValue(_ pattern: TypedPattern) throws(Diagnostic) {
    switch pattern {
    case .variable(let variable):
      let layout = self.layout(variable.type)
      if let slots = declare(variable, isGlobal: variable.isGlobal) {
        // `var x: Int?` is nil; anything else gets its value before it is read.
        for word in 0..<layout.words { emitWord(0, into: slots.word + word) }
        if layout.references > 0 { emit(.clear, slots.reference, 0, layout.references) }
      } else {
        _ = newBox(for: variable)
      }
    case .tuple(let parts): for part in parts { try declareWithoutValue(part) }
    default: break
    }
  }

  private func compileReturn(_ value: TypedExpression?) throws(Diagnostic) {
    if let value {
      if case .value(let isFailable) = initializerKind {
        // `return nil`
        if isFailable {
          try runDeferred(downTo: 0)
          emitNil(layout(resultType), isTagged(resultType), Slots())
          emit(.return)
          return
        }
      } else if initializesObject {
        try runDeferred(downTo: 0)
        abandonObject()
        emit(.clear, 0, 0, 1)
        emit(.return)
        return
      } else if layout(resultType) == .none {
        let mark = top
        _ = try operand(value)
        free(to: mark)
      } else {
        try compile(value, into: Slots())
      }
    }
    try runDeferred(downTo: 0)
    emitReturn()
  }

  // MARK: Branches

  func compileIf(_ statement: TypedIf) throws(Diagnostic) {
    let (otherwise, end) = (newLabel(), newLabel())
    if let target = statement.target {
      loops.append(
        LoopContext(
          target: ObjectIdentifier(target), breakLabel: end, continueLabel: nil, deferDepth: deferScopes.count))
    }
    if statement.otherwise == nil, case .boolean(let condition)? = statement.conditions.first,
      statement.conditions.count == 1, let label = plainJump(statement.body)
    {
      try compileJump(condition, ifTrue: true, to: label)
      if statement.target != nil { loops.removeLast() }
      return place(end)
    }
    try block { () throws(Diagnostic) in
      for condition in statement.conditions { try compile(condition, otherwise: otherwise) }
      try compileBlock(statement.body)
    }
    if let other = statement.otherwise {
      emit(jump: .jump, to: end)
      place(otherwise)
      try compileBlock(other)
    } else {
      place(otherwise)
    }
    place(end)
    if statement.target != nil { loops.removeLast() }
  }

  /// Where statements go that are nothing but a `continue` or a `break` with nothing to be done before.
  private func plainJump(_ statements: [TypedStatement]) -> Label? {
    guard statements.count == 1 else { return nil }
    let label: Label?
    let found: LoopContext?
    switch statements[0].kind {
    case .break(let target):
      found = loops.last { $0.target == ObjectIdentifier(target) }
      label = found?.breakLabel
    case .continue(let target):
      found = loops.last { $0.target == ObjectIdentifier(target) }
      label = found?.continueLabel
    default: return nil
    }
    guard !finalizes, let found, deferScopes[found.deferDepth...].allSatisfy(\.bodies.isEmpty) else { return nil }
    return label
  }

  /// Goes on if a condition holds, with its names declared; else jumps.
  func compile(_ condition: TypedCondition, otherwise label: Label) throws(Diagnostic) {
    switch condition {
    case .boolean(let expression): try compileJump(expression, ifTrue: false, to: label)
    case .pattern(let pattern, let value): try compileMatch(pattern, value, otherwise: label)
    }
  }

  private func compileGuard(_ conditions: [TypedCondition], _ otherwise: [TypedStatement]) throws(Diagnostic) {
    if let label = plainJump(otherwise) {
      for condition in conditions { try compile(condition, otherwise: label) }
      return
    }
    let (fails, goesOn) = (newLabel(), newLabel())
    for condition in conditions { try compile(condition, otherwise: fails) }
    emit(jump: .jump, to: goesOn)
    place(fails)
    try compileBlock(otherwise)
    place(goesOn)
  }

  // MARK: Defer

  /// Runs what the scopes from the innermost down to `depth` deferred, without closing them.
  func runDeferred(downTo depth: Int) throws(Diagnostic) {
    let saved = deferScopes
    while deferScopes.count > depth {
      while let (statements, _) = deferScopes[deferScopes.count - 1].bodies.popLast() {
        try compileDeferred(statements)
      }
      deferScopes.removeLast()
    }
    deferScopes = saved
  }

  private func compileDeferred(_ statements: [TypedStatement]) throws(Diagnostic) {
    let saved = deferScopes
    deferScopes = [DeferScope()]
    try block { () throws(Diagnostic) in
      try compile(statements)
      try closeDeferScope()
    }
    deferScopes = saved
  }

  /// The end of a scope: its deferred statements, and the same for errors that pass through.
  func closeDeferScope() throws(Diagnostic) {
    let scope = deferScopes.removeLast()
    guard !scope.bodies.isEmpty else { return }
    let end = instructions.count
    for (statements, _) in scope.bodies.reversed() { try compileDeferred(statements) }
    let after = newLabel()
    emit(jump: .jump, to: after)
    let mark = top
    let error = allocateReference()
    // An error between the i-th and the next `defer` runs the first i.
    for (position, body) in scope.bodies.enumerated() {
      let next = position + 1 < scope.bodies.count ? scope.bodies[position + 1].start : end
      guard body.start < next else { continue }
      info.handlers.append(CodeInfo.Handler(range: body.start..<next, target: instructions.count, register: error))
      for (statements, _) in scope.bodies[...position].reversed() { try compileDeferred(statements) }
      emit(.throw, error, 1)
    }
    dirty.remove(error)
    top = mark
    place(after)
  }

  // MARK: Errors

  private func compileDo(
    _ target: JumpTarget, _ body: [TypedStatement], _ catches: [TypedCatch]
  ) throws(Diagnostic) {
    let end = newLabel()
    loops.append(
      LoopContext(target: ObjectIdentifier(target), breakLabel: end, continueLabel: nil, deferDepth: deferScopes.count))
    defer { loops.removeLast() }
    let mark = top
    let error = allocate(.reference)
    keep(error, .reference)
    let start = instructions.count
    try compileBlock(body)
    let stop = instructions.count
    emit(jump: .jump, to: end)
    if !catches.isEmpty {
      info.handlers.append(
        CodeInfo.Handler(range: start..<stop, target: instructions.count, register: error.reference))
      releaseAbandoned()
      let value = Operand(slots: error, layout: .reference, isTemporary: false)
      let type = Type.existential([.error])
      for entry in catches {
        let (next, found) = (newLabel(), newLabel())
        try block { () throws(Diagnostic) in
          for (index, item) in entry.patterns.enumerated() {
            let miss = index + 1 < entry.patterns.count ? newLabel() : next
            try match(item.pattern, value, type, isFirst: index == 0, otherwise: miss)
            if let condition = item.condition { try compileJump(condition, ifTrue: false, to: miss) }
            if index + 1 < entry.patterns.count {
              emit(jump: .jump, to: found)
              place(miss)
            }
          }
          place(found)
          try compileBlock(entry.body)
        }
        emit(jump: .jump, to: end)
        place(next)
      }
      emit(.throw, error.reference, 1)
    }
    place(end)
    variableRegisters.remove(error.reference)
    dirty.insert(error.reference)
    free(to: mark)
  }

  func compileAttempt(
    _ kind: TryKind, _ inner: TypedExpression, _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    if kind == .plain { return try compile(inner, into: target) }
    let error = allocate(.reference)
    keep(error, .reference)
    let end = newLabel()
    let start = instructions.count
    if kind == .optional, self.type(inner.type) != self.type(type) {
      if isTagged(type) {
        try compile(inner, into: target + Slots(word: 1))
        emitWord(1, into: target.word)
      } else {
        try compile(inner, into: target)
      }
    } else {
      try compile(inner, into: target)
    }
    let stop = instructions.count
    emit(jump: .jump, to: end)
    info.handlers.append(
      CodeInfo.Handler(range: start..<stop, target: instructions.count, register: error.reference))
    releaseAbandoned()
    if kind == .optional {
      emitNil(layout(type), isTagged(type), target)
    } else {
      try callPrimitive(
        Primitives.uncaught, types: [], arguments: [(info(.any), error)], result: info(.void), Slots())
    }
    place(end)
    variableRegisters.remove(error.reference)
    dirty.insert(error.reference)
  }
}
