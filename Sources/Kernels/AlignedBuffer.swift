/// Numbers in memory of their own, from the cache: not yet written, and at a multiple of 64 bytes.
package final class AlignedBuffer: @unchecked Sendable {
  package let count: Int
  /// The first number. Valid for as long as the buffer lives.
  package let base: UnsafeMutablePointer<Float>

  /// Room for `count` numbers. They are whatever was there before.
  package init(count: Int) {
    self.count = count
    base = MemoryCache.allocate(byteCount: count * MemoryLayout<Float>.stride)
      .bindMemory(to: Float.self, capacity: count)
  }

  package var byteCount: Int { count * MemoryLayout<Float>.stride }

  deinit { MemoryCache.free(base, byteCount: byteCount) }
}
