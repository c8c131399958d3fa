/// `Sequence<Int>` in `any Sequence<Int>`: a protocol with what its associated types are.
struct ProtocolConstraint: Hashable {
  let base: NominalType
  let names: [String]
  let types: [Type]

  func type(of name: String) -> Type? { names.firstIndex(of: name).map { types[$0] } }
}

extension [NominalType] {
  /// The protocols of an existential with the types in their brackets changed.
  func transformed(_ change: (Type) -> Type) -> [NominalType] {
    if allSatisfy({ $0.constraint == nil }) { return self }
    return map { proto in
      guard let known = proto.constraint else { return proto }
      let types = known.types.map { $0.transformed(change) }
      return types == known.types
        ? proto : NominalType(ProtocolConstraint(base: known.base, names: known.names, types: types))
    }
  }

  func contains(_ condition: (Type) -> Bool) -> Bool {
    contains { proto in proto.constraint?.types.contains { $0.contains(condition) } ?? false }
  }
}

extension Environment {
  /// What an associated type of `any Sequence<Int>` is. Elements of `any Sequence` can be anything.
  func associatedType(_ name: String, ofExistential protocols: [NominalType]) -> Type? {
    for proto in protocols { if let known = proto.constraint?.type(of: name) { return known } }
    guard protocols.contains(where: { inherits($0, .sequence) || inherits($0, .iteratorProtocol) }) else { return nil }
    switch name {
    case "Element": return .any
    case "Iterator":
      let element = associatedType("Element", ofExistential: protocols) ?? .any
      let constraint = ProtocolConstraint(base: .iteratorProtocol, names: ["Element"], types: [element])
      return .existential([NominalType(constraint)])
    default: return nil
    }
  }

  /// Whether a type's associated types are those in the brackets.
  func conforms(_ type: Type, to constraint: ProtocolConstraint, requirements: [Requirement]) -> Bool {
    guard conforms(type, to: constraint.base, requirements: requirements) else { return false }
    return zip(constraint.names, constraint.types).allSatisfy { name, wanted in
      let found = reduced(.dependent(type, name), requirements)
      return found == wanted.resolved || found.hasVariables || wanted.hasVariables
    }
  }
}
