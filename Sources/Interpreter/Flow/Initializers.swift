/// The initialiser being walked: its `self`, and what that consists of.
struct InitializerFlow {
  let symbol: FunctionSymbol
  let variable: VariableSymbol
  let owner: NominalType
  /// Properties before this one are the superclass's.
  let firstOwn: Int
  /// Properties that have no value from their declaration.
  let open: [Int]
}

/// Definite initialisation of `self`: every stored property has a value before `self` is used as a whole, and where the
/// initialiser ends.
///
/// The properties are slots like variables. `self = ...` and `self.init(...)` set all of them at once; `super.init(...)`
/// sets those of the superclass, and needs the class's own to be set.
extension FlowAnalysis {
  func begin(initializer symbol: FunctionSymbol, _ body: CheckedBody) {
    guard let owner = symbol.owner, let variable = body.selfVariable else { return }
    let firstOwn = owner.superclass?.nominal?.fields.count ?? 0
    let own = owner.fields.indices.dropFirst(firstOwn)
    let flow = InitializerFlow(
      symbol: symbol, variable: variable, owner: owner, firstOwn: firstOwn,
      open: own.filter { !owner.fields[$0].hasInitialValue })
    initializer = flow
    for index in own {
      if owner.fields[index].hasInitialValue {
        state.mayBeSet.insert(.property(index))
      } else {
        state.mayBeUnset.insert(.property(index))
      }
    }
    if owner.superclass != nil || owner.flavour == .enumeration { state.mayBeUnset.insert(.whole) }
  }

  /// Whether an expression is the `self` of this initialiser, also seen as its superclass.
  func isSelf(_ expression: TypedExpression) -> Bool {
    guard let initializer else { return false }
    switch expression.kind {
    case .variable(let variable): return variable === initializer.variable
    case .upcast(let inner), .inOut(let inner): return isSelf(inner)
    default: return false
    }
  }

  // MARK: Properties

  private func name(_ index: Int) -> String { initializer?.owner.fields[safe: index]?.name ?? "" }

  func readField(of base: TypedExpression, _ index: Int, _ range: SourceRange) {
    guard let initializer, isSelf(base) else { return read(base) }
    useProperty(index, initializer, range)
  }

  private func useProperty(_ index: Int, _ initializer: InitializerFlow, _ range: SourceRange) {
    if index < initializer.firstOwn {
      guard isUnset(.whole) else { return }
      report(
        "'\(name(index))' belongs to the superclass and has no value before 'super.init'", at: range,
        notes: ["call super.init(...) first"])
    } else if isUnset(.property(index)) {
      report(
        "'\(name(index))' used before being initialized", at: range,
        notes: ["give it a value first: self.\(name(index)) = ..."])
    }
  }

  func setProperty(_ index: Int, at range: SourceRange) {
    guard let initializer, state.isReachable else { return }
    if index < initializer.firstOwn { return useProperty(index, initializer, range) }
    let slot = Slot.property(index)
    if initializer.owner.fields[safe: index]?.isMutable == false {
      if state.mayBeSet.contains(slot) {
        reportSecondValue(slot, name(index), range)
      } else {
        assignments.append((slot, name(index), range))
      }
    }
    state.mayBeUnset.remove(slot)
    state.mayBeSet.insert(slot)
  }

  func changeProperty(_ index: Int, at range: SourceRange) {
    guard let initializer, state.isReachable else { return }
    useProperty(index, initializer, range)
    if initializer.owner.fields[safe: index]?.isMutable == false {
      reportSecondValue(.property(index), name(index), range)
    }
  }

  // MARK: The whole

  func useSelf(at range: SourceRange) {
    guard let initializer, state.isReachable else { return }
    if let missing = missingProperties(initializer) {
      report("'self' used before \(missing)", at: range)
    } else if isUnset(.whole) {
      report("'self' used before 'super.init' is called", at: range)
    }
  }

  func setSelf() {
    guard let initializer else { return }
    for index in initializer.owner.fields.indices {
      state.mayBeUnset.remove(.property(index))
      state.mayBeSet.insert(.property(index))
    }
    state.mayBeUnset.remove(.whole)
  }

  /// `self.init(...)`
  func isDelegation(_ value: TypedExpression, to place: TypedExpression) -> Bool {
    guard isSelf(place), case .call(let symbol, _, _) = value.kind else { return false }
    return symbol.isInitializer && value.range.start == place.range.start
  }

  func delegate(_ value: TypedExpression) {
    var arguments: [TypedExpression] = []
    if case .call(_, _, let values) = value.kind { arguments = values }
    delegate(to: arguments, at: value.range)
  }

  func delegate(to arguments: [TypedExpression], at range: SourceRange) {
    if let initializer, state.isReachable,
      let early = initializer.open.first(where: { state.mayBeSet.contains(.property($0)) })
    {
      report(
        "'\(name(early))' gets a value before 'self.init'", at: range, notes: ["call self.init(...) first"])
    }
    read(arguments)
    setSelf()
  }

  func superInitializer(at range: SourceRange) {
    guard let initializer, state.isReachable else { return }
    if let missing = missingProperties(initializer) {
      report("'super.init' is called before \(missing)", at: range, notes: ["give it a value before super.init(...)"])
    }
    state.mayBeUnset.remove(.whole)
  }

  /// `'x' and 'y' have a value`, for those that may have none.
  private func missingProperties(_ initializer: InitializerFlow) -> String? {
    let missing = initializer.open.filter { isUnset(.property($0)) }.map { "'\(name($0))'" }
    switch missing.count {
    case 0: return nil
    case 1: return "\(missing[0]) has a value"
    default: return "\(missing.dropLast().joined(separator: ", ")) and \(missing[missing.count - 1]) have a value"
    }
  }

  /// The end of the initialiser, or a `return` in it.
  func endOfInitializer(at range: SourceRange) {
    guard let initializer, state.isReachable else { return }
    if let missing = missingProperties(initializer) {
      report(
        "the initializer ends before \(missing)", at: range,
        notes: ["every property needs a value, in its declaration or on every way through the initializer"])
      return
    }
    guard isUnset(.whole) else { return }
    if initializer.owner.flavour == .enumeration {
      report("the initializer ends before 'self' has a value", at: range, notes: ["assign a case: self = ..."])
    } else if !hasPlainInitializer(initializer.owner.superclass) {
      report("'super.init' is not called on every way through the initializer", at: range)
    }
  }

  /// `super.init()` without arguments is called even if it is not written.
  private func hasPlainInitializer(_ superclass: Type?) -> Bool {
    var current = superclass?.nominal
    while let type = current {
      let initializers = environment.ownMembers(of: type, named: "init")
      if !initializers.isEmpty || type.superclass == nil {
        return initializers.contains { member in
          guard case .function(let symbol) = member.kind else { return false }
          return symbol.signature.parameters.allSatisfy { $0.defaultValue != nil || $0.isVariadic }
        }
      }
      current = type.superclass?.nominal
    }
    return false
  }
}
