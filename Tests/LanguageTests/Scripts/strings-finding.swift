// Occurrences by characters, in texts of plain bytes and in others.
let plain = "one, two, three, , four"
print(plain.split(separator: ", "), plain.split(separator: ", ", maxSplits: 1))
print(plain.split(separator: ", ", omittingEmptySubsequences: false), plain.split(separator: "x"))
print("aaaa".split(separator: "aa", omittingEmptySubsequences: false), "ab".split(separator: "abc"))
print(plain.contains("two"), plain.contains("two,t"), plain.contains("four!"), "".contains("a"), "a".contains("a"))

let accents = "cafe\u{301} and caf\u{E9}, e"
print(accents.contains("cafe"), accents.contains("caf\u{E9}"), accents.contains("e\u{301} a"), accents.contains(", e"))
print(accents.split(separator: "caf\u{E9}"), accents.split(separator: "e\u{301}", omittingEmptySubsequences: false))
print("e\u{301}".contains("e"), "xe\u{301}".contains("xe"), "\u{212A}".contains("K"), "K".contains("\u{212A}"))
let lines = "first\r\nsecond\nthird"
print(lines.contains("\n"), "a\r\nb".contains("\n"), "a\r\nb".contains("\r\n"), lines.split(separator: "\r\n"))

let letter: Character = "w"
let other: Character = "\u{E9}"
print(plain.contains(letter), plain.contains(other), accents.contains(other), plain[...].contains(letter))

var long = ""
for i in 0..<30_000 { long += "abc" + (i % 1000 == 999 ? "; " : "") }
print(long.contains("abca"), long.contains("abd"), long.contains("c; a"), long.split(separator: "; ").count)
long += "\u{E9}x"
print(long.contains("x"), long.contains("cx"), long.contains("\u{E9}"), long.contains("e"), long.contains("y"))
let capitals = (long + "stra\u{DF}e").uppercased()
print(capitals.count, capitals.hasSuffix("\u{C9}XSTRASSE"), capitals.lowercased().hasSuffix("\u{E9}xstrasse"))

print([String]().joined(separator: ", ").isEmpty, [""].joined(separator: ",").isEmpty, ["", ""].joined(separator: ","))
print(["a", "\u{E9}", "", "c"].joined(separator: "--"), ["a"].joined(separator: "--"), ["a", "b"].joined())
let pieces = (0..<100_000).map { "piece \($0)" }
let joined = pieces.joined(separator: ", ")
print(joined.count, joined.hasPrefix("piece 0, piece 1, "), joined.hasSuffix(", piece 99998, piece 99999"))
print([joined, "x", joined].joined(separator: joined).count)
print(
  String(0), String(-7), String(Int.min), String(Int.max), String(UInt64.max), String(Int8.min), String(10), String(99))

let many = Set((0..<200_000).map { $0 * 7 % 150_001 })
print(many.count, many.isSubset(of: Set(0..<150_001)), many.contains(150_001), many.intersection(Set(0..<10)).count)
