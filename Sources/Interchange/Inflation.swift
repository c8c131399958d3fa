import Tensors

/// Undoes deflate's compression (RFC 1951): literal bytes, and copies of what came before, both in Huffman codes.
struct Inflation {
  private let name: String
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// Bits that were read and not used yet, the next one lowest.
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var result: [UInt8] = []

  /// - Parameter expectedCount: How many bytes will probably come out.
  init(_ bytes: ArraySlice<UInt8>, expectedCount: Int, name: String) {
    self.bytes = bytes
    self.name = name
    position = bytes.startIndex
    // Compression by more than 1032 is impossible, whatever the file says.
    result.reserveCapacity(min(expectedCount, bytes.count * 1032))
  }

  mutating func inflated() throws -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try decode(.fixedLiterals, .fixedDistances)
      case 2:
        let (literals, distances) = try readCodes()
        try decode(literals, distances)
      default: throw broken("there is no such kind of block")
      }
    }
    return result
  }

  private func broken(_ what: String) -> TensorError { TensorError("\(name) is broken: \(what)") }

  // MARK: Bits

  /// Sees to it that there are 48 bits; behind the end they are 0.
  private mutating func fill() {
    while bitCount <= 48 && position < bytes.endIndex {
      bits |= UInt64(bytes[position]) << UInt64(bitCount)
      position += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) throws -> Int {
    fill()
    guard count <= bitCount else { throw TensorError("\(name) is cut short") }
    defer {
      bits >>= UInt64(count)
      bitCount -= count
    }
    return Int(bits & (1 << UInt64(count) - 1))
  }

  private mutating func symbol(of code: HuffmanCode) throws -> Int {
    fill()
    let (symbol, length) = code.symbol(at: bits)
    guard length > 0 else { throw broken("a code has no meaning") }
    guard length <= bitCount else { throw TensorError("\(name) is cut short") }
    bits >>= UInt64(length)
    bitCount -= length
    return symbol
  }

  // MARK: Blocks

  private mutating func copyStored() throws {
    _ = try take(bitCount % 8)
    let count = try take(16)
    guard try take(16) == count ^ 0xffff else { throw broken("a block's size is wrong") }
    for _ in 0..<count { result.append(UInt8(try take(8))) }
  }

  /// The lengths of the codes, which are in a Huffman code themselves.
  private mutating func readCodes() throws -> (literals: HuffmanCode, distances: HuffmanCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    var lengthsOfLengths = [Int](repeating: 0, count: 19)
    for place in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(try take(4) + 4) {
      lengthsOfLengths[place] = try take(3)
    }
    let code = HuffmanCode(lengths: lengthsOfLengths)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      switch try symbol(of: code) {
      case 16:
        guard let last = lengths.last else { throw broken("it repeats the length of no code") }
        lengths += [Int](repeating: last, count: try take(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try take(3) + 3)
      case 18: lengths += [Int](repeating: 0, count: try take(7) + 11)
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw broken("it has too many codes") }
    return (
      HuffmanCode(lengths: Array(lengths.prefix(literalCount))),
      HuffmanCode(lengths: Array(lengths.dropFirst(literalCount)))
    )
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]

  private mutating func decode(_ literals: HuffmanCode, _ distances: HuffmanCode) throws {
    while true {
      let symbol = try symbol(of: literals)
      if symbol == 256 { return }
      if symbol < 256 {
        result.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw broken("there is no such length") }
      // The first 8 lengths have no bits behind them, then every 4 lengths one more; 258 has none.
      let lengthBits = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
      let length = try Self.lengthBases[symbol - 257] + take(lengthBits)
      let place = try self.symbol(of: distances)
      guard place < 30 else { throw broken("there is no such distance") }
      let distance = try Self.distanceBases[place] + take(place < 4 ? 0 : place / 2 - 1)
      guard distance <= result.count else { throw broken("it refers to what was before its beginning") }
      let start = result.count - distance
      for i in 0..<length { result.append(result[start + i]) }
    }
  }
}

/// A Huffman code as a table: what the next bits begin with, as many as the longest code has (at most 15).
private struct HuffmanCode {
  /// `symbol · 16 + length`; 0 where no code begins so.
  private let table: [UInt16]

  /// - Parameter lengths: How many bits the code of each symbol has; 0 for one that does not occur.
  init(lengths: [Int]) {
    let longest = max(lengths.max() ?? 0, 1)
    var table = [UInt16](repeating: 0, count: 1 << longest)
    var code = 0
    for length in 1...longest {
      for (symbol, own) in lengths.enumerated() where own == length {
        // Codes are read from their highest bit on.
        let reversed = (0..<length).reduce(0) { $0 | (code >> $1 & 1) << (length - 1 - $1) }
        for place in stride(from: reversed, to: table.count, by: 1 << length) {
          table[place] = UInt16(symbol << 4 | length)
        }
        code += 1
      }
      code <<= 1
    }
    self.table = table
  }

  func symbol(at bits: UInt64) -> (symbol: Int, length: Int) {
    let entry = table[Int(truncatingIfNeeded: bits) & (table.count - 1)]
    return (Int(entry >> 4), Int(entry & 15))
  }

  static let fixedLiterals = HuffmanCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = HuffmanCode(lengths: [Int](repeating: 5, count: 30))
}
