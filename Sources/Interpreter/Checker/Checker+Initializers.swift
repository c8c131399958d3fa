extension Checker {
  /// The initialiser that takes all fields, and `init()` where every field has a value.
  func addInitializers(_ nominal: NominalType, _ type: TypeDeclaration, _ inner: Scope) {
    let hasOwn = type.members.contains { member in
      if case .function(let function) = member.kind, case .initializer = function.role { return true }
      return false
    }
    if isLibrary, NominalType.coreRanges.contains(nominal) { return }
    if hasOwn { return }
    if nominal.flavour == .class {
      let missing = nominal.fields.filter { !$0.hasInitialValue }
      if nominal.superclass != nil { return }
      if !missing.isEmpty {
        report(
          "class '\(nominal.name)' has no initializers", at: type.nameRange,
          notes: ["'\(missing[0].name)' has no initial value"])
        return
      }
    }
    let declaration = FunctionDeclaration(
      role: .initializer(isFailable: false), name: "init", nameRange: type.nameRange)
    let symbol = FunctionSymbol(
      name: "init", owner: nominal, outerParameters: nominal.genericParameters, implementation: .memberwise,
      declaration: declaration, source: type.nameRange.source, scope: inner,
      signature: { _ in
        let fields = nominal.flavour == .class ? [] : nominal.fields.filter { $0.isMutable || !$0.hasInitialValue }
        return FunctionSymbol.Signature(
          parameters: fields.map { field in
            ParameterSymbol(
              label: field.name, name: field.name, type: field.type,
              defaultValue: field.initializer
                ?? (!field.hasInitialValue ? nil : Expression(kind: .nilLiteral, range: type.nameRange)))
          }, result: nominal.selfType)
      })
    symbol.cell = environment.state.cell
    environment.state.tables[nominal]?.add(
      Member(kind: .function(symbol), isStatic: true, owner: nominal), named: "init")
  }
}
