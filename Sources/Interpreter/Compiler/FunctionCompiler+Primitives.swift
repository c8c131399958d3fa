extension FunctionCompiler {
  /// A call of the standard library by the machine's name for it: instructions of its own where that is worthwhile.
  func callNamed(
    _ name: String, _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand {
    let layout = self.layout(resultType)
    if try inlineStatement(name, arguments, values) { return Operand(slots: top, layout: .none, isTemporary: true) }
    let target = allocate(layout)
    let result = Operand(slots: target, layout: layout, isTemporary: true)
    let mark = top
    if try !inlineValue(name, values, type(resultType), target) {
      guard let body = Primitives.bodies[name] else { throw unsupported("'\(symbol.name)'") }
      try callBody(body.run, symbol, arguments, values, info(resultType), target)
    }
    free(to: mark)
    return result
  }

  private func callBody(
    _ body: @escaping PrimitiveBody, _ symbol: FunctionSymbol, _ arguments: [Type], _ values: [TypedExpression],
    _ result: TypeInfo, _ target: Slots
  ) throws(Diagnostic) {
    let types = arguments.map { info($0) }
    let values = try withArrays(symbol, values)
    let isPlace = symbol.isMutating && symbol.hasSelf || symbol.signature.parameters.first?.isInOut == true
    guard isPlace, let receiver = values.first else {
      var operands: [(info: TypeInfo, slots: Slots)] = []
      for (index, value) in values.enumerated() {
        let operand = try stableOperand(value, before: Array(values[(index + 1)...]))
        operands.append((info(value.type), operand.slots))
      }
      return try callPrimitive(body, types: types, arguments: operands, result: result, target)
    }
    // Arguments first, then the place: nothing runs between taking its address and using it.
    let (argument, accesses) = try openPlace(receiver)
    var operands: [(info: TypeInfo, slots: Slots)] = []
    for value in values.dropFirst() { operands.append((info(value.type), try operand(value).slots)) }
    let selfInfo = info(receiver.type)
    try begin(accesses)
    try change(argument, selfInfo) { (place) throws(Diagnostic) in
      let address: Int
      if selfInfo.layout.references == 0 {
        let found = try self.address(place, words: true, references: false)
        if found.offset.word != 0 { self.emit(.addConstant, found.words, found.words, found.offset.word * 8) }
        address = found.words
      } else {
        address = try self.slotAddress(place)
      }
      try self.callPrimitive(
        body, types: types, arguments: [(self.info(.int), Slots(word: address))] + operands,
        result: result, target)
    }
    try end(accesses)
  }

  /// The machine's own functions know built-in sequences: of others they get the elements as an array.
  private func withArrays(
    _ symbol: FunctionSymbol, _ values: [TypedExpression]
  ) throws(Diagnostic) -> [TypedExpression] {
    let first = values.count - symbol.signature.parameters.count
    var result = values
    for (position, parameter) in symbol.signature.parameters.enumerated() {
      guard case .parameter(let generic) = parameter.type, first >= 0,
        environment.conforms(.parameter(generic), to: .sequence)
      else { continue }
      let value = values[position + first]
      let type = self.type(value.type)
      guard !info(type).isBuiltinSequence, let element = environment.associatedType("Element", of: type),
        case .function(let copy)? = environment.ownMembers(of: .sequence, named: "_copyToArray").first?.kind
      else { continue }
      result[position + first] = TypedExpression(.call(copy, [type], [value]), .array(element), value.range)
    }
    return result
  }

  // MARK: Statements

  private func inlineStatement(
    _ name: String, _ arguments: [Type], _ values: [TypedExpression]
  ) throws(Diagnostic) -> Bool {
    let mark = top
    switch name {
    case "print": try compilePrint(values)
    case "debugPrint": try compilePrint(values, debug: true)
    case "precondition": try compileCheck(values)
    case "fatalError":
      let message = try operand(values[0])
      try callPrimitive(
        Primitives.fail, types: [], arguments: [(info(.string), message.slots)], result: info(.void), Slots())
    case "swap": try compileSwap(values)
    case "Array.append": try compileAppend(values)
    case "String.append": try compileAppend(text: values)
    default: return false
    }
    free(to: mark)
    return true
  }

  /// The static types of the values decide how they print: nothing is boxed.
  private func compilePrint(_ values: [TypedExpression], debug: Bool = false) throws(Diagnostic) {
    var items = Array(values.prefix(1))
    if case .variadic(let elements)? = values.first?.kind { items = elements }
    let separator = pieceOfText(values.dropFirst().first, " ")
    let terminator = pieceOfText(values.dropFirst(2).first, "\n")
    var pieces: [TypedSegment] = []
    for (index, item) in items.enumerated() {
      if index > 0 { pieces.append(separator) }
      if debug {
        var inner = item
        if case .erase(let value) = item.kind { inner = value }
        let text = allocate(.reference)
        let value = try operand(inner)
        try callPrimitive(
          Primitives.debugDescribe, types: [], arguments: [(info(inner.type), value.slots)], result: info(.string), text
        )
        pieces.append(.value(bound(text, info(.string))))
      } else {
        pieces.append(.value(item))
      }
    }
    pieces.append(terminator)
    try compilePieces(pieces, Primitives.printPieces, Slots())
  }

  private func pieceOfText(_ argument: TypedExpression?, _ fallback: String) -> TypedSegment {
    guard let argument else { return .text(fallback) }
    switch argument.kind {
    case .defaultArgument: return .text(fallback)
    case .string(let segments):
      if segments.isEmpty { return .text("") }
      if segments.count == 1, case .text = segments[0] { return segments[0] }
      return .value(argument)
    default: return .value(argument)
    }
  }

  private func compileCheck(_ values: [TypedExpression]) throws(Diagnostic) {
    let holds = newLabel()
    try compileJump(values[0], ifTrue: true, to: holds)
    let message = values.count > 1 ? try operand(values[1]).slots : allocate(.reference)
    if values.count < 2 { emit(.constant, message.reference, program.constant("")) }
    let isFalse = allocateWord()
    emitWord(0, into: isFalse)
    try callPrimitive(
      Primitives.check, types: [], arguments: [(info(.bool), Slots(word: isFalse)), (info(.string), message)],
      result: info(.void), Slots())
    place(holds)
  }

  private func compileSwap(_ values: [TypedExpression]) throws(Diagnostic) {
    let info = info(values[0].type)
    let ((first, firstAccesses), (second, secondAccesses)) = (try openPlace(values[0]), try openPlace(values[1]))
    try begin(firstAccesses)
    try begin(secondAccesses)
    let (a, b) = (allocate(info.layout), allocate(info.layout))
    try load(first, info, into: a)
    try load(second, info, into: b)
    try store(Operand(slots: b, layout: info.layout, isTemporary: true), to: first)
    try store(Operand(slots: a, layout: info.layout, isTemporary: true), to: second)
    try end(secondAccesses)
    try end(firstAccesses)
  }

  private func compileAppend(text values: [TypedExpression]) throws(Diagnostic) {
    let (place, accesses) = try openPlace(values[0])
    let tail = try operand(values[1])
    try begin(accesses)
    if case .registers(let text) = place {
      emit(.appendString, text.reference, tail.reference, 1)
    } else {
      try change(place, info(.string)) { (inner) throws(Diagnostic) in
        self.emit(.appendString, try self.slotAddress(inner), tail.reference)
      }
    }
    try end(accesses)
  }

  private func compileAppend(_ values: [TypedExpression]) throws(Diagnostic) {
    let layout = self.layout(values[1].type)
    let (place, accesses) = try openPlace(values[0])
    let value = try operand(values[1])
    try begin(accesses)
    try append(value, layout, to: place, info(values[0].type))
    try end(accesses)
  }

  private func append(
    _ value: Operand, _ layout: Layout, to place: Place, _ info: TypeInfo
  ) throws(Diagnostic) {
    if case .registers(let array) = place, layout == .word {
      return emit(.appendWord, array.reference, value.word)
    }
    var slots = value.slots
    if layout.references > 0, !value.isTemporary {
      slots = allocate(layout)
      copy(value.slots, to: slots, layout)
    }
    if case .registers(let array) = place, layout == .reference {
      emit(.appendReference, array.reference, slots.reference)
    } else {
      try change(place, info) { (inner) throws(Diagnostic) in
        let address = try self.slotAddress(inner)
        self.emit(.appendAt, address, slots.word, slots.reference)
      }
    }
    for register in slots.reference..<slots.reference + layout.references { dirty.remove(register) }
  }

  // MARK: Values

  private func inlineValue(
    _ name: String, _ values: [TypedExpression], _ type: Type, _ target: Slots
  ) throws(Diagnostic) -> Bool {
    switch name {
    case "Array.count": emit(.arrayCount, target.word, try operand(values[0]).reference)
    case "Array.isEmpty":
      let zero = allocateWord()
      emit(.arrayCount, target.word, try operand(values[0]).reference)
      emitWord(0, into: zero)
      emit(.equalInt, target.word, target.word, zero)
    case "Array.indices":
      emitWord(0, into: target.word)
      emit(.arrayCount, target.word + 1, try operand(values[0]).reference)
    case "Array.startIndex": emitWord(0, into: target.word)
    case "Array.init":
      let element = layout(type.arrayElement ?? .void)
      emit(.newArray, target.reference, element.words, element.references)
    case "Optional.init":
      try compile(TypedExpression(.wrap(values[0]), type, range), into: target)
    case "Enum.rawValue", "Enum.init(rawValue:)", "Enum.allCases": try compileCases(name, values, type, target)
    case "Integer.max", "Integer.min", "Integer.zero":
      guard let kind = IntegerKind(type) else { return false }
      let word =
        name == "Integer.max" ? Primitives.maximum(kind) : name == "Integer.min" ? Primitives.minimum(kind) : 0
      emitWord(word, into: target.word)
    case "Decimal.squareRoot" where self.type(type) == .double, "Double.sqrt":
      emit(.squareRoot, target.word, try word(values[0]))
    case "abs", "min", "max": return try inlineComparison(name, values, type, target)
    case "minOf", "maxOf": try compileExtreme(name == "minOf", values, type, target)
    default:
      if name.hasPrefix("Decimal."), let constant = decimalConstant(name, isFloat: type == .float) {
        emitWord(constant, into: target.word)
        return true
      }
      return false
    }
    return true
  }

  private func decimalConstant(_ name: String, isFloat: Bool) -> Int? {
    func word(_ double: Double, _ float: Float) -> Int { isFloat ? Int(float.bitPattern) : Machine.word(double) }
    switch name {
    case "Decimal.pi": return word(.pi, .pi)
    case "Decimal.infinity": return word(.infinity, .infinity)
    case "Decimal.nan": return word(.nan, .nan)
    case "Decimal.zero": return word(0, 0)
    case "Decimal.greatestFiniteMagnitude": return word(.greatestFiniteMagnitude, .greatestFiniteMagnitude)
    case "Decimal.leastNormalMagnitude": return word(.leastNormalMagnitude, .leastNormalMagnitude)
    case "Decimal.leastNonzeroMagnitude": return word(.leastNonzeroMagnitude, .leastNonzeroMagnitude)
    case "Decimal.ulpOfOne": return word(.ulpOfOne, .ulpOfOne)
    default: return nil
    }
  }

  private func inlineComparison(
    _ name: String, _ values: [TypedExpression], _ type: Type, _ target: Slots
  ) throws(Diagnostic) -> Bool {
    if name == "abs" {
      let value = try word(values[0])
      if IntegerKind(type)?.isWord ?? false {
        emit(.absInt, target.word, value)
      } else if let kind = IntegerKind(type) {
        let done = newLabel()
        emit(.move, target.word, value)
        emit(jump: .jumpGreaterEqualConstant, value, 0, to: done)
        emit(.integerOperation, target.word, value, value)
        emit(.extra, kind.rawValue, Int(IntegerOperator.negate.rawValue))
        place(done)
      } else if type == .double {
        emit(.absDouble, target.word, value)
      } else {
        let mask = allocateWord()
        emitWord(0x7FFF_FFFF, into: mask)
        emit(.bitAnd, target.word, value, mask)
      }
      return true
    }
    let first = try stableOperand(values[0], before: [values[1]])
    let second = try operand(values[1])
    if IntegerKind(type)?.isSigned ?? false {
      emit(name == "min" ? .minInt : .maxInt, target.word, first.word, second.word)
    } else if type == .double {
      emit(name == "min" ? .minDouble : .maxDouble, target.word, first.word, second.word)
    } else {
      // min(x, y) is y if y < x, and max(x, y) is y unless y < x.
      let isLess = allocateWord()
      let (other, done) = (newLabel(), newLabel())
      try callPrimitive(
        Primitives.less, types: [], arguments: [(info(type), second.slots), (info(type), first.slots)],
        result: info(.bool), Slots(word: isLess))
      emit(jump: name == "min" ? .jumpIf : .jumpIfNot, isLess, to: other)
      copy(first.slots, to: target, first.layout)
      emit(jump: .jump, to: done)
      place(other)
      copy(second.slots, to: target, second.layout)
      place(done)
    }
    return true
  }

  private func compileExtreme(
    _ isMinimum: Bool, _ values: [TypedExpression], _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    var items = Array(values.prefix(3))
    if values.count > 3, case .variadic(let rest) = values[3].kind { items += rest }
    let info = info(type)
    try compile(items[0], into: target)
    for item in items.dropFirst() {
      let mark = top
      let value = try operand(item)
      let isLess = allocateWord()
      let keep = newLabel()
      try callPrimitive(
        Primitives.less, types: [], arguments: [(info, value.slots), (info, target)],
        result: self.info(.bool),
        Slots(word: isLess))
      emit(jump: isMinimum ? .jumpIfNot : .jumpIf, isLess, to: keep)
      copy(value.slots, to: target, info.layout)
      place(keep)
      free(to: mark)
    }
  }

  /// What enums have because of their cases.
  private func compileCases(
    _ name: String, _ values: [TypedExpression], _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    let owner =
      name == "Enum.rawValue" ? self.type(values[0].type) : name == "Enum.allCases" ? type.arrayElement : type.wrapped
    guard let owner, let cases = owner.nominal?.cases else { throw unsupported("'\(name)'") }
    if name == "Enum.allCases" {
      let elements = cases.map { TypedExpression(.enumValue($0, []), owner, range) }
      return try compileArray(elements, type, target)
    }
    let value = try operand(values[0])
    let argument = bound(value.slots, info(values[0].type))
    let done = newLabel()
    for entry in cases {
      guard let raw = entry.rawValue else { continue }
      let next = newLabel()
      if name == "Enum.rawValue" {
        emit(jump: .jumpNotEqualConstant, value.word, entry.ordinal, to: next)
        try compile(raw, into: target)
      } else {
        try compileJump(
          TypedExpression(.binary(.equal, argument, raw), .bool, range), ifTrue: false, to: next)
        let found = TypedExpression(.enumValue(entry, []), owner, range)
        try compile(TypedExpression(.wrap(found), type, range), into: target)
      }
      emit(jump: .jump, to: done)
      place(next)
    }
    if name != "Enum.rawValue" { emitNil(layout(type), isTagged(type), target) }
    place(done)
  }
}
