import Synchronization

/// Counts the bytes of all living tensors and recordings, and refuses those that would not fit.
///
/// A program of one line can ask for more memory than the machine has. With a budget the answer is a sentence, and not
/// the end of the process.
package enum TensorMemory {
  private static let liveBytes = Atomic<Int>(0)
  private static let allowedBytes = Atomic<Int>(4 << 30)

  /// What a tensor takes beside its elements, and a step of a recording, roughly: a million small tensors count.
  static var tensorOverhead: Int { 128 }
  static var nodeOverhead: Int { 256 }

  /// The bytes that all living tensors and recordings take.
  package static var used: Int { liveBytes.load(ordering: .relaxed) }

  /// How many bytes all tensors and recordings may take together: 4 GB at first.
  package static var budget: Int {
    get { allowedBytes.load(ordering: .relaxed) }
    set { allowedBytes.store(newValue, ordering: .relaxed) }
  }

  static func reserve(_ bytes: Int) throws {
    let budget = budget
    guard bytes <= budget else {
      throw TensorError(
        "this tensor would need \(readable(bytes)), and \(readable(budget)) are allowed", isOutOfBudget: true)
    }
    let (before, after) = liveBytes.wrappingAdd(bytes, ordering: .relaxed)
    guard after <= budget else {
      release(bytes)
      throw TensorError(
        "this tensor would need \(readable(bytes)), and of the \(readable(budget)) that are allowed "
          + "\(readable(max(budget - before, 0))) are left", isOutOfBudget: true)
    }
  }

  /// Counts bytes that are taken whether they are allowed or not.
  static func count(_ bytes: Int) {
    liveBytes.wrappingAdd(bytes, ordering: .relaxed)
  }

  static func release(_ bytes: Int) {
    liveBytes.wrappingSubtract(bytes, ordering: .relaxed)
  }

  /// `8.0 GB`, `1.5 MB`, `320 bytes`.
  static func readable(_ bytes: Int) -> String {
    for (unit, size) in [("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)] where bytes >= size {
      let tenths = (Double(bytes) / Double(size) * 10).rounded()
      return tenths >= 10_000 ? "\(Int(tenths / 10)) \(unit)" : "\(tenths / 10) \(unit)"
    }
    return "\(bytes) bytes"
  }
}

// MARK: - Small objects

/// The count is one word for all threads, and a change of it takes as long as the elements of a small tensor. So small
/// tensors and steps of a recording are counted by a sample: one in sixteen, told by its address, counts for all.
extension TensorMemory {
  private static let sampleSize = 16

  /// Throws where so few bytes do not fit. They are not counted yet.
  static func requireSmall(_ bytes: Int) throws {
    if used + bytes <= budget { return }
    try reserve(bytes)
    release(bytes)
  }

  static func countSmall(_ bytes: Int, of object: AnyObject) {
    if isInSample(UInt(bitPattern: ObjectIdentifier(object))) { count(bytes * sampleSize) }
  }

  static func releaseSmall(_ bytes: Int, of object: AnyObject) {
    if isInSample(UInt(bitPattern: ObjectIdentifier(object))) { release(bytes * sampleSize) }
  }

  /// Neighbouring addresses fall far from each other, whatever lies between them: Fibonacci hashing (Knuth, "Sorting and
  /// Searching", 6.4).
  package static func isInSample(_ address: UInt) -> Bool {
    UInt64(address) &* 0x9E37_79B9_7F4A_7C15 < UInt64.max / UInt64(sampleSize)
  }
}
