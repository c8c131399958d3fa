extension FunctionCompiler {
  func compileConvert(_ inner: TypedExpression, _ target: Type, _ slots: Slots) throws(Diagnostic) {
    let source = type(inner.type)
    let value = try word(inner)
    try emitConversion(value, from: source, to: target, slots.word)
  }

  func emitConversion(_ value: Int, from source: Type, to target: Type, _ register: Int) throws(Diagnostic) {
    if source == target { return emit(.move, register, value) }
    switch (IntegerKind(source), IntegerKind(target)) {
    case (.some(let from), .some(let to)):
      emit(.convertInteger, register, value, to.rawValue)
      emit(.extra, from.rawValue)
    case (.some(let from), .none):
      let isWide = !from.isSigned && from.bits == 64
      if target == .double {
        emit(isWide ? .unsignedToDouble : .intToDouble, register, value)
      } else {
        emit(isWide ? .unsignedToFloat : .intToFloat, register, value)
      }
    case (.none, .some(let to)):
      if source == .float {
        emit(.floatToDouble, register, value)
        emit(.doubleToInt, register, register, to.rawValue)
      } else {
        emit(.doubleToInt, register, value, to.rawValue)
      }
    case (.none, .none):
      emit(source == .float ? .floatToDouble : .doubleToFloat, register, value)
    }
  }

  func compileCast(
    _ inner: TypedExpression, _ kind: CastKind, _ goal: Type, _ result: Type, _ target: Slots
  ) throws(Diagnostic) {
    let source = type(inner.type)
    let goal = type(goal)
    // What is known without looking.
    if !source.isExistential && !source.isClass {
      if kind == .is, source.wrapped == nil {
        _ = try operand(inner)
        var isErased = false
        if case .existential(let protocols) = goal {
          isErased = protocols.allSatisfy { environment.conforms(source, to: $0) }
        }
        return emitWord(source == goal || isErased ? 1 : 0, into: target.word)
      }
      if source == goal, kind != .is {
        let value = try operand(inner)
        if kind == .conditional && isTagged(result) {
          emitWord(1, into: target.word)
          copy(value.slots, to: target + Slots(word: 1), value.layout)
        } else {
          move(value, to: target)
        }
        return
      }
    }
    let value = try operand(inner)
    let primitive: PrimitiveBody
    switch kind {
    case .is: primitive = Primitives.isCast
    case .conditional: primitive = Primitives.conditionalCast
    case .forced, .as: primitive = Primitives.forcedCast
    }
    try callPrimitive(
      primitive, types: [info(goal)], arguments: [(info(source), value.slots)], result: info(result), target)
  }
}
