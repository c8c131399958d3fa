/// The cases of enums, and what they give without being written.
extension Checker {
  func declareCases(_ type: TypeDeclaration, _ nominal: NominalType) {
    var next = 0
    for member in type.members {
      guard case .enumCases(let cases) = member.kind else { continue }
      for written in cases {
        let enumCase = EnumCase(
          name: written.name, ordinal: nominal.cases.count,
          payload: written.payload.map { (label: $0.label, type: resolve($0.type)) }, owner: nominal)
        if nominal.cases.contains(where: { $0.name == written.name }) {
          report("invalid redeclaration of '\(written.name)'", at: written.nameRange)
        }
        for (index, part) in written.payload.enumerated() { enumCase.defaults[index] = part.defaultValue }
        if !enumCase.payload.isEmpty { enumCase.constructor = constructor(of: enumCase, written.nameRange) }
        enumCase.isIndirect = member.modifiers.contains("indirect")
        nominal.cases.append(enumCase)
        environment.state.tables[nominal]?.add(
          Member(kind: .enumCase(enumCase), isStatic: true, owner: nominal), named: written.name)
        if let rawType = nominal.rawType {
          if let raw = written.rawValue {
            enumCase.rawValue = convert(raw, to: rawType, "raw type")
            if case .integer(let digits)? = enumCase.rawValue?.kind, let value = Int(digits) { next = value }
          } else if rawType == .string {
            enumCase.rawValue = TypedExpression(.string([.text(written.name)]), .string, written.nameRange)
          } else {
            enumCase.rawValue = TypedExpression(.integer(String(next)), rawType, written.nameRange)
          }
          next &+= 1
        } else if let raw = written.rawValue {
          report("an enum with raw values needs their type: enum \(nominal.name): Int", at: raw.range)
        }
      }
    }
    declareCaseMembers(nominal, at: type.nameRange)
    let table = environment.state.tables[nominal]?.conformances ?? []
    if !nominal.cases.contains(where: { !$0.payload.isEmpty }),
      !table.contains(where: { $0.protocol === NominalType.hashable })
    {
      environment.state.tables[nominal]?.conformances.append(Conformance(protocol: .hashable))
    }
  }

  private func constructor(of enumCase: EnumCase, _ range: SourceRange) -> FunctionSymbol {
    let owner = enumCase.owner
    let signature = FunctionSymbol.Signature(
      parameters: enumCase.payload.map { ParameterSymbol(label: $0.label, name: $0.label ?? "_", type: $0.type) },
      result: owner.selfType)
    return FunctionSymbol(
      name: enumCase.name, owner: owner, outerParameters: owner.genericParameters, isStatic: true,
      implementation: .enumCase(enumCase), declaration: nil, source: range.source, scope: scope,
      signature: { _ in signature })
  }

  /// `rawValue`, `init(rawValue:)` and `allCases`, which the machine makes from the cases.
  private func declareCaseMembers(_ nominal: NominalType, at range: SourceRange) {
    func symbol(
      _ name: String, _ primitive: String, isStatic: Bool, _ signature: FunctionSymbol.Signature
    ) -> FunctionSymbol {
      FunctionSymbol(
        name: name, owner: nominal, outerParameters: nominal.genericParameters, isStatic: isStatic,
        implementation: .primitive(primitive), declaration: nil, source: range.source, scope: scope,
        signature: { _ in signature })
    }
    func addProperty(_ name: String, _ primitive: String, isStatic: Bool, _ type: Type) {
      let getter = symbol(name, primitive, isStatic: isStatic, .init(parameters: [], result: type))
      getter.isGetter = true
      let property = PropertySymbol(name: name, isMutable: false, access: .computed(getter: getter, setter: nil)) {
        type
      }
      environment.state.tables[nominal]?.add(
        Member(kind: .property(property), isStatic: isStatic, owner: nominal), named: name)
    }
    if let rawType = nominal.rawType {
      addProperty("rawValue", "Enum.rawValue", isStatic: false, rawType)
      let initializer = symbol(
        "init", "Enum.init(rawValue:)", isStatic: false,
        .init(
          parameters: [ParameterSymbol(label: "rawValue", name: "rawValue", type: rawType)],
          result: .optional(nominal.selfType)))
      initializer.isFailable = true
      environment.state.tables[nominal]?.add(
        Member(kind: .function(initializer), isStatic: true, owner: nominal), named: "init")
    }
    let protocols = environment.protocols(of: nominal.selfType)
    if protocols.contains(where: { $0 === NominalType.caseIterable }) {
      addProperty("allCases", "Enum.allCases", isStatic: true, .array(nominal.selfType))
    }
  }
}
