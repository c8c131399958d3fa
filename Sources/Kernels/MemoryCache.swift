internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory for tensors and for what kernels need in between, kept when it is freed.
///
/// A training step asks for the same sizes again and again. The system would take freed memory back, and hand it out
/// page by page with every page filled with zeros: that makes the loops over it several times slower. So a freed block
/// goes to a list of blocks of its size, and from there to whoever asks for that size next.
package enum MemoryCache {
  /// A cache line, and the widest vector of today's processors.
  package static let alignment = 64

  /// Blocks beyond this size go straight to the system, in both directions.
  private static let largestBlock = 1 << 31
  /// How many bytes may wait in all lists together. What is freed beyond that goes back to the system.
  private static let limit = 3 << 30
  /// From here on the system is asked to use large pages.
  private static let hugePage = 1 << 21

  /// Free blocks of each size. The first word of a block points to the next one.
  private struct Lists: @unchecked Sendable {
    var first = [UnsafeMutableRawPointer?](repeating: nil, count: 4 * 32)
    var bytes = 0
  }
  private static let lists = Mutex(Lists())

  /// How many bytes wait to be used again.
  package static var waitingBytes: Int { lists.withLock { $0.bytes } }

  /// A block of at least `byteCount` bytes, at a multiple of `alignment`. What it holds is left over from its last use.
  package static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    guard let (list, size) = sizeClass(byteCount) else { return fromSystem(byteCount) }
    let block: UnsafeMutableRawPointer? = lists.withLock { lists in
      guard let block = lists.first[list] else { return nil }
      lists.first[list] = block.load(as: UnsafeMutableRawPointer?.self)
      lists.bytes -= size
      return block
    }
    return block ?? fromSystem(size)
  }

  /// Takes back what `allocate(byteCount:)` gave for the same number of bytes.
  package static func free(_ block: UnsafeMutableRawPointer, byteCount: Int) {
    if let (list, size) = sizeClass(byteCount) {
      let isKept = lists.withLock { lists in
        guard lists.bytes + size <= limit else { return false }
        block.storeBytes(of: lists.first[list], as: UnsafeMutableRawPointer?.self)
        lists.first[list] = block
        lists.bytes += size
        return true
      }
      if isKept { return }
    }
    Self.release(block)
  }

  /// The list for so many bytes, and the size of its blocks: four sizes between a power of two and the next, so that at
  /// most a quarter of a block is never used. Nil for the largest sizes.
  static func sizeClass(_ byteCount: Int) -> (list: Int, size: Int)? {
    if byteCount <= 256 { return (0, 256) }
    if byteCount > largestBlock { return nil }
    // 2^power < byteCount ≤ 2^(power + 1), in steps of a quarter of 2^power.
    let power = Int.bitWidth - 1 - (byteCount - 1).leadingZeroBitCount
    let quarter = 1 << (power - 2)
    let steps = (byteCount + quarter - 1) / quarter - 4
    return (4 * (power - 8) + steps, (4 + steps) * quarter)
  }

  private static func fromSystem(_ byteCount: Int) -> UnsafeMutableRawPointer {
    if let block = block(byteCount) { return block }
    // What waits may be just what is missing.
    releaseAll()
    guard let block = block(byteCount) else { fatalError("the system has no \(byteCount) bytes of memory left") }
    return block
  }

  private static func block(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    var block: UnsafeMutableRawPointer?
    let isHuge = byteCount >= 2 * hugePage
    guard posix_memalign(&block, isHuge ? hugePage : alignment, max(byteCount, alignment)) == 0 else { return nil }
    #if os(Linux)
      if isHuge, let block { madvise(block, byteCount / hugePage * hugePage, Int32(MADV_HUGEPAGE)) }
    #endif
    return block
  }

  private static func release(_ block: UnsafeMutableRawPointer) {
    #if canImport(Glibc)
      Glibc.free(block)
    #elseif canImport(Musl)
      Musl.free(block)
    #else
      Darwin.free(block)
    #endif
  }

  /// Gives all waiting blocks back to the system.
  package static func releaseAll() {
    let waiting = lists.withLock { lists in
      defer { lists = Lists() }
      return lists
    }
    for first in waiting.first {
      var next = first
      while let block = next {
        next = block.load(as: UnsafeMutableRawPointer?.self)
        release(block)
      }
    }
  }
}
