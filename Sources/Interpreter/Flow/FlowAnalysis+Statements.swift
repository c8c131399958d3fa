extension FlowAnalysis {
  /// The statements of a block, then its `defer` blocks with what holds wherever the block is left.
  func walk(block statements: [TypedStatement]) {
    var deferred: [[TypedStatement]] = []
    for statement in statements {
      if case .defer(let body) = statement.kind {
        if deferred.isEmpty { deferring.append(.unreachable) }
        deferred.append(body)
      } else {
        walk(statement)
      }
    }
    guard !deferred.isEmpty, var left = deferring.popLast() else { return }
    left.merge(state)
    let after = state
    for body in deferred.reversed() {
      state = left
      walk(block: body)
    }
    state = after
  }

  func walk(_ statement: TypedStatement) {
    switch statement.kind {
    case .expression(let value), .yield(let value): read(value)
    case .variable(let pattern, let value):
      if let value { read(value, into: pattern) } else { declare(pattern) }
    case .return(let value):
      if let value { read(value) }
      if initializer != nil, !isNil(value) { endOfInitializer(at: statement.range) }
      leave()
    case .throw(let value):
      read(value)
      throwsHere()
      leave()
    case .break(let target): jump(to: target, &breaks)
    case .continue(let target): jump(to: target, &continues)
    case .fallthrough:
      fallsThrough.merge(state)
      state.isReachable = false
    case .if(let statement): walk(statement)
    case .guard(let conditions, let otherwise): walkGuard(conditions, otherwise, statement.range)
    case .while(let target, let conditions, let body): walkWhile(target, conditions, body)
    case .repeat(let target, let body, let condition): walkRepeat(target, body, condition)
    case .for(let target, let pattern, _, let sequence, let condition, let body):
      read(sequence)
      loop(target, from: state) {
        test(pattern)
        if let condition { read(condition) }
        walk(block: body)
      }
    case .switch(let statement): walk(statement)
    case .do(let target, let body, let catches): walkDo(target, body, catches)
    case .defer(let body): walk(block: body)
    }
  }

  // MARK: Jumps

  private func jump(to target: JumpTarget, _ states: inout [ObjectIdentifier: FlowState]) {
    states[ObjectIdentifier(target), default: .unreachable].merge(state)
    leave()
  }

  private func leave() {
    for index in deferring.indices { deferring[index].merge(state) }
    state.isReachable = false
  }

  /// An error may leave from here.
  func throwsHere() {
    if let last = errors.indices.last { errors[last].merge(state) }
    for index in deferring.indices { deferring[index].merge(state) }
  }

  private func isNil(_ value: TypedExpression?) -> Bool {
    if case .nilLiteral? = value?.kind { return true }
    return false
  }

  // MARK: Conditions

  /// Walks conditions; afterwards `state` is that of success. Gives the state of failure.
  private func walk(_ conditions: [TypedCondition]) -> FlowState {
    var failure = FlowState.unreachable
    for condition in conditions {
      switch condition {
      case .boolean(let test):
        read(test)
        if let value = constant(test) {
          if !value { failure.merge(state) }
          state.isReachable = state.isReachable && value
          continue
        }
      case .pattern(let pattern, let value):
        read(value)
        test(pattern)
      }
      failure.merge(state)
    }
    return failure
  }

  /// `true` and `false` as they are written: swiftc, too, knows which way these lead.
  private func constant(_ expression: TypedExpression) -> Bool? {
    switch expression.kind {
    case .boolean(let value): value
    case .not(let inner): constant(inner).map { !$0 }
    default: nil
    }
  }

  func walk(_ statement: TypedIf) {
    let otherwise = walk(statement.conditions)
    walk(block: statement.body)
    let afterBody = state
    state = otherwise
    if let statements = statement.otherwise { walk(block: statements) }
    state.merge(afterBody)
    if let target = statement.target { mergeBreaks(target) }
  }

  private func walkGuard(_ conditions: [TypedCondition], _ otherwise: [TypedStatement], _ range: SourceRange) {
    let failure = walk(conditions)
    let success = state
    state = failure
    walk(block: otherwise)
    if state.isReachable { reportGuard(range) }
    state = success
  }

  private func mergeBreaks(_ target: JumpTarget) {
    if let left = breaks.removeValue(forKey: ObjectIdentifier(target)) { state.merge(left) }
  }

  // MARK: Loops

  /// Walks one round. Afterwards `state` is that of a loop that ended because its condition did not hold.
  private func loop(_ target: JumpTarget, from entry: FlowState, _ round: () -> Void) {
    let mark = assignments.count
    round()
    if let next = continues.removeValue(forKey: ObjectIdentifier(target)) { state.merge(next) }
    checkRounds(from: mark, entry: entry)
    state.merge(entry)
    mergeBreaks(target)
  }

  private func walkWhile(_ target: JumpTarget, _ conditions: [TypedCondition], _ body: [TypedStatement]) {
    let entry = state
    let failure = walk(conditions)
    let mark = assignments.count
    walk(block: body)
    if let next = continues.removeValue(forKey: ObjectIdentifier(target)) { state.merge(next) }
    checkRounds(from: mark, entry: entry)
    let back = state
    state = failure
    if failure.isReachable { state.merge(back) }
    mergeBreaks(target)
  }

  private func walkRepeat(_ target: JumpTarget, _ body: [TypedStatement], _ condition: TypedExpression) {
    let entry = state
    let mark = assignments.count
    walk(block: body)
    if let next = continues.removeValue(forKey: ObjectIdentifier(target)) { state.merge(next) }
    read(condition)
    if constant(condition) != false { checkRounds(from: mark, entry: entry) }
    if constant(condition) == true { state.isReachable = false }
    mergeBreaks(target)
  }

  // MARK: Switch and do

  func walk(_ statement: TypedSwitch) {
    read(statement.subject)
    checkExhaustive(statement)
    let entry = state
    let outer = fallsThrough
    var after = FlowState.unreachable
    fallsThrough = .unreachable
    for item in statement.cases {
      state = entry
      for (pattern, condition) in item.patterns {
        test(pattern)
        if let condition { read(condition) }
      }
      state.merge(fallsThrough)
      fallsThrough = .unreachable
      walk(block: item.body)
      after.merge(state)
    }
    state = after
    fallsThrough = outer
    mergeBreaks(statement.target)
  }

  private func walkDo(_ target: JumpTarget, _ body: [TypedStatement], _ catches: [TypedCatch]) {
    if !catches.isEmpty { errors.append(.unreachable) }
    walk(block: body)
    if !catches.isEmpty, let caught = errors.popLast() {
      var after = state
      for clause in catches {
        state = caught
        for (pattern, condition) in clause.patterns {
          test(pattern)
          if let condition { read(condition) }
        }
        walk(block: clause.body)
        after.merge(state)
      }
      state = after
      // What no clause takes goes on to the next `do`.
      if let last = errors.indices.last { errors[last].merge(caught) }
    }
    mergeBreaks(target)
  }

  /// Values that a pattern compares with.
  private func test(_ pattern: TypedPattern) {
    switch pattern {
    case .wildcard, .variable, .none: break
    case .tuple(let parts), .enumCase(_, let parts): for part in parts { test(part) }
    case .optional(let inner), .cast(let inner, _): test(inner)
    case .test(_, let value): read(value)
    }
  }
}
