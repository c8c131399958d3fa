extension Picture {
  /// The picture as a PNG file.
  package var png: [UInt8] { PictureSheet(self).raster.png }
}

extension Raster {
  /// The image as a PNG file, without its alpha. Rows are filtered by the difference to the row above.
  package var png: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (3 * width + 1))
    for row in 0..<height {
      rows.append(2)
      for column in 0..<width {
        let (pixel, above) = (self[column, row], row == 0 ? .black : self[column, row - 1])
        rows += [pixel.red &- above.red, pixel.green &- above.green, pixel.blue &- above.blue]
      }
    }
    var header = bigEndian(UInt32(width)) + bigEndian(UInt32(height))
    // 8 bits a channel, three of them, and the only method there is for the rest.
    header += [8, 2, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
      + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
  }
}

private func bigEndian(_ number: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
}

private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
  let body = Array(name.utf8) + data
  return bigEndian(UInt32(data.count)) + body + bigEndian(crc32(body))
}

private let crcTable: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { crcTable[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
}

private func zlib(_ bytes: [UInt8]) -> [UInt8] {
  var (low, high): (UInt32, UInt32) = (1, 0)
  for byte in bytes {
    low = (low + UInt32(byte)) % 65521
    high = (high + low) % 65521
  }
  return [0x78, 0x01] + deflated(bytes) + bigEndian(high << 16 | low)
}

/// One block with the fixed codes of RFC 1951, in which a run of equal pixels is one reference to the pixel before.
private func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var bits = BitWriter()
  bits.write(0b011, count: 3)
  let distance = 3
  var place = 0
  while place < bytes.count {
    var length = 0
    while length < 258, place + length < bytes.count, place >= distance,
      bytes[place + length] == bytes[place + length - distance]
    { length += 1 }
    if length >= 3 {
      bits.writeLength(length)
      // Distance 3 has number 2 among the distances.
      bits.writeCode(2, count: 5)
      place += length
    } else {
      bits.writeLiteral(Int(bytes[place]))
      place += 1
    }
  }
  bits.writeLiteral(256)
  return bits.finished
}

/// Bits from the lowest on, as deflate has them; codes come highest bit first.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var current: UInt32 = 0
  private var count = 0

  mutating func write(_ value: Int, count added: Int) {
    current |= UInt32(value) << count
    count += added
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: current))
      current >>= 8
      count -= 8
    }
  }

  mutating func writeCode(_ code: Int, count: Int) {
    for bit in (0..<count).reversed() { write(code >> bit & 1, count: 1) }
  }

  /// A byte, the end (256), or the code of a length.
  mutating func writeLiteral(_ literal: Int) {
    switch literal {
    case ..<144: writeCode(0x30 + literal, count: 8)
    case ..<256: writeCode(0x190 + literal - 144, count: 9)
    case ..<280: writeCode(literal - 256, count: 7)
    default: writeCode(0xC0 + literal - 280, count: 8)
    }
  }

  /// 3...258. Above 10 each code stands for several lengths, four codes for each number of further bits.
  mutating func writeLength(_ length: Int) {
    if length == 258 { return writeLiteral(285) }
    if length <= 10 { return writeLiteral(254 + length) }
    let offset = length - 3
    let bits = Int.bitWidth - 1 - offset.leadingZeroBitCount - 2
    writeLiteral(257 + 4 * bits + (offset >> bits))
    write(offset & ((1 << bits) - 1), count: bits)
  }

  var finished: [UInt8] { count == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: current)] }
}
