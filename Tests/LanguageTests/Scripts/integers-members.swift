print(Int8.max, Int8.min, UInt16.max, Int.bitWidth, Int8.bitWidth, UInt64.max, Int.zero, Int.min)
print(
  (-5).magnitude, Int8(-128).magnitude, (-5).signum(), UInt(7).signum(), 12.isMultiple(of: 4), 7.isMultiple(of: 0),
  7.quotientAndRemainder(dividingBy: -2))
print(
  Int8(4).leadingZeroBitCount, UInt8(8).trailingZeroBitCount, 255.nonzeroBitCount, Int16(0).trailingZeroBitCount,
  Int32(-1).leadingZeroBitCount, UInt16(1).byteSwapped)
print(
  UInt8.max &+ 1, Int8.min &- 1, Int32.max &* 2, 1 << 70, -8 >> 1, UInt8(200) >> 3, 5 & 3, 5 | 3, 5 ^ 3, ~5, ~UInt8(5),
  Int8(1) << 7)
print(
  0xFF, 0b101, 0o17, 1_000_000, -7 / 2, -7 % 2, 7 % -2, abs(-3), min(3, 1, 2), max(1, 5, 3, 9), 5.advanced(by: 3),
  5.distance(to: 9))
print(
  (5 as UInt64).multipliedFullWidth(by: .max), Int8(-128).multipliedFullWidth(by: 2), 42.description,
  UInt8(3).hashValue == UInt8(3).hashValue)
