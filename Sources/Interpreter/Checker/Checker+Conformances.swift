extension Checker {
  /// Reports requirements of protocols that a type does not meet.
  func checkConformances(of declaration: OpenDeclaration) {
    let nominal = declaration.nominal
    let known = nominal.genericParameters.flatMap { parameter in
      parameter.bounds.map { Requirement(subject: .parameter(parameter), relation: .conforms($0)) }
    }
    for conformance in declaration.conformances {
      for proto in environment.withInherited(conformance.protocol) {
        guard let missing = missing(declaration, proto, known + declaration.requirements) else { continue }
        report(
          "type '\(nominal.name)' does not conform to protocol '\(proto.name)'", at: declaration.range,
          notes: ["it needs \(missing)"])
        return
      }
    }
  }

  /// What a type lacks of a protocol, in words.
  private func missing(
    _ declaration: OpenDeclaration, _ proto: NominalType, _ known: [Requirement]
  ) -> String? {
    let type = declaration.nominal.selfType
    if proto === NominalType.anyObject, !type.isClass { return "to be a class" }
    guard let table = environment.declarationTable(of: proto) else { return nil }
    for declared in table.associated {
      guard let found = environment.associatedType(declared.name, of: type) else {
        return "'typealias \(declared.name) = ...'"
      }
      for bound in declared.bounds where !environment.conforms(found, to: bound, requirements: known) {
        return "'\(declared.name)' to conform to '\(bound.name)', but it is '\(found)'"
      }
    }
    for (name, members) in table.members.sorted(by: { $0.key < $1.key }) {
      for requirement in members where requirement.isRequirement {
        if environment.witness(of: requirement, named: name, in: type) != nil { continue }
        if declareStandardWitness(name, for: requirement, of: declaration) { continue }
        return "'\(requirement.words(name))'"
      }
    }
    return nil
  }
}

extension Member {
  /// `func area() -> Double`, as a learner writes it.
  fileprivate func words(_ name: String) -> String {
    let prefix = isStatic && name != "init" ? "static " : ""
    switch kind {
    case .function(let function):
      let mutating = function.isMutating ? "mutating " : ""
      return prefix + mutating + (function.isInitializer ? "" : "func ") + function.declaredText
    case .property(let property):
      return prefix + "var \(name): \(property.type) { get\(property.isMutable ? " set" : "") }"
    case .subscripting(let symbol):
      return prefix + symbol.getter.declaredText + " { get\(symbol.setter == nil ? "" : " set") }"
    case .enumCase, .type: return name
    }
  }
}

extension FunctionSymbol {
  /// `scaled(by factor: Int) -> Self`
  fileprivate var declaredText: String {
    let parameters = signature.parameters.map { parameter in
      let names =
        parameter.label == parameter.name ? parameter.name : (parameter.label ?? "_") + " " + parameter.name
      return names + ": " + (parameter.isInOut ? "inout " : "") + parameter.type.description
        + (parameter.isVariadic ? "..." : "")
    }
    let result = signature.result.isVoid || isInitializer ? "" : " -> \(signature.result)"
    return name + (isFailable ? "?" : "") + "(" + parameters.joined(separator: ", ") + ")"
      + (signature.throws ? " throws" : "") + result
  }
}
