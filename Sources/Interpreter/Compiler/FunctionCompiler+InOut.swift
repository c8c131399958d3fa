/// An inout argument: its value is moved into the call's window and back, so that nobody shares it meanwhile.
final class InOutArgument {
  let place: Place
  let info: TypeInfo
  /// For an element of an array that others can see: where the whole array waits during the call, and where it belongs.
  let borrowed: (slots: Slots, root: Place)?

  let accesses: OpenAccesses

  init(place: Place, info: TypeInfo, borrowed: (slots: Slots, root: Place)?, accesses: OpenAccesses) {
    self.accesses = accesses
    self.place = place
    self.info = info
    self.borrowed = borrowed
  }
}

extension FunctionCompiler {
  func prepareInOut(_ expression: TypedExpression) throws(Diagnostic) -> InOutArgument {
    var inner = expression
    if case .inOut(let place) = expression.kind { inner = place }
    let (place, accesses) = try openPlace(inner)
    let info = info(inner.type)
    if let root = sharedRoot(of: place) {
      let slots = allocate(.reference)
      return InOutArgument(
        place: replaceRoot(of: place, by: .registers(slots)), info: info, borrowed: (slots, root), accesses: accesses)
    }
    return InOutArgument(place: place, info: info, borrowed: nil, accesses: accesses)
  }

  /// The place of the outermost array on the way to an element, if others can see it.
  private func sharedRoot(of place: Place) -> Place? {
    guard !place.isPrivate, isAddressable(place) else { return nil }
    switch place {
    case .part(let inner, _): return sharedRoot(of: inner)
    case .element(let inner, _): return sharedRoot(of: inner) ?? inner
    default: return nil
    }
  }

  private func replaceRoot(of place: Place, by root: Place) -> Place {
    switch place {
    case .part(let inner, let offset): return .part(replaceRoot(of: inner, by: root), offset)
    case .element(let inner, let index):
      return .element(sharedRoot(of: inner) == nil ? root : replaceRoot(of: inner, by: root), index)
    default: return place
    }
  }

  func take(_ argument: InOutArgument, into target: Slots) throws(Diagnostic) {
    try begin(argument.accesses)
    if let (slots, root) = argument.borrowed { try moveOut(root, .reference, into: slots) }
    if isAddressable(argument.place) { return try moveOut(argument.place, argument.info.layout, into: target) }
    try load(argument.place, argument.info, into: target)
  }

  private func moveOut(_ place: Place, _ layout: Layout, into target: Slots) throws(Diagnostic) {
    switch place {
    case .registers(let slots): return take(slots, to: target, layout)
    case .part(.registers(let slots), let offset): return take(slots + offset, to: target, layout)
    default: break
    }
    let mark = top
    let from = try address(place, words: layout.words > 0, references: layout.references > 0)
    for part in 0..<layout.words { emit(.loadWord, target.word + part, from.words, from.offset.word + part) }
    for part in 0..<layout.references {
      emit(.takeReference, target.reference + part, from.references, from.offset.reference + part)
    }
    free(to: mark)
  }

  func putBack(_ argument: InOutArgument, from source: Slots) throws(Diagnostic) {
    let layout = argument.info.layout
    try store(Operand(slots: source, layout: layout, isTemporary: true), to: argument.place)
    for part in 0..<layout.references { dirty.remove(source.reference + part) }
    if let (slots, root) = argument.borrowed {
      try store(Operand(slots: slots, layout: .reference, isTemporary: true), to: root)
    }
    try end(argument.accesses)
  }
}
