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
      guard wanted.allSatisfy(\.isPlain) else { return nil }
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
  func join(_ texts: UnsafeMutablePointer<ArrayBlock>, separator: String) throws -> String {
    var separator = separator
    separator.makeContiguousUTF8()
    let count = texts.pointee.count
    var bytes = separator.utf8.count * max(count - 1, 0)
    for index in 0..<count {
      bytes += texts.pointee.references[index]?.text.utf8.count ?? 0
      if index & 0xFFFF == 0xFFFF { try checkBudget() }
    }
    try heap.charge(bytes)
    heap.pointee.live -= bytes
    // Bytes are gathered in a buffer and become text a million at a time.
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: min(max(bytes, 1), 1 << 20))
    defer { buffer.deallocate() }
    var result = ""
    if bytes > buffer.count { result.reserveCapacity(bytes) }
    var filled = 0
    func flush() throws {
      result += String(decoding: buffer[..<filled], as: UTF8.self)
      filled = 0
      try checkBudget()
    }
    func add(_ text: String) throws {
      let length = text.utf8.count
      if filled + length > buffer.count { try flush() }
      if length > buffer.count {
        result += text
        return
      }
      var text = text
      text.withUTF8 { source in
        if let start = source.baseAddress {
          (buffer.baseAddress.unsafelyUnwrapped + filled).update(from: start, count: length)
        }
      }
      filled += length
    }
    for index in 0..<count {
      if index > 0 && !separator.isEmpty { try add(separator) }
      if let text = texts.pointee.references[index]?.text { try add(text) }
      if index & 0xFFFF == 0xFFFF { try checkBudget() }
    }
    if result.isEmpty { return String(decoding: buffer[..<filled], as: UTF8.self) }
    try flush()
    return result
  }
}

extension UInt8 {
  /// A character of its own, unless something else follows: not one of the two that end a line together.
  fileprivate var isPlain: Bool { self < 0x80 && self != 0x0D }
}
