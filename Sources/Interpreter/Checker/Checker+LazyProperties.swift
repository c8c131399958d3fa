/// Properties with code around their storage: `lazy`, `willSet` and `didSet`.
extension Checker {
  /// `lazy var x = value`: an optional, and a getter that fills it.
  func lazyProperty(
    _ name: String, _ binding: VariableDeclaration.Binding, _ member: Declaration, _ nominal: NominalType,
    _ inner: Scope
  ) -> PropertySymbol {
    let range = binding.pattern.range
    let written = binding.pattern.type.map(resolve)
    let storageName = StoredField.lazyPrefix + name
    let makeType: () -> Type = { [self] in
      written ?? binding.initializer.map { typeOfLazyValue($0, nominal, inner) } ?? .error
    }
    let storage = StoredField(name: storageName, isMutable: true, initializer: nil, hasInitialValue: true) {
      let type = Type.optional(makeType())
      return (type, TypedExpression(.nilLiteral, type, range))
    }
    nominal.fields.append(storage)
    let storageProperty = PropertySymbol(name: storageName, isMutable: true, access: .field(nominal.fields.count - 1)) {
      storage.type
    }
    environment.state.tables[nominal]?.add(
      Member(kind: .property(storageProperty), isStatic: false, owner: nominal), named: storageName)
    let type: () -> Type = { storage.type.wrapped ?? .error }
    guard let initializer = binding.initializer else {
      report("lazy properties must have an initializer", at: range)
      return PropertySymbol(name: name, isMutable: true, access: .field(nominal.fields.count - 1), type: type)
    }
    let getter = accessor(
      name, of: nominal, inner, member, body: lazyGetter(storageName, initializer, binding.pattern.type, range)
    ) { .init(parameters: [], result: type()) }
    getter.isGetter = true
    let setter = accessor(name + "=", of: nominal, inner, member, body: lazySetter(storageName, range)) {
      .init(parameters: [ParameterSymbol(label: nil, name: "newValue", type: type())], result: .void)
    }
    setter.isSetter = true
    return PropertySymbol(
      name: name, isMutable: true, access: .computed(getter: getter, setter: setter),
      documentation: member.documentation, type: type)
  }

  /// Only the type: what is wrong with the value is said where the getter is checked.
  private func typeOfLazyValue(_ initializer: Expression, _ nominal: NominalType, _ inner: Scope) -> Type {
    let checker = Checker(environment: environment, scope: Scope(parent: inner))
    checker.probe = probe
    checker.scope.names["self"] = .variable(
      VariableSymbol("self", type: nominal.selfType, isMutable: true, range: nil, owner: checker.context))
    let value = checker.check(initializer)
    checker.finishInference()
    return value.type.resolved
  }

  /// `if let value = storage { return value }; let value = initializer; storage = value; return value`
  private func lazyGetter(
    _ storage: String, _ initializer: Expression, _ type: TypeName?, _ range: SourceRange
  ) -> [Statement] {
    func statement(_ kind: Statement.Kind) -> Statement { Statement(kind: kind, range: range) }
    let value = Expression(kind: .name("$value"), range: range)
    var pattern = Pattern(kind: .name("$value", isVariable: false), range: range)
    let known = Condition(kind: .binding(pattern, isVariable: false, ofSelf(storage, range)), range: range)
    pattern.type = type
    let declaration = Declaration(
      kind: .variable(
        VariableDeclaration(isVariable: false, bindings: [.init(pattern: pattern, initializer: initializer)])),
      modifiers: [], documentation: "", range: range)
    return [
      statement(
        .if(
          IfStatement(label: nil, conditions: [known], body: [statement(.return(value))], otherwise: nil, range: range))
      ),
      statement(.declaration(declaration)),
      statement(.expression(Expression(kind: .assign(ofSelf(storage, range), value), range: range))),
      statement(.return(value)),
    ]
  }

  private func lazySetter(_ storage: String, _ range: SourceRange) -> [Statement] {
    let value = Expression(kind: .name("newValue"), range: range)
    return [
      Statement(
        kind: .expression(Expression(kind: .assign(ofSelf(storage, range), value), range: range)), range: range)
    ]
  }

  /// `self.name`
  func ofSelf(_ name: String, _ range: SourceRange) -> Expression {
    Expression(
      kind: .member(Expression(kind: .name("self"), range: range), name: name, nameRange: range), range: range)
  }

  /// A function of a property's own, which changes `self`.
  func accessor(
    _ name: String, of nominal: NominalType, _ inner: Scope, _ member: Declaration, body: [Statement],
    signature: @escaping () -> FunctionSymbol.Signature
  ) -> FunctionSymbol {
    let declaration = FunctionDeclaration(role: .function, name: name, nameRange: member.range)
    declaration.body = body
    let symbol = FunctionSymbol(
      name: name, owner: nominal, outerParameters: nominal.genericParameters, isMutating: true,
      implementation: .body(body), declaration: declaration, source: member.range.source, scope: inner,
      signature: { _ in signature() })
    register(symbol)
    return symbol
  }

  // MARK: Observers

  func declareObservers(
    _ field: StoredField, _ accessors: Accessors, _ member: Declaration, _ nominal: NominalType, _ inner: Scope
  ) {
    func observer(_ written: (parameter: String, body: [Statement])?, _ suffix: String) -> FunctionSymbol? {
      guard let written else { return nil }
      return accessor(field.name + suffix, of: nominal, inner, member, body: written.body) {
        .init(parameters: [ParameterSymbol(label: nil, name: written.parameter, type: field.type)], result: .void)
      }
    }
    field.willSet = observer(accessors.willSet, ".willSet")
    field.didSet = observer(accessors.didSet, ".didSet")
  }
}
