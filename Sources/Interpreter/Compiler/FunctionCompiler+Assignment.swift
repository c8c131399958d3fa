extension FunctionCompiler {
  func compileAssign(_ target: TypedExpression, _ value: TypedExpression) throws(Diagnostic) {
    let layout = self.layout(value.type)
    // Straight into a variable's own register.
    if case .variable(let variable) = target.kind, variable.firstUse == nil, globalSlots(of: variable) == nil,
      case .registers(let slots) = try binding(of: variable), layout.words + layout.references <= 1
    {
      return try compile(value, into: slots)
    }
    let mark = top
    let (place, accesses) = try openPlace(target)
    var result = try operand(value)
    if case .tuple = place, !result.isTemporary {
      // `(a, b) = (b, a)`
      let slots = allocate(layout)
      copy(result.slots, to: slots, layout)
      result = Operand(slots: slots, layout: layout, isTemporary: true)
    }
    try begin(accesses)
    try store(result, to: place)
    try end(accesses)
    var isKept = result.isTemporary
    if case .discard = place { isKept = false }
    if isKept { for part in 0..<layout.references { dirty.remove(result.reference + part) } }
    free(to: mark)
  }

  func compileCompound(
    _ operation: BinaryOperator, _ target: TypedExpression, _ value: TypedExpression
  ) throws(Diagnostic) {
    let type = self.type(target.type)
    let mark = top
    defer { top = mark }
    if let own = ownOperator(operation.rawValue + "=", type) {
      let place = TypedExpression(.inOut(target), target.type, target.range)
      _ = try callOperand(TypedExpression(.call(own.symbol, own.types, [place, value]), .void, range))
      return free(to: mark)
    }
    if ownOperator(operation.rawValue, type) != nil {
      try compileAssign(target, TypedExpression(.binary(operation, target, value), target.type, range))
      return free(to: mark)
    }
    if type == .string || type.nominal === NominalType.array {
      try compileAppend(type, target, value)
      return free(to: mark)
    }
    // A number in a register of this function.
    if case .variable(let variable) = target.kind, variable.firstUse == nil, globalSlots(of: variable) == nil,
      case .registers(let slots) = try binding(of: variable)
    {
      if operation == .add, type.isFloatingPoint, case .binary(.multiply, let left, let right) = value.kind,
        isSimple(left), isSimple(right)
      {
        let a = try operand(left).word
        let b = try operand(right).word
        emit(type == .float ? .multiplyAddFloat : .multiplyAddDouble, slots.word, a, b)
        return free(to: mark)
      }
      if let constant = smallConstant(value), IntegerKind(type)?.isWord ?? false,
        operation == .add || operation == .subtract || operation == .multiply
      {
        if operation == .multiply {
          emit(.multiplyConstant, slots.word, slots.word, constant)
        } else {
          emit(.addConstant, slots.word, slots.word, operation == .add ? constant : -constant)
        }
        return free(to: mark)
      }
      let operand = try operand(value)
      try emitArithmetic(operation, type, slots.word, operand.word, slots.word)
      return free(to: mark)
    }
    let (place, accesses) = try openPlace(target)
    defer { free(to: mark) }
    if let constant = smallConstant(value), IntegerKind(type)?.isWord ?? false, isAddressable(place),
      operation == .add || operation == .subtract, !isElementOfRegister(place)
    {
      try begin(accesses)
      let to = try address(place, words: true, references: false)
      emit(.addConstantAt, to.words, operation == .add ? constant : -constant, to.offset.word)
      return try end(accesses)
    }
    let operand = try operand(value)
    try begin(accesses)
    try compileCompound(operation, type, place, operand)
    try end(accesses)
  }

  /// Elements of arrays in registers have instructions of their own.
  private func isElementOfRegister(_ place: Place) -> Bool {
    switch place {
    case .element(.registers, _), .part(.element(.registers, _), _): true
    default: false
    }
  }

  private func compileCompound(
    _ operation: BinaryOperator, _ type: Type, _ place: Place, _ operand: Operand
  ) throws(Diagnostic) {
    if case .element(.registers(let array), let index) = place, type == .double, operation == .add {
      return emit(.addToElementDouble, array.reference, index, operand.word)
    }
    let info = info(type)
    switch place {
    case .part(.element(.registers(let array), let index), let offset):
      let current = allocateWord()
      emit(.loadElementPart, current, array.reference, index)
      emit(.extra, offset.word)
      try emitArithmetic(operation, type, current, operand.word, current)
      emit(.storeElementPart, array.reference, index, current)
      emit(.extra, offset.word)
    case .element(.registers(let array), let index):
      let current = allocateWord()
      emit(.loadElementWord, current, array.reference, index)
      try emitArithmetic(operation, type, current, operand.word, current)
      emit(.storeElementWord, array.reference, index, current)
    case .hostElement(let host, let first, let count) where isAddressable(host):
      let slot = try slotAddress(host)
      let block = allocateReference()
      emit(.loadReference, block, slot, 0)
      emit(.hostElement, first + count, block, first)
      emit(.extra, count)
      emit(.clear, block, 0, 1)
      try emitArithmetic(operation, type, first + count, operand.word, first + count)
      emit(.setHostElement, slot, first, count)
    default:
      if isAddressable(place) {
        let to = try address(place, words: true, references: false)
        let current = allocateWord()
        emit(.loadWord, current, to.words, to.offset.word)
        try emitArithmetic(operation, type, current, operand.word, current)
        emit(.storeWord, to.words, current, to.offset.word)
      } else {
        let current = allocate(info.layout)
        try load(place, info, into: current)
        try emitArithmetic(operation, type, current.word, operand.word, current.word)
        try store(Operand(slots: current, layout: info.layout, isTemporary: true), to: place)
      }
    }
  }

  func emitArithmetic(
    _ operation: BinaryOperator, _ type: Type, _ left: Int, _ right: Int, _ target: Int
  ) throws(Diagnostic) {
    if let kind = IntegerKind(type) {
      emitInteger(operation, kind, left, right, target)
    } else if type.isFloatingPoint {
      try emitFloatingPoint(operation, isFloat: type == .float, left, right, target)
    } else {
      throw unsupported("'\(operation.rawValue)=' on a value of type '\(type)'")
    }
  }

  /// `text += more`, `array += more`: in place.
  private func compileAppend(_ type: Type, _ target: TypedExpression, _ value: TypedExpression) throws(Diagnostic) {
    let (place, accesses) = try openPlace(target)
    let operand = try operand(value)
    let info = info(type)
    try begin(accesses)
    if type == .string, case .registers(let text) = place {
      emit(.appendString, text.reference, operand.reference, 1)
      return try end(accesses)
    }
    try change(place, info) { (inner) throws(Diagnostic) in
      let slot = try self.slotAddress(inner)
      if type == .string {
        self.emit(.appendString, slot, operand.reference)
      } else {
        try self.callPrimitive(
          Primitives.appendArray, types: [self.info(type.arguments[0])],
          arguments: [(self.info(.int), Slots(word: slot)), (info, operand.slots)], result: self.info(.void),
          Slots())
      }
    }
    try end(accesses)
  }
}
