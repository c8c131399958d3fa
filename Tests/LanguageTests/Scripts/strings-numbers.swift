print(
  Int("12")!, Int("x") as Any, Int("-7f", radix: 16)!, UInt8("256") as Any, Int("+5")!, Int("") as Any,
  Int(" 5") as Any, Int("1_000") as Any)
print(
  Double("1.5")!, Double("abc") as Any, Float("2.5e3")!, Double("inf")!, Double("nan")!, Double("-0")!,
  Double(".5") as Any, Double("1e400") as Any)
print(
  String(255, radix: 16), String(255, radix: 2), String(-255, radix: 16, uppercase: true), String(10), String(1.5),
  String(true), String(UInt8.max, radix: 8))
print(
  Bool("true")!, Bool("yes") as Any, Int("99999999999999999999") as Any, Int8("-128")!, UInt("18446744073709551615")!)
print(
  String(repeating: "ab", count: 2), String(repeating: "-", count: 0).isEmpty, String(describing: 5),
  String(reflecting: "q"), 5.description, "5".description)
print(
  "3 4 x 5".split(separator: " ").compactMap { Int($0) }.reduce(0, +),
  "12345".compactMap(\.wholeNumberValue).reduce(0, +), "b2".map { $0.isNumber })
