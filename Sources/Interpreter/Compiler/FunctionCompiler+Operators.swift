extension FunctionCompiler {
  // MARK: Arithmetic

  func compileBinary(
    _ operation: BinaryOperator, _ left: TypedExpression, _ right: TypedExpression, _ result: Type, _ target: Slots
  ) throws(Diagnostic) {
    let type = self.type(left.type)
    if operation.isComparison { return try compileComparison(operation, left, right, type, target) }
    if operation == .identical || operation == .notIdentical {
      let (first, second) = (try stableOperand(left, before: [right]), try operand(right))
      let infos = [info(left.type), info(right.type)]
      if infos.contains(where: { ($0.type.wrapped ?? $0.type).isExistential }) {
        try callPrimitive(
          Primitives.identical, types: [], arguments: [(infos[0], first.slots), (infos[1], second.slots)],
          result: info(.bool), target)
        if operation == .notIdentical { emit(.not, target.word, target.word) }
        return
      }
      emit(.identical, target.word, first.reference, second.reference)
      if operation == .notIdentical { emit(.not, target.word, target.word) }
      return
    }
    if let own = ownOperator(operation.rawValue, type) {
      return move(
        try callOperand(TypedExpression(.call(own.symbol, own.types, [left, right]), type, range)), to: target)
    }
    if let kind = IntegerKind(type) {
      if kind.isWord, let constant = smallConstant(right), try addConstant(operation, left, constant, target) { return }
      if kind.isWord, operation == .multiply, let constant = smallConstant(left) {
        emit(.multiplyConstant, target.word, try word(right), constant)
        return
      }
      let first = try stableOperand(left, before: [right])
      let second = try operand(right)
      emitInteger(operation, kind, first.word, second.word, target.word)
      return
    }
    if type.isFloatingPoint {
      let first = try stableOperand(left, before: [right])
      let second = try operand(right)
      try emitFloatingPoint(operation, isFloat: type == .float, first.word, second.word, target.word)
      return
    }
    switch (operation, type.nominal) {
    case (.add, .some(.string)):
      let first = try stableOperand(left, before: [right])
      let second = try operand(right)
      emit(.concatenate, target.reference, first.reference, second.reference)
    case (.add, .some(.array)):
      let first = try stableOperand(left, before: [right])
      let second = try operand(right)
      try callPrimitive(
        Primitives.concatenateArrays, types: [info(type.arguments[0])],
        arguments: [(info(type), first.slots), (info(type), second.slots)], result: info(type), target)
    default: throw unsupported("the operator '\(operation.rawValue)' between values of type '\(type)'")
    }
  }

  /// The operator that a learner's type declares: generic code over `Numeric` names it without knowing the type.
  func ownOperator(_ name: String, _ type: Type, operands: Int = 2) -> (symbol: FunctionSymbol, types: [Type])? {
    guard let nominal = type.nominal, nominal.flavour != .builtin else { return nil }
    for member in environment.members(of: type, named: name) {
      guard case .function(let symbol) = member.kind, symbol.isStatic, !symbol.isRequirement,
        symbol.signature.parameters.count == operands
      else { continue }
      let substitution = environment.memberSubstitution(owner: member.owner, base: type)
      let fits = symbol.signature.parameters.allSatisfy {
        environment.normalized(substitution.apply($0.type)).resolved == type
      }
      guard fits else { continue }
      return (symbol, symbol.outerParameters.map { substitution.types[$0] ?? .parameter($0) })
    }
    return nil
  }

  private func addConstant(
    _ operation: BinaryOperator, _ left: TypedExpression, _ constant: Int, _ target: Slots
  ) throws(Diagnostic) -> Bool {
    switch operation {
    case .add: emit(.addConstant, target.word, try word(left), constant)
    case .subtract: emit(.addConstant, target.word, try word(left), -constant)
    case .multiply: emit(.multiplyConstant, target.word, try word(left), constant)
    case .divide where constant > 0: emit(.divideConstant, target.word, try word(left), constant)
    case .remainder where constant > 0: emit(.remainderConstant, target.word, try word(left), constant)
    case .bitAnd: emit(.bitAndConstant, target.word, try word(left), constant)
    case .shiftLeft where (0..<64).contains(constant):
      emit(.shiftLeftConstant, target.word, try word(left), constant)
    case .shiftRight where (0..<64).contains(constant):
      emit(.shiftRightConstant, target.word, try word(left), constant)
    default: return false
    }
    return true
  }

  func emitInteger(_ operation: BinaryOperator, _ kind: IntegerKind, _ left: Int, _ right: Int, _ target: Int) {
    switch operation {
    case .bitAnd: return emit(.bitAnd, target, left, right)
    case .bitOr: return emit(.bitOr, target, left, right)
    case .bitXor: return emit(.bitXor, target, left, right)
    default: break
    }
    if kind.isWord {
      let opcode: Opcode? =
        switch operation {
        case .add: .addInt
        case .subtract: .subtractInt
        case .multiply: .multiplyInt
        case .divide: .divideInt
        case .remainder: .remainderInt
        case .wrappingAdd: .wrappingAdd
        case .wrappingSubtract: .wrappingSubtract
        case .wrappingMultiply: .wrappingMultiply
        case .shiftLeft: .shiftLeft
        case .shiftRight: .shiftRight
        default: nil
        }
      if let opcode { return emit(opcode, target, left, right) }
    }
    guard let code = IntegerOperator(operation) else { return }
    emit(.integerOperation, target, left, right)
    emit(.extra, kind.rawValue, Int(code.rawValue))
  }

  func emitFloatingPoint(
    _ operation: BinaryOperator, isFloat: Bool, _ left: Int, _ right: Int, _ target: Int
  ) throws(Diagnostic) {
    let opcode: Opcode
    switch operation {
    case .add: opcode = isFloat ? .addFloat : .addDouble
    case .subtract: opcode = isFloat ? .subtractFloat : .subtractDouble
    case .multiply: opcode = isFloat ? .multiplyFloat : .multiplyDouble
    case .divide: opcode = isFloat ? .divideFloat : .divideDouble
    default: throw unsupported("the operator '\(operation.rawValue)' between decimal numbers")
    }
    emit(opcode, target, left, right)
  }

  func compileNegate(_ inner: TypedExpression, _ target: Slots) throws(Diagnostic) {
    let type = self.type(inner.type)
    if let own = ownOperator("-", type, operands: 1) {
      return move(try callOperand(TypedExpression(.call(own.symbol, own.types, [inner]), type, range)), to: target)
    }
    let value = try word(inner)
    if let kind = IntegerKind(type) {
      if kind.isWord { return emit(.negateInt, target.word, value) }
      emit(.integerOperation, target.word, value, value)
      emit(.extra, kind.rawValue, Int(IntegerOperator.negate.rawValue))
    } else if type.isFloatingPoint {
      emit(type == .float ? .negateFloat : .negateDouble, target.word, value)
    } else {
      throw unsupported("'-' before a value of type '\(type)'")
    }
  }

  func compileBitwiseNot(_ inner: TypedExpression, _ target: Slots) throws(Diagnostic) {
    guard let kind = IntegerKind(type(inner.type)) else { throw unsupported("this operator") }
    let value = try word(inner)
    if kind.isSigned || kind.bits == 64 { return emit(.bitNot, target.word, value) }
    emit(.integerOperation, target.word, value, value)
    emit(.extra, kind.rawValue, Int(IntegerOperator.bitNot.rawValue))
  }

  // MARK: Comparison

  private func compileComparison(
    _ operation: BinaryOperator, _ left: TypedExpression, _ right: TypedExpression, _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    if let (optional, expression) = nilTest(left, right) {
      let value = try operand(expression)
      let (isNil, end) = (newLabel(), newLabel())
      _ = optional
      jumpIfNil(value, expression.type, to: isNil)
      emitWord(operation == .equal ? 0 : 1, into: target.word)
      emit(jump: .jump, to: end)
      place(isNil)
      emitWord(operation == .equal ? 1 : 0, into: target.word)
      place(end)
      return
    }
    let first = try stableOperand(left, before: [right])
    let second = try operand(right)
    let (a, b) = (first.word, second.word)
    let swapped = operation == .greater || operation == .greaterOrEqual
    let isLess = operation == .less || operation == .greater
    let isEqual = operation == .equal || operation == .notEqual
    if let kind = IntegerKind(type) {
      if isEqual { return emit(operation == .equal ? .equalInt : .notEqualInt, target.word, a, b) }
      let opcode: Opcode =
        kind.isSigned ? (isLess ? .lessInt : .lessEqualInt) : (isLess ? .lessUnsigned : .lessEqualUnsigned)
      return emit(opcode, target.word, swapped ? b : a, swapped ? a : b)
    }
    if type == .bool, isEqual { return emit(operation == .equal ? .equalInt : .notEqualInt, target.word, a, b) }
    if type.isFloatingPoint {
      let isFloat = type == .float
      let opcode: Opcode =
        switch operation {
        case .equal: isFloat ? .equalFloat : .equalDouble
        case .notEqual: isFloat ? .notEqualFloat : .notEqualDouble
        default: isLess ? (isFloat ? .lessFloat : .lessDouble) : (isFloat ? .lessEqualFloat : .lessEqualDouble)
        }
      return emit(opcode, target.word, swapped ? b : a, swapped ? a : b)
    }
    if type == .string, isEqual {
      emit(.equalString, target.word, first.reference, second.reference)
      if operation == .notEqual { emit(.not, target.word, target.word) }
      return
    }
    let info = info(type)
    let operands = [(info, first.slots), (info, second.slots)]
    if isEqual {
      try callPrimitive(
        Primitives.equal, types: [info], arguments: operands, result: self.info(.bool), target)
      if operation == .notEqual { emit(.not, target.word, target.word) }
      return
    }
    // a > b is b < a; a <= b is !(b < a)
    let reversed = operation == .greater || operation == .lessOrEqual
    try callPrimitive(
      Primitives.less, types: [info], arguments: reversed ? operands.reversed() : operands,
      result: self.info(.bool), target)
    if !isLess { emit(.not, target.word, target.word) }
  }

  /// The optional in `x == nil`.
  private func nilTest(_ left: TypedExpression, _ right: TypedExpression) -> (Type, TypedExpression)? {
    if case .nilLiteral = right.kind { return (left.type, left) }
    if case .nilLiteral = left.kind { return (right.type, right) }
    return nil
  }

  // MARK: Jumps

  /// Jumps to `label` if a condition is as given; goes on otherwise.
  func compileJump(_ condition: TypedExpression, ifTrue: Bool, to label: Label) throws(Diagnostic) {
    let outer = range
    range = condition.range
    defer { range = outer }
    let mark = top
    switch condition.kind {
    case .boolean(let truth):
      if truth == ifTrue { emit(jump: .jump, to: label) }
    case .not(let inner): try compileJump(inner, ifTrue: !ifTrue, to: label)
    case .and(let left, let right), .or(let left, let right):
      var isAnd = false
      if case .and = condition.kind { isAnd = true }
      if isAnd != ifTrue {
        try compileJump(left, ifTrue: ifTrue, to: label)
        try compileJump(right, ifTrue: ifTrue, to: label)
      } else {
        let skip = newLabel()
        try compileJump(left, ifTrue: !ifTrue, to: skip)
        try compileJump(right, ifTrue: ifTrue, to: label)
        place(skip)
      }
    case .binary(let operation, let left, let right) where operation.isComparison:
      if try !compareJump(operation, left, right, ifTrue, label) {
        emit(jump: ifTrue ? .jumpIf : .jumpIfNot, try word(condition), to: label)
      }
    default:
      emit(jump: ifTrue ? .jumpIf : .jumpIfNot, try word(condition), to: label)
    }
    free(to: mark)
  }

  private func compareJump(
    _ operation: BinaryOperator, _ left: TypedExpression, _ right: TypedExpression, _ ifTrue: Bool, _ label: Label
  ) throws(Diagnostic) -> Bool {
    let type = self.type(left.type)
    if nilTest(left, right) != nil { return false }
    if let kind = IntegerKind(type), kind.isSigned || operation == .equal || operation == .notEqual {
      let wanted = ifTrue ? operation : operation.negated
      if let constant = smallConstant(right) {
        let value = try word(left)
        let opcode: Opcode
        switch wanted {
        case .less: opcode = .jumpLessConstant
        case .lessOrEqual: opcode = .jumpLessEqualConstant
        case .greater: opcode = .jumpGreaterConstant
        case .greaterOrEqual: opcode = .jumpGreaterEqualConstant
        case .equal: opcode = .jumpEqualConstant
        default: opcode = .jumpNotEqualConstant
        }
        emit(jump: opcode, value, constant, to: label)
        return true
      }
      let a = try stableOperand(left, before: [right]).word
      let b = try word(right)
      switch wanted {
      case .less: emit(jump: .jumpLessInt, a, b, to: label)
      case .lessOrEqual: emit(jump: .jumpLessEqualInt, a, b, to: label)
      case .greater: emit(jump: .jumpLessInt, b, a, to: label)
      case .greaterOrEqual: emit(jump: .jumpLessEqualInt, b, a, to: label)
      case .equal: emit(jump: .jumpEqualInt, a, b, to: label)
      default: emit(jump: .jumpNotEqualInt, a, b, to: label)
      }
      return true
    }
    guard type == .double else { return false }
    let a = try stableOperand(left, before: [right]).word
    let b = try word(right)
    switch operation {
    case .less: emit(jump: ifTrue ? .jumpLessDouble : .jumpNotLessDouble, a, b, to: label)
    case .lessOrEqual: emit(jump: ifTrue ? .jumpLessEqualDouble : .jumpNotLessEqualDouble, a, b, to: label)
    case .greater: emit(jump: ifTrue ? .jumpLessDouble : .jumpNotLessDouble, b, a, to: label)
    case .greaterOrEqual: emit(jump: ifTrue ? .jumpLessEqualDouble : .jumpNotLessEqualDouble, b, a, to: label)
    case .equal: emit(jump: ifTrue ? .jumpEqualDouble : .jumpNotEqualDouble, a, b, to: label)
    default: emit(jump: ifTrue ? .jumpNotEqualDouble : .jumpEqualDouble, a, b, to: label)
    }
    return true
  }
}

extension BinaryOperator {
  /// The comparison that holds when this one does not; for whole numbers only.
  var negated: BinaryOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    default: self
    }
  }
}
