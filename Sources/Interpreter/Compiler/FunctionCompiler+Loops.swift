extension FunctionCompiler {
  private func loop(
    _ target: JumpTarget, _ body: (_ exit: Label, _ next: Label) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let (exit, next) = (newLabel(), newLabel())
    loops.append(
      LoopContext(
        target: ObjectIdentifier(target), breakLabel: exit, continueLabel: next, deferDepth: deferScopes.count))
    try block { () throws(Diagnostic) in try body(exit, next) }
    loops.removeLast()
  }

  func compileWhile(
    _ target: JumpTarget, _ conditions: [TypedCondition], _ body: [TypedStatement]
  ) throws(Diagnostic) {
    try loop(target) { (exit, next) throws(Diagnostic) in
      let (start, leave) = (newLabel(), newLabel())
      place(start)
      loops[loops.count - 1].firstVariable = top.reference
      try block { () throws(Diagnostic) in
        for condition in conditions { try compile(condition, otherwise: leave) }
        try compileBlock(body)
      }
      // `continue` comes by here as well: only what jumps back looks at the budgets.
      place(next)
      emit(jump: .jumpBack, to: start)
      place(leave)
      place(exit)
    }
  }

  func compileRepeat(
    _ target: JumpTarget, _ body: [TypedStatement], _ until: TypedExpression
  ) throws(Diagnostic) {
    try loop(target) { (exit, next) throws(Diagnostic) in
      let start = newLabel()
      place(start)
      loops[loops.count - 1].firstVariable = top.reference
      try compileBlock(body)
      place(next)
      try compileJump(until, ifTrue: false, to: exit)
      emit(jump: .jumpBack, to: start)
      place(exit)
    }
  }

  func compileFor(
    _ target: JumpTarget, _ pattern: TypedPattern, _ element: Type, _ sequence: TypedExpression,
    _ condition: TypedExpression?, _ body: [TypedStatement]
  ) throws(Diagnostic) {
    let type = self.type(sequence.type)
    let round = { (value: Operand, next: Label) throws(Diagnostic) in
      self.loops[self.loops.count - 1].firstVariable = self.top.reference
      try self.block { () throws(Diagnostic) in
        try self.bindElement(pattern, value, element, otherwise: next)
        if let condition { try self.compileJump(condition, ifTrue: false, to: next) }
        try self.compileBlock(body)
      }
    }
    if let nominal = type.nominal, let form = TypeTable.rangeForm(nominal) {
      let bound = type.arguments.first ?? .int
      if IntegerKind(bound) != nil {
        return try forRange(target, form, bound, sequence, round)
      }
      if form == .strideTo || form == .strideThrough {
        return try forDecimalStride(target, form, bound, sequence, round)
      }
    }
    try forElements(target, sequence, type, element, round)
  }

  private func bindElement(
    _ pattern: TypedPattern, _ value: Operand, _ element: Type, otherwise label: Label
  ) throws(Diagnostic) {
    if case .variable(let variable) = pattern, !variable.isBoxed, !variable.isMutable, !variable.isGlobal {
      // A constant may be the loop's own register.
      bindings[ObjectIdentifier(variable)] = .registers(value.slots)
      return
    }
    if case .tuple(let patterns) = pattern, let parts = type(element).tuple, parts.count == patterns.count {
      for (index, part) in patterns.enumerated() {
        let slots = value.slots + partOffset(of: element, index)
        try bindElement(
          part, Operand(slots: slots, layout: layout(parts[index].type), isTemporary: false), parts[index].type,
          otherwise: label)
      }
      return
    }
    try match(pattern, value, element, otherwise: label)
  }

  // MARK: Numbers

  private func forRange(
    _ target: JumpTarget, _ form: TypeInfo.RangeForm, _ bound: Type, _ sequence: TypedExpression,
    _ round: (Operand, Label) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try loop(target) { (exit, next) throws(Diagnostic) in
      let start = newLabel()
      let words = allocate(Layout(words: 3))
      let value = Operand(slots: words, layout: .word, isTemporary: false)
      switch form {
      case .halfOpen, .closed:
        let arrays = FixedArrays(
          outside: words, registers: allocate(Layout(words: FixedArrays.most)).word)
        try compileBounds(sequence, IntegerKind(bound), form == .closed ? 2 : 1, words, exit)
        let entry = instructions.count - 1
        let isPlain = [.startRange, .startCount, .twoWords].contains(instructions[entry].opcode)
        place(start)
        if isPlain { openLoops.append(arrays) }
        try round(value, next)
        if isPlain {
          openLoops.removeLast()
          leave(arrays, entry: entry, start: start, exit: exit)
        }
        place(next)
        emit(jump: form == .halfOpen ? .forNext : .forNextClosed, words.word, words.word + 1, to: start)
      case .from:
        try compile(sequence, into: words)
        place(start)
        try round(value, next)
        place(next)
        emit(.addConstant, words.word, words.word, 1)
        emit(jump: .jumpBack, to: start)
      case .strideTo, .strideThrough:
        try compileStride(sequence, words)
        emit(jump: .strideStart, words.word, form == .strideThrough ? 1 : 0, to: exit)
        place(start)
        try round(value, next)
        place(next)
        emit(jump: .strideNext, words.word, to: start)
      case .upTo, .through, .unbounded: throw unsupported("a loop over this range")
      }
      place(exit)
    }
  }

  /// The bounds of a range that is gone through; jumps if it is empty.
  private func compileBounds(
    _ sequence: TypedExpression, _ kind: IntegerKind?, _ form: Int, _ target: Slots, _ exit: Label
  ) throws(Diagnostic) {
    if case .rangeValue(let bounds) = sequence.kind, bounds.count == 2, kind?.isSigned ?? false {
      let (lower, upper) = (smallConstant(bounds[0]), smallConstant(bounds[1]))
      if let lower, let upper, form == 1 ? lower < upper : lower <= upper {
        return emit(.twoWords, target.word, lower, upper)
      }
      if lower == 0, form == 1, kind == .int {
        let last = try word(bounds[1])
        let outer = range
        range = sequence.range
        emit(jump: .startCount, target.word, last, to: exit)
        range = outer
        return
      }
      for (offset, bound) in bounds.enumerated() { try compile(bound, into: target + Slots(word: offset)) }
      let outer = range
      range = sequence.range
      emit(jump: .startRange, target.word, form, to: exit)
      range = outer
    } else {
      try compile(sequence, into: target)
      if form == 1 { emit(jump: .jumpLessEqualInt, target.word + 1, target.word, to: exit) }
    }
  }

  /// Start, end and step of a stride that is gone through.
  private func compileStride(_ sequence: TypedExpression, _ target: Slots) throws(Diagnostic) {
    guard case .call(let symbol, _, let parts) = sequence.kind, parts.count == 3,
      case .primitive(let name) = symbol.implementation, name.hasPrefix("stride.")
    else { return try compile(sequence, into: target) }
    for (offset, part) in parts.enumerated() { try compile(part, into: target + Slots(word: offset)) }
    // A step of 0 is a fault of the call.
    let outer = range
    range = sequence.range
    emit(.checkStep, target.word + 2)
    range = outer
  }

  /// The i-th value is `start + i * step`, as Swift computes it.
  private func forDecimalStride(
    _ target: JumpTarget, _ form: TypeInfo.RangeForm, _ bound: Type, _ sequence: TypedExpression,
    _ round: (Operand, Label) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try loop(target) { (exit, next) throws(Diagnostic) in
      let start = newLabel()
      let words = allocate(Layout(words: 3))
      try compile(sequence, into: words)
      let counter = allocate(.word)
      emitWord(0, into: counter.word)
      // A word that says whether there is a value, and the value.
      let value = allocate(Layout(words: 2))
      place(start)
      try callPrimitive(
        Primitives.strideValue, types: [info(bound)],
        arguments: [(info(sequence.type), words), (info(.int), counter)], result: info(.optional(bound)),
        value)
      emit(jump: .jumpIfNot, value.word, to: exit)
      try round(Operand(slots: value + Slots(word: 1), layout: .word, isTemporary: false), next)
      place(next)
      emit(.addConstant, counter.word, counter.word, 1)
      emit(jump: .jumpBack, to: start)
      place(exit)
    }
  }

  // MARK: Collections

  private func forElements(
    _ target: JumpTarget, _ sequence: TypedExpression, _ type: Type, _ element: Type,
    _ round: (Operand, Label) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if type.arrayElement == nil { return try forSequence(target, sequence, type, element, round) }
    try loop(target) { (exit, next) throws(Diagnostic) in
      let array = allocate(.reference)
      keep(array, .reference)
      try compile(sequence, into: array)
      let index = allocateWord()
      emitWord(-1, into: index)
      let start = newLabel()
      let layout = self.layout(element)
      let slots = allocate(layout)
      keep(slots, layout)
      emit(jump: .jump, to: next)
      place(start)
      emitLoad(array.reference, index, layout, slots)
      try round(Operand(slots: slots, layout: layout, isTemporary: false), next)
      place(next)
      emit(jump: .forNextElement, index, array.reference, to: start)
      place(exit)
    }
  }

  private func forSequence(
    _ target: JumpTarget, _ sequence: TypedExpression, _ type: Type, _ element: Type,
    _ round: (Operand, Label) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try loop(target) { (exit, next) throws(Diagnostic) in
      let source = allocate(layout(type))
      keep(source, layout(type))
      try compile(sequence, into: source)
      let layout = self.layout(element)
      let slots = allocate(layout)
      keep(slots, layout)
      let advance = try cursor(type, at: source, into: slots)
      let start = newLabel()
      place(start)
      try advance(exit)
      try round(Operand(slots: slots, layout: layout, isTemporary: false), next)
      place(next)
      emit(jump: .jumpBack, to: start)
      place(exit)
    }
  }
}
