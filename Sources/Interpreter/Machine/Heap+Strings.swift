import Foundation

/// Texts. What is appended piece by piece waits as bytes behind the text, until somebody reads it.
extension UnsafeMutablePointer where Pointee == HeapState {
  func string(_ text: String) -> Reference {
    let block = block(MemoryLayout<StringBlock>.stride)
    let charged = Self.cost(of: text)
    pointee.live += charged
    block.assumingMemoryBound(to: StringBlock.self).initialize(
      to: StringBlock(header: Header(count: 1, kind: .string, info: 0), text: text, charged: charged))
    return block
  }

  /// Short texts lie inside their block.
  private static func cost(of text: String) -> Int {
    let bytes = text.utf8.count
    return bytes <= 15 ? 0 : bytes + 32
  }

  /// Appends in place; the block must have no other owner.
  func append(_ more: Reference, to reference: Reference) throws(Fault) {
    let block = reference.assumingMemoryBound(to: StringBlock.self)
    block.pointee.hash = 0
    let text = more.text
    let count = text.utf8.count
    let length = block.pointee.text.utf8.count + count
    if block.pointee.tail.capacity == 0 && length < 64 {
      if length > 15 && length + 32 > block.pointee.charged {
        try charge(length + 32 - block.pointee.charged)
        block.pointee.charged = length + 32
      }
      block.pointee.text += text
      return
    }
    if block.pointee.tail.count + count > block.pointee.tail.capacity { try makeRoom(for: count, in: block) }
    let waiting = block.pointee.tail.count
    guard let bytes = block.pointee.tail.bytes else { return }
    let isCopied =
      text.utf8.withContiguousStorageIfAvailable { source in
        if let start = source.baseAddress { (bytes + waiting).update(from: start, count: source.count) }
        return true
      } ?? false
    if !isCopied { for (index, byte) in text.utf8.enumerated() { bytes[waiting + index] = byte } }
    block.pointee.tail.count = waiting + count
  }

  /// The first bytes go straight behind the text; the more there were, the more may wait.
  private func makeRoom(for count: Int, in block: UnsafeMutablePointer<StringBlock>) throws(Fault) {
    block.flush()
    let capacity = Swift.max(count, 64, Swift.min(block.pointee.text.utf8.count, 1 << 16))
    let cost = block.pointee.text.utf8.count + capacity + 32
    if cost > block.pointee.charged {
      try charge(cost - block.pointee.charged)
      block.pointee.charged = cost
    }
    block.pointee.tail.bytes?.deallocate()
    block.pointee.tail.bytes = .allocate(capacity: capacity)
    block.pointee.tail.capacity = capacity
  }

  func join(_ left: Reference, _ right: Reference) throws(Fault) -> Reference {
    let (a, b) = (left.text, right.text)
    let needed = a.utf8.count + b.utf8.count
    if needed > 1 << 16 {
      try charge(needed)
      pointee.live -= needed
    }
    return string(a + b)
  }
}

extension UnsafeMutablePointer where Pointee == StringBlock {
  /// Puts the waiting bytes behind the text.
  fileprivate func flush() {
    let count = pointee.tail.count
    guard count > 0, let bytes = pointee.tail.bytes else { return }
    pointee.tail.count = 0
    pointee.text += String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}

extension Reference {
  var text: String {
    let block = assumingMemoryBound(to: StringBlock.self)
    if block.pointee.tail.count > 0 { block.flush() }
    return block.pointee.text
  }

  /// Equal texts have equal hashes, however their characters are composed.
  var textHash: Int {
    let block = assumingMemoryBound(to: StringBlock.self)
    if block.pointee.hash != 0 { return block.pointee.hash }
    let hash = text.canonicalHash
    block.pointee.hash = hash
    return hash
  }

  func hasEqualText(_ other: Reference) -> Bool { self == other || text == other.text }
}

extension String {
  /// Never 0.
  fileprivate var canonicalHash: Int {
    var copy = self
    let plain: Int? = copy.withUTF8 { bytes in
      var hash: UInt = 0x9E37_79B9_7F4A_7C15
      for byte in bytes {
        if byte >= 0x80 { return nil }
        hash = (hash ^ UInt(byte)) &* 0x0000_0100_0000_01B3
      }
      return Int(bitPattern: (hash ^ (hash >> 29)) | 1)
    }
    return plain ?? composedHash
  }

  /// Some characters outside of ASCII are equal to one inside, such as the sign for Kelvin.
  private var composedHash: Int {
    let composed = precomposedStringWithCanonicalMapping
    if composed.utf8.allSatisfy({ $0 < 0x80 }) { return composed.canonicalHash }
    return hashValue | 1
  }
}
