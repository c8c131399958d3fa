extension FunctionCompiler {
  /// A number literal of a type of the learner's: made by its `init(integerLiteral:)` or `init(floatLiteral:)`.
  func ownLiteral(_ literal: TypedExpression, _ proto: NominalType) throws(Diagnostic) -> Operand? {
    let type = self.type(literal.type)
    guard !type.isNumber, let initializer = environment.requirement("init", of: proto) else { return nil }
    let name = proto === NominalType.integerLiteral ? "IntegerLiteralType" : "FloatLiteralType"
    guard let argument = environment.associatedType(name, of: type) else { throw unsupported("this literal") }
    let value = TypedExpression(literal.kind, argument, literal.range)
    return try callOperand(TypedExpression(.call(initializer, [type], [value]), type, literal.range))
  }

  func emitInteger(_ digits: String, _ type: Type, _ target: Slots) throws(Diagnostic) {
    if let kind = IntegerKind(type) {
      let word = Int(digits) ?? UInt(digits).map { Int(bitPattern: $0) }
      guard let word, kind.isSigned || kind.bits == 64 || Int(digits) != nil,
        kind.bits == 64 || kind.contains(word, of: .int)
      else { throw Diagnostic(.type, "integer literal '\(digits)' overflows when stored into '\(type)'", at: range) }
      emitWord(word, into: target.word)
    } else {
      try emitFloatingPoint(digits, type, target)
    }
  }

  func emitFloatingPoint(_ digits: String, _ type: Type, _ target: Slots) throws(Diagnostic) {
    if type == .float {
      emitWord(Int((Float(digits) ?? 0).bitPattern), into: target.word)
    } else {
      emitWord(Machine.word(Double(digits) ?? 0), into: target.word)
    }
  }

  /// The value of an expression if it is written as a small whole number, or names a constant that is.
  func smallConstant(_ expression: TypedExpression) -> Int? {
    if case .variable(let variable) = expression.kind, type(expression.type) == .int { return variable.number }
    guard case .integer(let digits) = expression.kind, let kind = IntegerKind(type(expression.type)), kind.isWord,
      let value = Int32(digits)
    else { return nil }
    return Int(value)
  }

  // MARK: Strings

  func compileString(_ segments: [TypedSegment], _ target: Slots) throws(Diagnostic) {
    var segments = segments
    if segments.isEmpty { segments = [.text("")] }
    if segments.count == 1, case .text(let text) = segments[0] {
      emit(.constant, target.reference, program.constant(text))
      return
    }
    // Only one value: its text.
    if segments.count == 1, case .value(let value) = segments[0] {
      if let kind = IntegerKind(type(value.type)), kind.isSigned {
        return emit(.integerText, target.reference, try word(value))
      }
      return try describe(value, into: target)
    }
    try compilePieces(segments, Primitives.interpolate, target)
  }

  /// Calls a primitive with the pieces of a text: values in their own registers, and the texts between them.
  func compilePieces(
    _ segments: [TypedSegment], _ body: @escaping PrimitiveBody, _ target: Slots
  ) throws(Diagnostic) {
    let mark = top
    var values: [TypedExpression] = []
    var texts = [""]
    for segment in segments {
      switch segment {
      case .text(let text): texts[texts.count - 1] += text
      case .value(var value):
        if case .erase(let inner) = value.kind { value = inner }
        values.append(value)
        texts.append("")
      }
    }
    var arguments: [(info: TypeInfo, slots: Slots)] = []
    for (index, value) in values.enumerated() {
      arguments.append((info(value.type), try stableOperand(value, before: Array(values[(index + 1)...])).slots))
    }
    try callPrimitive(
      body, types: [], arguments: arguments, result: info(.string), target, texts: texts)
    free(to: mark)
  }

  /// The text of a value, as `print` shows it.
  func describe(_ value: TypedExpression, into target: Slots) throws(Diagnostic) {
    try compilePieces([.value(value)], Primitives.interpolate, target)
  }

  // MARK: Collections

  func compileArray(_ elements: [TypedExpression], _ type: Type, _ target: Slots) throws(Diagnostic) {
    if type.nominal === NominalType.set { return try compileSet(elements, type, target) }
    guard let elementType = type.arrayElement else { throw unsupported("this literal") }
    let layout = self.layout(elementType)
    let array = newArray(layout)
    var rest = elements[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(32)
      rest = rest.dropFirst(32)
      try append(chunk, layout, to: array)
    }
    emit(.take, target.reference, array)
    dirty.remove(array)
  }

  private func newArray(_ layout: Layout) -> Int {
    let array = allocateReference()
    emit(.newArray, array, layout.words, layout.references)
    return array
  }

  private func append(
    _ chunk: ArraySlice<TypedExpression>, _ layout: Layout, to array: Int
  ) throws(Diagnostic) {
    let mark = top
    let start = allocate(Layout(words: layout.words * chunk.count, references: layout.references * chunk.count))
    for (index, element) in chunk.enumerated() {
      try compile(
        element,
        into: start + Slots(word: index * layout.words, reference: index * layout.references))
    }
    emit(.appendRegisters, array, start.word, start.reference)
    emit(.extra, chunk.count)
    for register in start.reference..<start.reference + layout.references * chunk.count { dirty.remove(register) }
    free(to: mark)
  }

  private func compileSet(_ elements: [TypedExpression], _ type: Type, _ target: Slots) throws(Diagnostic) {
    let element = type.arguments[0]
    let array = allocate(.reference)
    try compileArray(elements, .array(element), array)
    try callPrimitive(
      Primitives.setFromArray, types: [info(element)], arguments: [(info(.array(element)), array)],
      result: info(type), target)
  }

  func compileDictionary(
    _ entries: [(key: TypedExpression, value: TypedExpression)], _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    let (key, value) = (type.arguments[0], type.arguments[1])
    let (keyLayout, valueLayout) = (layout(key), layout(value))
    let (keys, values) = (newArray(keyLayout), newArray(valueLayout))
    for entry in entries {
      try append([entry.key], keyLayout, to: keys)
      try append([entry.value], valueLayout, to: values)
    }
    try callPrimitive(
      Primitives.dictionaryLiteral, types: [info(key), info(value)],
      arguments: [
        (info(.array(key)), Slots(reference: keys)), (info(.array(value)), Slots(reference: values)),
      ], result: info(type), target)
  }

  func compileRange(_ bounds: [TypedExpression], _ type: Type, _ target: Slots) throws(Diagnostic) {
    let offsets = bounds.indices.map { partOffset(of: type, $0) }
    try compileParts(bounds, offsets, layout(type), into: target)
    guard bounds.count == 2 else { return }
    let bound = self.type(bounds[0].type)
    let form = type.nominal?.name == "ClosedRange" ? 2 : 1
    if let kind = IntegerKind(bound), kind.isSigned {
      emit(.checkRange, target.word, target.word + 1, form)
    } else {
      try callPrimitive(
        Primitives.checkRange, types: [info(bound)], arguments: [(info(type), target)], result: info(.void),
        Slots())
    }
  }

  func compileEnum(
    _ entry: EnumCase, _ payload: [TypedExpression], _ type: Type, _ target: Slots
  ) throws(Diagnostic) {
    let info = info(type)
    guard case .enumeration(let cases, let isBoxed) = info.shape else { throw unsupported("this enum") }
    let parts = cases[entry.ordinal].parts
    if !isBoxed {
      // The payload may read what the target held.
      if payload.isEmpty {
        if info.layout.references > 0 { emit(.clear, target.reference, 0, info.layout.references) }
        emitWord(entry.ordinal, into: target.word)
        return
      }
      let whole = allocate(info.layout)
      for (part, value) in zip(parts, payload) { try compile(value, into: whole + part.offset) }
      emitWord(entry.ordinal, into: whole.word)
      take(whole, to: target, info.layout)
      return
    }
    let layout = info.boxedLayout
    let whole = allocate(layout)
    emitWord(entry.ordinal, into: whole.word)
    for word in 1..<max(layout.words, 1) { emitWord(0, into: whole.word + word) }
    for (part, value) in zip(parts, payload) { try compile(value, into: whole + part.offset) }
    let box = allocateReference()
    emit(.newRecord, box, info.index, layout.words)
    emit(.extra, layout.references)
    storeRecord(Operand(slots: whole, layout: layout, isTemporary: true), box, Slots())
    emit(.take, target.reference, box)
  }

  // MARK: Defaults

  func compileDefault(
    _ symbol: FunctionSymbol, _ index: Int, _ arguments: [Type], _ target: Slots
  ) throws(Diagnostic) {
    guard let value = symbol.defaults[index] ?? machine.defaultValue(symbol, index) else {
      throw unsupported("this default value")
    }
    // A default value is compiled where it is used: within itself, that would never end.
    guard !program.defaultsInProgress.contains(where: { $0.symbol === symbol && $0.index == index }) else {
      throw Diagnostic(
        .type, "the default value of '\(symbol.signature.parameters[index].name)' needs itself", at: value.range)
    }
    program.defaultsInProgress.append((symbol, index))
    defer { program.defaultsInProgress.removeLast() }
    // The value is typed in the terms of the function's own generic parameters.
    let resolved = arguments.map { type($0) }
    if resolved.isEmpty { return try compile(value, into: target) }
    let inner = FunctionCompiler.Nested(substitution: Substitution(symbol.allParameters, resolved))
    try with(inner) { () throws(Diagnostic) in try compile(value, into: target) }
  }
}
