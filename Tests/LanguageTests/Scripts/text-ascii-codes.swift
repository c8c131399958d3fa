print(
  MemoryLayout<Int>.size, MemoryLayout<Float>.stride, MemoryLayout<UInt8>.alignment, MemoryLayout<Double>.size,
  MemoryLayout<Bool>.size)
print(UInt8(ascii: "A"), UInt8(ascii: "\n"))
let a = Array("hello".utf8).map { $0 - UInt8(ascii: "a") }
print(a)
for b in "a,b".utf8 where b == UInt8(ascii: ",") { print(b) }
let scalar: Unicode.Scalar = "é"
print(scalar.value, "naïve".unicodeScalars.filter { $0 == "ï" }.count)
