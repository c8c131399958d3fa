extension FunctionCompiler {
  func compileClosure(_ body: CheckedBody, _ type: Type, _ target: Slots) throws(Diagnostic) {
    guard let function = type.function else { throw unsupported("this closure") }
    for (variable, value) in body.captureList {
      bindings[ObjectIdentifier(variable)] = .registers(try operand(value).slots)
    }
    let captures = try captures(of: body.context)
    let index = program.newFunction(named: "closure")
    program.pending.append(
      PendingBody(
        body: body, substitution: substitution, index: index, range: range,
        isInOut: function.parameters.map(\.isInOut), result: function.result))
    try emitClosure(index, captures, target)
  }

  private func emitClosure(_ index: Int, _ captures: Captures, _ target: Slots) throws(Diagnostic) {
    let closure = allocateReference()
    emit(.newRecord, closure, index, captures.layout.words)
    emit(.extra, captures.layout.references)
    var offset = Slots()
    for (source, layout) in captures.sources {
      switch source {
      case .registers(let slots):
        storeRecord(Operand(slots: slots, layout: layout, isTemporary: false), closure, offset)
      case .box(let register):
        let temporary = allocateReference()
        emit(.copy, temporary, register)
        emit(.setRecordReference, closure, temporary, offset.reference)
      }
      offset = offset + layout
    }
    emit(.take, target.reference, closure)
  }

  /// A function, an operator or a bound method as a value: a closure that calls it.
  func compileFunctionValue(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ receiver: TypedExpression?, _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    guard let function = type.function else { throw unsupported("this function as a value") }
    let resolved = arguments.map { self.type($0) }
    // A function of the learner's own that needs nothing else is its own code.
    if receiver == nil, case .body = symbol.implementation, !symbol.isInitializer,
      !symbol.hasSelf || symbol.owner == nil,
      symbol.parentContext == nil
    {
      let index = try machine.instance(of: symbol, resolved)
      return try emitClosure(index, Captures(), target)
    }
    let context = BodyContext(parent: nil, function: nil, result: function.result, throws: true)
    var values: [TypedExpression] = []
    var captures = Captures()
    var variables: [VariableSymbol] = []
    if let receiver {
      let value = try operand(receiver)
      let variable = VariableSymbol("$self", type: receiver.type, isMutable: false, range: range, owner: nil)
      values.append(TypedExpression(.variable(variable), receiver.type, range))
      variables.append(variable)
      captures.sources.append((.registers(value.slots), value.layout))
      captures.layout = value.layout
    }
    if symbol.parentContext != nil, case .body = symbol.implementation {
      machine.ensureChecked(symbol)
      var visited: [ObjectIdentifier] = []
      if let inner = symbol.checkedBody?.context {
        for variable in capturedVariables(inner, visited: &visited) {
          let layout = variable.isBoxed ? Layout.reference : self.layout(variable.type)
          captures.sources.append((try binding(of: variable), layout))
          captures.layout = captures.layout + layout
          variables.append(variable)
        }
      }
    }
    let parameters = function.parameters.map { parameter in
      let variable = VariableSymbol(
        "$", type: parameter.type, isMutable: parameter.isInOut, range: range, owner: nil)
      variable.isInOut = parameter.isInOut
      return variable
    }
    for (variable, parameter) in zip(parameters, function.parameters) {
      let value = TypedExpression(.variable(variable), variable.type, range)
      values.append(parameter.isInOut ? TypedExpression(.inOut(value), variable.type, range) : value)
    }
    let call = TypedExpression(.call(symbol, resolved, values), function.result, range)
    let statement = TypedStatement(
      kind: function.result.isVoid ? .expression(call) : .return(call), range: range)
    let body = CheckedBody(context: context, parameters: parameters, statements: [statement])
    let index = program.newFunction(named: symbol.name)
    program.pending.append(
      PendingBody(
        body: body, substitution: substitution, index: index, range: range,
        isInOut: function.parameters.map(\.isInOut), result: function.result, captured: variables))
    try emitClosure(index, captures, target)
  }

  // MARK: Bodies

  /// Compiles a function's body: the window is the result, the inout parameters, the others, the captures.
  func compileBody(
    _ body: CheckedBody, parameters isInOut: [Bool], result: Type, captured: [VariableSymbol]? = nil
  ) throws(Diagnostic) {
    resultType = self.type(result)
    function = body.context.function
    var variables = body.parameters
    var inOuts = isInOut
    if let selfVariable = body.selfVariable, !isValueInitializer {
      variables.insert(selfVariable, at: 0)
      inOuts.insert(selfVariable.isInOut, at: 0)
    }
    let layouts = variables.map { layout($0.type) }
    let shape = CallShape(result: types.layout(of: resultType), parameters: Array(zip(layouts, inOuts)))
    let window = allocate(shape.total)
    keep(window, shape.total)
    keptReferences = shape.keptReferences
    var captures: [VariableSymbol] = []
    if let captured {
      captures = captured
    } else {
      var visited: [ObjectIdentifier] = []
      captures = capturedVariables(body.context, visited: &visited)
    }
    for variable in captures {
      let layout = variable.isBoxed ? Layout.reference : self.layout(variable.type)
      let slots = allocate(layout)
      keep(slots, layout)
      bindings[ObjectIdentifier(variable)] = variable.isBoxed ? .box(slots.reference) : .registers(slots)
    }
    if body.context.function?.isInitializer == true, body.selfVariable?.type.isClass == true {
      objectSelf = shape.parameters[0].reference
    }
    for (index, variable) in variables.enumerated() {
      let slots = shape.parameters[index]
      guard variable.isBoxed else {
        bindings[ObjectIdentifier(variable)] = .registers(slots)
        continue
      }
      let box = newBox(for: variable)
      let layout = layouts[index]
      storeRecord(Operand(slots: slots, layout: layout, isTemporary: true), box, Slots())
      if inOuts[index] { boxedInOuts.append((box, slots, layout)) }
    }
    if isValueInitializer, let selfVariable = body.selfVariable { try bindResult(to: selfVariable) }
    deferScopes.append(DeferScope())
    try compile(body.statements)
    try closeDeferScope()
    if layout(resultType) == .none || isValueInitializer || initializesObject {
      emitReturn()
    } else {
      emit(.unreachable)
    }
    finish(kept: shape.keptReferences, captures: shape.captures)
  }

  private var isValueInitializer: Bool {
    if case .value = initializerKind { return true }
    return false
  }

  /// `self` of a struct's initialiser lies in the result.
  private func bindResult(to variable: VariableSymbol) throws(Diagnostic) {
    guard case .value(let isFailable) = initializerKind else { return }
    let start = isFailable && isTagged(resultType) ? Slots(word: 1) : Slots()
    if isFailable && isTagged(resultType) { emitWord(1, into: 0) }
    let info = info(variable.type)
    if variable.isBoxed {
      let box = newBox(for: variable)
      boxedInOuts.append((box, start, info.layout))
    } else {
      bindings[ObjectIdentifier(variable)] = .registers(start)
    }
    guard let nominal = info.type.nominal, case .structure(let parts) = info.shape else { return }
    for (field, part) in zip(nominal.fields, parts) {
      guard let initial = field.initialValue else {
        if part.info.type.wrapped != nil, field.isMutable {
          emitNil(part.info.layout, types.isTaggedOptional(of: part.info.type.wrapped ?? .void), start + part.offset)
        }
        continue
      }
      try with(
        Nested(substitution: Substitution(nominal.genericParameters, info.type.arguments))
      ) { () throws(Diagnostic) in
        try compile(initial, into: start + part.offset)
      }
    }
    if variable.isBoxed, case .box(let box)? = bindings[ObjectIdentifier(variable)] {
      storeRecord(Operand(slots: start, layout: info.layout, isTemporary: true), box, Slots())
    }
  }

  /// A new record for a captured variable.
  func newBox(for variable: VariableSymbol) -> Int {
    let layout = self.layout(variable.type)
    let box = allocate(.reference)
    keep(box, .reference)
    emit(.newRecord, box.reference, 0, layout.words)
    emit(.extra, layout.references)
    bindings[ObjectIdentifier(variable)] = .box(box.reference)
    return box.reference
  }

  /// Leaves the function; the result is in its place.
  func emitReturn() {
    for (box, slots, layout) in boxedInOuts { loadRecord(box, Slots(), layout, slots) }
    if let objectSelf { emit(.copy, 0, objectSelf) }
    if !isTopLevel { releaseVariables(from: keptReferences) }
    emit(.return)
  }
}
