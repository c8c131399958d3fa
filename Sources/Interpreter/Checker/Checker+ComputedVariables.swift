/// Variables of a cell with `get` and `set`, or with observers: behind their names stand functions.
extension Checker {
  func checkComputed(
    _ binding: VariableDeclaration.Binding, _ accessors: Accessors, isVariable: Bool
  ) -> [TypedStatement] {
    let range = binding.pattern.range
    guard case .name(let name, _) = binding.pattern.kind else {
      report("a variable with 'get' or observers needs a plain name", at: range)
      return []
    }
    guard isGlobalLevel else {
      report("within a function, a variable with 'get' or observers is not part of Convbook's Swift", at: range)
      return []
    }
    guard isVariable else {
      report("a variable with 'get' or observers is declared with 'var'", at: range)
      return []
    }
    if let getter = accessors.getter { return computed(name, binding, getter, accessors.setter, range) }
    return observed(name, binding, accessors, range)
  }

  private func computed(
    _ name: String, _ binding: VariableDeclaration.Binding, _ body: [Statement],
    _ setter: (parameter: String, body: [Statement])?, _ range: SourceRange
  ) -> [TypedStatement] {
    guard let type = binding.pattern.type.map(resolve) else {
      report(
        "a computed variable needs a type", at: range, notes: ["write it after its name: var \(name): Type { ... }"])
      return []
    }
    let variable = VariableSymbol(name, type: type, isMutable: setter != nil, range: range, owner: nil)
    if globalsOfCell[name] != nil {
      report("invalid redeclaration of '\(name)'", at: range, notes: ["a later cell may declare it again"])
    }
    globalsOfCell[name] = variable
    variable.accessors = (
      accessor(of: variable, body, scope), setter.map { accessor(of: variable, $0.body, scope, sets: $0.parameter) }
    )
    setName(name, .variable(variable))
    return []
  }

  /// The value has a variable of its own, which the name means within the observers.
  private func observed(
    _ name: String, _ binding: VariableDeclaration.Binding, _ accessors: Accessors, _ range: SourceRange
  ) -> [TypedStatement] {
    let plain = VariableDeclaration.Binding(pattern: binding.pattern, initializer: binding.initializer, accessors: nil)
    let declaration = Declaration(
      kind: .variable(VariableDeclaration(isVariable: true, bindings: [plain])), modifiers: [], documentation: "",
      range: range)
    let statements = check(declaration, range)
    guard case .variable(let storage)? = environment.state.names[name] else { return statements }
    let variable = VariableSymbol(name, type: storage.type, isMutable: true, range: range, owner: nil)
    variable.accessors = observers(accessors, around: storage, range)
    setName(name, .variable(variable))
    return statements
  }

  /// Functions that read a variable, and that set it between `willSet` and `didSet`.
  func observers(
    _ accessors: Accessors, around storage: VariableSymbol, _ range: SourceRange
  ) -> (getter: FunctionSymbol, setter: FunctionSymbol?) {
    let name = storage.name
    let inner = Scope(parent: scope)
    inner.names[name] = .variable(storage)
    func expression(_ kind: Expression.Kind) -> Expression { Expression(kind: kind, range: range) }
    func statement(_ kind: Statement.Kind) -> Statement { Statement(kind: kind, range: range) }
    func value(_ name: String) -> Expression { expression(.name(name)) }
    func observe(_ written: (parameter: String, body: [Statement])?, _ word: String, _ argument: String) -> [Statement]
    {
      guard let written else { return [] }
      let observer = accessor(of: storage, written.body, inner, sets: written.parameter)
      inner.names[word] = .functions([observer])
      return [statement(.expression(expression(.call(value(word), [Argument(value: value(argument))]))))]
    }
    let keep = Declaration(
      kind: .variable(
        VariableDeclaration(
          isVariable: false,
          bindings: [
            .init(pattern: Pattern(kind: .name("$old", isVariable: false), range: range), initializer: value(name))
          ]
        )), modifiers: [], documentation: "", range: range)
    let set =
      [statement(.declaration(keep))] + observe(accessors.willSet, "$willSet", "$new")
      + [statement(.expression(expression(.assign(value(name), value("$new")))))]
      + observe(accessors.didSet, "$didSet", "$old")
    return (
      accessor(of: storage, [statement(.return(value(name)))], inner), accessor(of: storage, set, inner, sets: "$new")
    )
  }

  /// A function that gives a variable's value, or one that takes a new value.
  private func accessor(
    of variable: VariableSymbol, _ body: [Statement], _ scope: Scope, sets parameter: String? = nil
  ) -> FunctionSymbol {
    let range = variable.range ?? SourceRange(source: SourceText("", name: ""), start: 0, end: 0)
    let symbol = FunctionSymbol(
      name: variable.name + (parameter == nil ? "" : "="), implementation: .body(body), declaration: nil,
      source: range.source, scope: scope,
      signature: { _ in
        .init(
          parameters: parameter.map { [ParameterSymbol(label: nil, name: $0, type: variable.type)] } ?? [],
          result: parameter == nil ? variable.type : .void)
      })
    symbol.isGetter = parameter == nil
    symbol.isSetter = parameter != nil
    symbol.cell = environment.state.cell
    waitingBodies.append(symbol)
    return symbol
  }

  /// What a name with accessors stands for.
  func accessed(_ variable: VariableSymbol, _ range: SourceRange) -> TypedExpression? {
    guard let (getter, setter) = variable.accessors else { return nil }
    return TypedExpression(
      .accessor(.init(getter: getter, setter: setter, typeArguments: [], base: nil, arguments: [])), variable.type,
      range)
  }
}
