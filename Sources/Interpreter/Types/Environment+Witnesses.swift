/// What fulfils the requirements of protocols.
extension Environment {
  /// What the generic parameters of `owner` are, seen from a value of type `base`.
  func memberSubstitution(owner: NominalType, base: Type) -> Substitution {
    if let selfParameter = owner.selfParameter { return Substitution([selfParameter], [base.shallow]) }
    var current: Type? = base.classOrSelf
    while let type = current, case .nominal(let nominal, let arguments) = type {
      let substitution = Substitution(nominal.genericParameters, arguments)
      if nominal === owner { return substitution }
      current = nominal.superclass.map { substitution.apply($0) }
    }
    return Substitution()
  }

  /// Members of a type that may fulfil a requirement: of the same kind, with the same labels. Those of the type itself
  /// first, then those of its superclasses, then defaults of protocols, the more special before the more general.
  func candidates(for requirement: Member, named name: String, in type: Type) -> [Member] {
    var own: [Member] = []
    var current = conformingClass(type, requirement.owner)
    while let nominal = current {
      own += ownMembers(of: nominal, named: name)
      current = nominal.superclass?.nominal
    }
    var defaults: [Member] = []
    for proto in protocols(of: type) {
      defaults += ownMembers(of: proto, named: name).filter { member in
        let substitution = memberSubstitution(owner: proto, base: type)
        return !member.isRequirement && member.requirements.allSatisfy { holds($0, under: substitution) }
      }
    }
    let ranked = defaults.enumerated().sorted { left, right in
      (-left.element.requirements.count, left.offset) < (-right.element.requirements.count, right.offset)
    }
    return (own + ranked.map(\.element)).filter { requirement.canBeFulfilled(by: $0) }
  }

  /// What fulfils a requirement: the first candidate whose types are those that the requirement asks for.
  func witness(of requirement: Member, named name: String, in type: Type) -> Member? {
    candidates(for: requirement, named: name, in: type).first { candidate in
      let wanted = memberSubstitution(owner: requirement.owner, base: type)
      var found = memberSubstitution(owner: candidate.owner, base: type)
      if case .function(let asked) = requirement.kind, case .function(let given) = candidate.kind {
        // Generic functions: parameters correspond by their order.
        let (first, second) = (asked.signature, given.signature)
        guard first.genericParameters.count == second.genericParameters.count, !given.throwsMore(than: asked) else {
          return false
        }
        for (left, right) in zip(first.genericParameters, second.genericParameters) {
          found.types[right] = .parameter(left)
        }
      }
      return correspondingTypes(requirement, candidate).allSatisfy { pair in
        same(normalized(wanted.apply(pair.0)).resolved, normalized(found.apply(pair.1)).resolved)
      }
    }
  }

  private func same(_ left: Type, _ right: Type) -> Bool {
    left == right || left.hasErrors || right.hasErrors
  }

  /// A method that a protocol demands.
  func requirement(_ name: String, of proto: NominalType) -> FunctionSymbol? {
    ownMembers(of: proto, named: name).lazy.compactMap { member -> FunctionSymbol? in
      if case .function(let function) = member.kind, function.isRequirement { return function }
      return nil
    }.first
  }

  /// A protocol with those it inherits from.
  func withInherited(_ proto: NominalType) -> [NominalType] {
    [proto] + proto.inheritedProtocols.flatMap { withInherited($0) }
  }

  /// The class that says to conform: what its subclasses have fulfils nothing unless it overrides something.
  private func conformingClass(_ type: Type, _ proto: NominalType) -> NominalType? {
    var current = type.nominal
    while let nominal = current {
      if conformances(of: nominal).contains(where: { inherits($0.protocol, proto) }) { return nominal }
      current = nominal.superclass?.nominal
    }
    return type.nominal
  }

  /// The types of a requirement and of what may fulfil it, side by side.
  func correspondingTypes(_ requirement: Member, _ candidate: Member) -> [(Type, Type)] {
    switch (requirement.kind, candidate.kind) {
    case (.function(let wanted), .function(let found)): return correspondingTypes(wanted, found)
    case (.property(let wanted), .property(let found)): return [(wanted.type, found.type)]
    case (.subscripting(let wanted), .subscripting(let found)):
      return correspondingTypes(wanted.getter, found.getter)
    case (.property(let wanted), .enumCase(let found)) where found.payload.isEmpty:
      return [(wanted.type, found.owner.selfType)]
    default: return []
    }
  }

  private func correspondingTypes(_ wanted: FunctionSymbol, _ found: FunctionSymbol) -> [(Type, Type)] {
    // A signature that is being read cannot tell what it needs to know itself.
    if found.isResolving || wanted.isResolving { return [] }
    let (first, second) = (wanted.signature, found.signature)
    let results = wanted.isInitializer ? [] : [(first.result, second.result)]
    return results
      + zip(first.parameters, second.parameters).map { ($0.storedType, $1.storedType) }
  }
}

extension Member {
  /// Whether a protocol demands it, rather than giving it.
  var isRequirement: Bool {
    switch kind {
    case .function(let function): function.isRequirement
    case .property(let property):
      if case .computed(let getter, _) = property.access { getter.isRequirement } else { false }
    case .subscripting(let symbol): symbol.getter.isRequirement
    case .enumCase, .type: false
    }
  }

  /// Whether `other` is of the same kind, with the same labels, and can do what this requirement demands.
  func canBeFulfilled(by other: Member) -> Bool {
    guard isStatic == other.isStatic else { return false }
    switch (kind, other.kind) {
    case (.function(let wanted), .function(let found)):
      return !found.isResolving
        && wanted.signature.parameters.map(\.label) == found.signature.parameters.map(\.label)
        && (wanted.isMutating || !found.isMutating || found.owner?.flavour == .class)
    case (.property(let wanted), .property(let found)): return !wanted.isMutable || found.isMutable
    case (.property(let wanted), .enumCase(let found)): return !wanted.isMutable && found.payload.isEmpty
    case (.subscripting(let wanted), .subscripting(let found)):
      return (wanted.setter == nil || found.setter != nil)
        && wanted.getter.signature.parameters.map(\.label) == found.getter.signature.parameters.map(\.label)
    default: return false
    }
  }
}

extension FunctionSymbol {
  fileprivate func throwsMore(than other: FunctionSymbol) -> Bool {
    signature.throws && !other.signature.throws || isFailable && !other.isFailable
  }

  var isRequirement: Bool {
    if case .requirement = implementation { return true }
    return false
  }
}
