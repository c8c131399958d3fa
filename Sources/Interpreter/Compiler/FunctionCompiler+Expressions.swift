extension FunctionCompiler {
  // MARK: Operands

  /// The value of an expression wherever it is: variables are not copied.
  func operand(_ expression: TypedExpression) throws(Diagnostic) -> Operand {
    let outer = range
    range = expression.range
    defer { range = outer }
    let layout = self.layout(expression.type)
    switch expression.kind {
    case .variable(let variable):
      try prepareFirstUse(of: variable)
      if globalSlots(of: variable) == nil, case .registers(let slots) = try binding(of: variable) {
        return Operand(slots: slots, layout: layout, isTemporary: false)
      }
    case .field(let base, let index) where overridden(base, index) != nil:
      if let accessor = overridden(base, index) {
        return try operand(TypedExpression(.accessor(accessor), expression.type, range))
      }
    case .tupleElement(let base, let index), .field(let base, let index):
      let word = top
      if layout == .word, case .arrayElement? = wholeOfParts(base)?.kind {
        let slots = allocate(layout)
        if try elementPart(expression, slots) { return Operand(slots: slots, layout: layout, isTemporary: true) }
        top = word
      }
      if !type(base.type).isClass {
        let whole = try operand(base)
        let offset = partOffset(of: base.type, index)
        return Operand(slots: whole.slots + offset, layout: layout, isTemporary: whole.isTemporary)
      }
    case .wrap(let inner):
      if self.layout(inner.type) == layout, !isTagged(expression.type) { return try operand(inner) }
    case .upcast(let inner), .attempt(.plain, let inner): return try operand(inner)
    case .convert(let inner):
      if sameWord(type(inner.type), type(expression.type)) { return try operand(inner) }
    case .erase(let inner):
      if type(inner.type).isExistential { return try operand(inner) }
    case .forced(let inner):
      let wrapped = try operand(inner)
      if isTagged(inner.type) {
        emit(.checkTag, wrapped.word)
        return Operand(slots: wrapped.slots + Slots(word: 1), layout: layout, isTemporary: wrapped.isTemporary)
      }
      emit(.checkSome, wrapped.reference)
      return Operand(slots: wrapped.slots, layout: layout, isTemporary: wrapped.isTemporary)
    case .call, .callValue: return try callOperand(expression)
    default: break
    }
    let slots = allocate(layout)
    try compile(expression, into: slots)
    return Operand(slots: slots, layout: layout, isTemporary: true)
  }

  /// What a part of a part of a value is a part of.
  private func wholeOfParts(_ expression: TypedExpression) -> TypedExpression? {
    switch expression.kind {
    case .tupleElement(let base, _), .field(let base, _):
      return type(base.type).isClass ? nil : wholeOfParts(base)
    default: return expression
    }
  }

  /// An operand that stays what it is while later expressions run.
  func stableOperand(_ expression: TypedExpression, before later: [TypedExpression]) throws(Diagnostic) -> Operand {
    let value = try operand(expression)
    if value.isTemporary || !mayChange(expression, in: later) { return value }
    let slots = allocate(value.layout)
    copy(value.slots, to: slots, value.layout)
    return Operand(slots: slots, layout: value.layout, isTemporary: true)
  }

  /// The register of a value of one word.
  func word(_ expression: TypedExpression) throws(Diagnostic) -> Int { try operand(expression).word }

  func isTagged(_ type: Type) -> Bool {
    guard let wrapped = self.type(type).wrapped else { return false }
    return types.isTaggedOptional(of: wrapped)
  }

  /// Number types with the same bits in a register.
  private func sameWord(_ source: Type, _ target: Type) -> Bool {
    if source == target { return true }
    guard let from = IntegerKind(source), let to = IntegerKind(target) else { return false }
    return from.isSigned == to.isSigned && to.bits >= from.bits || !from.isSigned && to.bits > from.bits
  }

  func partOffset(of type: Type, _ index: Int) -> Slots {
    switch info(type).shape {
    case .tuple(let parts), .structure(let parts), .range(_, let parts), .object(let parts):
      return parts.indices.contains(index) ? parts[index].offset : Slots()
    default: return Slots()
    }
  }

  // MARK: Into given registers

  func compile(_ expression: TypedExpression, into target: Slots) throws(Diagnostic) {
    let outer = range
    range = expression.range
    let mark = top
    try compileKind(expression, into: target)
    free(to: mark)
    range = outer
  }

  private func compileKind(_ expression: TypedExpression, into target: Slots) throws(Diagnostic) {
    let layout = self.layout(expression.type)
    switch expression.kind {
    case .integer(let digits):
      if let made = try ownLiteral(expression, .integerLiteral) { return move(made, to: target) }
      try emitInteger(digits, type(expression.type), target)
    case .floatingPoint(let digits):
      if let made = try ownLiteral(expression, .floatLiteral) { return move(made, to: target) }
      try emitFloatingPoint(digits, type(expression.type), target)
    case .boolean(let truth): emitWord(truth ? 1 : 0, into: target.word)
    case .string(let segments): try compileString(segments, target)
    case .nilLiteral: emitNil(layout, isTagged(expression.type), target)
    case .void: break
    case .variable(let variable):
      try prepareFirstUse(of: variable)
      try load(variable, into: target)
    case .functionValue(let symbol, let types, let receiver):
      try compileFunctionValue(symbol, types, receiver, type(expression.type), target)
    case .closure(let body): try compileClosure(body, type(expression.type), target)
    case .array(let elements): try compileArray(elements, type(expression.type), target)
    case .dictionary(let entries): try compileDictionary(entries, type(expression.type), target)
    case .tuple(let elements):
      let offsets = elements.indices.map { partOffset(of: expression.type, $0) }
      try compileParts(elements, offsets, layout, into: target)
    case .rangeValue(let bounds): try compileRange(bounds, type(expression.type), target)
    case .enumValue(let entry, let payload): try compileEnum(entry, payload, type(expression.type), target)
    case .call, .callValue:
      let result = try callOperand(expression)
      move(result, to: target)
    case .binary(let operation, let left, let right):
      try compileBinary(operation, left, right, expression.type, target)
    case .negate(let inner): try compileNegate(inner, target)
    case .not(let inner): emit(.not, target.word, try word(inner))
    case .bitwiseNot(let inner): try compileBitwiseNot(inner, target)
    case .and, .or: try compileTruth(expression, target)
    case .coalesce(let left, let right): try compileCoalesce(left, right, expression.type, target)
    case .ternary(let condition, let first, let second):
      let (otherwise, end) = (newLabel(), newLabel())
      try compileJump(condition, ifTrue: false, to: otherwise)
      try compile(first, into: target)
      emit(jump: .jump, to: end)
      place(otherwise)
      try compile(second, into: target)
      place(end)
    case .field(let base, let index) where type(base.type).isClass:
      if let accessor = overridden(base, index) { return try compileAccessor(accessor, expression, target) }
      let object = try operand(base)
      loadRecord(object.reference, partOffset(of: base.type, index), layout, target)
      if finalizes, object.isTemporary {
        emit(.clear, object.reference, 0, 1)
        emit(.finalize)
      }
    case .field, .tupleElement, .forced, .upcast:
      move(try operand(expression), to: target)
    case .arrayElement(let base, let index): try loadElement(base, index, layout, target)
    case .accessor(let accessor): try compileAccessor(accessor, expression, target)
    case .assign(let place, let value): try compileAssign(place, value)
    case .compoundAssign(let operation, let place, let value): try compileCompound(operation, place, value)
    case .inOut(let inner): try compile(inner, into: target)
    case .wrap(let inner):
      if isTagged(expression.type) {
        try compile(inner, into: target + Slots(word: 1))
        emitWord(1, into: target.word)
      } else {
        try compile(inner, into: target)
      }
    case .chain(let inner): try compileChain(inner, expression.type, target)
    case .chainStep: move(try chainStep(expression), to: target)
    case .erase(let inner): try compileErase(inner, target)
    case .convert(let inner): try compileConvert(inner, type(expression.type), target)
    case .cast(let inner, let kind, let goal): try compileCast(inner, kind, goal, expression.type, target)
    case .ifExpression(let statement):
      yieldTargets.append((target, expression.type))
      defer { yieldTargets.removeLast() }
      try compileIf(statement)
    case .switchExpression(let statement):
      yieldTargets.append((target, expression.type))
      defer { yieldTargets.removeLast() }
      try compileSwitch(statement)
    case .attempt(let kind, let inner): try compileAttempt(kind, inner, expression.type, target)
    case .defaultArgument(let symbol, let index, let arguments):
      try compileDefault(symbol, index, arguments, target)
    case .variadic(let elements):
      try compileArray(elements, type(expression.type), target)
    case .typeValue(let type): emitWord(info(type).index, into: target.word)
    case .dynamicType(let inner): try compileDynamicType(inner, target)
    case .callOnType(let value, let symbol, let types, let values):
      move(try callOnType(value, symbol, types, values, expression.type), to: target)
    case .discard, .invalid: throw unsupported("this expression")
    }
  }

  func load(_ variable: VariableSymbol, into target: Slots) throws(Diagnostic) {
    let layout = self.layout(variable.type)
    if let slots = globalSlots(of: variable) {
      for part in 0..<layout.words { emit(.loadGlobalWord, target.word + part, slots.word + part) }
      for part in 0..<layout.references {
        emit(
          .loadGlobalReference, target.reference + part, slots.reference + part, mustExist(variable.type) ? 1 : 0)
      }
      return
    }
    switch try binding(of: variable) {
    case .registers(let slots): copy(slots, to: target, layout)
    case .box(let register):
      loadRecord(register, Slots(), layout, target)
      if mustExist(variable.type) { emit(.checkInitialised, target.reference) }
    }
  }

  /// Whether an empty reference can only mean that there is no value yet.
  func mustExist(_ type: Type) -> Bool {
    let type = self.type(type)
    switch type.shallow {
    case .tuple, .nominal(.optional, _): return false
    case .nominal(let nominal, _): return nominal.flavour != .structure && layout(type) == .reference
    default: return layout(type) == .reference
    }
  }

  func loadRecord(_ register: Int, _ offset: Slots, _ layout: Layout, _ target: Slots) {
    for part in 0..<layout.words { emit(.recordWord, target.word + part, register, offset.word + part) }
    for part in 0..<layout.references {
      emit(.recordReference, target.reference + part, register, offset.reference + part)
    }
  }

  /// Values side by side; each lands where it belongs.
  func compileParts(
    _ elements: [TypedExpression], _ offsets: [Slots], _ layout: Layout, into target: Slots
  ) throws(Diagnostic) {
    // What is assigned to may be what is read: `(a, b) = (b, a)` goes through temporaries of the caller.
    for (element, offset) in zip(elements, offsets) { try compile(element, into: target + offset) }
  }

  // MARK: Optionals

  func emitNil(_ layout: Layout, _ isTagged: Bool, _ target: Slots) {
    if isTagged { emitWord(0, into: target.word) }
    if layout.references > 0 { emit(.clear, target.reference, 0, layout.references) }
  }

  private func compileCoalesce(
    _ left: TypedExpression, _ right: TypedExpression, _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    let (isNil, end) = (newLabel(), newLabel())
    let optional = try operand(left)
    jumpIfNil(optional, left.type, to: isNil)
    if self.type(type) == self.type(left.type) {
      copy(optional.slots, to: target, optional.layout)
    } else {
      let offset = isTagged(left.type) ? Slots(word: 1) : Slots()
      copy(optional.slots + offset, to: target, layout(type))
    }
    emit(jump: .jump, to: end)
    place(isNil)
    try compile(right, into: target)
    place(end)
  }

  func jumpIfNil(_ operand: Operand, _ type: Type, to label: Label) {
    if isTagged(type) {
      emit(jump: .jumpIfNot, operand.word, to: label)
    } else {
      emit(jump: .jumpIfNil, operand.reference, to: label)
    }
  }

  /// `a?.b.c`: from any nil inside straight to the end.
  private func compileChain(
    _ inner: TypedExpression, _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    let (isNil, end) = (newLabel(), newLabel())
    chainExits.append(isNil)
    let whole = self.type(type)
    let innerType = self.type(inner.type)
    if innerType == whole {
      try compile(inner, into: target)
    } else if types.isTaggedOptional(of: whole.wrapped ?? .void) {
      try compile(inner, into: target + Slots(word: 1))
      emitWord(1, into: target.word)
    } else {
      try compile(inner, into: target)
    }
    chainExits.removeLast()
    emit(jump: .jump, to: end)
    place(isNil)
    emitNil(layout(type), isTagged(type), target)
    place(end)
  }

  func chainStep(_ expression: TypedExpression) throws(Diagnostic) -> Operand {
    guard case .chainStep(let inner) = expression.kind, let exit = chainExits.last else {
      throw unsupported("this chain")
    }
    let optional = try operand(inner)
    jumpIfNil(optional, inner.type, to: exit)
    let offset = isTagged(inner.type) ? Slots(word: 1) : Slots()
    return Operand(
      slots: optional.slots + offset, layout: layout(expression.type), isTemporary: optional.isTemporary)
  }

  // MARK: Existentials

  func compileErase(_ inner: TypedExpression, _ target: Slots) throws(Diagnostic) {
    if type(inner.type).isExistential { return try compile(inner, into: target) }
    let value = try operand(inner)
    box(value, info(inner.type), target)
  }

  func box(_ value: Operand, _ info: TypeInfo, _ target: Slots) {
    let box = allocateReference()
    emit(.newRecord, box, info.index, info.layout.words)
    emit(.extra, info.layout.references)
    storeRecord(value, box, Slots())
    emit(.take, target.reference, box)
  }

  /// Writes to a record; temporaries are moved.
  func storeRecord(_ value: Operand, _ register: Int, _ offset: Slots) {
    for part in 0..<value.layout.words { emit(.setRecordWord, register, value.word + part, offset.word + part) }
    for part in 0..<value.layout.references {
      var source = value.reference + part
      if !value.isTemporary {
        let temporary = allocateReference()
        emit(.copy, temporary, source)
        source = temporary
      }
      emit(.setRecordReference, register, source, offset.reference + part)
    }
  }

  // MARK: Truth

  private func compileTruth(_ expression: TypedExpression, _ target: Slots) throws(Diagnostic) {
    let (isFalse, end) = (newLabel(), newLabel())
    try compileJump(expression, ifTrue: false, to: isFalse)
    emitWord(1, into: target.word)
    emit(jump: .jump, to: end)
    place(isFalse)
    emitWord(0, into: target.word)
    place(end)
  }
}
