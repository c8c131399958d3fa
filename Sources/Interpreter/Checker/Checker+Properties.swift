/// Properties of types: stored, computed, static, watched.
extension Checker {
  func declareProperty(
    _ variable: VariableDeclaration, _ member: Declaration, _ nominal: NominalType, _ inner: Scope,
    _ requirements: [Requirement], isProtocol: Bool, isExtension: Bool
  ) {
    let isStatic = member.modifiers.contains("static") || member.modifiers.contains("class")
    for binding in variable.bindings {
      guard case .name(let name, _) = binding.pattern.kind else {
        report("a property needs a plain name", at: binding.pattern.range)
        continue
      }
      let property: PropertySymbol
      if let accessors = binding.accessors, accessors.getter != nil || accessors.isRequirement,
        let type = binding.pattern.type
      {
        property = computed(name, type, accessors, member, nominal, inner, isProtocol: isProtocol)
      } else if isStatic {
        property = staticProperty(name, binding, variable, member)
      } else {
        guard !isExtension, nominal.flavour != .enumeration, nominal.flavour != .protocol else {
          report("a stored property can only stand in a struct or class itself", at: binding.pattern.range)
          continue
        }
        property = stored(name, binding, variable, member, nominal, inner)
      }
      environment.state.tables[nominal]?.add(
        Member(kind: .property(property), isStatic: isStatic, owner: nominal, requirements: requirements), named: name)
    }
  }

  private func computed(
    _ name: String, _ type: TypeName, _ accessors: Accessors, _ member: Declaration, _ nominal: NominalType,
    _ inner: Scope, isProtocol: Bool
  ) -> PropertySymbol {
    let range = member.range
    let get = FunctionDeclaration(role: .function, name: name, nameRange: range)
    get.result = type
    if !accessors.isRequirement { get.body = accessors.getter ?? [] }
    let getter = accessor(name, get, member, nominal, inner, isProtocol: isProtocol, isSetter: false)
    var setter: FunctionSymbol?
    if let written = accessors.setter {
      let set = FunctionDeclaration(role: .function, name: name + "=", nameRange: range)
      set.parameters = [.init(label: nil, name: written.parameter, nameRange: range, type: type)]
      if !accessors.isRequirement { set.body = written.body }
      setter = accessor(name + "=", set, member, nominal, inner, isProtocol: isProtocol, isSetter: true)
    }
    return PropertySymbol(
      name: name, isMutable: setter != nil, access: .computed(getter: getter, setter: setter),
      documentation: member.documentation
    ) { getter.signature.result }
  }

  private func staticProperty(
    _ name: String, _ binding: VariableDeclaration.Binding, _ variable: VariableDeclaration, _ member: Declaration
  ) -> PropertySymbol {
    // A global of its own, set when the type's cell runs.
    let symbol = VariableSymbol(
      name, type: .error, isMutable: variable.isVariable, range: binding.pattern.range, owner: nil)
    symbol.storage = .global(environment.state.globalCount)
    environment.state.globalCount += 1
    let written = binding.pattern.type.map(resolve)
    let property = PropertySymbol(
      name: name, isMutable: variable.isVariable, access: .global(symbol), documentation: member.documentation
    ) { [self, scope] in
      let value = initialValue(binding.initializer, written, scope)
      symbol.type = written ?? value?.type.resolved ?? .error
      if let value {
        staticValues.append(
          TypedStatement(kind: .variable(.variable(symbol), value), range: binding.pattern.range))
      } else {
        report("a static property needs a value", at: binding.pattern.range)
      }
      return symbol.type
    }
    lateValues.append { _ = property.type }
    return property
  }

  /// Types the initial value of a property, in the scope of its type.
  private func initialValue(_ initializer: Expression?, _ type: Type?, _ scope: Scope) -> TypedExpression? {
    guard let initializer else { return nil }
    let checker = Checker(environment: environment, scope: Scope(parent: scope))
    checker.isLibrary = isLibrary
    let value = type.map { checker.convert(initializer, to: $0) } ?? checker.check(initializer)
    checker.finishInference()
    diagnostics += checker.diagnostics
    staticValues += checker.staticValues
    return value
  }

  private func stored(
    _ name: String, _ binding: VariableDeclaration.Binding, _ variable: VariableDeclaration, _ member: Declaration,
    _ nominal: NominalType, _ inner: Scope
  ) -> PropertySymbol {
    let written = binding.pattern.type.map(resolve)
    if written == nil, binding.initializer == nil {
      report("a stored property needs a type or a value", at: binding.pattern.range)
    }
    let isNil = binding.initializer == nil && variable.isVariable && written?.wrapped != nil
    let field = StoredField(
      name: name, isMutable: variable.isVariable, initializer: binding.initializer,
      hasInitialValue: binding.initializer != nil || isNil
    ) { [self] in
      if isNil, let written { return (written, TypedExpression(.nilLiteral, written, binding.pattern.range)) }
      let value = initialValue(binding.initializer, written, inner)
      return (written ?? value?.type.resolved ?? .error, value)
    }
    lateValues.append { _ = field.type }
    if let accessors = binding.accessors, accessors.willSet != nil || accessors.didSet != nil {
      declareObservers(field, accessors, member, nominal, inner)
    }
    nominal.fields.append(field)
    return PropertySymbol(
      name: name, isMutable: variable.isVariable, access: .field(nominal.fields.count - 1),
      documentation: member.documentation
    ) { field.type }
  }

  private func declareObservers(
    _ field: StoredField, _ accessors: Accessors, _ member: Declaration, _ nominal: NominalType, _ inner: Scope
  ) {
    func observer(_ written: (parameter: String, body: [Statement])?, _ suffix: String) -> FunctionSymbol? {
      guard let written else { return nil }
      let declaration = FunctionDeclaration(role: .function, name: field.name + suffix, nameRange: member.range)
      declaration.body = written.body
      let symbol = FunctionSymbol(
        name: field.name + suffix, owner: nominal, outerParameters: nominal.genericParameters, isMutating: true,
        implementation: .body(written.body), declaration: declaration, source: member.range.source, scope: inner,
        signature: { _ in
          FunctionSymbol.Signature(
            parameters: [ParameterSymbol(label: nil, name: written.parameter, type: field.type)], result: .void)
        })
      register(symbol)
      return symbol
    }
    field.willSet = observer(accessors.willSet, ".willSet")
    field.didSet = observer(accessors.didSet, ".didSet")
  }
}
