/// Definite initialisation: a variable is read only where it has a value on every way to that place, and a constant
/// gets its value where it has none on any way.
///
/// `let x: Int` puts x among the slots that may be unset; an assignment takes it out and puts it among those that may
/// be set; where two ways meet, x is in a set if it was in that set on either. Reading x needs it to be surely set,
/// assigning the constant x needs it to be surely unset.
extension FlowAnalysis {
  /// `let x: Int`, `var (a, b): (Int, Int)`
  func declare(_ pattern: TypedPattern) {
    switch pattern {
    case .variable(let variable) where variable.firstUse == nil:
      state.mayBeUnset.insert(.variable(ObjectIdentifier(variable)))
      state.mayBeSet.remove(.variable(ObjectIdentifier(variable)))
    case .tuple(let parts): for part in parts { declare(part) }
    default: break
    }
  }

  /// `self` in an initialiser is its properties.
  func use(_ variable: VariableSymbol, at range: SourceRange) {
    if initializer?.variable === variable { return useSelf(at: range) }
    let slot = Slot.variable(ObjectIdentifier(variable))
    guard isUnset(slot) else { return }
    report(
      "\(variable.isMutable ? "variable" : "constant") '\(variable.name)' used before being initialized", at: range,
      notes: hints(for: variable))
  }

  /// Whether a slot may be without a value here. Says so once.
  func isUnset(_ slot: Slot) -> Bool {
    guard state.isReachable, state.mayBeUnset.contains(slot) else { return false }
    return reported.insert(slot).inserted
  }

  private func hints(for variable: VariableSymbol) -> [String] {
    state.mayBeSet.contains(.variable(ObjectIdentifier(variable)))
      ? ["on some ways to this place '\(variable.name)' gets no value"]
      : ["give it a value first: \(variable.name) = ..."]
  }

  func set(_ variable: VariableSymbol, at range: SourceRange) {
    if initializer?.variable === variable { return setSelf() }
    let slot = Slot.variable(ObjectIdentifier(variable))
    guard state.isReachable else { return }
    if !variable.isMutable {
      if state.mayBeSet.contains(slot) { reportSecondValue(slot, variable.name, range) }
      if state.mayBeUnset.contains(slot) { assignments.append((slot, variable.name, range)) }
    }
    state.mayBeUnset.remove(slot)
    state.mayBeSet.insert(slot)
  }

  func reportSecondValue(_ slot: Slot, _ name: String, _ range: SourceRange) {
    guard reported.insert(slot).inserted else { return }
    report(
      "cannot change '\(name)': it is a 'let' constant and may have a value already", at: range,
      notes: ["declare it with 'var' to change it"])
  }

  /// At the end of a loop's round: what got a value in it, and had none before the loop, would get a second one.
  func checkRounds(from mark: Int, entry: FlowState) {
    guard state.isReachable, mark < assignments.count else { return }
    for (slot, name, range) in assignments[mark...]
    where entry.mayBeUnset.contains(slot) && state.mayBeSet.contains(slot) {
      reportSecondValue(slot, name, range)
    }
  }

  // MARK: Captures

  /// A closure is made: what it captures needs a value now.
  func capture(_ inner: BodyContext, at range: SourceRange) {
    capture(inner, at: range) { "'\($0)' is captured by a closure before it has a value" }
  }

  /// A nested function is used: what it captures needs a value now.
  func use(_ symbol: FunctionSymbol, at range: SourceRange) {
    guard symbol.parentContext != nil, let body = symbol.checkedBody else { return }
    capture(body.context, by: symbol, at: range)
  }

  func capture(_ inner: BodyContext, by symbol: FunctionSymbol, at range: SourceRange) {
    capture(inner, at: range) { "'\(symbol.name)' uses '\($0)', which has no value here" }
  }

  private func capture(_ inner: BodyContext, at range: SourceRange, _ message: (_ name: String) -> String) {
    if state.mayBeUnset.isEmpty, initializer == nil { return }
    var seen: Set<ObjectIdentifier> = []
    for variable in captures(of: inner, &seen) {
      if initializer?.variable === variable {
        useSelf(at: range)
      } else if isUnset(.variable(ObjectIdentifier(variable))) {
        report(message(variable.name), at: range, notes: hints(for: variable))
      }
    }
  }

  func allCaptures(of body: BodyContext) -> [VariableSymbol] {
    var seen: Set<ObjectIdentifier> = []
    return captures(of: body, &seen)
  }

  /// What a body captures, also by the nested functions that it calls.
  private func captures(of body: BodyContext, _ seen: inout Set<ObjectIdentifier>) -> [VariableSymbol] {
    guard seen.insert(ObjectIdentifier(body)).inserted else { return [] }
    var result = body.captures + body.lateGlobals
    for function in body.localFunctions {
      if let inner = function.checkedBody?.context { result += captures(of: inner, &seen) }
    }
    return result
  }
}
