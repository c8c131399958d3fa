/// `weak` and `unowned` references: their storage is a `_Weak<Object>` of the library, which every use asks for its
/// object.
extension Checker {
  func weakType(_ object: Type) -> Type {
    guard case .nominal(let nominal)? = environment.lookUp("_Weak") else { return .error }
    return .nominal(nominal, [object])
  }

  /// What a use of the storage gives.
  func reading(_ storage: TypedExpression, _ ownership: Ownership) -> TypedExpression {
    guard let object = storage.type.arguments.first else { return storage }
    let isWeak = ownership == .weak
    return libraryCall(
      isWeak ? "_strong" : "_alive", object, storage, isWeak ? .optional(object) : object)
  }

  /// What the storage holds after `value` is assigned.
  func weakly(_ value: TypedExpression, _ ownership: Ownership) -> TypedExpression {
    let object = value.type.wrapped ?? value.type.shallow
    if object.isError { return value }
    guard object.classOrSelf.isClass || conforms(object, .anyObject) else {
      return fail(
        "'\(ownership.rawValue)' may only be applied to objects, not to values of type '\(object.resolved)'",
        at: value.range,
        notes: object.isExistential ? ["let the protocol ask for objects: protocol ...: AnyObject"] : [])
    }
    guard let optional = coerce(value, to: .optional(object)) else { return value }
    return libraryCall("_weak", object, optional, weakType(object))
  }

  private func libraryCall(
    _ name: String, _ object: Type, _ argument: TypedExpression, _ result: Type
  ) -> TypedExpression {
    guard case .functions(let functions)? = environment.lookUp(name), let function = functions.first else {
      return invalid(argument.range)
    }
    return TypedExpression(.call(function, [object], [argument]), result, argument.range)
  }

  /// `weak var parent: Node?`, `unowned let owner: Customer`
  func reference(
    _ ownership: Ownership, _ name: String, _ binding: VariableDeclaration.Binding, _ variable: VariableDeclaration,
    _ member: Declaration, _ nominal: NominalType, _ inner: Scope
  ) -> PropertySymbol {
    let range = binding.pattern.range
    let type = referenceType(ownership, binding, isVariable: variable.isVariable) { [self] in
      initialValue(binding.initializer, nil, inner)?.type.resolved ?? .error
    }
    let isNil = binding.initializer == nil && type.wrapped != nil && variable.isVariable
    let field = StoredField(
      name: name, isMutable: variable.isVariable, initializer: binding.initializer,
      hasInitialValue: binding.initializer != nil || isNil
    ) { [self] in
      let storage = weakType(type.wrapped ?? type)
      if isNil { return (storage, weakly(TypedExpression(.nilLiteral, type, range), ownership)) }
      return (storage, initialValue(binding.initializer, type, inner).map { weakly($0, ownership) })
    }
    (field.cell, field.owner, field.ownership) = (environment.state.cell, nominal, ownership)
    lateValues.append { _ = field.type }
    nominal.fields.append(field)
    return PropertySymbol(
      name: name, isMutable: variable.isVariable, access: .field(nominal.fields.count - 1),
      documentation: member.documentation
    ) { type }
  }

  /// A variable of a function or cell.
  func checkReference(
    _ ownership: Ownership, _ binding: VariableDeclaration.Binding, isVariable: Bool
  ) -> [TypedStatement] {
    let range = binding.pattern.range
    var known: TypedExpression?
    let type = referenceType(ownership, binding, isVariable: isVariable) { [self] in
      known = binding.initializer.map { check($0) }
      return known?.type ?? .error
    }
    let value =
      known ?? binding.initializer.map { convert($0, to: type) } ?? TypedExpression(.nilLiteral, type, range)
    let reference = weakly(value, ownership)
    var plain = binding.pattern
    plain.type = nil
    let pattern = check(plain, against: reference.type, isVariable: isVariable, isGlobal: isGlobalLevel)
    for variable in pattern.variables { variable.ownership = ownership }
    return [TypedStatement(kind: .variable(pattern, reference), range: range)]
  }

  /// The type as it is used: a weak reference is an optional.
  private func referenceType(
    _ ownership: Ownership, _ binding: VariableDeclaration.Binding, isVariable: Bool, _ found: () -> Type
  ) -> Type {
    let type = binding.pattern.type.map(resolve) ?? found()
    if ownership == .weak, type.wrapped == nil, !type.isError {
      if binding.pattern.type == nil { return .optional(type) }
      report(
        "a 'weak' variable has an optional type, '\(type)?'", at: binding.pattern.type?.range ?? binding.pattern.range,
        notes: ["it is nil when the object is gone"])
    }
    let object = type.wrapped ?? type
    if !type.isError, !object.classOrSelf.isClass, !conforms(object, .anyObject) {
      report(
        "'\(ownership.rawValue)' may only be applied to objects, not to values of type '\(object)'",
        at: binding.pattern.range,
        notes: object.isExistential ? ["let the protocol ask for objects: protocol ...: AnyObject"] : [])
      return .optional(.error)
    }
    return type
  }
}

extension TypedExpression {
  /// The storage of the weak or unowned reference that this reads.
  var weakStorage: TypedExpression? {
    guard case .call(let symbol, _, let values) = kind, symbol.cell == 0, ["_strong", "_alive"].contains(symbol.name)
    else { return nil }
    return values.first
  }
}
