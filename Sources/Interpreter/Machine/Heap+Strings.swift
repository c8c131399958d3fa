import Foundation

/// A text of few bytes. The first byte is the lowest one of `low`, and those behind the end are 0.
struct ShortText {
  static let capacity = 15
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count = 0

  /// Nil for more bytes than fit.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.capacity else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(bytes)) }
    (low, high, count) = (UInt64(littleEndian: words.0), UInt64(littleEndian: words.1), bytes.count)
  }

  init(_ byte: UInt8) { (low, count) = (UInt64(byte), 1) }

  /// The digits of a number; nil if they do not fit.
  @inline(__always) fileprivate init?(_ number: Int) {
    let magnitude = UInt64(number.magnitude)
    guard magnitude < 100_000_000_000_000 else { return nil }
    let zero: UInt64 = 0x3030_3030_3030_3030
    let isLong = magnitude >= 100_000_000
    let digits = Self.eightDigits(isLong ? magnitude / 100_000_000 : magnitude)
    // Zeros in front are the lowest bytes; one digit always stays.
    let zeros = min(digits.trailingZeroBitCount, 56) & ~7
    low = (digits | zero) &>> UInt64(zeros)
    count = 8 - zeros / 8
    if isLong { _ = append(Self.eightDigits(magnitude % 100_000_000) | zero, 0, 8) }
    guard number < 0 else { return }
    high = high << 8 | low >> 56
    low = low << 8 | 0x2D
    count += 1
  }

  /// The digits of a number below 100 million, the first one in the lowest byte. Each step cuts all parts in two at once:
  /// a part of four digits is divided by 100, then one of two by 10, by a product and a shift.
  @inline(__always) private static func eightDigits(_ number: UInt64) -> UInt64 {
    let fours = number / 10_000 | (number % 10_000) << 32
    let hundreds = ((fours &* 10_486) >> 20) & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- 100 &* hundreds) << 16
    let tens = ((twos &* 103) >> 10) & 0x000F_000F_000F_000F
    return tens | (twos &- 10 &* tens) << 8
  }
}

/// Texts. What is appended to a long one waits as bytes behind it, until somebody reads it.
extension UnsafeMutablePointer where Pointee == HeapState {
  func string(_ text: String) -> Reference {
    var text = text
    if let short = text.withUTF8({ ShortText($0) }) { return string(short) }
    let charged = Self.cost(of: text.utf8.count)
    pointee.live += charged
    return long(LongText(text: text), charged)
  }

  func string(_ text: borrowing TextBuffer) -> Reference {
    if let short = text.rawBytes.withMemoryRebound(to: UInt8.self, { ShortText($0) }) { return string(short) }
    return string(text.text)
  }

  @inline(__always) func string(_ text: ShortText) -> Reference {
    let block: Reference
    let first = pointee.pool.firstFree + MemoryLayout<StringBlock>.stride / Pool.step
    if let known = first.pointee {
      first.pointee = known.load(as: Reference?.self)
      pointee.live += MemoryLayout<StringBlock>.stride
      block = known
    } else {
      block = self.block(MemoryLayout<StringBlock>.stride)
    }
    // Field by field: the initialisers stand in another file, and are not inlined.
    let string = block.assumingMemoryBound(to: StringBlock.self)
    string.pointee.header.count = 1
    string.pointee.header.kind = .string
    string.pointee.header.flags = HeaderFlags(rawValue: 0)
    string.pointee.header.info = Int32(truncatingIfNeeded: text.count)
    string.pointee.hash = 0
    string.pointee.charged = 0
    string.pointee.low = text.low
    string.pointee.high = text.high
    return block
  }

  /// The digits of a number.
  func text(of number: Int) -> Reference {
    if let short = ShortText(number) { return string(short) }
    return string(IntegerKind.int.text(number))
  }

  private func long(_ text: LongText, _ charged: Int) -> Reference {
    let block = block(MemoryLayout<StringBlock>.stride)
    block.assumingMemoryBound(to: StringBlock.self).initialize(
      to: StringBlock(
        header: Header(count: 1, kind: .string, info: -1), charged: charged, low: newLongText(text), high: 0))
    return block
  }

  private func newLongText(_ text: LongText) -> UInt64 {
    let long = room(MemoryLayout<LongText>.stride)
    long.assumingMemoryBound(to: LongText.self).initialize(to: text)
    return UInt64(UInt(bitPattern: long))
  }

  func freeLongText(of block: Reference) {
    let string = block.assumingMemoryBound(to: StringBlock.self)
    guard let long = string.long else { return }
    pointee.live -= string.pointee.charged
    long.pointee.tail.bytes?.deallocate()
    long.deinitialize(count: 1)
    freeRoom(long, MemoryLayout<LongText>.stride)
  }

  /// What a long text with room for so many bytes takes, beside its block.
  private static func cost(of bytes: Int) -> Int { bytes + 32 }

  // MARK: Appending

  /// Appends to the text in a slot: in place where it has no other owner.
  func append(_ more: Reference, to slot: UnsafeMutablePointer<Reference?>) throws(Fault) {
    guard let reference = slot.pointee else { throw .overlapping }
    let string = reference.assumingMemoryBound(to: StringBlock.self)
    guard string.pointee.header.count == 1, reference != more else {
      let joined = try join(reference, more)
      slot.pointee = joined
      return release(reference)
    }
    let other = more.assumingMemoryBound(to: StringBlock.self)
    let count = Int(other.pointee.header.info)
    string.pointee.hash = 0
    if let long = string.long {
      if count >= 0, long.append(other, count) { return }
    } else if count >= 0, string.append(other, count) {
      return
    }
    try appendSlowly(more, to: string)
  }

  private func appendSlowly(_ more: Reference, to string: UnsafeMutablePointer<StringBlock>) throws(Fault) {
    if string.long == nil {
      let charged = Self.cost(of: ShortText.capacity)
      try charge(charged)
      let text = LongText(text: Reference(string).text)
      string.pointee.low = newLongText(text)
      string.pointee.high = 0
      string.pointee.header.info = -1
      string.pointee.charged = charged
    }
    guard let long = string.long else { return }
    let count = more.textLength
    if long.pointee.tail.count + count > long.pointee.tail.capacity {
      try makeRoom(for: count, long, &string.pointee.charged)
    }
    guard let bytes = long.pointee.tail.bytes else { return }
    let place = bytes + long.pointee.tail.count
    more.withTextBytes { source in
      if let start = source.baseAddress { place.copyMemory(from: start, byteCount: source.count) }
    }
    long.pointee.tail.count += count
  }

  /// Doubles what may wait, up to a million bytes. Behind a text that was read meanwhile it begins small again.
  private func makeRoom(
    for count: Int, _ long: UnsafeMutablePointer<LongText>, _ charged: inout Int
  ) throws(Fault) {
    if long.pointee.tail.count >= 1 << 20 { long.flush() }
    let (length, waiting) = (long.pointee.text.utf8.count, long.pointee.tail.count)
    let capacity = Swift.max(
      waiting + count, 64, Swift.min(length, 1 << 16), Swift.min(long.pointee.tail.capacity * 2, 1 << 20))
    let cost = Self.cost(of: length + capacity)
    if cost > charged {
      try charge(cost - charged)
      charged = cost
    }
    // Short texts are copied whole, with the zeros behind them.
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: capacity + 16, alignment: 16)
    if let old = long.pointee.tail.bytes {
      bytes.copyMemory(from: old, byteCount: waiting)
      old.deallocate()
    }
    long.pointee.tail.bytes = bytes
    long.pointee.tail.capacity = capacity
  }

  func join(_ left: Reference, _ right: Reference) throws(Fault) -> Reference {
    if var short = left.shortText, let other = right.shortText, short.append(other.low, other.high, other.count) {
      return string(short)
    }
    let (a, b) = (left.text, right.text)
    let needed = a.utf8.count + b.utf8.count
    if needed > 1 << 16 {
      try charge(needed)
      pointee.live -= needed
    }
    return string(a + b)
  }
}

extension ShortText {
  /// False, and nothing is done, if it does not fit.
  @inline(__always) fileprivate mutating func append(_ moreLow: UInt64, _ moreHigh: UInt64, _ moreCount: Int) -> Bool {
    guard count + moreCount <= Self.capacity else { return false }
    let shift = UInt64(count) * 8
    if shift < 64 {
      low |= moreLow << shift
      high |= moreHigh << shift | moreLow >> (64 - shift)
    } else {
      high |= moreLow << (shift - 64)
    }
    count += moreCount
    return true
  }
}

extension UnsafeMutablePointer where Pointee == StringBlock {
  @inline(__always) fileprivate var long: UnsafeMutablePointer<LongText>? {
    pointee.header.info < 0 ? UnsafeMutablePointer<LongText>(bitPattern: UInt(pointee.low)) : nil
  }

  @inline(__always) fileprivate var short: ShortText {
    ShortText(low: pointee.low, high: pointee.high, count: Int(pointee.header.info))
  }

  @inline(__always) fileprivate func append(_ more: UnsafeMutablePointer<StringBlock>, _ count: Int) -> Bool {
    var text = short
    guard text.append(more.pointee.low, more.pointee.high, count) else { return false }
    pointee.low = text.low
    pointee.high = text.high
    pointee.header.info = Int32(truncatingIfNeeded: text.count)
    return true
  }
}

extension UnsafeMutablePointer where Pointee == LongText {
  @inline(__always) fileprivate func append(_ more: UnsafeMutablePointer<StringBlock>, _ count: Int) -> Bool {
    let waiting = pointee.tail.count
    guard waiting + count <= pointee.tail.capacity, let bytes = pointee.tail.bytes else { return false }
    bytes.storeBytes(of: more.pointee.low.littleEndian, toByteOffset: waiting, as: UInt64.self)
    bytes.storeBytes(of: more.pointee.high.littleEndian, toByteOffset: waiting + 8, as: UInt64.self)
    pointee.tail.count = waiting + count
    return true
  }

  /// Puts the waiting bytes behind the text.
  fileprivate func flush() {
    let count = pointee.tail.count
    guard count > 0, let bytes = pointee.tail.bytes else { return }
    pointee.tail.count = 0
    pointee.text += String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    guard pointee.tail.capacity > 1 << 16 else { return }
    bytes.deallocate()
    pointee.tail.bytes = nil
    pointee.tail.capacity = 0
  }
}

/// Gathers the bytes of a text; most fit into the room that it is given.
struct TextBuffer: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  private var count = 0
  private var isOwner = false

  /// The room has at least 16 bytes.
  init(_ room: UnsafeMutableRawBufferPointer) {
    // A short text is copied whole, with the zeros behind it.
    (bytes, capacity) = (room.baseAddress.unsafelyUnwrapped, room.count - 16)
  }

  deinit { if isOwner { bytes.deallocate() } }

  @inline(__always) private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    let new = Swift.max(capacity * 2, count + more)
    let room = UnsafeMutableRawPointer.allocate(byteCount: new + 16, alignment: 16)
    room.copyMemory(from: bytes, byteCount: count)
    if isOwner { bytes.deallocate() }
    (bytes, capacity, isOwner) = (room, new, true)
  }

  @inline(__always) private mutating func append(_ short: ShortText) {
    reserve(short.count)
    bytes.storeBytes(of: short.low.littleEndian, toByteOffset: count, as: UInt64.self)
    bytes.storeBytes(of: short.high.littleEndian, toByteOffset: count + 8, as: UInt64.self)
    count += short.count
  }

  private mutating func append(_ source: UnsafeRawBufferPointer) {
    guard let start = source.baseAddress else { return }
    reserve(source.count)
    (bytes + count).copyMemory(from: start, byteCount: source.count)
    count += source.count
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  mutating func append(_ text: Reference) {
    if let short = text.shortText { append(short) } else { text.withTextBytes { append($0) } }
  }

  mutating func append(_ number: Int) {
    if let short = ShortText(number) { append(short) } else { append(IntegerKind.int.text(number)) }
  }

  var rawBytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }
  var text: String { String(decoding: rawBytes, as: UTF8.self) }
}

// MARK: Reading

extension Reference {
  private var asString: UnsafeMutablePointer<StringBlock> { assumingMemoryBound(to: StringBlock.self) }

  /// Nil for a long text.
  var shortText: ShortText? { asString.pointee.header.info < 0 ? nil : asString.short }

  var text: String {
    guard let long = asString.long else { return asString.short.text }
    if long.pointee.tail.count > 0 { long.flush() }
    return long.pointee.text
  }

  /// In bytes.
  var textLength: Int {
    asString.long.map { $0.pointee.text.utf8.count + $0.pointee.tail.count } ?? Int(asString.pointee.header.info)
  }

  /// The bytes, which are those of a text in UTF-8.
  func withTextBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard let long = asString.long else { return asString.short.withBytes(body) }
    long.flush()
    return long.pointee.text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Equal texts have equal hashes, however their characters are composed.
  var textHash: Int {
    let block = asString
    if block.pointee.hash != 0 { return block.pointee.hash }
    let hash: Int
    if block.pointee.header.info >= 0 && block.short.isASCII {
      hash = block.short.hash
    } else {
      hash = text.canonicalHash
    }
    block.pointee.hash = hash
    return hash
  }

  func hasEqualText(_ other: Reference) -> Bool {
    if self == other { return true }
    if let left = shortText, let right = other.shortText {
      if left.low == right.low && left.high == right.high && left.count == right.count { return true }
      if left.isASCII && right.isASCII { return false }
    }
    return text == other.text
  }

  /// Whether the text comes before another one.
  func isTextLess(than other: Reference) -> Bool {
    if let left = shortText, let right = other.shortText, left.isASCII, right.isASCII {
      if left.low != right.low { return left.low.byteSwapped < right.low.byteSwapped }
      if left.high != right.high { return left.high.byteSwapped < right.high.byteSwapped }
      return left.count < right.count
    }
    return text < other.text
  }
}

extension ShortText {
  fileprivate init(low: UInt64, high: UInt64, count: Int) {
    (self.low, self.high, self.count) = (low, high, count)
  }

  @inline(__always) fileprivate var isASCII: Bool { (low | high) & 0x8080_8080_8080_8080 == 0 }

  fileprivate func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var words = (low.littleEndian, high.littleEndian)
    return withUnsafeBytes(of: &words) { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  fileprivate var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Never 0.
  fileprivate var hash: Int {
    var hash = (low ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 32 ^ high) &* 0xD6E8_FEB8_6659_FD93
    return Int(bitPattern: UInt(hash ^ hash >> 32)).withoutZero
  }
}

extension String {
  /// Never 0.
  fileprivate var canonicalHash: Int {
    var copy = self
    let plain: Int? = copy.withUTF8 { bytes in
      if let short = ShortText(bytes) { return short.isASCII ? short.hash : nil }
      var hash: UInt = 0x9E37_79B9_7F4A_7C15
      for byte in bytes {
        if byte >= 0x80 { return nil }
        hash = (hash ^ UInt(byte)) &* 0x0000_0100_0000_01B3
      }
      return Int(bitPattern: hash ^ (hash >> 29)).withoutZero
    }
    return plain ?? composedHash
  }

  /// Some characters outside of ASCII are equal to one inside, such as the sign for Kelvin.
  private var composedHash: Int {
    let composed = precomposedStringWithCanonicalMapping
    if composed.utf8.allSatisfy({ $0 < 0x80 }) { return composed.canonicalHash }
    return hashValue.withoutZero
  }
}

extension Int {
  fileprivate var withoutZero: Int { self == 0 ? 1 : self }
}
