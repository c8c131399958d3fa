internal import Kernels
import Synchronization

/// The elements of one or more tensors, in one block of memory.
///
/// Tensors share a storage until one of them writes (copy on write), so nothing here ever changes while it is shared.
///
/// The same numbers may lie in memory in two forms: row by row, as a learner sees them, and for images in `float32` as
/// pixels with their channels side by side (`PixelLayout`), as fast operators want them. There is one of the two at
/// first. The other is made when somebody asks for it, and stays; `Storage+Forms.swift` has that part.
package final class Storage {
  package let kind: ElementKind
  package let count: Int
  /// The first element, row by row; nil as long as there are only pixels.
  let rows: Atomic<UnsafeMutableRawPointer?>
  /// The pixels, and what was computed from the elements; nil where there is none of this.
  let forms: Atomic<Unmanaged<StorageForms>?>
  /// Of the elements row by row.
  let byteCount: Int
  /// The memory is counted with that of other small ones.
  private let isSmall: Bool

  /// The largest tensor of symbols: formulas are for reading.
  private static let formulaLimit = 1000
  /// The system takes about a millisecond to hand out so many new bytes.
  private static let bytesAtOnce = 1 << 22
  /// For a few elements, what `malloc` gives is there sooner than what the cache gives.
  private static let smallBytes = 1 << 12

  /// `count` zeros. Throws when they do not fit into the memory that is allowed.
  package convenience init(_ kind: ElementKind, count: Int) throws {
    try self.init(unwritten: kind, count: count)
    if kind == .formula { return }
    let base = base
    if byteCount <= Self.smallBytes {
      base.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    } else {
      try inBlocks(byteCount, of: Self.bytesAtOnce) {
        (base + $0.lowerBound).initializeMemory(as: UInt8.self, repeating: 0, count: $0.count)
      }
    }
  }

  /// Memory for `count` elements. Numbers are whatever was there before; whoever makes the storage writes them all.
  package init(unwritten kind: ElementKind, count: Int) throws {
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
    let (product, overflow) = count.multipliedReportingOverflow(by: stride)
    byteCount = overflow ? Int.max / 2 : product
    isSmall = byteCount <= Self.smallBytes
    let bytes = byteCount + TensorMemory.tensorOverhead
    if isSmall { try TensorMemory.requireSmall(bytes) } else { try TensorMemory.reserve(bytes) }
    self.kind = kind
    self.count = count
    forms = Atomic(nil)
    let base = Self.allocate(byteCount)
    rows = Atomic(base)
    if isSmall { TensorMemory.countSmall(bytes, of: self) }
    if kind == .formula {
      base.bindMemory(to: Formula.self, capacity: count).initialize(repeating: .zero, count: count)
    }
  }

  /// Memory for images as pixels only, for the maker to write. A layout's `count` fits into a word.
  init(unwrittenPixels layout: PixelLayout) throws {
    let (bytes, overflow) = layout.count.multipliedReportingOverflow(by: MemoryLayout<Float>.stride)
    try TensorMemory.reserve((overflow ? Int.max / 2 : bytes) + TensorMemory.tensorOverhead)
    kind = .float32
    count = layout.pixels * layout.channels
    byteCount = count * MemoryLayout<Float>.stride
    isSmall = false
    rows = Atomic(nil)
    forms = Atomic(Unmanaged.passRetained(StorageForms(AlignedBuffer(count: layout.count), layout)))
  }

  deinit {
    if let forms = forms.load(ordering: .acquiring) { forms.release() }
    guard let base = rows.load(ordering: .acquiring) else {
      return TensorMemory.release(TensorMemory.tensorOverhead)
    }
    if kind == .formula { base.assumingMemoryBound(to: Formula.self).deinitialize(count: count) }
    Self.free(base, byteCount)
    let bytes = byteCount + TensorMemory.tensorOverhead
    if isSmall { TensorMemory.releaseSmall(bytes, of: self) } else { TensorMemory.release(bytes) }
  }

  static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    byteCount > smallBytes
      ? MemoryCache.allocate(byteCount: byteCount) : .allocate(byteCount: max(byteCount, 1), alignment: 16)
  }

  static func free(_ base: UnsafeMutableRawPointer, _ byteCount: Int) {
    if byteCount > smallBytes { MemoryCache.free(base, byteCount: byteCount) } else { base.deallocate() }
  }

  /// The first element. Valid for as long as the storage lives.
  package var base: UnsafeMutableRawPointer { rows.load(ordering: .acquiring) ?? makeRows() }

  /// The first element, for writing in place: what was made from the elements before is forgotten.
  package var writableBase: UnsafeMutableRawPointer {
    let base = base
    if forms.load(ordering: .relaxed) != nil { forgetForms() }
    return base
  }

  /// A storage of its own with the same elements.
  func copy() throws -> Storage {
    let copy = try Storage(unwritten: kind, count: count)
    let (from, to) = (base, copy.base)
    if kind == .formula {
      to.assumingMemoryBound(to: Formula.self).update(from: from.assumingMemoryBound(to: Formula.self), count: count)
    } else {
      try inBlocks(byteCount, of: Self.bytesAtOnce) {
        (to + $0.lowerBound).copyMemory(from: from + $0.lowerBound, byteCount: $0.count)
      }
    }
    return copy
  }
}
