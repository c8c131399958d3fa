/// What a later cell declares again takes the place of what an earlier one declared, as in any notebook.
extension Checker {
  /// Of this cell's functions, those that earlier callers call from now on: their types are the same.
  var replacements: [(old: FunctionSymbol, new: FunctionSymbol)] {
    redeclared.filter { sameType($0.old, $0.new) }
  }

  private func isEarlier(_ symbol: FunctionSymbol) -> Bool { symbol.cell > 0 && symbol.cell < environment.state.cell }

  /// Those of `functions` that stay beside a new function: others with its name and labels are of earlier cells.
  func keeping(_ functions: [FunctionSymbol], beside new: FunctionSymbol) -> [FunctionSymbol] {
    let replaced = functions.filter { isEarlier($0) && $0.fullName == new.fullName }
    redeclared += replaced.map { (old: $0, new: new) }
    environment.state.functions.removeAll { other in replaced.contains { $0 === other } }
    return functions.filter { other in !replaced.contains { $0 === other } }
  }

  func keepingOperators(_ functions: [FunctionSymbol], beside new: FunctionSymbol) -> [FunctionSymbol] {
    let replaced = functions.filter { isEarlier($0) && sameParameters($0, new) }
    redeclared += replaced.map { (old: $0, new: new) }
    return functions.filter { other in !replaced.contains { $0 === other } }
  }

  /// Takes members of earlier cells out of a type that gets new ones of the same name and labels.
  func removeEarlier(_ name: String, of nominal: NominalType, for new: FunctionSymbol) {
    removeEarlier(name, of: nominal) { member in
      guard case .function(let old) = member.kind, isEarlier(old), old.isStatic == new.isStatic,
        old.declaration?.parameters.map(\.label) == new.declaration?.parameters.map(\.label)
      else { return [] }
      return [(old, new)]
    }
  }

  func removeEarlier(_ name: String, of nominal: NominalType, for new: PropertySymbol) {
    guard case .computed(let newGetter, let newSetter) = new.access else { return }
    removeEarlier(name, of: nominal) { member in
      guard case .property(let old) = member.kind, case .computed(let getter, let setter) = old.access,
        isEarlier(getter), getter.isStatic == newGetter.isStatic
      else { return [] }
      if let setter, let newSetter { return [(getter, newGetter), (setter, newSetter)] }
      return [(getter, newGetter)]
    }
  }

  /// Removes the members for which `replaced` finds functions that others take the place of.
  private func removeEarlier(
    _ name: String, of nominal: NominalType, _ replaced: (Member) -> [(old: FunctionSymbol, new: FunctionSymbol)]
  ) {
    guard !isLibrary, let members = environment.state.tables[nominal]?.members[name] else { return }
    let kept = members.filter { member in
      let pairs = replaced(member)
      redeclared += pairs
      return pairs.isEmpty
    }
    environment.state.tables[nominal]?.members[name] = kept
  }

  func sameParameters(_ first: FunctionSymbol, _ second: FunctionSymbol) -> Bool {
    first.signature.parameters.map { $0.type.resolved } == parameters(of: second, inTermsOf: first)
  }

  private func sameType(_ first: FunctionSymbol, _ second: FunctionSymbol) -> Bool {
    let (one, other) = (first.signature, second.signature)
    return one.genericParameters.map(\.bounds) == other.genericParameters.map(\.bounds)
      && one.requirements.isEmpty && other.requirements.isEmpty && first.outerParameters == second.outerParameters
      && sameParameters(first, second)
      && one.result.resolved == renamed(other.result, of: second, inTermsOf: first)
      && one.throws == other.throws
      && one.parameters.map(\.isInOut) == other.parameters.map(\.isInOut)
      && one.parameters.map(\.isVariadic) == other.parameters.map(\.isVariadic)
  }

  private func parameters(of function: FunctionSymbol, inTermsOf other: FunctionSymbol) -> [Type] {
    function.signature.parameters.map { renamed($0.type, of: function, inTermsOf: other) }
  }

  private func renamed(_ type: Type, of function: FunctionSymbol, inTermsOf other: FunctionSymbol) -> Type {
    let names = other.signature.genericParameters.map { Type.parameter($0) }
    return Substitution(function.signature.genericParameters, names).apply(type).resolved
  }
}
