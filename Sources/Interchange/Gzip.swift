import Tensors

/// Reads files that `gzip` has made smaller (RFC 1952), as the original MNIST files are.
package enum Gzip {
  /// Whether a file begins as gzip's do.
  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// The bytes that were compressed, checked against the sum at the file's end. `name` is the file's, for messages.
  package static func decompressed(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    var reader = ByteReader(bytes[...], name: name)
    guard try reader.take(3, "the header") == [0x1f, 0x8b, 8] else {
      throw TensorError("\(name) is not a gzip file")
    }
    let flags = try reader.number(1, "the header")
    try reader.skip(6, "the header")
    if flags & 4 != 0 { try reader.skip(reader.number(2, "the header"), "the header") }
    // A name and a comment, each with a 0 at its end.
    for flag in [8, 16] where flags & flag != 0 {
      while try reader.number(1, "the header") != 0 {}
    }
    if flags & 2 != 0 { try reader.skip(2, "the header") }
    let trailer = 8
    guard reader.remaining >= trailer else { throw TensorError("\(name) is cut short: it ends in the header") }
    let compressed = bytes[reader.position..<bytes.count - trailer]
    try reader.move(to: bytes.count - trailer, "the checksum")
    let checksum = try reader.number(4, "the checksum")
    let size = try reader.number(4, "the size")
    var inflation = Inflation(compressed, expectedCount: size, name: name)
    let result = try inflation.inflated()
    guard result.count & 0xffff_ffff == size, CRC32.checksum(of: result[...]) == UInt32(checksum) else {
      throw TensorError("\(name) is broken: its contents do not have the checksum that stands at its end")
    }
    return result
  }
}
