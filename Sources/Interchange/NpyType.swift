/// How the numbers of an npy file lie in its bytes: `<f8` are 8-byte floating-point numbers, the lowest byte first.
package struct NpyType: Equatable, CustomStringConvertible, Sendable {
  package enum Kind: Character, Sendable {
    case boolean = "b"
    case signed = "i"
    case unsigned = "u"
    case floating = "f"
  }

  package let kind: Kind
  /// Bytes a number.
  package let size: Int
  package let isBigEndian: Bool

  package static let float32 = NpyType(kind: .floating, size: 4, isBigEndian: false)
  package static let float64 = NpyType(kind: .floating, size: 8, isBigEndian: false)

  private static let sizes: [Kind: [Int]] = [
    .boolean: [1], .signed: [1, 2, 4, 8], .unsigned: [1, 2, 4, 8], .floating: [2, 4, 8],
  ]

  private init(kind: Kind, size: Int, isBigEndian: Bool) {
    self.kind = kind
    self.size = size
    self.isBigEndian = isBigEndian
  }

  /// NumPy's text for the type, as `>i4` or `|b1`. Nil for what is not a real number of at most 8 bytes.
  package init?(_ text: String) {
    guard let order = text.first, "<>|=".contains(order), let letter = text.dropFirst().first,
      let kind = Kind(rawValue: letter), let size = text.dropFirst(2).first?.wholeNumberValue, text.count == 3,
      Self.sizes[kind]?.contains(size) == true,
      // One byte has no order, and several need one. `=` is the order of the machine that wrote the file.
      order != "|" || size == 1
    else { return nil }
    self.init(kind: kind, size: size, isBigEndian: order == ">" && size > 1)
  }

  package var description: String {
    "\(size == 1 ? "|" : isBigEndian ? ">" : "<")\(kind.rawValue)\(size)"
  }

  /// The number in some bytes, `size` of them. Whole numbers above 2⁵³ are rounded.
  func number(_ bytes: ArraySlice<UInt8>) -> Double {
    let bits = (isBigEndian ? Array(bytes) : bytes.reversed()).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch (kind, size) {
    case (.boolean, _): return bits == 0 ? 0 : 1
    case (.unsigned, _): return Double(bits)
    case (.signed, _):
      // The sign bit is moved to the top, and copied back down from there.
      let shift = 64 - 8 * size
      return Double(Int64(bitPattern: bits << shift) >> shift)
    case (.floating, 2): return halfPrecision(UInt16(truncatingIfNeeded: bits))
    case (.floating, 4): return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case (.floating, _): return Double(bitPattern: bits)
    }
  }
}

/// A 2-byte floating-point number: 1 bit sign, 5 bits exponent, 10 bits significand.
private func halfPrecision(_ bits: UInt16) -> Double {
  let exponent = Int(bits >> 10 & 0x1f)
  let significand = Double(bits & 0x3ff)
  let magnitude: Double =
    switch exponent {
    case 0: significand * 0x1p-24
    case 31: significand == 0 ? .infinity : .nan
    default: (1 + significand * 0x1p-10) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  return bits >> 15 == 1 ? -magnitude : magnitude
}
