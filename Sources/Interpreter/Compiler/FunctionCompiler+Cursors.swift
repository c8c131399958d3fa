/// Going through sequences that are made of others: `zip`, `enumerated()`, `reversed()`, slices, lazy ones. Each is a
/// piece of code around the one for its base, so that no element is put anywhere but into its registers.
extension FunctionCompiler {
  /// Emits what puts the next element into its registers, or jumps to the label where there is none.
  typealias Advance = (_ exit: Label) throws(Diagnostic) -> Void

  /// A loop over any sequence. The value of `source` lies in registers that nothing else changes.
  func cursor(_ type: Type, at source: Slots, into target: Slots) throws(Diagnostic) -> Advance {
    let type = self.type(type)
    if type.arrayElement != nil { return arrayCursor(type, source, into: target) }
    if case .range(let form, let parts) = info(type).shape, let bound = parts.first?.info.type,
      IntegerKind(bound) != nil, let result = rangeCursor(form, source, into: target)
    {
      return result
    }
    if let wrapper = type.nominal.flatMap({ NominalType.wrappers[$0.name] === $0 ? $0 : nil }),
      case .structure(let parts) = info(type).shape,
      let result = try wrapperCursor(wrapper, parts, source, into: target)
    {
      return result
    }
    if isMaterialised(info(type)) {
      let array = allocate(.reference)
      keep(array, .reference)
      let element = environment.elementType(of: type).map { self.type($0) } ?? .void
      try callPrimitive(
        Primitives.elements, types: [info(element)], arguments: [(info(type), source)], result: info(.array(element)),
        array)
      return arrayCursor(.array(element), array, into: target)
    }
    return try iteratorCursor(type, source, into: target)
  }

  /// Whether the machine makes an array of the elements by itself.
  func isMaterialised(_ info: TypeInfo) -> Bool {
    switch info.shape {
    case .array, .set, .dictionary, .string: true
    case .range(let form, let parts):
      switch (form, parts.first?.info.shape) {
      case (.halfOpen, .integer), (.closed, .integer): true
      case (.strideTo, .integer), (.strideTo, .double), (.strideTo, .float): true
      case (.strideThrough, .integer), (.strideThrough, .double), (.strideThrough, .float): true
      default: false
      }
    case .structure: info.view != nil
    default: false
    }
  }

  // MARK: Built-in sequences

  private func arrayCursor(_ type: Type, _ array: Slots, into target: Slots) -> Advance {
    let layout = self.layout(type.arrayElement ?? .void)
    let index = allocateWord()
    emitWord(-1, into: index)
    return { exit throws(Diagnostic) in
      let found = self.newLabel()
      self.emit(jump: .forNextElement, index, array.reference, to: found)
      self.emit(jump: .jump, to: exit)
      self.place(found)
      self.emitLoad(array.reference, index, layout, target)
    }
  }

  private func rangeCursor(_ form: TypeInfo.RangeForm, _ source: Slots, into target: Slots) -> Advance? {
    let next = allocateWord()
    let end = source.word + 1
    emit(.move, next, source.word)
    switch form {
    case .halfOpen:
      return { exit throws(Diagnostic) in
        self.emit(jump: .jumpLessEqualInt, end, next, to: exit)
        self.emit(.move, target.word, next)
        self.emit(.addConstant, next, next, 1)
      }
    case .closed:
      let isOver = allocateWord()
      emitWord(0, into: isOver)
      return { exit throws(Diagnostic) in
        let (isLast, done) = (self.newLabel(), self.newLabel())
        self.emit(jump: .jumpIf, isOver, to: exit)
        self.emit(.move, target.word, next)
        self.emit(jump: .jumpLessEqualInt, end, next, to: isLast)
        self.emit(.addConstant, next, next, 1)
        self.emit(jump: .jump, to: done)
        self.place(isLast)
        self.emitWord(1, into: isOver)
        self.place(done)
      }
    case .from:
      return { exit throws(Diagnostic) in
        self.emit(.move, target.word, next)
        self.emit(.addConstant, next, next, 1)
      }
    case .upTo, .through, .unbounded, .strideTo, .strideThrough: return nil
    }
  }

  // MARK: Sequences made of others

  private func wrapperCursor(
    _ wrapper: NominalType, _ parts: [TypeInfo.Part], _ source: Slots, into target: Slots
  ) throws(Diagnostic) -> Advance? {
    let first = parts[0]
    let base = source + first.offset
    switch wrapper {
    case .arraySlice:
      return sliceCursor(first.info.type, base, source + parts[1].offset, source + parts[2].offset, into: target)
    case .enumeratedSequence:
      let number = target.word
      let advance = try cursor(first.info.type, at: base, into: target + .word)
      emitWord(-1, into: number)
      return { exit throws(Diagnostic) in
        try advance(exit)
        self.emit(.addConstant, number, number, 1)
      }
    case .zip2Sequence:
      let left = environment.elementType(of: first.info.type).map { layout($0) } ?? .none
      let advanceLeft = try cursor(first.info.type, at: base, into: target)
      let advanceRight = try cursor(parts[1].info.type, at: source + parts[1].offset, into: target + left)
      return { exit throws(Diagnostic) in
        try advanceLeft(exit)
        try advanceRight(exit)
      }
    case .reversedCollection: return try reversedCursor(first.info, base, into: target)
    case .lazySequence: return try cursor(first.info.type, at: base, into: target)
    case .lazyMapSequence, .lazyFilterSequence, .lazyPrefixWhileSequence:
      return try lazyCursor(wrapper, parts, source, into: target)
    case .prefixSequence, .dropFirstSequence:
      return try countedCursor(wrapper, parts, source, into: target)
    case .repeated:
      let (count, layout) = (source + first.offset, parts[1].info.layout)
      let next = allocateWord()
      emitWord(0, into: next)
      return { exit throws(Diagnostic) in
        self.emit(jump: .jumpLessEqualInt, count.word, next, to: exit)
        self.emit(.addConstant, next, next, 1)
        self.copy(source + parts[1].offset, to: target, layout)
      }
    default: return nil
    }
  }

  private func sliceCursor(_ array: Type, _ base: Slots, _ start: Slots, _ end: Slots, into target: Slots) -> Advance {
    let layout = self.layout(array.arrayElement ?? .void)
    let index = allocateWord()
    emit(.addConstant, index, start.word, -1)
    return { exit throws(Diagnostic) in
      let found = self.newLabel()
      self.emit(jump: .forNext, index, end.word, to: found)
      self.emit(jump: .jump, to: exit)
      self.place(found)
      self.emitLoad(base.reference, index, layout, target)
    }
  }

  private func reversedCursor(_ info: TypeInfo, _ base: Slots, into target: Slots) throws(Diagnostic) -> Advance? {
    var (array, element, start) = (base, Type.void, Optional<Int>.none)
    let index = allocateWord()
    if case .range(let form, let parts) = info.shape, form == .halfOpen || form == .closed,
      case .integer? = parts.first?.info.shape
    {
      // Down from the upper bound, or from one more, to the lower one.
      let one = allocateWord()
      emitWord(1, into: one)
      emit(.move, target.word, base.word + 1)
      if form == .closed { emit(.wrappingAdd, target.word, target.word, one) }
      return { exit throws(Diagnostic) in
        self.emit(jump: .jumpEqualInt, target.word, base.word, to: exit)
        self.emit(.wrappingSubtract, target.word, target.word, one)
      }
    }
    if let found = info.type.arrayElement {
      element = found
      emit(.arrayCount, index, array.reference)
    } else if info.view == .slice, case .structure(let parts) = info.shape, let found = parts[0].info.type.arrayElement
    {
      (array, element) = (base + parts[0].offset, found)
      start = (base + parts[1].offset).word
      emit(.move, index, (base + parts[2].offset).word)
    } else if isMaterialised(info), let found = environment.elementType(of: info.type) {
      element = type(found)
      array = allocate(.reference)
      keep(array, .reference)
      try callPrimitive(
        Primitives.elements, types: [self.info(element)], arguments: [(info, base)], result: self.info(.array(element)),
        array)
      emit(.arrayCount, index, array.reference)
    } else {
      return nil
    }
    let layout = self.layout(element)
    return { exit throws(Diagnostic) in
      if let start {
        self.emit(jump: .jumpLessEqualInt, index, start, to: exit)
      } else {
        self.emit(jump: .jumpLessEqualConstant, index, 0, to: exit)
      }
      self.emit(.addConstant, index, index, -1)
      self.emitLoad(array.reference, index, layout, target)
    }
  }

  /// `lazy.map`, `lazy.filter`, `lazy.prefix(while:)`: the function is called as the loop gets there.
  private func lazyCursor(
    _ wrapper: NominalType, _ parts: [TypeInfo.Part], _ source: Slots, into target: Slots
  ) throws(Diagnostic) -> Advance? {
    guard let element = environment.elementType(of: parts[0].info.type).map({ type($0) }),
      let function = parts[1].info.type.function
    else { return nil }
    var slots = target
    if wrapper === NominalType.lazyMapSequence {
      slots = allocate(layout(element))
      keep(slots, layout(element))
    }
    let advance = try cursor(parts[0].info.type, at: source + parts[0].offset, into: slots)
    let call = TypedExpression(
      .callValue(bound(source + parts[1].offset, parts[1].info), [bound(slots, info(element))]), function.result, range)
    return { exit throws(Diagnostic) in
      switch wrapper {
      case .lazyMapSequence:
        try advance(exit)
        try self.compile(call, into: target)
      case .lazyFilterSequence:
        let (again, found) = (self.newLabel(), self.newLabel())
        self.place(again)
        try advance(exit)
        try self.compileJump(call, ifTrue: true, to: found)
        self.emit(jump: .jumpBack, to: again)
        self.place(found)
      default:
        try advance(exit)
        try self.compileJump(call, ifTrue: false, to: exit)
      }
    }
  }

  /// `prefix(n)` and `dropFirst(n)` of a sequence that is no collection.
  private func countedCursor(
    _ wrapper: NominalType, _ parts: [TypeInfo.Part], _ source: Slots, into target: Slots
  ) throws(Diagnostic) -> Advance {
    let advance = try cursor(parts[0].info.type, at: source + parts[0].offset, into: target)
    let left = allocateWord()
    emit(.move, left, (source + parts[1].offset).word)
    return { exit throws(Diagnostic) in
      if wrapper === NominalType.prefixSequence {
        self.emit(jump: .jumpLessEqualConstant, left, 0, to: exit)
        self.emit(.addConstant, left, left, -1)
        return try advance(exit)
      }
      let (again, done) = (self.newLabel(), self.newLabel())
      self.place(again)
      try advance(exit)
      self.emit(jump: .jumpLessEqualConstant, left, 0, to: done)
      self.emit(.addConstant, left, left, -1)
      self.emit(jump: .jumpBack, to: again)
      self.place(done)
    }
  }

  // MARK: Any other sequence

  /// `makeIterator()` once, then `next()` until it gives nil.
  private func iteratorCursor(_ type: Type, _ source: Slots, into target: Slots) throws(Diagnostic) -> Advance {
    guard let make = environment.requirement("makeIterator", of: .sequence),
      let next = environment.requirement("next", of: .iteratorProtocol),
      let iterator = environment.associatedType("Iterator", of: type).map({ self.type($0) }),
      let element = environment.associatedType("Element", of: iterator).map({ self.type($0) })
    else { throw unsupported("a loop over a value of type '\(type)'") }
    let sequence = bound(source, info(type))
    let slots = allocate(layout(iterator))
    keep(slots, layout(iterator))
    try compile(TypedExpression(.call(make, [type], [sequence]), iterator, range), into: slots)
    let place = bound(slots, info(iterator), isMutable: true)
    let call = TypedExpression(
      .call(next, [iterator], [TypedExpression(.inOut(place), iterator, range)]), .optional(element), range)
    return { exit throws(Diagnostic) in
      let mark = self.top
      let result = try self.operand(call)
      self.jumpIfNil(result, call.type, to: exit)
      let offset = self.isTagged(call.type) ? Slots(word: 1) : Slots()
      self.move(
        Operand(slots: result.slots + offset, layout: self.layout(element), isTemporary: result.isTemporary), to: target
      )
      self.free(to: mark)
    }
  }
}
