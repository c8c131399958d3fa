let s = "Hello, world"
print(s.count, s.isEmpty, "".isEmpty, s.uppercased(), s.lowercased())
print(s.hasPrefix("Hell"), s.hasSuffix("x"), s.contains("wor"), s.contains("W"))
print(String(s.reversed()), s.first!, s.last!)
print(s.split(separator: " ").map { String($0) }, "a,b,,c".split(separator: ",").count)
print(["a", "b", "c"].joined(separator: "-"), ["a", "b"].joined())
print(String(repeating: "ab", count: 3), "a" < "b", "a" == "a", "abc" < "abd", "Z" < "a")
var t = "x"
t += "y"
t.append("z")
print(t, t + t)
print(Int("42")!, Int("4x") == nil, Double("1.5")!, Int("-7")!, Double("1e3")!)
print("e\u{301}".count, "👩‍👩‍👧".count, "日本".count, "e\u{301}" == "\u{E9}")
let words = "the quick brown fox".split(separator: " ")
print(words.map { $0.count }, words.count)
for (i, c) in "ab".enumerated() { print(i, c) }
