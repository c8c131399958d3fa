extension Checker {
  /// Reports requirements of protocols that a type does not meet, and finds its associated types.
  func checkConformances(of nominal: NominalType, at range: SourceRange) {
    if nominal.flavour == .protocol || isLibrary { return }
    let selfType = nominal.selfType
    for proto in environment.protocols(of: selfType) {
      for (name, members) in environment.state.tables[proto]?.members ?? [:] {
        for member in members {
          guard isRequirement(member), !hasWitness(nominal, name, member, proto) else { continue }
          report(
            "type '\(nominal.name)' does not conform to protocol '\(proto.name)'", at: range,
            notes: ["it needs '\(name)'"])
          return
        }
      }
    }
  }

  private func isRequirement(_ member: Member) -> Bool {
    switch member.kind {
    case .function(let function):
      if case .requirement = function.implementation { return true }
    case .property(let property):
      if case .computed(let getter, _) = property.access, case .requirement = getter.implementation { return true }
    default: break
    }
    return false
  }

  private func hasWitness(_ nominal: NominalType, _ name: String, _ requirement: Member, _ proto: NominalType) -> Bool {
    if !isLibrary, proto === NominalType.equatable || proto === NominalType.hashable || proto === NominalType.comparable
    {
      return true
    }
    var candidates: [Member] = []
    var current: NominalType? = nominal
    while let type = current {
      candidates += environment.ownMembers(of: type, named: name)
      current = type.superclass?.nominal
    }
    for parent in environment.protocols(of: nominal.selfType) {
      candidates += environment.ownMembers(of: parent, named: name).filter { !isRequirement($0) }
    }
    if case .function(let wanted) = requirement.kind {
      return candidates.contains { member in
        if case .function(let found) = member.kind {
          let matches =
            found.signature.parameters.map(\.label) == wanted.signature.parameters.map(\.label)
          if matches { inferAssociatedTypes(nominal, wanted, found, proto) }
          return matches
        }
        return false
      }
    }
    return !candidates.isEmpty
  }

  /// `mutating func next() -> Int?` makes `Element` an `Int`.
  private func inferAssociatedTypes(
    _ nominal: NominalType, _ wanted: FunctionSymbol, _ found: FunctionSymbol, _ proto: NominalType
  ) {
    guard let selfParameter = proto.selfParameter else { return }
    func infer(_ pattern: Type, _ actual: Type) {
      switch (pattern.shallow, actual.shallow) {
      case (.dependent(.parameter(let parameter), let name), let type) where parameter === selfParameter:
        if environment.state.tables[nominal]?.associatedTypes[name] == nil {
          environment.state.tables[nominal]?.associatedTypes[name] = type
        }
      case (.nominal(let first, let firstArguments), .nominal(let second, let secondArguments)) where first === second:
        for (left, right) in zip(firstArguments, secondArguments) { infer(left, right) }
      default: break
      }
    }
    infer(wanted.signature.result, found.signature.result)
    for (left, right) in zip(wanted.signature.parameters, found.signature.parameters) { infer(left.type, right.type) }
  }
}
