/// The parts of instructions that are too long for the loop.
extension Machine {
  func appendRegisters(
    _ array: Reference, _ words: UnsafeMutablePointer<Int>, _ references: UnsafeMutablePointer<Reference?>, _ count: Int
  ) throws(Fault) {
    try heap.grow(array, by: count)
    let block = array.asArray
    let (w, r) = (Int(block.pointee.wordStride), Int(block.pointee.referenceStride))
    let start = block.pointee.count
    for index in 0..<count * w { block.pointee.words[start * w + index] = words[index] }
    for index in 0..<count * r {
      block.pointee.references[start * r + index] = references[index]
      references[index] = nil
    }
    block.pointee.count = start + count
  }

  func appendElement(
    _ slot: UnsafeMutablePointer<Reference?>, _ words: UnsafeMutablePointer<Int>,
    _ references: UnsafeMutablePointer<Reference?>
  ) throws(Fault) {
    let block = try heap.makeUnique(slot)
    guard let array = slot.pointee else { return }
    try heap.append(words: words, references: references, to: array)
    for index in 0..<Int(block.pointee.referenceStride) { references[index] = nil }
  }

  func hostElement(
    _ host: UnsafeMutablePointer<HostBlock>, _ indices: UnsafeBufferPointer<Int>
  ) throws(Fault) -> Int {
    do {
      return try host.borrowed._withUnsafeGuaranteedRef { object in
        return Int(Int64(bitPattern: try object.element(at: indices).bitPattern))
      }
    } catch { throw fault(from: error) }
  }

  func setHostElement(
    _ slot: UnsafeMutablePointer<Reference?>, _ words: UnsafeMutablePointer<Int>, _ count: Int
  ) throws(Fault) {
    let host = try heap.makeUniqueHost(slot)
    do {
      try host.borrowed._withUnsafeGuaranteedRef { object in
        try object.setElement(
          at: UnsafeBufferPointer(start: words, count: count),
          to: Double(bitPattern: UInt64(bitPattern: Int64(words[count]))))
      }
    } catch { throw fault(from: error) }
  }

  func fault(from error: any Error) -> Fault {
    switch error {
    case let fault as Fault: fault
    case let diagnostic as Diagnostic:
      // Without a place it gets that of the call.
      diagnostic.range == nil
        ? Fault(diagnostic.message, kind: diagnostic.kind, notes: diagnostic.notes) : Fault(diagnostic)
    case Unwinding.fault(let diagnostic): Fault(diagnostic)
    case Unwinding.thrown(let reference): Fault(thrown: reference)
    case let failure as any BudgetFailure where failure.isOutOfBudget: Fault("\(error)", kind: .budget)
    default: Fault("\(error)")
    }
  }
}

extension UnsafeMutablePointer where Pointee == HostBlock {
  /// The object without counting a reference: the block keeps it alive.
  fileprivate var borrowed: Unmanaged<HostObject> {
    let place = UnsafeRawPointer(self) + MemoryLayout<HostBlock>.offset(of: \.object).unsafelyUnwrapped
    return Unmanaged.fromOpaque(place.load(as: UnsafeRawPointer.self))
  }
}
