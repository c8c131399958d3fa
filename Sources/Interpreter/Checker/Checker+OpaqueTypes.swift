/// `some P` as a result, and `P<Int>` as a constraint.
extension Checker {
  /// The type that a function hides behind `some P`.
  func opaqueResult(_ constraint: TypeName, of symbol: FunctionSymbol, _ parameters: [GenericParameter]) -> Type {
    let text = "some " + constraint.range.source.excerpt(constraint.range)
    let nominal = NominalType(text, .structure, parameters: parameters)
    nominal.opaque = OpaqueResult(function: symbol)
    nominal.outerParameterCount = parameters.count
    var table = MemberTable()
    table.conformances = protocols(constraint).map { Conformance(protocol: $0) }
    let type = Type.nominal(nominal, parameters.map { .parameter($0) })
    for condition in primaryConditions(constraint, on: type) {
      if case .dependent(_, let name) = condition.subject, case .equals(let known) = condition.relation {
        table.associatedTypes[name] = known
      }
    }
    environment.state.tables[nominal] = table
    return type
  }

  /// `Sequence<Int>` says what its first associated type is.
  func primaryConditions(_ constraint: TypeName, on subject: Type) -> [Requirement] {
    switch constraint.kind {
    case .composition(let parts): return parts.flatMap { primaryConditions($0, on: subject) }
    case .any(let inner), .some(let inner): return primaryConditions(inner, on: subject)
    case .named(let path, let arguments) where !arguments.isEmpty:
      guard path.count == 1, case .nominal(let proto)? = lookUp(path[0]), proto.flavour == .protocol else { return [] }
      let names = primaryNames(of: proto)
      guard names.count == arguments.count else {
        report(
          "protocol '\(proto.name)' takes \(counted(names.count, "type")) in brackets, but has \(arguments.count)",
          at: constraint.range)
        return []
      }
      return zip(names, arguments).map {
        Requirement(subject: .dependent(subject, $0), relation: .equals(resolve($1)))
      }
    default: return []
    }
  }

  /// `any Sequence<Int>`
  func constrainedExistential(_ proto: NominalType, _ arguments: [TypeName], _ range: SourceRange) -> Type {
    let names = primaryNames(of: proto)
    guard names.count == arguments.count else {
      report(
        "protocol '\(proto.name)' takes \(counted(names.count, "type")) in brackets, but has \(arguments.count)",
        at: range)
      return .error
    }
    let constraint = ProtocolConstraint(base: proto, names: names, types: arguments.map(resolve))
    return .existential([NominalType(constraint)])
  }

  private func primaryNames(of proto: NominalType) -> [String] {
    let own = environment.declarationTable(of: proto)?.primary ?? []
    return own.isEmpty ? proto.inheritedProtocols.lazy.map(primaryNames).first { !$0.isEmpty } ?? [] : own
  }

  /// Whether `from` is what the function being checked gives behind the `some` in `target`.
  func reveals(_ from: Type, as target: Type) -> Bool {
    let (from, target) = (from.shallow, target.shallow)
    guard case .nominal(let nominal, let arguments) = target else { return from == target }
    guard let opaque = nominal.opaque, opaque.function === context.function else {
      guard case .nominal(nominal, let given) = from else { return false }
      return zip(given, arguments).allSatisfy { reveals($0, as: $1) }
    }
    settle(from)
    let type = from.resolved
    if type == target { return true }
    guard environment.conformances(of: nominal).allSatisfy({ conforms(type, $0.protocol) }), !type.isExistential,
      !type.hasVariables
    else { return false }
    if depth == 0, opaque.underlying == nil { opaque.underlying = type }
    return opaque.underlying == nil || opaque.underlying == type
  }

  /// Whether a type says `some` about the result of the function being checked.
  func isHidden(_ type: Type) -> Bool {
    guard let function = context.function else { return false }
    return type.contains { part in
      if case .nominal(let nominal, _) = part { return nominal.opaque?.function === function }
      return false
    }
  }
}
