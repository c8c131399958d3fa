/// The end of objects: weak references and `deinit`.
extension UnsafeMutablePointer where Pointee == HeapState {
  /// The record through which weak references find an object, owned. Its word is the object's address, or 0.
  func weakBox(of object: Reference, info: Int) -> Reference {
    if let known = pointee.weakBoxes[object] {
      known.retain()
      return known
    }
    let box = record(words: 1, references: 0, info: info)
    box.recordWords[0] = Int(bitPattern: object)
    box.retain()
    pointee.weakBoxes[object] = box
    object.asHeader.pointee.flags.insert(.isReferredToWeakly)
    return box
  }

  /// Tells weak references that an object is gone.
  func forgetWeakly(_ object: Reference) {
    object.asHeader.pointee.flags.remove(.isReferredToWeakly)
    guard let box = pointee.weakBoxes.removeValue(forKey: object) else { return }
    box.recordWords[0] = 0
    release(box)
  }

  /// Keeps an object that nobody owns until its `deinit` has run.
  func postpone(_ object: Reference) {
    let header = object.asHeader
    header.pointee.count = 1
    header.pointee.flags.remove(.finalizes)
    if header.pointee.flags.contains(.isReferredToWeakly) { forgetWeakly(object) }
    pointee.dying.append(object)
  }

  /// The objects that wait for their `deinit`, for whoever runs them.
  func takeDying() -> [Reference] {
    let result = pointee.dying
    pointee.dying = []
    return result
  }

  /// Destroys what waits without running anything.
  func discardDying() {
    while !pointee.dying.isEmpty { for object in takeDying() { release(object) } }
  }
}
