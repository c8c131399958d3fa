/// What a computed property or subscript gave, while the statement changes a part of it: as in Swift it is read once,
/// changed in a copy, and written once.
struct OpenAccess {
  let source: Place
  let slots: Slots
  let info: TypeInfo
}

/// All accesses of one change: those that wait for it, and those that an optional chain has begun already.
struct OpenAccesses {
  var begun: [OpenAccess] = []
  var waiting: [OpenAccess] = []
}

extension FunctionCompiler {
  /// The place with copies where functions are on the way, and the accesses that these copies need, outermost first.
  func opened(_ place: Place) -> (place: Place, accesses: [OpenAccess]) {
    switch place {
    case .part(let inner, let offset) where !isAddressable(inner):
      let (copy, accesses) = entered(inner)
      return (.part(copy, offset), accesses)
    case .element(let inner, let index) where !isAddressable(inner):
      let (copy, accesses) = entered(inner)
      return (.element(copy, index), accesses)
    case .hostElement(let inner, let first, let count) where !isAddressable(inner):
      let (copy, accesses) = entered(inner)
      return (.hostElement(copy, first, count), accesses)
    case .accessor(let accessor):
      let (inner, accesses) = withOpenBase(accessor)
      return (.accessor(inner), accesses)
    default: return (place, [])
    }
  }

  /// A place that has an address.
  func entered(_ place: Place) -> (place: Place, accesses: [OpenAccess]) {
    if isAddressable(place) { return (place, []) }
    switch place {
    case .part, .element: return opened(place)
    case .accessor(let accessor):
      let (inner, accesses) = withOpenBase(accessor)
      let slots = allocate(accessor.info.layout)
      return (.registers(slots), accesses + [OpenAccess(source: .accessor(inner), slots: slots, info: accessor.info)])
    case .observed(let observed):
      let slots = allocate(observed.info.layout)
      return (.registers(slots), [OpenAccess(source: place, slots: slots, info: observed.info)])
    default: return (place, [])
    }
  }

  private func withOpenBase(_ accessor: AccessorPlace) -> (accessor: AccessorPlace, accesses: [OpenAccess]) {
    guard let base = accessor.base, !isAddressable(base.place), !base.info.type.isClass else { return (accessor, []) }
    let (copy, accesses) = entered(base.place)
    return (
      AccessorPlace(
        accessor: accessor.accessor, base: (copy, base.info), arguments: accessor.arguments, infos: accessor.infos,
        info: accessor.info),
      accesses
    )
  }

  func begin(_ accesses: OpenAccesses) throws(Diagnostic) { try begin(accesses.waiting) }

  func begin(_ accesses: [OpenAccess]) throws(Diagnostic) {
    for access in accesses { try load(access.source, access.info, into: access.slots) }
  }

  func end(_ accesses: OpenAccesses) throws(Diagnostic) {
    for access in (accesses.begun + accesses.waiting).reversed() {
      let layout = access.info.layout
      try store(Operand(slots: access.slots, layout: layout, isTemporary: true), to: access.source)
      // An optional chain that is left before this point still owns the copy.
      for register in access.slots.reference..<access.slots.reference + layout.references { dirty.insert(register) }
    }
  }

  /// Leaves an optional chain: what was read on the way is written back all the same.
  func jumpIfNil(
    _ value: Operand, _ type: Type, ending accesses: [OpenAccess], to exit: Label
  ) throws(Diagnostic) {
    let (isNil, isValue) = (newLabel(), newLabel())
    jumpIfNil(value, type, to: isNil)
    emit(jump: .jump, to: isValue)
    place(isNil)
    let saved = dirty
    try end(OpenAccesses(begun: accesses))
    dirty = saved
    emit(jump: .jump, to: exit)
    place(isValue)
  }

  /// Prepares a place for a change. The caller begins the accesses before it, and ends them after it.
  func openPlace(_ expression: TypedExpression) throws(Diagnostic) -> (place: Place, accesses: OpenAccesses) {
    let outer = chainAccesses
    chainAccesses = []
    defer { chainAccesses = outer }
    let (place, waiting) = opened(try preparePlace(expression))
    return (place, OpenAccesses(begun: chainAccesses, waiting: waiting))
  }
}
