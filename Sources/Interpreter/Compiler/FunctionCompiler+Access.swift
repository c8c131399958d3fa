extension FunctionCompiler {
  // MARK: Arrays

  /// Where an array is: in a register, or a block borrowed from another array, by its address.
  private enum ArrayOperand {
    case register(Int)
    case borrowed(Int)
  }

  private func arrayOperand(_ expression: TypedExpression, before index: TypedExpression) throws(Diagnostic)
    -> ArrayOperand
  {
    if case .arrayElement(let base, let inner) = expression.kind, layout(expression.type) == .reference,
      isSimple(index), isSimple(base), isSimple(inner), type(expression.type).arrayElement != nil
    {
      let outer = range
      range = expression.range
      defer { range = outer }
      let array = try arrayOperand(base, before: inner)
      let position = try word(inner)
      let address = allocateWord()
      switch array {
      case .register(let register):
        emit(.peekElement, address, register, position)
        return .borrowed(address)
      case .borrowed(let register):
        emit(.peekElementVia, address, register, position)
        return .borrowed(address)
      }
    }
    if isSimple(index), let address = try peek(expression) { return .borrowed(address) }
    return .register(try stableOperand(expression, before: [index]).reference)
  }

  /// The block of a captured or global variable, or of a stored property, without counting a reference.
  func peek(_ expression: TypedExpression) throws(Diagnostic) -> Int? {
    guard layout(expression.type) == .reference, mustExist(expression.type) else { return nil }
    switch expression.kind {
    case .variable(let variable) where variable.firstUse == nil:
      if let slots = globalSlots(of: variable) {
        let address = allocateWord()
        emit(.peekGlobal, address, slots.reference)
        return address
      }
      guard case .box(let register) = try binding(of: variable) else { return nil }
      let address = allocateWord()
      emit(.peekRecord, address, register, 0)
      return address
    case .field(let base, let index) where type(base.type).isClass:
      guard case .variable(let variable) = base.kind, globalSlots(of: variable) == nil,
        case .registers(let object) = try binding(of: variable)
      else { return nil }
      let address = allocateWord()
      emit(.peekRecord, address, object.reference, partOffset(of: base.type, index).reference)
      return address
    default: return nil
    }
  }

  /// One word of a struct or tuple in an array, without the rest: `bodies[i].mass`.
  func elementPart(_ expression: TypedExpression, _ target: Slots) throws(Diagnostic) -> Bool {
    guard layout(expression.type) == .word else { return false }
    var (inner, offset) = (expression, Slots())
    while true {
      switch inner.kind {
      case .field(let base, let index), .tupleElement(let base, let index):
        guard !type(base.type).isClass else { return false }
        offset = offset + partOffset(of: base.type, index)
        inner = base
        continue
      case .arrayElement(let base, let index):
        let array = try arrayOperand(base, before: index)
        let position = try word(index)
        switch array {
        case .register(let register): emit(.loadElementPart, target.word, register, position)
        case .borrowed(let register): emit(.loadElementPartVia, target.word, register, position)
        }
        emit(.extra, offset.word)
        return true
      default: return false
      }
    }
  }

  func loadElement(
    _ base: TypedExpression, _ index: TypedExpression, _ layout: Layout, _ target: Slots
  ) throws(Diagnostic) {
    if layout == .word, try loadPath(base, index, target) { return }
    let array = try arrayOperand(base, before: index)
    let position = try word(index)
    switch array {
    case .register(let register): emitLoad(register, position, layout, target)
    case .borrowed(let register): emitLoad(borrowed: register, position, layout, target)
    }
  }

  func emitLoad(borrowed array: Int, _ index: Int, _ layout: Layout, _ target: Slots) {
    if layout == .word { return emit(.loadElementWordVia, target.word, array, index) }
    if layout == .reference { return emit(.loadElementReferenceVia, target.reference, array, index) }
    emit(.loadElementVia, target.word, array, index)
    emit(.extra, target.reference)
  }

  func emitLoad(_ array: Int, _ index: Int, _ layout: Layout, _ target: Slots) {
    if layout == .word { return emit(.loadElementWord, target.word, array, index) }
    if layout == .reference { return emit(.loadElementReference, target.reference, array, index) }
    emit(.loadElement, target.word, array, index)
    emit(.extra, target.reference)
  }

  // MARK: Computed properties and subscripts

  func compileAccessor(
    _ accessor: TypedExpression.Accessor, _ expression: TypedExpression, _ target: Slots
  ) throws(Diagnostic) {
    if accessor.getter.isElementAccess, let base = accessor.base, layout(expression.type) == .word {
      let indices = elementIndices(accessor.arguments)
      let host = try stableOperand(base, before: indices)
      let first = allocate(Layout(words: indices.count)).word
      var steps: [PathStep] = []
      if indices.allSatisfy(isSimple) {
        for index in indices { steps.append(try pathStep(index, in: range)) }
      } else {
        for (offset, index) in indices.enumerated() { try compile(index, into: Slots(word: first + offset)) }
      }
      emit(.hostElement, target.word, host.reference, first)
      emit(.extra, indices.count, steps.reduce(0) { $0 + $1.count })
      return emit(steps)
    }
    if try compileEntry(accessor, expression, target) { return }
    let arguments = (accessor.base.map { [$0] } ?? []) + accessor.arguments
    let values = accessor.getter.hasSelf ? arguments : accessor.arguments
    let call = TypedExpression(
      .call(accessor.getter, accessor.typeArguments, values), expression.type, expression.range)
    move(try callOperand(call), to: target)
  }

  /// Calls a getter whose `self` is in a place and whose indices are in registers.
  func callGetter(_ accessor: AccessorPlace, into target: Slots) throws(Diagnostic) {
    let mark = top
    var values: [TypedExpression] = []
    let getter = accessor.accessor.getter
    var changed: (slots: Slots, place: Place, layout: Layout)?
    if let (place, info) = accessor.base, getter.hasSelf {
      let slots = allocate(info.layout)
      try load(place, info, into: slots)
      let value = bound(slots, info, isMutable: getter.isMutating)
      if getter.isMutating, !info.type.isClass {
        values.append(TypedExpression(.inOut(value), info.type, range))
        changed = (slots, place, info.layout)
      } else {
        values.append(value)
      }
    }
    for (argument, info) in zip(accessor.arguments, accessor.infos) { values.append(bound(argument.slots, info)) }
    let call = TypedExpression(
      .call(getter, accessor.accessor.typeArguments, values), accessor.info.type, range)
    move(try callOperand(call), to: target)
    if let changed {
      try store(Operand(slots: changed.slots, layout: changed.layout, isTemporary: true), to: changed.place)
    }
    free(to: mark)
  }

  func callSetter(_ accessor: AccessorPlace, _ value: Operand) throws(Diagnostic) {
    guard let setter = accessor.accessor.setter else { throw unsupported("this assignment") }
    let mark = top
    let arguments = zip(accessor.arguments, accessor.infos).map { bound($0.slots, $1) }
    let newValue = bound(value.slots, accessor.info)
    func call(_ base: [TypedExpression]) throws(Diagnostic) {
      let call = TypedExpression(
        .call(setter, accessor.accessor.typeArguments, base + arguments + [newValue]), .void, range)
      _ = try callOperand(call)
    }
    if let (place, info) = accessor.base, setter.hasSelf {
      if info.type.isClass {
        let slots = allocate(info.layout)
        try load(place, info, into: slots)
        try call([bound(slots, info)])
      } else if case .registers(let slots) = place {
        try call([TypedExpression(.inOut(bound(slots, info, isMutable: true)), info.type, range)])
      } else {
        let slots = allocate(info.layout)
        if isAddressable(place) {
          let argument = InOutArgument(place: place, info: info, borrowed: nil, accesses: OpenAccesses())
          try take(argument, into: slots)
        } else {
          try load(place, info, into: slots)
        }
        try call([TypedExpression(.inOut(bound(slots, info, isMutable: true)), info.type, range)])
        try store(Operand(slots: slots, layout: info.layout, isTemporary: true), to: place)
      }
    } else {
      try call([])
    }
    free(to: mark)
  }

  /// An expression for a value that is in registers already.
  func bound(_ slots: Slots, _ info: TypeInfo, isMutable: Bool = false) -> TypedExpression {
    let variable = VariableSymbol("$value", type: info.type, isMutable: isMutable, range: range, owner: nil)
    bindings[ObjectIdentifier(variable)] = .registers(slots)
    boundVariables.append(variable)
    return TypedExpression(.variable(variable), info.type, range)
  }
}
