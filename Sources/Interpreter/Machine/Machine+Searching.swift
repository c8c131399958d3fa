#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Long work on texts, in pieces with a look at the budget between.
extension Machine {
  private static let piece = 1 << 16

  /// How many bytes stand before the first occurrence of `other`, a text with characters, from a place on. Texts are
  /// compared by characters: `e` is not found in `é`, however that is composed.
  func offset(of other: String, in text: String, from start: Int) throws -> Int? {
    var (text, other) = (text, other)
    var place = start
    let found: Int? = try other.withUTF8 { wanted in
      guard wanted.isPlain else { return nil }
      return try text.withUTF8 { bytes in try plainOffset(of: wanted, in: bytes, from: &place) }
    }
    if let found { return found }
    if place >= text.utf8.count { return nil }
    let characters = Array(other)
    var index = text.utf8.index(text.startIndex, offsetBy: place)
    var looked = 0
    while index < text.endIndex {
      if text[index...].starts(with: characters) { return text.utf8.distance(from: text.startIndex, to: index) }
      index = text.index(after: index)
      looked += 1
      if looked & 0xFFF == 0 { try checkBudget() }
    }
    return nil
  }

  /// As long as every byte is a character of its own. `place` is where that ends, or the end of the text.
  private func plainOffset(
    of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from place: inout Int
  ) throws -> Int? {
    guard let text = bytes.baseAddress, let pattern = wanted.baseAddress else { return nil }
    // The first pieces are short: a call that finds something soon shall cost little.
    var length = 64
    while place + wanted.count <= bytes.count {
      let end = min(place + length, bytes.count - wanted.count + 1)
      // The byte behind what is found, too: it may belong to the last character.
      guard bytes[place..<min(end + wanted.count, bytes.count)].allSatisfy(\.isPlain) else { return nil }
      var candidate = place
      while candidate < end, let hit = memchr(text + candidate, Int32(pattern[0]), end - candidate) {
        candidate = UnsafeRawPointer(text).distance(to: UnsafeRawPointer(hit))
        if memcmp(text + candidate, pattern, wanted.count) == 0 { return candidate }
        candidate += 1
      }
      place = end
      length = min(length * 2, max(Self.piece / (1 + wanted.count >> 8), 16))
      if length * wanted.count >= 1 << 12 { try checkBudget() }
    }
    // Other characters at the end may be equal to plain ones.
    if bytes[min(place, bytes.count)...].allSatisfy(\.isPlain) { place = bytes.count }
    return nil
  }

  /// The text with each piece of it changed, where that does not depend on the pieces around.
  func mapPieces(_ text: String, _ transform: (String) -> String) throws -> String {
    let count = text.utf8.count
    if count <= Self.piece { return transform(text) }
    try heap.charge(count)
    heap.pointee.live -= count
    var (text, result) = (text, "")
    result.reserveCapacity(count)
    try text.withUTF8 { bytes in
      var start = 0
      while start < count {
        var end = min(start + Self.piece, count)
        while end < count && bytes[end] & 0xC0 == 0x80 { end += 1 }
        result += transform(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end
        try checkBudget()
      }
    }
    return result
  }

  /// The texts of an array, with `separator` between.
  func join(_ texts: UnsafeMutablePointer<ArrayBlock>, separator: Reference) throws -> String {
    let count = texts.pointee.count
    let isSeparated = separator.textLength > 0
    // Bytes are gathered in a buffer and become text a million at a time, or more often where they are few.
    let capacity = min(max(count * 32, 256), 1 << 20)
    // Short texts are copied whole, with the zeros behind them.
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity + 16, alignment: 16)
    defer { buffer.deallocate() }
    func gathered() -> String {
      String(decoding: UnsafeRawBufferPointer(start: buffer, count: filled), as: UTF8.self)
    }
    var result = ""
    var filled = 0
    func mayGrow(by length: Int) throws {
      let bytes = result.utf8.count + length
      try heap.charge(bytes)
      heap.pointee.live -= bytes
    }
    func flush() throws {
      try mayGrow(by: filled)
      result += gathered()
      filled = 0
      try checkBudget()
    }
    func add(_ text: Reference) throws {
      let string = text.assumingMemoryBound(to: StringBlock.self)
      let info = Int(string.pointee.header.info)
      let length = info >= 0 ? info : text.textLength
      if filled + length > capacity { try flush() }
      if info >= 0 {
        buffer.storeBytes(of: string.pointee.low.littleEndian, toByteOffset: filled, as: UInt64.self)
        buffer.storeBytes(of: string.pointee.high.littleEndian, toByteOffset: filled + 8, as: UInt64.self)
      } else if length > capacity {
        try mayGrow(by: length)
        result += text.text
        return
      } else {
        text.withTextBytes { source in
          if let start = source.baseAddress { (buffer + filled).copyMemory(from: start, byteCount: length) }
        }
      }
      filled += length
    }
    for index in 0..<count {
      if index > 0 && isSeparated { try add(separator) }
      if let text = texts.pointee.references[index] { try add(text) }
      if index & 0xFFFF == 0xFFFF { try checkBudget() }
    }
    try mayGrow(by: filled)
    return result.isEmpty ? gathered() : result + gathered()
  }
}

extension UInt8 {
  /// A character of its own, unless something else follows: not one of the two that end a line together.
  fileprivate var isPlain: Bool { self < 0x80 && self != 0x0D }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether each byte is a character of its own.
  var isPlain: Bool {
    var start = 0
    // Without a question after each byte, many are looked at at once.
    while start < count {
      let end = Swift.min(start + 256, count)
      var found: UInt8 = 0
      for index in start..<end { found |= self[index] & 0x80 | (self[index] == 0x0D ? 1 : 0) }
      if found != 0 { return false }
      start = end
    }
    return true
  }
}
