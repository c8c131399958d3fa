/// Which associated type of which type is looked for.
struct AssociatedTypeQuestion: Hashable {
  let nominal: NominalType
  let name: String
}

/// `Self.Element`: what protocols say about it, and what it is where `Self` is known.
extension Environment {
  /// Replaces `Self.Element` by what it is where `Self` is known.
  func normalized(_ type: Type) -> Type {
    type.transformed { part in
      switch part {
      case .dependent(let base, let name): return associatedType(name, of: base) ?? shortened(part)
      case .nominal(let nominal, let arguments):
        guard revealsOpaqueTypes, let underlying = nominal.opaque?.underlying else { return part }
        return normalized(Substitution(nominal.genericParameters, arguments).apply(underlying))
      default: return part
      }
    }
  }

  /// The same, with what `where` says to be equal replaced too: `Int` for `S.Element` where `S.Element == Int`.
  func reduced(_ type: Type, _ requirements: [Requirement]) -> Type {
    var result = normalized(type).resolved
    if requirements.isEmpty || !result.hasParameters { return result }
    // Conditions may lead to one another, but not in a circle.
    for _ in 0...requirements.count {
      let next = normalized(
        result.transformed { part in
          guard part.isParameterOrDependent else { return part }
          for known in requirements {
            if case .equals(let type) = known.relation, known.subject == part { return type }
          }
          return part
        })
      if next == result { break }
      result = next
    }
    return result
  }

  /// `S.Element` for `S.Iterator.Element`, because `Sequence` says that they are one type.
  private func shortened(_ type: Type) -> Type {
    for (substitution, requirement) in demands(on: type) {
      guard case .equals(let other) = requirement.relation else { continue }
      let (left, right) = (substitution.apply(requirement.subject), substitution.apply(other))
      if left == type, right.dependentLength < left.dependentLength { return right }
      if right == type, left.dependentLength < right.dependentLength { return left }
    }
    return type
  }

  /// What the protocols of `S` and of `S.Iterator` demand that may be about `S.Iterator.Element`.
  private func demands(on type: Type) -> [(Substitution, Requirement)] {
    var result: [(Substitution, Requirement)] = []
    var prefix = type
    while case .dependent(let base, _) = prefix {
      for proto in protocols(of: base) {
        guard let selfParameter = proto.selfParameter else { continue }
        let substitution = Substitution([selfParameter], [base])
        result += (declarationTable(of: proto)?.requirements ?? []).map { (substitution, $0) }
      }
      prefix = base.shallow
    }
    return result
  }

  /// The protocols that `S.Element` conforms to, by its declaration and by conditions of the protocols of `S`.
  func boundsOfDependent(_ type: Type) -> [NominalType] {
    guard case .dependent(let base, let name) = type else { return [] }
    var result: [NominalType] = []
    for proto in protocols(of: base) {
      for declared in declarationTable(of: proto)?.associated ?? [] where declared.name == name {
        result += declared.bounds
      }
    }
    for (substitution, requirement) in demands(on: type) {
      if case .conforms(let proto) = requirement.relation, substitution.apply(requirement.subject) == type {
        result.append(proto)
      }
    }
    return result
  }

  /// Whether a protocol of `type` has an associated type of this name.
  func hasAssociatedType(_ name: String, _ type: Type, requirements: [Requirement] = []) -> Bool {
    protocols(of: type, requirements: requirements).contains { proto in
      declarationTable(of: proto)?.associated.contains { $0.name == name } ?? false
    }
  }

  func associatedType(_ name: String, of base: Type) -> Type? {
    if case .existential(let protocols) = base.shallow { return associatedType(name, ofExistential: protocols) }
    guard case .nominal(let nominal, let arguments) = base.shallow else { return nil }
    let substitution = Substitution(nominal.genericParameters, arguments)
    if let own = ownType(name, of: nominal) { return normalized(substitution.apply(own)) }
    return nominal.superclass.flatMap { associatedType(name, of: substitution.apply($0)) }
  }

  private func ownType(_ name: String, of nominal: NominalType) -> Type? {
    if let known = knownAssociatedType(name, of: nominal) { return known }
    for member in ownMembers(of: nominal, named: name) {
      if case .type(let type) = member.kind { return type }
    }
    guard nominal.flavour != .protocol, nominal.opaque == nil, hasAssociatedType(name, nominal.selfType) else {
      return nil
    }
    let question = AssociatedTypeQuestion(nominal: nominal, name: name)
    guard openQuestions.insert(question).inserted else { return nil }
    defer { openQuestions.remove(question) }
    let found = inferred(name, for: nominal)
    if let found { state.tables[nominal, default: MemberTable()].associatedTypes[name] = found }
    return found
  }

  // MARK: Inference

  /// `mutating func next() -> Int?` makes `Element` an `Int`; otherwise conditions and defaults of protocols tell.
  private func inferred(_ name: String, for nominal: NominalType) -> Type? {
    let selfType = nominal.selfType
    let protocols = protocols(of: selfType)
    for proto in protocols {
      guard let selfParameter = proto.selfParameter else { continue }
      let wanted = Type.dependent(.parameter(selfParameter), name)
      for (memberName, members) in (declarationTable(of: proto)?.members ?? [:]).sorted(by: { $0.key < $1.key }) {
        for requirement in members where requirement.isRequirement {
          for candidate in candidates(for: requirement, named: memberName, in: selfType) {
            let substitution = memberSubstitution(owner: candidate.owner, base: selfType)
            for (pattern, actual) in correspondingTypes(requirement, candidate) {
              guard let type = part(of: actual, at: wanted, in: pattern) else { continue }
              let result = normalized(substitution.apply(type))
              if !result.mentionsAssociatedType(of: selfType) { return result }
            }
          }
        }
      }
    }
    for proto in protocols {
      guard let selfParameter = proto.selfParameter else { continue }
      let wanted = Type.dependent(.parameter(selfParameter), name)
      let substitution = Substitution([selfParameter], [selfType])
      let table = declarationTable(of: proto) ?? MemberTable()
      for requirement in table.requirements {
        guard case .equals(let other) = requirement.relation else { continue }
        let side = requirement.subject == wanted ? other : other == wanted ? requirement.subject : nil
        guard let side else { continue }
        let result = normalized(substitution.apply(side))
        if !result.mentionsAssociatedType(of: selfType) { return result }
      }
      if let fallback = table.associated.first(where: { $0.name == name })?.fallback {
        return normalized(substitution.apply(fallback))
      }
    }
    return nil
  }

  /// The part of `actual` that stands where `wanted` stands in `pattern`.
  private func part(of actual: Type, at wanted: Type, in pattern: Type) -> Type? {
    if pattern == wanted { return actual }
    switch (pattern.shallow, actual.shallow) {
    case (.nominal(let first, let firstArguments), .nominal(let second, let secondArguments)) where first === second:
      return zip(firstArguments, secondArguments).lazy.compactMap { self.part(of: $1, at: wanted, in: $0) }.first
    case (.tuple(let first), .tuple(let second)) where first.count == second.count:
      return zip(first, second).lazy.compactMap { self.part(of: $1.type, at: wanted, in: $0.type) }.first
    case (.function(let first), .function(let second)) where first.parameters.count == second.parameters.count:
      return part(of: second.result, at: wanted, in: first.result)
        ?? zip(first.parameters, second.parameters).lazy.compactMap {
          self.part(of: $1.type, at: wanted, in: $0.type)
        }.first
    default: return nil
    }
  }

  /// What `for x in` gives for a sequence of this type.
  func elementType(of type: Type, requirements: [Requirement] = []) -> Type? {
    let type = type.shallow
    guard conforms(type, to: .sequence, requirements: requirements) else { return nil }
    return type.isError ? .error : normalized(.dependent(type, "Element"))
  }
}

extension Type {
  var isParameterOrDependent: Bool {
    switch self {
    case .parameter, .dependent: true
    default: false
    }
  }

  /// How many names follow the first: 2 for `S.Iterator.Element`.
  fileprivate var dependentLength: Int {
    if case .dependent(let base, _) = shallow { return base.dependentLength + 1 }
    return 0
  }

  /// Whether it still asks for an associated type of `owner`.
  fileprivate func mentionsAssociatedType(of owner: Type) -> Bool {
    contains { part in
      if case .dependent(let base, _) = part { return base == owner }
      return false
    }
  }
}
