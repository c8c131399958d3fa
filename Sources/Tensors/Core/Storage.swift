/// The elements of one or more tensors, in one block of memory.
///
/// Tensors share a storage until one of them writes (copy on write), so nothing here ever changes while it is shared.
package final class Storage {
  package let kind: ElementKind
  package let count: Int
  /// The first element. Valid for as long as the storage lives.
  package let base: UnsafeMutableRawPointer
  private let byteCount: Int

  /// The largest tensor of symbols: formulas are for reading.
  private static let formulaLimit = 1000
  /// The system takes about a millisecond to hand out so many new bytes.
  private static let bytesAtOnce = 1 << 22
  private static let smallBytes = 1 << 12

  /// `count` zeros. Throws when they do not fit into the memory that is allowed.
  package init(_ kind: ElementKind, count: Int) throws {
    if kind == .formula && count > Self.formulaLimit {
      throw TensorError(
        "a tensor of symbols has at most \(Self.formulaLimit) elements, and this one would have \(count)")
    }
    let stride =
      switch kind {
      case .float32: MemoryLayout<Float>.stride
      case .float64: MemoryLayout<Double>.stride
      case .formula: MemoryLayout<Formula>.stride
      }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: stride)
    byteCount = overflow ? Int.max / 2 : bytes
    try TensorMemory.reserve(byteCount + TensorMemory.tensorOverhead)
    self.kind = kind
    self.count = count
    // 64 bytes are a cache line, and the widest vector of today's processors; for a few elements what `malloc` gives is
    // there sooner.
    base = .allocate(byteCount: max(byteCount, 1), alignment: byteCount > Self.smallBytes ? 64 : 16)
    if kind != .formula && byteCount <= Self.smallBytes {
      base.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    } else if kind == .formula {
      base.bindMemory(to: Formula.self, capacity: count).initialize(repeating: .zero, count: count)
    } else {
      // From here on a thrown error ends in `deinit`.
      try inBlocks(byteCount, of: Self.bytesAtOnce) { [base] in
        (base + $0.lowerBound).initializeMemory(as: UInt8.self, repeating: 0, count: $0.count)
      }
    }
  }

  deinit {
    if kind == .formula { base.assumingMemoryBound(to: Formula.self).deinitialize(count: count) }
    base.deallocate()
    TensorMemory.release(byteCount + TensorMemory.tensorOverhead)
  }

  /// A storage of its own with the same elements.
  func copy() throws -> Storage {
    let copy = try Storage(kind, count: count)
    if kind == .formula {
      copy.base.assumingMemoryBound(to: Formula.self)
        .update(from: base.assumingMemoryBound(to: Formula.self), count: count)
    } else {
      try inBlocks(byteCount, of: Self.bytesAtOnce) {
        (copy.base + $0.lowerBound).copyMemory(from: base + $0.lowerBound, byteCount: $0.count)
      }
    }
    return copy
  }
}
