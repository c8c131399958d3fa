import Tensors

/// The files in a zip archive, those that are stored as they are: compressed ones are refused.
///
/// An archive is read from its end. There is a list of all files, the central directory, that says where each one is; in
/// front of a file's bytes its name stands again. Sizes of 4 GB and more are in an extra field (zip64).
/// (PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 6.3.)
struct ZipArchive {
  struct Entry {
    let name: String
    let bytes: ArraySlice<UInt8>
  }

  let entries: [Entry]

  init(entries: [Entry]) {
    self.entries = entries
  }

  private enum Signature {
    static let file = 0x0403_4b50
    static let directoryEntry = 0x0201_4b50
    static let directoryEnd = 0x0605_4b50
    static let longDirectoryEnd = 0x0606_4b50
    static let longDirectoryLocator = 0x0706_4b50
  }

  /// What stands in a field of 4 bytes whose number is in the extra field.
  private static let isElsewhere = 0xffff_ffff

  // MARK: Reading

  init(reading bytes: [UInt8], name: String) throws {
    var reader = ByteReader(bytes[...], name: name)
    let (count, start) = try Self.findDirectory(&reader)
    try reader.move(to: start, "the directory")
    var entries: [Entry] = []
    for _ in 0..<count { entries.append(try Self.readEntry(&reader)) }
    self.entries = entries
  }

  /// How many files there are, and where the directory begins.
  private static func findDirectory(_ reader: inout ByteReader) throws -> (count: Int, start: Int) {
    let size = reader.bytes.count
    // A comment of up to 65535 bytes may follow.
    let end = stride(from: size - 22, through: max(0, size - 22 - 0xffff), by: -1).first { place in
      number(in: reader.bytes, at: place) == Signature.directoryEnd
    }
    guard let end else { throw TensorError("\(reader.name) is not an npz file: it has no directory at its end") }
    try reader.move(to: end + 10, "the directory's end")
    let count = try reader.number(2, "the directory's end")
    try reader.skip(4, "the directory's end")
    let start = try reader.number(4, "the directory's end")
    guard count == 0xffff || start == isElsewhere, end >= 20,
      number(in: reader.bytes, at: end - 20) == Signature.longDirectoryLocator
    else { return (count, start) }
    try reader.move(to: end - 12, "the directory's place")
    try reader.move(to: reader.longNumber("the directory's place"), "the directory's end")
    guard try reader.number(4, "the directory's end") == Signature.longDirectoryEnd else {
      throw TensorError("\(reader.name) is broken: the directory's end is not where it should be")
    }
    try reader.skip(28, "the directory's end")
    let longCount = try reader.longNumber("the directory's end")
    try reader.skip(8, "the directory's end")
    return (longCount, try reader.longNumber("the directory's end"))
  }

  private static func number(in bytes: ArraySlice<UInt8>, at place: Int) -> Int? {
    guard place >= 0 && place + 4 <= bytes.count else { return nil }
    return bytes[bytes.startIndex + place..<bytes.startIndex + place + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Reads an entry of the directory, and the file that it names.
  private static func readEntry(_ reader: inout ByteReader) throws -> Entry {
    let what = "an entry of the directory"
    guard try reader.number(4, what) == Signature.directoryEntry else {
      throw TensorError("\(reader.name) is broken: its directory has fewer entries than it says")
    }
    try reader.skip(4, what)
    let flags = try reader.number(2, what)
    let method = try reader.number(2, what)
    try reader.skip(4, what)
    let checksum = try reader.number(4, what)
    var storedSize = try reader.number(4, what)
    var size = try reader.number(4, what)
    let nameLength = try reader.number(2, what)
    let extraLength = try reader.number(2, what)
    let commentLength = try reader.number(2, what)
    try reader.skip(8, what)
    var start = try reader.number(4, what)
    let name = String(decoding: try reader.take(nameLength, what), as: UTF8.self)
    var extra = ByteReader(try reader.take(extraLength, what), name: reader.name)
    try reader.skip(commentLength, what)
    while extra.remaining >= 4 {
      let id = try extra.number(2, what)
      var field = ByteReader(try extra.take(extra.number(2, what), what), name: reader.name)
      guard id == 1 else { continue }
      // Only what did not fit is here, in this order.
      if size == isElsewhere { size = try field.longNumber(what) }
      if storedSize == isElsewhere { storedSize = try field.longNumber(what) }
      if start == isElsewhere { start = try field.longNumber(what) }
    }
    guard flags & 1 == 0 else { throw TensorError("'\(name)' in \(reader.name) is encrypted, which cannot be read") }
    guard method == 0 else {
      throw TensorError(
        "'\(name)' in \(reader.name) is compressed, which cannot be read: write it with numpy.savez, "
          + "not numpy.savez_compressed")
    }
    guard size == storedSize else {
      throw TensorError("'\(name)' in \(reader.name) is broken: it has two different sizes, \(size) and \(storedSize)")
    }
    let bytes = try readFile(name, at: start, size: size, in: reader)
    guard CRC32.checksum(of: bytes) == UInt32(truncatingIfNeeded: checksum) else {
      throw TensorError("'\(name)' in \(reader.name) is damaged: its checksum is another one than noted")
    }
    return Entry(name: name, bytes: bytes)
  }

  private static func readFile(
    _ name: String, at start: Int, size: Int, in reader: ByteReader
  ) throws -> ArraySlice<UInt8> {
    var reader = reader
    try reader.move(to: start, "'\(name)'")
    guard try reader.number(4, "'\(name)'") == Signature.file else {
      throw TensorError("\(reader.name) is broken: '\(name)' is not where its directory says")
    }
    try reader.skip(22, "'\(name)'")
    let nameLength = try reader.number(2, "'\(name)'")
    let extraLength = try reader.number(2, "'\(name)'")
    try reader.skip(nameLength + extraLength, "'\(name)'")
    return try reader.take(size, "'\(name)'")
  }

  // MARK: Writing

  /// The bytes of the archive. All of it has to be smaller than 4 GB.
  func file() throws -> [UInt8] {
    let total = entries.reduce(22) { $0 + 76 + 2 * $1.name.utf8.count + $1.bytes.count }
    guard total < Self.isElsewhere && entries.count < 0xffff else {
      throw TensorError("an npz file is smaller than 4 GB here, and this one would have \(total) bytes")
    }
    var file: [UInt8] = []
    file.reserveCapacity(total)
    var directory: [UInt8] = []
    for entry in entries {
      let start = file.count
      let fields = Self.sharedFields(entry)
      file.append(Signature.file, bytes: 4)
      file += fields + entry.name.utf8 + entry.bytes
      directory.append(Signature.directoryEntry, bytes: 4)
      directory.append(20, bytes: 2)  // Written as version 2.0 would
      directory += fields
      directory.append(0, bytes: 10)  // No comment, first disk, no attributes
      directory.append(start, bytes: 4)
      directory += entry.name.utf8
    }
    let start = file.count
    file += directory
    file.append(Signature.directoryEnd, bytes: 4)
    file.append(0, bytes: 4)  // One disk
    file.append(entries.count, bytes: 2)
    file.append(entries.count, bytes: 2)
    file.append(directory.count, bytes: 4)
    file.append(start, bytes: 4)
    file.append(0, bytes: 2)  // No comment
    return file
  }

  /// What stands in front of a file and in the directory alike.
  private static func sharedFields(_ entry: Entry) -> [UInt8] {
    var fields: [UInt8] = []
    fields.append(20, bytes: 2)  // To be read by version 2.0
    fields.append(0x800, bytes: 2)  // The name is UTF-8
    fields.append(0, bytes: 2)  // Stored as it is
    fields.append(0x0021_0000, bytes: 4)  // The first day of 1980, as files of one content are to have the same bytes
    fields.append(Int(CRC32.checksum(of: entry.bytes)), bytes: 4)
    fields.append(entry.bytes.count, bytes: 4)
    fields.append(entry.bytes.count, bytes: 4)
    fields.append(entry.name.utf8.count, bytes: 2)
    fields.append(0, bytes: 2)  // No extra field
    return fields
  }
}

/// The checksum of zip: the remainder of the bytes, as a polynomial over bits, by x³² + x²⁶ + … + 1.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xedb8_8320 : rest >> 1 }
  }

  static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    var rest = ~UInt32(0)
    table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in
        for byte in bytes { rest = table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] ^ rest >> 8 }
      }
    }
    return ~rest
  }
}
