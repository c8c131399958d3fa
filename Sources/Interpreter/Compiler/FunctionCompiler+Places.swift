/// Somewhere a value can be read and written. Its indices are evaluated; nothing has been changed yet.
indirect enum Place {
  case registers(Slots)
  case global(Slots)
  /// In a record (a captured variable, an object), from an offset.
  case record(Int, Slots)
  case part(Place, Slots)
  /// An element of the array in a place; the index is in a register.
  case element(Place, Int)
  /// One number of a host object in a place; the indices start at a register.
  case hostElement(Place, Int, Int)
  /// The value for a key of a dictionary in a place.
  case entry(EntryPlace)
  /// Through functions: a computed property or a subscript.
  case accessor(AccessorPlace)
  /// A stored property with `willSet` or `didSet`.
  case observed(ObservedPlace)
  case tuple([(place: Place, layout: Layout, offset: Slots)])
  case discard

  /// Whether everything lies in registers of this function, so that nobody else can see it.
  var isPrivate: Bool {
    switch self {
    case .registers, .discard: true
    case .part(let inner, _), .element(let inner, _), .hostElement(let inner, _, _): inner.isPrivate
    default: false
    }
  }
}

final class AccessorPlace {
  let accessor: TypedExpression.Accessor
  let base: (place: Place, info: TypeInfo)?
  let arguments: [Operand]
  let infos: [TypeInfo]
  let info: TypeInfo
  init(
    accessor: TypedExpression.Accessor, base: (place: Place, info: TypeInfo)?, arguments: [Operand], infos: [TypeInfo],
    info: TypeInfo
  ) {
    self.accessor = accessor
    self.base = base
    self.arguments = arguments
    self.infos = infos
    self.info = info
  }
}

final class ObservedPlace {
  let place: Place
  let base: Place
  let baseInfo: TypeInfo
  let info: TypeInfo
  let field: StoredField
  init(place: Place, base: Place, baseInfo: TypeInfo, info: TypeInfo, field: StoredField) {
    self.place = place
    self.base = base
    self.baseInfo = baseInfo
    self.info = info
    self.field = field
  }
}

extension FunctionCompiler {
  // MARK: Preparing

  func preparePlace(_ expression: TypedExpression) throws(Diagnostic) -> Place {
    let outer = range
    range = expression.range
    defer { range = outer }
    switch expression.kind {
    case .variable(let variable):
      try prepareFirstUse(of: variable)
      if let slots = globalSlots(of: variable) { return .global(slots) }
      switch try binding(of: variable) {
      case .registers(let slots): return .registers(slots)
      case .box(let register): return .record(register, Slots())
      }
    case .field(let base, let index):
      let offset = partOffset(of: base.type, index)
      if type(base.type).isClass {
        if let accessor = overridden(base, index) { return try prepareAccessor(accessor, expression.type) }
        let object = try keptOperand(base)
        let place = Place.record(object.reference, offset)
        return observed(place, .registers(object.slots), base.type, index, expression.type) ?? place
      }
      let whole = try preparePlace(base)
      return observed(.part(whole, offset), whole, base.type, index, expression.type) ?? .part(whole, offset)
    case .tupleElement(let base, let index):
      return .part(try preparePlace(base), partOffset(of: base.type, index))
    case .arrayElement(let base, let index):
      let place = try preparePlace(base)
      return .element(place, try keptOperand(index).word)
    case .forced(let base):
      if let entry = try unwrappedEntry(base, absence: .fault) { return entry }
      let place = try unwrappedPlace(base)
      let mark = top
      let slots = allocate(layout(base.type))
      try load(place, info(base.type), into: slots)
      if isTagged(base.type) { emit(.checkTag, slots.word) } else { emit(.checkSome, slots.reference) }
      free(to: mark)
      return isTagged(base.type) ? .part(place, Slots(word: 1)) : place
    case .chainStep(let base):
      guard let exit = chainExits.last else { throw unsupported("this chain") }
      if chainAccesses.isEmpty, let entry = try unwrappedEntry(base, absence: .jump(exit)) { return entry }
      let place = try unwrappedPlace(base)
      let slots = allocate(layout(base.type))
      try load(place, info(base.type), into: slots)
      let value = Operand(slots: slots, layout: layout(base.type), isTemporary: true)
      if chainAccesses.isEmpty {
        jumpIfNil(value, base.type, to: exit)
      } else {
        try jumpIfNil(value, base.type, ending: chainAccesses, to: exit)
      }
      if layout(base.type).references > 0 { emit(.clear, slots.reference, 0, layout(base.type).references) }
      return isTagged(base.type) ? .part(place, Slots(word: 1)) : place
    case .accessor(let accessor):
      if accessor.getter.isElementAccess, let base = accessor.base, info(expression.type).layout == .word {
        let indices = elementIndices(accessor.arguments)
        let place = try preparePlace(base)
        let first = allocate(Layout(words: indices.count + 1)).word
        for (offset, index) in indices.enumerated() { try compile(index, into: Slots(word: first + offset)) }
        return .hostElement(place, first, indices.count)
      }
      return try prepareAccessor(accessor, expression.type)
    case .tuple(let elements):
      var parts: [(place: Place, layout: Layout, offset: Slots)] = []
      for (index, element) in elements.enumerated() {
        parts.append((try preparePlace(element), layout(element.type), partOffset(of: expression.type, index)))
      }
      return .tuple(parts)
    case .inOut(let inner), .upcast(let inner): return try preparePlace(inner)
    case .discard: return .discard
    default:
      // A value that is no variable, such as an object that a call returned.
      return .registers(try keptOperand(expression).slots)
    }
  }

  /// The place of an optional whose value is looked at before it is changed.
  private func unwrappedPlace(_ base: TypedExpression) throws(Diagnostic) -> Place {
    let place = try preparePlace(base)
    if isAddressable(place) { return place }
    let (inner, accesses) = entered(place)
    try begin(accesses)
    chainAccesses += accesses
    return inner
  }

  /// The place of a property that is watched, except in its own observers and in initialisers.
  private func observed(_ place: Place, _ base: Place, _ owner: Type, _ index: Int, _ type: Type) -> Place? {
    let baseInfo = info(owner)
    guard let nominal = baseInfo.type.nominal, nominal.fields.indices.contains(index) else { return nil }
    let field = nominal.fields[index]
    guard field.willSet != nil || field.didSet != nil else { return nil }
    if let function, function.owner === nominal,
      function.isInitializer || function === field.willSet || function === field.didSet
    {
      return nil
    }
    return .observed(ObservedPlace(place: place, base: base, baseInfo: baseInfo, info: info(type), field: field))
  }

  /// The value of an expression in registers that nothing changes before the statement ends.
  func keptOperand(_ expression: TypedExpression) throws(Diagnostic) -> Operand {
    let value = try operand(expression)
    if value.isTemporary { return value }
    if case .variable(let variable) = expression.kind, !variable.isMutable, !variable.isGlobal { return value }
    let slots = allocate(value.layout)
    copy(value.slots, to: slots, value.layout)
    return Operand(slots: slots, layout: value.layout, isTemporary: true)
  }

  func elementIndices(_ arguments: [TypedExpression]) -> [TypedExpression] {
    if arguments.count == 1, case .variadic(let indices) = arguments[0].kind { return indices }
    return arguments
  }

  private func prepareAccessor(_ accessor: TypedExpression.Accessor, _ type: Type) throws(Diagnostic) -> Place {
    var base: (place: Place, info: TypeInfo)?
    if let expression = accessor.base { base = (try preparePlace(expression), info(expression.type)) }
    if let base, let entry = try entryPlace(accessor, in: base.place) { return entry }
    var arguments: [Operand] = []
    for argument in accessor.arguments { arguments.append(try keptOperand(argument)) }
    return .accessor(
      AccessorPlace(
        accessor: accessor, base: base, arguments: arguments, infos: accessor.arguments.map { info($0.type) },
        info: info(type)))
  }

  // MARK: Addresses

  /// Addresses of the words and the references of a place, in registers, and what to add to them. Arrays on the way
  /// are made unique, so this is only for places about to change; nothing else may run before that.
  func address(_ place: Place, words: Bool, references: Bool) throws(Diagnostic) -> (
    words: Int, references: Int, offset: Slots
  ) {
    switch place {
    case .registers(let slots):
      let address = allocate(Layout(words: 2)).word
      if words { emit(.wordAddress, address, slots.word) }
      if references { emit(.referenceAddress, address + 1, slots.reference) }
      return (address, address + 1, Slots())
    case .global(let slots):
      let address = allocate(Layout(words: 2)).word
      if words { emit(.globalWordAddress, address, slots.word) }
      if references { emit(.globalReferenceAddress, address + 1, slots.reference) }
      return (address, address + 1, Slots())
    case .record(let register, let offset):
      let address = allocate(Layout(words: 2)).word
      if words { emit(.recordWords, address, register) }
      if references { emit(.recordReferences, address + 1, register) }
      return (address, address + 1, offset)
    case .part(let whole, let offset):
      let inner = try address(whole, words: words, references: references)
      return (inner.words, inner.references, inner.offset + offset)
    case .element(let array, let index):
      let slot = try slotAddress(array)
      let address = allocate(Layout(words: 2)).word
      emit(.elementAddress, address, slot, index)
      return (address, address + 1, Slots())
    case .entry(let entry):
      let address = try address(of: entry)
      return (address, address + 1, Slots())
    case .hostElement, .accessor, .observed, .tuple, .discard: throw unsupported("this place")
    }
  }

  /// The address of the one reference of a place, in a register.
  func slotAddress(_ place: Place) throws(Diagnostic) -> Int {
    let inner = try address(place, words: false, references: true)
    if inner.offset.reference != 0 {
      emit(.addConstant, inner.references, inner.references, inner.offset.reference * 8)
    }
    return inner.references
  }

  /// Whether `address` works: no functions have to be called on the way.
  func isAddressable(_ place: Place) -> Bool {
    switch place {
    case .registers, .global, .record: true
    case .part(let inner, _), .element(let inner, _): isAddressable(inner)
    case .entry(let entry): isAddressable(entry.dictionary)
    case .hostElement, .accessor, .observed, .tuple, .discard: false
    }
  }

  // MARK: Reading

  func load(_ place: Place, _ info: TypeInfo, into target: Slots) throws(Diagnostic) {
    let layout = info.layout
    switch place {
    case .registers(let slots): copy(slots, to: target, layout)
    case .global(let slots):
      for part in 0..<layout.words { emit(.loadGlobalWord, target.word + part, slots.word + part) }
      for part in 0..<layout.references {
        emit(.loadGlobalReference, target.reference + part, slots.reference + part, mustExist(info.type) ? 1 : 0)
      }
    case .record(let register, let offset): loadRecord(register, offset, layout, target)
    case .element(.registers(let array), let index): emitLoad(array.reference, index, layout, target)
    case .part(let whole, let offset):
      if case .registers(let slots) = whole { return copy(slots + offset, to: target, layout) }
      if case .record(let register, let first) = whole { return loadRecord(register, first + offset, layout, target) }
      if !isAddressable(whole) { return try loadPart(of: whole, offset, layout, target) }
      fallthrough
    case .element, .entry:
      if !isAddressable(place) { return try loadElement(ofUnaddressable: place, layout, target) }
      let mark = top
      let from = try address(place, words: layout.words > 0, references: layout.references > 0)
      for part in 0..<layout.words { emit(.loadWord, target.word + part, from.words, from.offset.word + part) }
      for part in 0..<layout.references {
        emit(.loadReference, target.reference + part, from.references, from.offset.reference + part)
      }
      free(to: mark)
    case .hostElement(let host, let first, let count):
      let mark = top
      let slot = allocateReference()
      try load(host, objectInfo, into: Slots(reference: slot))
      emit(.hostElement, target.word, slot, first)
      emit(.extra, count)
      free(to: mark)
    case .accessor(let accessor): try callGetter(accessor, into: target)
    case .observed(let observed): try load(observed.place, info, into: target)
    case .tuple, .discard: throw unsupported("this place")
    }
  }

  /// Any type of one reference.
  private var objectInfo: TypeInfo { info(.any) }

  private func loadPart(
    of whole: Place, _ offset: Slots, _ layout: Layout, _ target: Slots
  ) throws(Diagnostic) {
    guard let info = info(of: whole) else { throw unsupported("this place") }
    let mark = top
    let slots = allocate(info.layout)
    try load(whole, info, into: slots)
    copy(slots + offset, to: target, layout)
    free(to: mark)
  }

  private func loadElement(ofUnaddressable place: Place, _ layout: Layout, _ target: Slots) throws(Diagnostic) {
    guard case .element(let array, let index) = place, let info = info(of: array) else {
      throw unsupported("this place")
    }
    let mark = top
    let slots = allocate(info.layout)
    try load(array, info, into: slots)
    emitLoad(slots.reference, index, layout, target)
    free(to: mark)
  }

  /// The type of what an accessor gives, where that is needed to go through it.
  private func info(of place: Place) -> TypeInfo? {
    switch place {
    case .accessor(let accessor): return accessor.info
    case .observed(let observed): return observed.info
    case .entry(let entry): return entry.valueInfo
    case .part(let inner, let offset):
      guard let whole = info(of: inner) else { return nil }
      switch whole.shape {
      case .tuple(let parts), .structure(let parts), .range(_, let parts):
        return parts.first { $0.offset == offset }?.info
      case .optional(let wrapped, _): return wrapped
      default: return nil
      }
    case .element(let inner, _):
      if case .array(let element)? = info(of: inner)?.shape { return element }
      return nil
    default: return nil
    }
  }

  // MARK: Writing

  func store(_ value: Operand, to place: Place) throws(Diagnostic) {
    switch place {
    case .registers(let slots): move(value, to: slots)
    case .global(let slots):
      for part in 0..<value.layout.words { emit(.storeGlobalWord, slots.word + part, value.word + part) }
      for part in 0..<value.layout.references {
        emit(.storeGlobalReference, slots.reference + part, owned(value, part))
      }
    case .record(let register, let offset): storeRecord(value, register, offset)
    case .element(.registers(let array), let index) where value.layout == .word:
      emit(.storeElementWord, array.reference, index, value.word)
    case .element(.registers(let array), let index) where value.layout == .reference:
      emit(.storeElementReference, array.reference, index, owned(value, 0))
    case .element(.record(let register, let offset), let index) where value.layout == .word && offset.reference == 0:
      emit(.storeRecordElementWord, register, index, value.word)
    case .element(let array, let index) where value.layout == .word && isAddressable(array):
      let mark = top
      emit(.storeElementWordVia, try slotAddress(array), index, value.word)
      free(to: mark)
    case .part(let whole, let offset):
      if case .registers(let slots) = whole { return move(value, to: slots + offset) }
      if case .record(let register, let first) = whole { return storeRecord(value, register, first + offset) }
      try storeInside(value, place)
    case .element, .entry: try storeInside(value, place)
    case .hostElement(let host, let first, let count):
      emit(.move, first + count, value.word)
      try change(host, objectInfo) { (inner) throws(Diagnostic) in
        let slot = try self.slotAddress(inner)
        self.emit(.setHostElement, slot, first, count)
      }
    case .accessor(let accessor): try callSetter(accessor, value)
    case .observed(let observed): try store(value, to: observed)
    case .tuple(let parts):
      for part in parts {
        try store(
          Operand(slots: value.slots + part.offset, layout: part.layout, isTemporary: value.isTemporary), to: part.place
        )
      }
    case .discard: break
    }
  }

  private func storeInside(_ value: Operand, _ place: Place) throws(Diagnostic) {
    guard isAddressable(place) else { return try storeThroughAccessor(value, place) }
    let mark = top
    let owners = (0..<value.layout.references).map { owned(value, $0) }
    let to = try address(place, words: value.layout.words > 0, references: value.layout.references > 0)
    for part in 0..<value.layout.words { emit(.storeWord, to.words, value.word + part, to.offset.word + part) }
    for part in 0..<value.layout.references {
      emit(.storeReference, to.references, owners[part], to.offset.reference + part)
      dirty.remove(owners[part])
    }
    free(to: mark)
  }

  /// Part of what an accessor gives: read the whole, change it, write it back.
  private func storeThroughAccessor(_ value: Operand, _ place: Place) throws(Diagnostic) {
    try change(place, nil) { (inner) throws(Diagnostic) in try self.store(value, to: inner) }
  }

  /// A register whose reference may be given away.
  private func owned(_ value: Operand, _ part: Int) -> Int {
    if value.isTemporary { return value.reference + part }
    let register = allocateReference()
    emit(.copy, register, value.reference + part)
    return register
  }

  /// Runs `body` with a place that has an address: the place itself, or a copy of what its accessor gives, which is
  /// written back afterwards.
  func change(_ place: Place, _ info: TypeInfo?, _ body: (Place) throws(Diagnostic) -> Void) throws(Diagnostic) {
    if isAddressable(place) {
      let mark = top
      try body(place)
      free(to: mark)
      return
    }
    switch place {
    case .part(let whole, let offset):
      try change(whole, nil) { (inner) throws(Diagnostic) in try body(.part(inner, offset)) }
    case .element(let array, let index):
      try change(array, nil) { (inner) throws(Diagnostic) in try body(.element(inner, index)) }
    case .accessor(let accessor):
      let mark = top
      let slots = allocate(accessor.info.layout)
      try callGetter(accessor, into: slots)
      try body(.registers(slots))
      try callSetter(accessor, Operand(slots: slots, layout: accessor.info.layout, isTemporary: true))
      free(to: mark)
    case .observed(let observed):
      let mark = top
      let slots = allocate(observed.info.layout)
      try load(observed.place, observed.info, into: slots)
      try body(.registers(slots))
      try store(Operand(slots: slots, layout: observed.info.layout, isTemporary: true), to: observed)
      free(to: mark)
    default: throw unsupported("this place")
    }
  }

  /// Sets a watched property: `willSet` with the new value before, `didSet` with the old one after.
  private func store(_ value: Operand, to observed: ObservedPlace) throws(Diagnostic) {
    let mark = top
    let old = allocate(observed.info.layout)
    try load(observed.place, observed.info, into: old)
    let new = allocate(observed.info.layout)
    move(value, to: new)
    if let willSet = observed.field.willSet { try notify(willSet, observed, new) }
    try store(Operand(slots: new, layout: observed.info.layout, isTemporary: true), to: observed.place)
    if let didSet = observed.field.didSet { try notify(didSet, observed, old) }
    free(to: mark)
  }

  private func notify(_ observer: FunctionSymbol, _ observed: ObservedPlace, _ value: Slots) throws(Diagnostic) {
    let mark = top
    let argument = bound(value, observed.info)
    let substitution = observer.owner.map { environment.memberSubstitution(owner: $0, base: observed.baseInfo.type) }
    let arguments = observer.outerParameters.map { substitution?.types[$0] ?? .parameter($0) }
    let slots = allocate(observed.baseInfo.layout)
    let isObject = observed.baseInfo.type.isClass
    try load(observed.base, observed.baseInfo, into: slots)
    let base = bound(slots, observed.baseInfo, isMutable: true)
    let receiver = isObject ? base : TypedExpression(.inOut(base), base.type, range)
    _ = try callOperand(TypedExpression(.call(observer, arguments, [receiver, argument]), .void, range))
    if !isObject {
      try store(Operand(slots: slots, layout: observed.baseInfo.layout, isTemporary: true), to: observed.base)
    }
    free(to: mark)
  }
}
