// Keys are equal if their characters are, however these are composed.
var counts: [String: Int] = [:]
let words = [
  "é", "e\u{301}", "K", "\u{212A}", "Å", "\u{212B}", "A\u{30A}", "a", "", "a\0", "sixteen bytes!!!", "fifteen bytes!!",
  "sixteen bytes!!" + "!", "fifteen " + "bytes!!",
]
for round in 0..<3 {
  for word in words { counts[word, default: round] += 1 }
}
print(counts.count)
for word in words { print(counts[word]!, counts[word + "x"] ?? -1) }

// A key that is changed after it was entered does not change the dictionary.
var key = "key"
var values = [key: 1]
key += "s"
values[key] = 2
key.append(" that has become longer than fifteen bytes")
values[key] = 3
print(values.count, values["key"]!, values["keys"]!, values[key]!)

// Many short keys.
var table: [String: Int] = [:]
for number in 0..<3000 { table["k\(number % 1009)", default: 0] += number }
print(table.count, table["k0"]!, table["k1008"]!, table["k1009"] ?? 0)
for number in 0..<1000 { table["k\(number)"] = nil }
print(table.count, table.keys.sorted())
var seen: Set<Character> = []
for character in "conv\u{E9}e\u{301}olution 🇫🇷🇩🇪\r\n" { seen.insert(character) }
print(seen.count, seen.contains("é"), seen.contains("\r\n"), seen.contains("🇩🇪"))
