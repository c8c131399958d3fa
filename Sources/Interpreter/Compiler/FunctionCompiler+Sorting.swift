/// `sorted { $0.size < $1.size }`: a closure that compares the same expression of both elements. The expression is
/// computed once an element, in line, and the results are sorted in native code.
extension FunctionCompiler {
  /// `sorted(by:)` and `sort(by:)` with such a closure; nil otherwise.
  func compileSort(
    _ symbol: FunctionSymbol, _ values: [TypedExpression], _ resultType: Type
  ) throws(Diagnostic) -> Operand? {
    guard symbol.source.name == "library", symbol.name == "sorted" || symbol.name == "sort", values.count == 2,
      case .closure(let body) = values[1].kind, let comparison = keyComparison(body)
    else { return nil }
    var receiver = values[0]
    if case .inOut(let place) = receiver.kind { receiver = place }
    let sequence = type(receiver.type)
    guard let element = sequence.arrayElement else { return nil }
    let layout = self.layout(resultType)
    let result = allocate(layout)
    let mark = top
    let array = allocate(.reference)
    if symbol.isMutating {
      let (place, accesses) = try openPlace(receiver)
      try begin(accesses)
      try load(place, info(sequence), into: array)
      let sorted = allocate(.reference)
      try sort(array, element, comparison, into: sorted)
      try store(Operand(slots: sorted, layout: .reference, isTemporary: true), to: place)
      try end(accesses)
    } else {
      try compile(receiver, into: array)
      try sort(array, element, comparison, into: result)
    }
    free(to: mark)
    return Operand(slots: result, layout: layout, isTemporary: true)
  }

  private struct KeyComparison {
    var parameter: VariableSymbol
    var key: TypedExpression
    var isDescending: Bool
  }

  private func keyComparison(_ body: CheckedBody) -> KeyComparison? {
    guard body.parameters.count == 2, body.captureList.isEmpty, body.statements.count == 1,
      case .return(let value?) = body.statements[0].kind, case .binary(let operation, let left, let right) = value.kind,
      operation == .less || operation == .greater
    else { return nil }
    let key = type(left.type)
    guard IntegerKind(key) != nil || key.isFloatingPoint || key == .string, isSimple(left) else { return nil }
    let (first, second) = (body.parameters[0], body.parameters[1])
    guard !first.isBoxed, !second.isBoxed else { return nil }
    if isSame(left, right, first, second) {
      return KeyComparison(parameter: first, key: left, isDescending: operation == .greater)
    }
    if isSame(left, right, second, first) {
      return KeyComparison(parameter: second, key: left, isDescending: operation == .less)
    }
    return nil
  }

  /// Whether two expressions without effects are the same but for the one's `first` and the other's `second`.
  private func isSame(
    _ left: TypedExpression, _ right: TypedExpression, _ first: VariableSymbol, _ second: VariableSymbol
  ) -> Bool {
    func same(_ a: TypedExpression, _ b: TypedExpression) -> Bool { isSame(a, b, first, second) }
    switch (left.kind, right.kind) {
    case (.variable(let a), .variable(let b)):
      return a === first ? b === second : a === b && a !== second && !a.isMutable
    case (.integer(let a), .integer(let b)), (.floatingPoint(let a), .floatingPoint(let b)): return a == b
    case (.field(let a, let i), .field(let b, let j)), (.tupleElement(let a, let i), .tupleElement(let b, let j)):
      return i == j && !type(a.type).isClass && same(a, b)
    case (.binary(let o, let a, let c), .binary(let p, let b, let d)):
      return o == p && !o.isComparison && same(a, b) && same(c, d)
    case (.arrayElement(let a, let c), .arrayElement(let b, let d)): return same(a, b) && same(c, d)
    case (.negate(let a), .negate(let b)): return same(a, b)
    case (.convert(let a), .convert(let b)):
      return type(left.type) == type(right.type) && type(a.type) == type(b.type) && same(a, b)
    case (.call(let f, _, let a), .call(let g, _, let b)):
      guard f === g, a.count == b.count, case .primitive = f.implementation else { return false }
      return zip(a, b).allSatisfy(same)
    case (.accessor(let a), .accessor(let b)):
      guard a.getter === b.getter, a.arguments.count == b.arguments.count, case .primitive = a.getter.implementation,
        let base = a.base, let other = b.base
      else { return false }
      return same(base, other) && zip(a.arguments, b.arguments).allSatisfy(same)
    default: return false
    }
  }

  private func sort(
    _ array: Slots, _ element: Type, _ comparison: KeyComparison, into target: Slots
  ) throws(Diagnostic) {
    let (enough, next, start, end) = (newLabel(), newLabel(), newLabel(), newLabel())
    let count = allocateWord()
    emit(.arrayCount, count, array.reference)
    emit(jump: .jumpGreaterEqualConstant, count, 2, to: enough)
    copy(array, to: target, .reference)
    emit(jump: .jump, to: end)
    place(enough)
    // The keys of all elements.
    let layout = self.layout(comparison.key.type)
    let keys = allocate(.reference)
    emit(.newArray, keys.reference, layout.words, layout.references)
    let index = allocateWord()
    emitWord(-1, into: index)
    let slots = allocate(self.layout(element))
    bindings[ObjectIdentifier(comparison.parameter)] = .registers(slots)
    emit(jump: .jump, to: next)
    place(start)
    emitLoad(array.reference, index, self.layout(element), slots)
    let mark = top
    if layout == .word {
      emit(.appendWord, keys.reference, try word(comparison.key))
    } else {
      let key = allocateReference()
      try compile(comparison.key, into: Slots(reference: key))
      emit(.appendReference, keys.reference, key)
    }
    free(to: mark)
    place(next)
    emit(jump: .forNextElement, index, array.reference, to: start)
    let isDescending = allocateWord()
    emitWord(comparison.isDescending ? 1 : 0, into: isDescending)
    try callPrimitive(
      Primitives.sortByKeys, types: [info(element), info(comparison.key.type)],
      arguments: [
        (info(.array(element)), array), (info(.array(comparison.key.type)), keys),
        (info(.int), Slots(word: isDescending)),
      ], result: info(.array(element)), target)
    place(end)
  }
}
