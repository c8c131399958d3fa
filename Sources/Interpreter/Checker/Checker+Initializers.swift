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
      let own = nominal.superclass?.nominal?.fields.count ?? 0
      if !missing.isEmpty, nominal.fields.dropFirst(own).contains(where: { !$0.hasInitialValue }) {
        report(
          "class '\(nominal.name)' has no initializers", at: type.nameRange,
          notes: ["'\(missing[0].name)' has no initial value"])
        return
      }
      if nominal.superclass != nil { return }
    }
    let declaration = FunctionDeclaration(
      role: .initializer(isFailable: false), name: "init", nameRange: type.nameRange)
    let references = nominal.flavour == .structure && nominal.fields.contains { $0.ownership != nil }
    let symbol = FunctionSymbol(
      name: "init", owner: nominal, outerParameters: nominal.genericParameters,
      implementation: references ? .body(assignments(nominal, type.nameRange)) : .memberwise,
      declaration: declaration, source: type.nameRange.source, scope: inner,
      signature: { _ in
        let fields =
          nominal.flavour == .class
          ? []
          : nominal.fields.filter { field in
            !field.isLazyStorage && (field.isMutable || !field.hasInitialValue)
          }
        return FunctionSymbol.Signature(
          parameters: fields.map { field in
            ParameterSymbol(
              label: field.name, name: field.name, type: field.visibleType,
              defaultValue: field.initializer
                ?? (!field.hasInitialValue ? nil : Expression(kind: .nilLiteral, range: type.nameRange)))
          }, result: nominal.selfType)
      })
    symbol.cell = environment.state.cell
    let hasPrivate = type.members.contains { member in
      if case .variable(let variable) = member.kind, member.modifiers.contains("private") {
        return !member.modifiers.contains("static")
          && variable.bindings.contains {
            $0.accessors?.getter == nil && (variable.isVariable || $0.initializer == nil)
          }
      }
      return false
    }
    environment.state.tables[nominal]?.add(
      Member(
        kind: .function(symbol), isStatic: true, owner: nominal,
        isPrivate: hasPrivate && nominal.flavour == .structure), named: "init")
    if nominal.flavour == .structure, !nominal.fields.isEmpty { addPlainInitializer(nominal, type, inner) }
  }

  /// `self.x = x` for every property.
  private func assignments(_ nominal: NominalType, _ range: SourceRange) -> [Statement] {
    nominal.fields.filter { !$0.isLazyStorage && ($0.isMutable || !$0.hasInitialValue) }.map { field in
      let value = Expression(kind: .name(field.name), range: range)
      return Statement(
        kind: .expression(Expression(kind: .assign(ofSelf(field.name, range), value), range: range)), range: range)
    }
  }

  /// `init()` of a struct whose properties all have values.
  private func addPlainInitializer(_ nominal: NominalType, _ type: TypeDeclaration, _ inner: Scope) {
    guard nominal.fields.allSatisfy({ $0.hasInitialValue || $0.isLazyStorage }) else { return }
    let declaration = FunctionDeclaration(
      role: .initializer(isFailable: false), name: "init", nameRange: type.nameRange)
    let symbol = FunctionSymbol(
      name: "init", owner: nominal, outerParameters: nominal.genericParameters, implementation: .body([]),
      declaration: declaration, source: type.nameRange.source, scope: inner,
      signature: { _ in .init(parameters: [], result: nominal.selfType) })
    symbol.cell = environment.state.cell
    environment.state.tables[nominal]?.add(
      Member(kind: .function(symbol), isStatic: true, owner: nominal), named: "init")
  }

  /// What `Type(...)` can call: a class inherits initialisers as long as it has no designated ones of its own, and
  /// convenience initialisers if it has all the designated ones of its superclass.
  func initializers(of type: Type) -> [Member] {
    guard let nominal = type.nominal, nominal.flavour == .class, let superclass = nominal.superclass else {
      return environment.members(of: type, named: "init", requirements: requirements)
    }
    let own = environment.ownMembers(of: nominal, named: "init")
    let inherited = initializers(of: superclass).filter { member in !own.contains { $0.hasLabels(of: member) } }
    let designated = own.filter { !$0.isConvenience }
    if designated.isEmpty { return own + inherited }
    let hasAll = inherited.allSatisfy(\.isConvenience)
    return own + (hasAll ? inherited : [])
  }
}

extension Member {
  fileprivate var isConvenience: Bool {
    if case .function(let function) = kind { function.isConvenience } else { false }
  }

  fileprivate func hasLabels(of other: Member) -> Bool {
    guard case .function(let left) = kind, case .function(let right) = other.kind else { return false }
    return left.fullName == right.fullName
  }
}
