/// The value for a key of a dictionary, as a place: it is found once and changed where it lies.
final class EntryPlace {
  /// What happens where the key is not in the dictionary.
  enum Absence {
    /// `d[key]! = x`
    case fault
    /// `d[key]?.x = y`
    case jump(FunctionCompiler.Label)
    /// `d[key, default: x] += y`; the value is computed only then.
    case fallback(TypedExpression)
  }
  let dictionary: Place
  let key: Operand
  let keyInfo: TypeInfo
  let valueInfo: TypeInfo
  let absence: Absence

  init(dictionary: Place, key: Operand, keyInfo: TypeInfo, valueInfo: TypeInfo, absence: Absence) {
    self.dictionary = dictionary
    self.key = key
    self.keyInfo = keyInfo
    self.valueInfo = valueInfo
    self.absence = absence
  }
}

extension FunctionCompiler {
  private static let value = "Dictionary.value"
  private static let fallback = "Dictionary.default"

  private func name(of accessor: TypedExpression.Accessor) -> String? {
    if case .primitive(let name) = accessor.getter.implementation { return name }
    return nil
  }

  // MARK: Reading

  /// `d[key]` and `d[key, default: x]`; false for other accessors.
  func compileEntry(
    _ accessor: TypedExpression.Accessor, _ expression: TypedExpression, _ target: Slots
  ) throws(Diagnostic) -> Bool {
    guard let name = name(of: accessor), name == Self.value || name == Self.fallback, let base = accessor.base,
      let valueType = type(base.type).arguments.last
    else { return false }
    let dictionary = try stableOperand(base, before: accessor.arguments)
    let key = try operand(accessor.arguments[0])
    let found = allocate(Layout(words: 2)).word
    emit(.dictionaryPlace, found, dictionary.reference, key.word)
    emit(.extra, key.reference)
    let (absent, end) = (newLabel(), newLabel())
    emit(jump: .jumpLessConstant, found, 0, to: absent)
    let isMarked = name == Self.value && isTagged(expression.type)
    if isMarked { emitWord(1, into: target.word) }
    emitLoad(borrowed: found + 1, found, layout(valueType), isMarked ? target + Slots(word: 1) : target)
    emit(jump: .jump, to: end)
    place(absent)
    if name == Self.value {
      emitNil(layout(expression.type), isTagged(expression.type), target)
    } else {
      try compile(accessor.arguments[1], into: target)
    }
    place(end)
    return true
  }

  // MARK: Places

  /// `d[key, default: x]` in a place that has an address.
  func entryPlace(_ accessor: TypedExpression.Accessor, in dictionary: Place) throws(Diagnostic) -> Place? {
    guard name(of: accessor) == Self.fallback, isAddressable(dictionary) else { return nil }
    let key = try keptOperand(accessor.arguments[0])
    return entry(accessor, dictionary, key, .fallback(accessor.arguments[1]))
  }

  /// `d[key]` before `!` or `?`, in a place that has an address.
  func unwrappedEntry(_ expression: TypedExpression, absence: EntryPlace.Absence) throws(Diagnostic) -> Place? {
    guard case .accessor(let accessor) = expression.kind, name(of: accessor) == Self.value, let base = accessor.base,
      isEntryBase(base)
    else { return nil }
    let dictionary = try preparePlace(base)
    let key = try keptOperand(accessor.arguments[0])
    guard case .jump = absence else { return entry(accessor, dictionary, key, absence) }
    // Whether it is there is found out now, and once more when its address is needed.
    let mark = top
    _ = try address(entry(accessor, dictionary, key, absence), words: true, references: true)
    top = mark
    return entry(accessor, dictionary, key, .fault)
  }

  private func entry(
    _ accessor: TypedExpression.Accessor, _ dictionary: Place, _ key: Operand, _ absence: EntryPlace.Absence
  ) -> Place {
    let arguments = accessor.base.map { type($0.type).arguments } ?? []
    return .entry(
      EntryPlace(
        dictionary: dictionary, key: key, keyInfo: info(arguments.first ?? .void),
        valueInfo: info(arguments.last ?? .void), absence: absence))
  }

  /// Whether the place of an expression certainly has an address.
  private func isEntryBase(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .variable: true
    case .field(let base, let index):
      type(base.type).nominal.map { nominal in
        nominal.fields.indices.contains(index) && nominal.fields[index].willSet == nil
          && nominal.fields[index].didSet == nil && (isEntryBase(base) || type(base.type).isClass)
      } ?? false
    case .tupleElement(let base, _), .arrayElement(let base, _): isEntryBase(base)
    default: false
    }
  }

  /// Addresses of an entry's words and references, in two registers.
  func address(of entry: EntryPlace) throws(Diagnostic) -> Int {
    let address = allocate(Layout(words: 3)).word
    let slot = try slotAddress(entry.dictionary)
    emitAddress(of: entry, in: slot, into: address)
    switch entry.absence {
    case .fault: emit(.checkTag, address + 2)
    case .jump(let exit): emit(jump: .jumpIfNot, address + 2, to: exit)
    case .fallback(let expression):
      let found = newLabel()
      emit(jump: .jumpIf, address + 2, to: found)
      let mark = top
      let value = try operand(expression)
      let slot = try slotAddress(entry.dictionary)
      try callPrimitive(
        Primitives.insertEntry, types: [entry.keyInfo, entry.valueInfo],
        arguments: [(info(.int), Slots(word: slot)), (entry.keyInfo, entry.key.slots), (entry.valueInfo, value.slots)],
        result: info(.void), Slots())
      emitAddress(of: entry, in: slot, into: address)
      free(to: mark)
      place(found)
    }
    return address
  }

  private func emitAddress(of entry: EntryPlace, in slot: Int, into target: Int) {
    emit(.dictionaryAddress, target, slot, entry.key.word)
    emit(.extra, entry.key.reference)
  }
}
