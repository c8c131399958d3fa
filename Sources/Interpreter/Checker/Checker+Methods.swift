/// Methods, initialisers, subscripts and accessors of types.
extension Checker {
  func declareMembers(
    _ members: [Declaration], _ nominal: NominalType, _ inner: Scope, requirements: [Requirement], isProtocol: Bool,
    isExtension: Bool
  ) {
    for member in members {
      switch member.kind {
      case .variable(let variable):
        declareProperty(
          variable, member, nominal, inner, requirements, isProtocol: isProtocol, isExtension: isExtension)
      case .function(let function):
        declareMethod(function, member, nominal, inner, requirements, isProtocol: isProtocol)
      default: break
      }
    }
  }

  private func implementation(
    of function: FunctionDeclaration, _ nominal: NominalType, isProtocol: Bool, isSetter: Bool = false
  ) -> FunctionSymbol.Implementation? {
    if isProtocol, function.body == nil { return .requirement(nominal) }
    if isLibrary, function.body == nil { return libraryImplementation(isSetter) }
    return nil
  }

  private func declareMethod(
    _ function: FunctionDeclaration, _ member: Declaration, _ nominal: NominalType, _ inner: Scope,
    _ requirements: [Requirement], isProtocol: Bool
  ) {
    if case .subscriptAccess(let accessors) = function.role {
      declareSubscript(function, accessors, member, nominal, inner, requirements, isProtocol: isProtocol)
      return
    }
    if case .deinitializer = function.role {
      return declareDeinitializer(function, member, nominal, inner)
    }
    let symbol = makeFunction(
      function, member, owner: nominal, scope: inner,
      implementation: implementation(of: function, nominal, isProtocol: isProtocol))
    register(symbol)
    if symbol.name.first.map({ !$0.isLetter && $0 != "_" }) ?? false {
      environment.state.operators[symbol.name, default: []].append(symbol)
    }
    removeEarlier(symbol.name, of: nominal, for: symbol)
    environment.state.tables[nominal]?.add(
      Member(
        kind: .function(symbol), isStatic: symbol.isStatic || symbol.isInitializer, owner: nominal,
        requirements: requirements, isPrivate: member.modifiers.contains("private")), named: symbol.name)
  }

  private func declareDeinitializer(
    _ function: FunctionDeclaration, _ member: Declaration, _ nominal: NominalType, _ inner: Scope
  ) {
    guard nominal.flavour == .class else {
      return report("'deinit' only stands in classes", at: function.nameRange, notes: ["values are not shared"])
    }
    guard nominal.deinitializer == nil else {
      return report("'\(nominal.name)' has a 'deinit' already", at: function.nameRange)
    }
    let symbol = makeFunction(function, member, owner: nominal, scope: inner)
    register(symbol)
    nominal.deinitializer = symbol
    environment.state.hasDeinitializers = true
  }

  /// Functions of cells are resolved and checked at once, those of the library when they are used.
  func register(_ symbol: FunctionSymbol) {
    guard !isLibrary else { return }
    symbol.cell = environment.state.cell
    waitingBodies.append(symbol)
  }

  func accessor(
    _ name: String, _ declaration: FunctionDeclaration, _ member: Declaration, _ nominal: NominalType, _ inner: Scope,
    isProtocol: Bool, isSetter: Bool
  ) -> FunctionSymbol {
    var modified = member
    if isSetter, !member.modifiers.contains("nonmutating") { modified.modifiers.append("mutating") }
    let symbol = makeFunction(
      declaration, modified, owner: nominal, scope: inner,
      implementation: implementation(of: declaration, nominal, isProtocol: isProtocol, isSetter: isSetter), name: name)
    symbol.isGetter = !isSetter
    symbol.isSetter = isSetter
    register(symbol)
    return symbol
  }

  private func declareSubscript(
    _ function: FunctionDeclaration, _ accessors: Accessors?, _ member: Declaration, _ nominal: NominalType,
    _ inner: Scope, _ requirements: [Requirement], isProtocol: Bool
  ) {
    let get = FunctionDeclaration(role: .function, name: "subscript", nameRange: function.nameRange)
    get.genericParameters = function.genericParameters
    get.requirements = function.requirements
    get.parameters = function.parameters
    get.result = function.result
    let isRequirement = accessors?.isRequirement ?? true
    if !isRequirement { get.body = accessors?.getter ?? [] }
    let getter = accessor("subscript", get, member, nominal, inner, isProtocol: isProtocol, isSetter: false)
    var setter: FunctionSymbol?
    if let written = accessors?.setter, let result = function.result {
      let set = FunctionDeclaration(role: .function, name: "subscript", nameRange: function.nameRange)
      set.genericParameters = function.genericParameters
      set.requirements = function.requirements
      set.parameters = function.parameters
      set.parameters.append(
        .init(label: nil, name: written.parameter, nameRange: function.nameRange, type: result))
      if !isRequirement { set.body = written.body }
      setter = accessor("subscript=", set, member, nominal, inner, isProtocol: isProtocol, isSetter: true)
    }
    environment.state.tables[nominal]?.add(
      Member(
        kind: .subscripting(SubscriptSymbol(getter: getter, setter: setter)), isStatic: getter.isStatic,
        owner: nominal, requirements: requirements, isPrivate: member.modifiers.contains("private")),
      named: "subscript")
  }
}
