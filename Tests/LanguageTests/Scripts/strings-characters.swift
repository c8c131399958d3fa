for c in "aZ5 é!\n" {
  print(c.isLetter, c.isNumber, c.isUppercase, c.isLowercase, c.isWhitespace, c.isPunctuation, c.isNewline, c.isASCII)
}
let c: Character = "7"
print(
  c.wholeNumberValue!, c.asciiValue!, Character("f").hexDigitValue!, Character("x").wholeNumberValue as Any,
  Character("é").asciiValue as Any)
print(
  Character("a").uppercased(), Character("ß").uppercased(), Character("A") < "B", Character("$").isCurrencySymbol,
  Character("+").isMathSymbol, c.isHexDigit)
print(
  Character(UnicodeScalar(97)), UnicodeScalar(0x41 as UInt8), Character(UnicodeScalar(UInt8(98))),
  "abc".unicodeScalars.map { $0.value })
let caesar = "Hello, World".map { (c: Character) -> Character in
  guard c.isLetter, let code = c.asciiValue else { return c }
  let base: UInt8 = c.isUppercase ? 65 : 97
  return Character(UnicodeScalar((code - base + 3) % 26 + base))
}
print(String(caesar), String("hello".sorted()), "hello".max()!, String(Set("aab").sorted()))
print(
  ("a"..."e").contains("c"), [Character("x"), "y"], "abc".map { $0 == "b" }, "a" == Character("a"), String(c) + "8",
  "x\(c)")
for s in "é1".unicodeScalars { print(s, s.value, s.isASCII, terminator: " ") }
print(Array("añ".utf8), "é".utf8.count, "👍🏽".count, "👍🏽".unicodeScalars.count, "e\u{301}" == "é", "ab".utf16.count)
