extension FunctionCompiler {
  /// A call; its result lies where the callee left it.
  func callOperand(_ expression: TypedExpression) throws(Diagnostic) -> Operand {
    let outer = range
    range = expression.range
    defer { range = outer }
    let layout = self.layout(expression.type)
    switch expression.kind {
    case .call(let symbol, let arguments, let values):
      return try call(symbol, arguments.map { type($0) }, values, expression.type)
    case .callValue(let callee, let values):
      guard let function = type(callee.type).function else { throw unsupported("this call") }
      let closure = try stableOperand(callee, before: values)
      let shape = machine.shape(of: function)
      let prepared = try prepareInOuts(values, function.parameters.map(\.isInOut))
      let window = allocate(shape.total)
      try place(values, prepared, shape, window)
      emit(.callClosure, closure.reference, window.word, window.reference)
      return try finishCall(shape, window, prepared, layout, isThrowing: function.throws)
    default: throw unsupported("this call")
    }
  }

  func call(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    switch symbol.implementation {
    case .primitive(let name): return try callNamed(name, symbol, arguments, values, resultType)
    case .requirement:
      return try callRequirement(symbol, arguments, values, resultType)
    case .native(let native):
      return try callNative(native, isSetter: false, symbol, arguments, values, resultType)
    case .nativeSetter(let native):
      return try callNative(native, isSetter: true, symbol, arguments, values, resultType)
    case .memberwise:
      // `super.init()` of a class that has only initial values: the object has them already.
      if let receiver = values.first, symbol.owner?.flavour == .class { return try operand(receiver) }
      let layout = self.layout(resultType)
      let slots = allocate(layout)
      let info = info(resultType)
      if case .object = info.shape {
        try emitNewObject(info, into: slots.reference)
      } else if case .structure(let parts) = info.shape {
        try compileMemberwise(symbol, parts, values, arguments, slots)
      }
      return Operand(slots: slots, layout: layout, isTemporary: true)
    case .enumCase(let entry):
      let layout = self.layout(resultType)
      let slots = allocate(layout)
      try compileEnum(entry, values, type(resultType), slots)
      return Operand(slots: slots, layout: layout, isTemporary: true)
    case .body: break
    }
    if let sorted = try compileSort(symbol, values, resultType) { return sorted }
    if let dynamic = try callVirtual(symbol, arguments, values, resultType) { return dynamic }
    return try callBody(symbol, arguments, values, resultType)
  }

  func callBody(
    _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    if let (own, types) = ownInitializer(symbol, values, resultType) {
      return try callBody(own, types, values, resultType)
    }
    let index = try machine.instance(of: symbol, arguments)
    let layouts = parameterLayouts(of: symbol, arguments)
    let shape = CallShape(result: layout(resultType), parameters: layouts)
    let captured = try capturedBindings(of: symbol)
    let isInOut = layouts.map(\.isInOut)
    // A class's initialiser gets the new object as its first argument; `super.init` passes its own on.
    let isObject = symbol.isInitializer && symbol.owner?.flavour == .class
    if isObject && values.count < layouts.count {
      let object = allocateReference()
      let objectInfo = info(type(resultType).wrapped ?? resultType)
      try emitNewObject(objectInfo, into: object)
      let prepared = try prepareInOuts(values, Array(isInOut.dropFirst()))
      let window = allocate(shape.total + captured.layout)
      // Nobody else holds it: it goes with what the caller makes of the result.
      emit(.take, window.reference + shape.parameters[0].reference, object)
      dirty.remove(object)
      try place(values, prepared, shape, window, from: 1)
      try placeCaptures(captured, window + shape.captures)
      emit(.call, index, window.word, window.reference)
      return try finishCall(
        shape, window, prepared, layout(resultType), isThrowing: symbol.signature.throws, from: 1)
    }
    let prepared = try prepareInOuts(values, isInOut)
    let window = allocate(shape.total + captured.layout)
    try place(values, prepared, shape, window)
    try placeCaptures(captured, window + shape.captures)
    emit(.call, index, window.word, window.reference)
    return try finishCall(
      shape, window, prepared, layout(resultType), isThrowing: symbol.signature.throws || symbol.signature.rethrows)
  }

  /// `T.init()` where `T` is a subclass of the class that the initialiser was found in.
  private func ownInitializer(
    _ symbol: FunctionSymbol, _ values: [TypedExpression], _ resultType: Type
  ) -> (FunctionSymbol, [Type])? {
    guard symbol.isInitializer, symbol.owner?.flavour == .class,
      values.count == symbol.signature.parameters.count
    else { return nil }
    let made = type(resultType).wrapped ?? type(resultType)
    guard made.nominal !== symbol.owner else { return nil }
    let found = machine.override(of: symbol, in: made)
    return found.0 === symbol ? nil : found
  }

  /// Layouts of the parameters, with `self` first.
  func parameterLayouts(of symbol: FunctionSymbol, _ arguments: [Type]) -> [(layout: Layout, isInOut: Bool)] {
    let substitution = Substitution(symbol.allParameters, arguments)
    func layout(_ type: Type) -> Layout {
      types.layout(of: environment.normalized(substitution.apply(environment.normalized(type))).resolved)
    }
    var result: [(layout: Layout, isInOut: Bool)] = []
    if let selfType = symbol.selfType, symbol.hasSelf || (symbol.isInitializer && selfType.isClass) {
      result.append((layout(selfType), symbol.isMutating && !selfType.isClass))
    }
    for parameter in symbol.signature.parameters {
      result.append((layout(parameter.storedType), parameter.isInOut))
    }
    return result
  }

  private func compileMemberwise(
    _ symbol: FunctionSymbol, _ parts: [TypeInfo.Part], _ values: [TypedExpression], _ arguments: [Type],
    _ slots: Slots
  ) throws(Diagnostic) {
    // Parameters are a subset of the fields: constants with a value have none.
    let fields = symbol.owner?.fields ?? []
    var remaining = zip(symbol.signature.parameters, values).map { ($0.name, $1) }
    for (field, part) in zip(fields, parts) {
      if let position = remaining.firstIndex(where: { $0.0 == field.name }) {
        try compile(remaining.remove(at: position).1, into: slots + part.offset)
      } else if let initial = field.initialValue {
        try with(Nested(substitution: Substitution(symbol.allParameters, arguments))) { () throws(Diagnostic) in
          try compile(initial, into: slots + part.offset)
        }
      } else {
        emitNil(part.info.layout, part.info.layout.words > 0, slots + part.offset)
      }
    }
  }

  // MARK: Windows

  /// Evaluates the parts of inout arguments, which must outlive the call.
  func prepareInOuts(_ values: [TypedExpression], _ isInOut: [Bool]) throws(Diagnostic) -> [InOutArgument?] {
    var result: [InOutArgument?] = []
    for (index, value) in values.enumerated() {
      result.append(index < isInOut.count && isInOut[index] ? try prepareInOut(value) : nil)
    }
    return result
  }

  func place(
    _ values: [TypedExpression], _ prepared: [InOutArgument?], _ shape: CallShape, _ window: Slots, from first: Int = 0
  ) throws(Diagnostic) {
    for (index, value) in values.enumerated() where prepared[index] == nil {
      try compile(value, into: window + shape.parameters[index + first])
    }
    // Places are taken last, when no other code runs before the call.
    for (index, argument) in prepared.enumerated() {
      if let argument { try take(argument, into: window + shape.parameters[index + first]) }
    }
  }

  func finishCall(
    _ shape: CallShape, _ window: Slots, _ prepared: [InOutArgument?], _ layout: Layout, isThrowing: Bool,
    from first: Int = 0
  ) throws(Diagnostic) -> Operand {
    // The callee has released its arguments.
    let end = Slots(word: window.word + layout.words, reference: window.reference + shape.keptReferences)
    for register in end.reference..<max(top.reference, end.reference) { dirty.remove(register) }
    if prepared.contains(where: { $0 != nil }) {
      if isThrowing { try putBackOnThrow(shape, window, prepared, from: first) }
      for (index, argument) in prepared.enumerated().reversed() {
        if let argument { try putBack(argument, from: window + shape.parameters[index + first]) }
      }
    }
    free(to: Slots(word: window.word + layout.words, reference: window.reference + layout.references))
    emitFinalize()
    return Operand(slots: window, layout: layout, isTemporary: true)
  }

  /// An error on its way through a call still gives the inout arguments back.
  private func putBackOnThrow(
    _ shape: CallShape, _ window: Slots, _ prepared: [InOutArgument?], from first: Int
  ) throws(Diagnostic) {
    let after = newLabel()
    let callPosition = instructions.count - 1
    emit(jump: .jump, to: after)
    let error = allocateReference()
    info.handlers.append(
      CodeInfo.Handler(range: callPosition..<callPosition + 1, target: instructions.count, register: error))
    let saved = dirty
    for (index, argument) in prepared.enumerated().reversed() {
      if let argument { try putBack(argument, from: window + shape.parameters[index + first]) }
    }
    emit(.throw, error, 1)
    dirty = saved
    dirty.remove(error)
    place(after)
  }

  // MARK: Captures

  /// What a nested function needs from here: boxes are shared, constants copied.
  struct Captures {
    var sources: [(source: Binding, layout: Layout)] = []
    var layout = Layout()
  }

  func capturedVariables(_ context: BodyContext, visited: inout [ObjectIdentifier]) -> [VariableSymbol] {
    if visited.contains(ObjectIdentifier(context)) { return [] }
    visited.append(ObjectIdentifier(context))
    var result = context.captures.filter { !$0.isGlobal }
    for function in context.localFunctions {
      machine.ensureChecked(function)
      guard let inner = function.checkedBody?.context else { continue }
      for variable in capturedVariables(inner, visited: &visited)
      where variable.owner !== context && !result.contains(where: { $0 === variable }) {
        result.append(variable)
      }
    }
    return result
  }

  func captures(of context: BodyContext) throws(Diagnostic) -> Captures {
    var visited: [ObjectIdentifier] = []
    var result = Captures()
    for variable in capturedVariables(context, visited: &visited) {
      let layout = variable.isBoxed ? Layout.reference : self.layout(variable.type)
      result.sources.append((try binding(of: variable), layout))
      result.layout = result.layout + layout
    }
    return result
  }

  private func capturedBindings(of symbol: FunctionSymbol) throws(Diagnostic) -> Captures {
    guard symbol.parentContext != nil else { return Captures() }
    machine.ensureChecked(symbol)
    guard let context = symbol.checkedBody?.context else { return Captures() }
    return try captures(of: context)
  }

  func placeCaptures(_ captures: Captures, _ start: Slots) throws(Diagnostic) {
    var next = start
    var boxes: (start: Int, count: Int) = (0, 0)
    func copyBoxes() {
      if boxes.count > 1 {
        emit(.copyMany, next.reference - boxes.count, boxes.start, boxes.count)
      } else if boxes.count == 1 {
        emit(.copy, next.reference - 1, boxes.start)
      }
      boxes.count = 0
    }
    for (source, layout) in captures.sources {
      switch source {
      case .registers(let slots):
        if layout.references > 0 { copyBoxes() }
        copy(slots, to: next, layout)
      case .box(let register):
        if boxes.count > 0, register == boxes.start + boxes.count {
          boxes.count += 1
        } else {
          copyBoxes()
          boxes = (register, 1)
        }
      }
      next = next + layout
    }
    copyBoxes()
  }

  // MARK: Native code and primitives

  private func callNative(
    _ native: Native, isSetter: Bool, _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression],
    _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    let changesSelf = symbol.isMutating && symbol.hasSelf
    let infos = values.map { info($0.type) }
    let shape = CallShape(
      result: layout(resultType),
      parameters: infos.enumerated().map { ($1.layout, changesSelf && $0 == 0) })
    let prepared = try prepareInOuts(values, infos.indices.map { changesSelf && $0 == 0 })
    let window = allocate(shape.total)
    try place(values, prepared, shape, window)
    let resultInfo = info(resultType)
    program.nativeSites.append(
      NativeSite(
        symbol: symbol, body: isSetter ? native.setter ?? native.body : native.body,
        parameters: Array(zip(infos, shape.parameters)),
        result: (resultInfo, Slots()), changedSelf: changesSelf ? (infos[0], shape.parameters[0]) : nil))
    emit(.callNative, program.nativeSites.count - 1, window.word, window.reference)
    return try finishCall(shape, window, prepared, resultInfo.layout, isThrowing: true)
  }

  /// Calls a function of the machine's library whose arguments are in registers.
  func callPrimitive(
    _ body: @escaping PrimitiveBody, types: [TypeInfo], arguments: [(info: TypeInfo, slots: Slots)],
    result: TypeInfo, _ target: Slots, texts: [String] = []
  ) throws(Diagnostic) {
    // Everything is addressed from the bottom of this function's own window: nothing is copied.
    let site = PrimitiveSite(body: body, types: types, arguments: arguments, result: (result, target), texts: texts)
    emit(.callPrimitive, program.add(site), 0, 0)
  }
}
