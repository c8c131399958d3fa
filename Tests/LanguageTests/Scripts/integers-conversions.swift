print(
  Int8(clamping: 300), UInt8(clamping: -3), Int8(clamping: -1000), Int8(truncatingIfNeeded: 300),
  UInt8(truncatingIfNeeded: -1), Int64(truncatingIfNeeded: UInt64.max))
print(
  Int(exactly: 3.5) as Any, Int(exactly: 3.0)!, UInt8(exactly: 256) as Any, Int8(exactly: 5)!,
  Int(exactly: UInt64.max) as Any, Double(exactly: 3)!, UInt8(exactly: -Double(1)) as Any)
print(
  Int(bitPattern: UInt.max), UInt(bitPattern: -1), UInt8(bitPattern: Int8(-1)), Int8(bitPattern: 200),
  Int32(bitPattern: UInt32.max))
print(
  Int8(100).addingReportingOverflow(100), Int.max.multipliedReportingOverflow(by: 2),
  UInt8(3).subtractingReportingOverflow(4))
print(
  Int(3.99), Int(-3.99), Double(7), Int(Float(2.5)), UInt8(200.9), Float(1) / 3, Double(Float(0.1)), Int(UInt8(9)),
  UInt64(5) + UInt64(UInt8(6)))
func spread<T: FixedWidthInteger>(_ x: T) -> (T, T, Int) { (T.min, T.max - x, T.bitWidth) }
print(spread(Int8(3)), spread(UInt8(3)), spread(5))
func total<T: AdditiveArithmetic>(_ xs: [T]) -> T { xs.reduce(.zero, +) }
print(total([1, 2, 3]), total([0.5, 0.25]), total([UInt8]()))
