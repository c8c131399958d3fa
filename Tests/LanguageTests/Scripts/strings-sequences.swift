let text = "hello"
print(
  text.count, text.isEmpty, text.first!, text.last!, text.filter { $0 != "l" }, text.map { String($0) },
  text.contains("ell"), text.contains("z"))
print(
  String(text.reversed()), text.sorted(), text.uppercased(), "ABC".lowercased(), text.hasPrefix("he"),
  text.hasSuffix("lo"), text.allSatisfy { $0.isLetter })
print(
  text.enumerated().map { "\($0)\($1)" }.joined(), zip(text, 1...).map { "\($0)\($1)" },
  text.reduce(0) { $0 + ($1 == "l" ? 1 : 0) }, text.firstIndex(of: "l") != nil)
print(
  "abc" < "abd", "a" < "B", "Z" < "a", "" < "a", "abc".elementsEqual("abc"), "abc".starts(with: "ab"),
  ["b", "a", "C"].sorted(), max("a", "b"))
print(
  text.dropFirst(2).first!, text.min()!, text.flatMap { [$0, $0] }.count, text.compactMap { $0 == "l" ? nil : $0 },
  String(text.prefix(2)) == "he", text == "hello", text.prefix(0).isEmpty)
print(
  String([Character("a"), "b"]), Array(text.suffix(2)),
  text.count { $0 == "l" }, text.first { $0 > "h" }!)
