/// Properties of classes that replace or watch those of superclasses.
extension Checker {
  /// A stored property that a subclass overrides is from now on found by the object, through functions.
  func prepareOverride(of name: String, in nominal: NominalType, at range: SourceRange) {
    guard let superclass = nominal.superclass, let (field, index, owner) = storedProperty(name, of: superclass),
      field.accessors == nil
    else { return }
    if field.cell != environment.state.cell {
      report(
        "'\(name)' is stored in a class of an earlier cell and cannot be overridden", at: range,
        notes: ["declare both classes in one cell"])
      return
    }
    func accessor(_ suffix: String, _ body: @escaping (TypedExpression, [VariableSymbol]) -> TypedStatement)
      -> FunctionSymbol
    {
      let isSetter = suffix == "="
      let parameters = isSetter ? [ParameterSymbol(label: nil, name: "newValue", type: field.type)] : []
      let symbol = FunctionSymbol(
        name: name + suffix, owner: owner, outerParameters: owner.genericParameters, isMutating: isSetter,
        implementation: .body([]), declaration: nil, source: range.source, scope: scope,
        signature: { _ in .init(parameters: parameters, result: isSetter ? .void : field.type) })
      symbol.isGetter = !isSetter
      symbol.isSetter = isSetter
      let context = BodyContext(parent: nil, function: symbol, result: isSetter ? .void : field.type, throws: false)
      let object = VariableSymbol("self", type: owner.selfType, isMutable: false, range: range, owner: context)
      let variables = parameters.map {
        VariableSymbol($0.name, type: $0.type, isMutable: false, range: range, owner: context)
      }
      let place = TypedExpression(
        .field(TypedExpression(.variable(object), object.type, range), index), field.type, range)
      symbol.checkedBody = CheckedBody(
        context: context, parameters: variables, selfVariable: object, statements: [body(place, variables)])
      return symbol
    }
    lateValues.append {
      let getter = accessor("") { place, _ in TypedStatement(kind: .return(place), range: range) }
      let setter = accessor("=") { place, variables in
        let value = TypedExpression(.variable(variables[0]), field.type, range)
        return TypedStatement(kind: .expression(TypedExpression(.assign(place, value), .void, range)), range: range)
      }
      field.accessors = (getter, setter)
    }
  }

  private func storedProperty(_ name: String, of type: Type) -> (StoredField, Int, NominalType)? {
    for member in environment.members(of: type, named: name) where !member.isStatic {
      guard case .property(let property) = member.kind, case .field(let index) = property.access,
        let field = member.owner.fields[safe: index]
      else { return nil }
      return (field, index, member.owner)
    }
    return nil
  }

  /// `override var x: Int { didSet { ... } }`: the property of the superclass, with code around its setter.
  func observedOverride(
    _ name: String, _ accessors: Accessors, _ member: Declaration, _ nominal: NominalType, _ inner: Scope
  ) -> PropertySymbol {
    let range = member.range
    let inherited = Expression(
      kind: .member(Expression(kind: .name("super"), range: range), name: name, nameRange: range), range: range)
    let type: () -> Type = { [environment] in
      guard let superclass = nominal.superclass else { return .error }
      for member in environment.members(of: superclass, named: name) {
        guard case .property(let property) = member.kind else { continue }
        return environment.memberSubstitution(owner: member.owner, base: superclass).apply(property.type)
      }
      return .error
    }
    func statement(_ kind: Statement.Kind) -> Statement { Statement(kind: kind, range: range) }
    func value(_ name: String) -> Expression { Expression(kind: .name(name), range: range) }
    func observe(_ written: (parameter: String, body: [Statement])?, _ suffix: String, _ argument: String)
      -> [Statement]
    {
      guard let written else { return [] }
      let observer = accessor(
        "\(nominal.name).\(name).\(suffix)", of: nominal, inner, member, body: written.body
      ) { .init(parameters: [ParameterSymbol(label: nil, name: written.parameter, type: type())], result: .void) }
      environment.state.tables[nominal]?.add(
        Member(kind: .function(observer), isStatic: false, owner: nominal), named: observer.name)
      let call = Expression.Kind.call(ofSelf(observer.name, range), [Argument(value: value(argument))])
      return [statement(.expression(Expression(kind: call, range: range)))]
    }
    let keep = Declaration(
      kind: .variable(
        VariableDeclaration(
          isVariable: false,
          bindings: [
            .init(pattern: Pattern(kind: .name("$old", isVariable: false), range: range), initializer: inherited)
          ])), modifiers: [], documentation: "", range: range)
    let set = Expression(kind: .assign(inherited, value("newValue")), range: range)
    let body =
      [statement(.declaration(keep))] + observe(accessors.willSet, "willSet", "newValue")
      + [statement(.expression(set))] + observe(accessors.didSet, "didSet", "$old")
    let getter = accessor(name, of: nominal, inner, member, body: [statement(.return(inherited))]) {
      .init(parameters: [], result: type())
    }
    getter.isGetter = true
    let setter = accessor(name + "=", of: nominal, inner, member, body: body) {
      .init(parameters: [ParameterSymbol(label: nil, name: "newValue", type: type())], result: .void)
    }
    setter.isSetter = true
    return PropertySymbol(
      name: name, isMutable: true, access: .computed(getter: getter, setter: setter),
      documentation: member.documentation, type: type)
  }
}
