/// Declarations of structs, enums, classes, protocols and extensions.
extension Checker {
  func declareType(_ type: TypeDeclaration, _ declaration: Declaration) -> NominalType {
    let flavour: NominalType.Flavour =
      switch type.flavour {
      case .structure: .structure
      case .enumeration: .enumeration
      case .class: .class
      case .protocol: .protocol
      }
    let known = (NominalType.builtins + NominalType.coreProtocols + NominalType.coreRanges).first {
      $0.name == type.name && isLibrary
    }
    let nominal =
      known
      ?? NominalType(
        type.name, flavour, generic: type.genericParameters.map(\.name), documentation: declaration.documentation)
    environment.state.tables[nominal] = MemberTable()
    setName(type.name, .nominal(nominal))
    if isGlobalLevel, !isLibrary { environment.state.types.append(nominal) }
    return nominal
  }

  func typeScope(_ nominal: NominalType) -> Scope {
    let result = Scope(parent: scope)
    result.memberType = nominal
    for parameter in nominal.genericParameters { result.names[parameter.name] = .type(.parameter(parameter)) }
    result.names["Self"] = .type(nominal.selfType)
    return result
  }

  func fillType(_ nominal: NominalType, _ type: TypeDeclaration, _ declaration: Declaration) {
    let inner = typeScope(nominal)
    let outer = scope
    scope = inner
    defer { scope = outer }
    for (written, parameter) in zip(type.genericParameters, nominal.genericParameters) {
      if let constraint = written.constraint { parameter.bounds = protocols(constraint) }
    }
    inner.requirements = requirements(type.requirements)
    for name in nominal.genericParameters.map(\.name) {
      environment.state.tables[nominal]?.associatedTypes[name] = .parameter(
        nominal.genericParameters.first { $0.name == name } ?? GenericParameter(name))
    }
    inherit(type.inherited, nominal)
    for member in type.members {
      if case .associatedType(let name, _) = member.kind { nominal.associatedTypeNames.append(name) }
    }
    declareNestedTypes(type.members, nominal)
    if type.flavour == .enumeration { declareCases(type, nominal) }
    if type.flavour == .class, let superclass = nominal.superclass?.nominal { nominal.fields = superclass.fields }
    declareMembers(
      type.members, nominal, inner, requirements: [], isProtocol: type.flavour == .protocol, isExtension: false)
    if type.flavour == .structure || type.flavour == .class { addInitializers(nominal, type, inner) }
  }

  private func inherit(_ names: [TypeName], _ nominal: NominalType, requirements: [Requirement] = []) {
    for name in names {
      if nominal.flavour == .enumeration, case .named(["Int"], _) = name.kind {
        nominal.rawType = .int
      } else if nominal.flavour == .enumeration, case .named(["String"], _) = name.kind {
        nominal.rawType = .string
      } else if nominal.flavour == .enumeration, case .named(["Double"], _) = name.kind {
        nominal.rawType = .double
      } else if nominal.flavour == .enumeration, case .named(["Character"], _) = name.kind {
        nominal.rawType = .character
      } else {
        if case .named(["Sendable"], _) = name.kind { continue }
        if case .named(["Codable"], _) = name.kind { continue }
        let type = resolve(name)
        if case .existential(let protocols) = type {
          for proto in protocols {
            if nominal.flavour == .protocol {
              if !nominal.inheritedProtocols.contains(proto) { nominal.inheritedProtocols.append(proto) }
            } else {
              environment.state.tables[nominal]?.conformances.append(
                Conformance(protocol: proto, requirements: requirements))
            }
          }
        } else if nominal.flavour == .class, type.isClass {
          nominal.superclass = type
        } else if !type.isError {
          report("'\(nominal.name)' cannot inherit from '\(type)'", at: name.range)
        }
      }
    }
    if nominal.flavour == .enumeration, nominal.rawType != nil {
      environment.state.tables[nominal]?.conformances.append(Conformance(protocol: .rawRepresentable))
    }
  }

  private func declareNestedTypes(_ members: [Declaration], _ nominal: NominalType) {
    var nested: [(NominalType, TypeDeclaration, Declaration)] = []
    for member in members {
      switch member.kind {
      case .type(let type):
        let outerGlobal = isGlobalLevel
        isGlobalLevel = false
        let inner = declareType(type, member)
        isGlobalLevel = outerGlobal
        nested.append((inner, type, member))
        environment.state.tables[nominal]?.add(
          Member(
            kind: .type(.nominal(inner, inner.genericParameters.map { .parameter($0) })), isStatic: true, owner: nominal
          ),
          named: type.name)
      case .typeAlias(let name, let type):
        let resolved = resolve(type)
        environment.state.tables[nominal]?.associatedTypes[name] = resolved
      default: break
      }
    }
    for (inner, type, member) in nested { fillType(inner, type, member) }
  }

  private func declareCases(_ type: TypeDeclaration, _ nominal: NominalType) {
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
          next += 1
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

  func declareExtension(_ written: ExtensionDeclaration) {
    var nominal: NominalType?
    if case .named(let path, _) = written.extended.kind {
      var entity = lookUp(path[0])
      for name in path.dropFirst() {
        guard case .nominal(let outer)? = entity else { break }
        entity =
          environment.ownMembers(of: outer, named: name).compactMap { member -> Entity? in
            if case .type(let type) = member.kind { return type.nominal.map { .nominal($0) } }
            return nil
          }.first
      }
      switch entity {
      case .nominal(let found)?: nominal = found
      case .type(let type)?: nominal = type.nominal
      default: break
      }
    } else if case .array = written.extended.kind {
      nominal = .array
    } else if case .optional = written.extended.kind {
      nominal = .optional
    }
    guard let nominal else {
      if case .named(let path, _) = written.extended.kind {
        report("cannot find type '\(path.joined(separator: "."))' in scope", at: written.extended.range)
      }
      return
    }
    let inner = typeScope(nominal)
    let outer = scope
    scope = inner
    defer { scope = outer }
    var conditions = requirements(written.requirements)
    if case .array(let element) = written.extended.kind, let parameter = nominal.genericParameters.first {
      conditions.append(Requirement(subject: .parameter(parameter), relation: .equals(resolve(element))))
    }
    if case .named(_, let arguments) = written.extended.kind {
      for (parameter, argument) in zip(nominal.genericParameters, arguments) {
        conditions.append(Requirement(subject: .parameter(parameter), relation: .equals(resolve(argument))))
      }
    }
    inner.requirements = conditions
    if environment.state.tables[nominal] == nil { environment.state.tables[nominal] = MemberTable() }
    inherit(written.inherited, nominal, requirements: conditions)
    declareNestedTypes(written.members, nominal)
    declareMembers(
      written.members, nominal, inner, requirements: conditions, isProtocol: false, isExtension: true)
    if !isLibrary { checkConformances(of: nominal, at: written.extended.range) }
  }

  private func declareMembers(
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
      report("'deinit' is not supported", at: function.nameRange)
      return
    }
    let symbol = makeFunction(
      function, member, owner: nominal, scope: inner,
      implementation: implementation(of: function, nominal, isProtocol: isProtocol))
    register(symbol)
    if symbol.name.first.map({ !$0.isLetter && $0 != "_" }) ?? false {
      environment.state.operators[symbol.name, default: []].append(symbol)
    }
    environment.state.tables[nominal]?.add(
      Member(
        kind: .function(symbol), isStatic: symbol.isStatic || symbol.isInitializer, owner: nominal,
        requirements: requirements), named: symbol.name)
  }

  /// Functions of cells are resolved and checked at once, those of the library when they are used.
  private func register(_ symbol: FunctionSymbol) {
    guard !isLibrary else { return }
    symbol.cell = environment.state.cell
    waitingBodies.append(symbol)
  }

  private func accessor(
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
      set.parameters = function.parameters
      set.parameters.append(
        .init(label: nil, name: written.parameter, nameRange: function.nameRange, type: result))
      if !isRequirement { set.body = written.body }
      setter = accessor("subscript=", set, member, nominal, inner, isProtocol: isProtocol, isSetter: true)
    }
    environment.state.tables[nominal]?.add(
      Member(
        kind: .subscripting(SubscriptSymbol(getter: getter, setter: setter)), isStatic: false, owner: nominal,
        requirements: requirements), named: "subscript")
  }

  private func declareProperty(
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
