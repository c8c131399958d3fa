/// Properties of types: stored, computed, static, watched.
extension Checker {
  func declareProperty(
    _ variable: VariableDeclaration, _ member: Declaration, _ nominal: NominalType, _ inner: Scope,
    _ requirements: [Requirement], isProtocol: Bool, isExtension: Bool
  ) {
    let isStatic = member.modifiers.contains("static") || member.modifiers.contains("class")
    for binding in variable.bindings.flatMap(takenApart) {
      guard case .name(let name, _) = binding.pattern.kind else {
        report("a property needs a plain name", at: binding.pattern.range)
        continue
      }
      let property: PropertySymbol
      let isOverride = !isStatic && member.modifiers.contains("override")
      if isOverride { prepareOverride(of: name, in: nominal, at: binding.pattern.range) }
      if let accessors = binding.accessors, accessors.getter != nil || accessors.isRequirement,
        let type = binding.pattern.type
      {
        property = computed(name, type, accessors, member, nominal, inner, isProtocol: isProtocol)
      } else if isOverride, let accessors = binding.accessors {
        property = observedOverride(name, accessors, member, nominal, inner)
      } else if isStatic {
        property = staticProperty(name, binding, variable, member, nominal)
      } else {
        guard !isExtension, nominal.flavour != .enumeration, nominal.flavour != .protocol else {
          report("a stored property can only stand in a struct or class itself", at: binding.pattern.range)
          continue
        }
        let isLazy = member.modifiers.contains("lazy")
        property =
          isLazy
          ? lazyProperty(name, binding, member, nominal, inner)
          : Ownership(member.modifiers).map { reference($0, name, binding, variable, member, nominal, inner) }
            ?? stored(name, binding, variable, member, nominal, inner)
      }
      property.isFinal = member.modifiers.contains("final") || member.modifiers.contains("static")
      property.isPrivateToSet = member.modifiers.contains("private(set)")
      removeEarlier(name, of: nominal, for: property)
      environment.state.tables[nominal]?.add(
        Member(
          kind: .property(property), isStatic: isStatic, owner: nominal, requirements: requirements,
          isPrivate: member.modifiers.contains("private")), named: name)
    }
  }

  /// `var (a, b) = (0, 1)` declares two properties.
  private func takenApart(_ binding: VariableDeclaration.Binding) -> [VariableDeclaration.Binding] {
    guard case .tuple(let parts) = binding.pattern.kind, case .tuple(let values)? = binding.initializer?.kind,
      parts.count == values.count, binding.pattern.type == nil
    else { return [binding] }
    return zip(parts, values).map { .init(pattern: $0.pattern, initializer: $1.value) }
  }

  private func computed(
    _ name: String, _ type: TypeName, _ accessors: Accessors, _ member: Declaration, _ nominal: NominalType,
    _ inner: Scope, isProtocol: Bool
  ) -> PropertySymbol {
    let range = member.range
    let get = FunctionDeclaration(role: .function, name: name, nameRange: range)
    get.result = type
    if !accessors.isRequirement { get.body = accessors.getter ?? [] }
    var modified = member
    if accessors.changesWhenRead { modified.modifiers.append("mutating") }
    let getter = accessor(name, get, modified, nominal, inner, isProtocol: isProtocol, isSetter: false)
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
    _ name: String, _ binding: VariableDeclaration.Binding, _ variable: VariableDeclaration, _ member: Declaration,
    _ nominal: NominalType
  ) -> PropertySymbol {
    if !nominal.genericParameters.isEmpty || nominal.flavour == .protocol {
      report(
        "static stored properties are not supported in \(nominal.flavour == .protocol ? "protocols" : "generic types")",
        at: binding.pattern.range, notes: ["write a computed property: static var \(name): ... { ... }"])
    }
    let symbol = newGlobal(name, .error, isMutable: variable.isVariable, binding.pattern.range)
    symbol.isImplicitlyUnwrapped = binding.pattern.type?.isImplicitlyUnwrapped ?? false
    let written = binding.pattern.type.map(resolve)
    var access = PropertySymbol.Access.global(symbol)
    if let accessors = binding.accessors, accessors.willSet != nil || accessors.didSet != nil {
      let observed = observers(accessors, around: symbol, binding.pattern.range)
      access = .computed(getter: observed.getter, setter: observed.setter)
    }
    let property = PropertySymbol(
      name: name, isMutable: variable.isVariable, access: access, documentation: member.documentation
    ) { [self, scope] in
      let value = initialValue(binding.initializer, written, scope)
      symbol.type = written ?? value?.type.resolved ?? .error
      if let value {
        setOnFirstUse(symbol, value)
      } else {
        report("a static property needs a value", at: binding.pattern.range)
      }
      return symbol.type
    }
    lateValues.append { _ = property.type }
    return property
  }

  private func newGlobal(_ name: String, _ type: Type, isMutable: Bool, _ range: SourceRange) -> VariableSymbol {
    defer { environment.state.globalCount += 1 }
    return VariableSymbol(
      name, type: type, isMutable: isMutable, range: range, owner: nil,
      storage: .global(environment.state.globalCount))
  }

  /// Static properties get their values when they are first used; nobody can tell when a literal gets there.
  private func setOnFirstUse(_ variable: VariableSymbol, _ value: TypedExpression) {
    let range = value.range
    func statement(_ kind: TypedStatement.Kind) -> TypedStatement { TypedStatement(kind: kind, range: range) }
    if value.isLiteral { return staticValues.append(statement(.variable(.variable(variable), value))) }
    let isReady = newGlobal("\(variable.name) is ready", .bool, isMutable: true, range)
    func assign(_ variable: VariableSymbol, _ value: TypedExpression) -> TypedStatement {
      let place = TypedExpression(.variable(variable), variable.type, range)
      return statement(.expression(TypedExpression(.assign(place, value), .void, range)))
    }
    let initializer = FunctionSymbol(
      name: variable.name, implementation: .body([]), declaration: nil, source: range.source, scope: scope,
      signature: { _ in .init(parameters: [], result: .void) })
    initializer.checkedBody = CheckedBody(
      context: BodyContext(parent: nil, function: initializer, result: .void, throws: false), parameters: [],
      statements: [assign(variable, value), assign(isReady, TypedExpression(.boolean(true), .bool, range))])
    variable.firstUse = FirstUse(isReady: isReady, initializer: initializer)
    staticValues += [
      statement(.variable(.variable(variable), nil)),
      statement(.variable(.variable(isReady), TypedExpression(.boolean(false), .bool, range))),
    ]
  }

  /// Types the initial value of a property, in the scope of its type.
  func initialValue(_ initializer: Expression?, _ type: Type?, _ scope: Scope) -> TypedExpression? {
    guard let initializer else { return nil }
    let checker = Checker(environment: environment, scope: Scope(parent: scope))
    checker.isLibrary = isLibrary
    checker.probe = probe
    let value = type.map { checker.convert(initializer, to: $0) } ?? checker.check(initializer)
    checker.finishInference()
    diagnostics += checker.diagnostics
    staticValues += checker.staticValues
    initialValues.append(value)
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
    (field.cell, field.owner) = (environment.state.cell, nominal)
    field.isImplicitlyUnwrapped = binding.pattern.type?.isImplicitlyUnwrapped ?? false
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
}

extension TypedExpression {
  /// Whether it is written out and nothing has to run to find it.
  fileprivate var isLiteral: Bool {
    switch kind {
    case .integer, .floatingPoint, .boolean, .nilLiteral: true
    case .string(let segments): segments.allSatisfy { if case .text = $0 { true } else { false } }
    case .wrap(let inner), .negate(let inner): inner.isLiteral
    case .array(let elements): elements.isEmpty
    case .dictionary(let elements): elements.isEmpty
    default: false
    }
  }
}
