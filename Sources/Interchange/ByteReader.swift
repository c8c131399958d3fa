import Tensors

/// The bytes of a file, read from front to back. Nothing is read beyond their end: that is an error with the file's name.
struct ByteReader {
  /// The file, for messages.
  let name: String
  let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>, name: String) {
    self.bytes = bytes
    self.name = name
    position = bytes.startIndex
  }

  var remaining: Int { bytes.endIndex - position }

  /// The next `count` bytes. `what` says in the message what was looked for.
  mutating func take(_ count: Int, _ what: String) throws -> ArraySlice<UInt8> {
    guard count >= 0 && count <= remaining else {
      throw TensorError(
        "\(name) is cut short: \(what) needs \(counted(count, "byte")), and \(remaining) \(remaining == 1 ? "is" : "are") left"
      )
    }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A whole number of `byteCount` bytes (at most 4), the least significant first.
  mutating func number(_ byteCount: Int, _ what: String) throws -> Int {
    try take(byteCount, what).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// A whole number of 8 bytes; larger ones than an `Int` are the largest `Int`, which is more than any file has.
  mutating func longNumber(_ what: String) throws -> Int {
    let number = try take(8, what).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(clamping: number)
  }

  mutating func skip(_ count: Int, _ what: String) throws {
    _ = try take(count, what)
  }

  /// Goes on at a position counted from the first byte.
  mutating func move(to offset: Int, _ what: String) throws {
    guard offset >= 0 && offset <= bytes.count else {
      throw TensorError(
        "\(name) is broken: \(what) would be at byte \(offset), and it has \(counted(bytes.count, "byte"))")
    }
    position = bytes.startIndex + offset
  }
}

extension [UInt8] {
  /// Appends a whole number, the least significant byte first.
  mutating func append(_ number: Int, bytes count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
