/// Classes and protocols: what is called depends on the value.
extension FunctionCompiler {
  var initializesObject: Bool { objectSelf != nil }

  func emitNewObject(_ info: TypeInfo, into register: Int) throws(Diagnostic) {
    guard case .object(let parts) = info.shape, let nominal = info.type.nominal else {
      throw unsupported("this object")
    }
    let layout = parts.reduce(Layout.none) { $0 + $1.info.layout }
    emit(.newRecord, register, info.index, layout.words)
    emit(.extra, layout.references, try findFinalizers(of: info) ? 1 : 0)
    for (field, part) in zip(nominal.fields, parts) {
      guard let initial = field.initialValue else { continue }
      let mark = top
      let slots = allocate(part.info.layout)
      let owner = field.owner ?? nominal
      try with(Nested(substitution: environment.memberSubstitution(owner: owner, base: info.type))) {
        () throws(Diagnostic) in
        try compile(initial, into: slots)
      }
      storeRecord(Operand(slots: slots, layout: part.info.layout, isTemporary: true), register, part.offset)
      free(to: mark)
    }
  }

  /// A static property gets its value when it is first used.
  func prepareFirstUse(of variable: VariableSymbol) throws(Diagnostic) {
    guard let first = variable.firstUse, function !== first.initializer else { return }
    let isReady = newLabel()
    let mark = top
    let word = try word(TypedExpression(.variable(first.isReady), .bool, range))
    emit(jump: .jumpIf, word, to: isReady)
    _ = try callOperand(TypedExpression(.call(first.initializer, [], []), .void, range))
    place(isReady)
    free(to: mark)
  }

  /// `type(of: x)`: what an object or a boxed value is.
  func compileDynamicType(_ inner: TypedExpression, _ target: Slots) throws(Diagnostic) {
    let value = try operand(inner)
    let info = info(inner.type)
    guard info.type.isClass || info.type.isExistential else { return emitWord(info.index, into: target.word) }
    try callPrimitive(
      Primitives.dynamicType, types: [], arguments: [(info, value.slots)],
      result: self.info(.metatype(info.type)), target)
  }

  /// A static member of the type that a value turns out to be.
  func callOnType(
    _ value: TypedExpression, _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression],
    _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    let type = try operand(value)
    let receiver = allocate(.reference)
    try callPrimitive(
      Primitives.typeRecord, types: [], arguments: [(info(value.type), type.slots)], result: info(.any), receiver)
    let isInOut = symbol.signature.parameters.map(\.isInOut)
    let layouts = zip(values, isInOut).map { (layout: layout($0.type), isInOut: $1) }
    let shape = CallShape(result: layout(resultType), parameters: layouts)
    let prepared = try prepareInOuts(values, isInOut)
    let window = allocate(shape.total)
    try place(values, prepared, shape, window)
    program.methodSites.append(
      MethodSite(symbol: symbol, types: arguments.map { self.type($0) }, result: self.type(resultType)))
    emit(.callMethod, program.methodSites.count - 1, window.word, window.reference)
    emit(.extra, receiver.reference)
    return try finishCall(
      shape, window, prepared, layout(resultType), isThrowing: symbol.signature.throws || symbol.signature.rethrows)
  }

  /// The functions of a stored property that a subclass overrides; nil where the storage itself is meant: in these
  /// functions, in initialisers and after `super`.
  func overridden(_ base: TypedExpression, _ index: Int) -> TypedExpression.Accessor? {
    guard let nominal = base.type.classOrSelf.nominal, nominal.flavour == .class,
      let field = nominal.fields[safe: index], let (getter, setter) = field.accessors,
      function !== getter, function !== setter, function?.isInitializer != true
    else { return nil }
    if case .upcast(let inner) = base.kind, case .variable(let variable) = inner.kind, variable.name == "self" {
      return nil
    }
    let owner = getter.owner ?? nominal
    let substitution = environment.memberSubstitution(owner: owner, base: type(base.type))
    let types = owner.genericParameters.map { substitution.types[$0] ?? .parameter($0) }
    return .init(getter: getter, setter: setter, typeArguments: types, base: base, arguments: [])
  }

  /// A method of a class, which a subclass may override.
  func callVirtual(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand? {
    guard symbol.owner?.flavour == .class, let receiver = values.first else { return nil }
    // Nobody else sees a private method, so that nobody takes its place.
    if symbol.modifiers.contains("private") { return nil }
    // `self.init(...)` finds what a subclass made of the initialiser.
    guard symbol.hasSelf || (symbol.isInitializer && values.count > symbol.signature.parameters.count) else {
      return nil
    }
    // `super.method()`
    if case .upcast(let inner) = receiver.kind, case .variable(let variable) = inner.kind, variable.name == "self" {
      return nil
    }
    return try callFound(symbol, arguments, values, resultType)
  }

  /// A requirement called on a value whose type is only known when the program runs.
  func callDynamic(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    try callFound(symbol, arguments, values, resultType)
  }

  private func callFound(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    let layouts = parameterLayouts(of: symbol, arguments)
    let shape = CallShape(result: layout(resultType), parameters: layouts)
    let prepared = try prepareInOuts(values, layouts.map(\.isInOut))
    let window = allocate(shape.total)
    try place(values, prepared, shape, window)
    program.methodSites.append(MethodSite(symbol: symbol, types: arguments))
    emit(.callMethod, program.methodSites.count - 1, window.word, window.reference)
    emit(.extra, window.reference + shape.parameters[0].reference)
    return try finishCall(
      shape, window, prepared, layout(resultType), isThrowing: symbol.signature.throws || symbol.signature.rethrows)
  }

  /// A protocol's requirement called on a value: of the type at hand where that is known, else found at run time.
  func callRequirement(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    let selfType = arguments.first ?? .error
    if selfType.isExistential { return try callDynamic(symbol, arguments, values, resultType) }
    switch machine.witness(of: symbol, for: selfType) {
    case .function(let found, let types)?:
      if symbol.isFailable, !found.isFailable {
        let made = TypedExpression(.call(found, types + arguments.dropFirst(), values), selfType, range)
        return try operand(TypedExpression(.wrap(made), resultType, range))
      }
      return try call(found, types + arguments.dropFirst(), values, resultType)
    case .field(let index)?:
      guard let receiver = values.first else { throw unsupported("'\(symbol.name)'") }
      let place = receiver.withoutInOut
      if symbol.isGetter { return try operand(TypedExpression(.field(place, index), resultType, range)) }
      return try set(TypedExpression(.field(place, index), values[1].type, range), values[1])
    case .global(let variable)?:
      let place = TypedExpression(.variable(variable), variable.type, range)
      return symbol.isGetter ? try operand(place) : try set(place, values[0])
    case .enumCase(let entry)?:
      return try operand(TypedExpression(.enumValue(entry, []), resultType, range))
    case nil: throw unsupported("'\(symbol.name)' of '\(selfType)'")
    }
  }

  private func set(_ place: TypedExpression, _ value: TypedExpression) throws(Diagnostic) -> Operand {
    try compileAssign(place, value)
    return Operand(slots: top, layout: .none, isTemporary: true)
  }
}

extension TypedExpression {
  /// The place behind an `&`.
  var withoutInOut: TypedExpression {
    if case .inOut(let place) = kind { return place }
    return self
  }
}
