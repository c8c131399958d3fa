/// Classes and protocols: what is called depends on the value.
extension FunctionCompiler {
  var initializesObject: Bool { objectSelf != nil }

  func emitNewObject(_ info: TypeInfo, into register: Int) throws(Diagnostic) {
    guard case .object(let parts) = info.shape, let nominal = info.type.nominal else {
      throw unsupported("this object")
    }
    let layout = parts.reduce(Layout.none) { $0 + $1.info.layout }
    emit(.newRecord, register, info.index, layout.words)
    emit(.extra, layout.references)
    for (field, part) in zip(nominal.fields, parts) {
      guard let initial = field.initialValue else { continue }
      let mark = top
      let slots = allocate(part.info.layout)
      try with(Nested(substitution: Substitution(nominal.genericParameters, info.type.arguments))) {
        () throws(Diagnostic) in
        try compile(initial, into: slots)
      }
      storeRecord(Operand(slots: slots, layout: part.info.layout, isTemporary: true), register, part.offset)
      free(to: mark)
    }
  }

  /// A method of a class, which a subclass may override.
  func callVirtual(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand? {
    guard symbol.hasSelf, symbol.owner?.flavour == .class, let receiver = values.first else { return nil }
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

  /// The function that fulfils a protocol's requirement for the type at hand; nil where that is only known at run time.
  func witness(
    of symbol: FunctionSymbol, _ arguments: [Type], at receiver: TypedExpression?
  ) throws(Diagnostic) -> (FunctionSymbol?, [Type]) {
    let selfType = arguments.first ?? receiver.map { type($0.type) } ?? .error
    if selfType.isExistential { return (nil, arguments) }
    guard let found = machine.witness(of: symbol, for: selfType) else {
      throw unsupported("'\(symbol.name)' of '\(selfType)'")
    }
    return (found.symbol, found.types + arguments.dropFirst())
  }

  /// A requirement that a stored property fulfils.
  func storedProperty(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand? {
    guard symbol.isGetter || symbol.isSetter, let selfType = arguments.first, !selfType.isExistential,
      let receiver = values.first, let index = machine.storedWitness(of: symbol, for: selfType)
    else { return nil }
    if symbol.isGetter {
      return try operand(TypedExpression(.field(receiver, index), resultType, range))
    }
    guard let value = values.last else { return nil }
    var place = receiver
    if case .inOut(let inner) = receiver.kind { place = inner }
    try compileAssign(TypedExpression(.field(place, index), value.type, range), value)
    return Operand(slots: top, layout: .none, isTemporary: true)
  }
}
