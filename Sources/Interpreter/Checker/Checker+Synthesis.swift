/// `Equatable` and `Hashable` without code of one's own: possible where all parts can be compared or hashed.
extension Checker {
  func checkSynthesis(_ declaration: OpenDeclaration) {
    let nominal = declaration.nominal
    var protocols: [NominalType] = []
    for proto in declaration.conformances.flatMap({ environment.withInherited($0.protocol) })
    where !protocols.contains(proto) { protocols.append(proto) }
    for proto in protocols {
      let isHashable = proto === NominalType.hashable
      guard isHashable || proto === NominalType.equatable else { continue }
      let name = isHashable ? "hash" : "=="
      if hasOwn(name, nominal) || (isHashable && hasOwn("hashValue", nominal)) { continue }
      if nominal.flavour == .class {
        if inherits(nominal, proto) { continue }
        report(
          "type '\(nominal.name)' does not conform to protocol '\(proto.name)'", at: declaration.range,
          notes: ["a class needs its own '\(isHashable ? "hash(into:)" : "==")'"])
      } else if let part = unfit(nominal, proto, declaration) {
        report(
          "type '\(nominal.name)' does not conform to protocol '\(proto.name)'", at: declaration.range,
          notes: ["'\(part.name)' has type '\(part.type)', which does not conform to '\(proto.name)'"])
      }
    }
  }

  private func hasOwn(_ name: String, _ nominal: NominalType) -> Bool {
    if !environment.ownMembers(of: nominal, named: name).isEmpty { return true }
    if name != "==" { return false }
    // Written outside of the type, or in a protocol that it conforms to.
    let isOutside = environment.operators("==").contains { symbol in
      symbol.cell > 0 && symbol.owner == nil && symbol.signature.parameters.first?.type.nominal === nominal
    }
    return isOutside
      || environment.protocols(of: nominal.selfType).contains { proto in
        environment.ownMembers(of: proto, named: "==").contains { !$0.isRequirement }
      }
  }

  private func inherits(_ nominal: NominalType, _ proto: NominalType) -> Bool {
    guard let superclass = nominal.superclass else { return false }
    return conforms(superclass, proto)
  }

  /// A part that does not conform.
  private func unfit(
    _ nominal: NominalType, _ proto: NominalType, _ declaration: OpenDeclaration
  ) -> (name: String, type: Type)? {
    let known =
      declaration.requirements
      + nominal.genericParameters.flatMap { parameter in
        parameter.bounds.map { Requirement(subject: .parameter(parameter), relation: .conforms($0)) }
      }
    let parts =
      nominal.fields.map { ($0.name, $0.type) }
      + nominal.cases.flatMap { enumCase in enumCase.payload.map { (enumCase.name, $0.type) } }
    return parts.first { part in
      !part.1.hasErrors && !environment.conforms(part.1, to: proto, requirements: known)
    }
  }
}
