let words = ["a", "b", "c"]
for (i, word) in words.enumerated() { print(i, word, terminator: " ") }
for (i, c) in "xyz".enumerated() where i > 0 { print(i, c, terminator: " ") }
for (i, n) in (10...12).enumerated() { print(i, n, terminator: " ") }
for pair in words.enumerated() { print(pair.offset, pair.element, pair, terminator: " ") }
print()
print(words.enumerated(), words.enumerated().map { "\($0)\($1)" }, Array(words.enumerated()).count)
print(
  words.enumerated().filter { $0.offset != 1 }.map(\.element),
  words.enumerated().max { $0.element < $1.element }!.offset)
print(words.enumerated().reversed().map { $0.offset }, words.reversed().enumerated().map { "\($0)\($1)" })
for (i, row) in [[1, 2], [3]].enumerated() { for (j, x) in row.enumerated() { print(i, j, x, terminator: ";") } }
print(words.enumerated().contains { $0 == 1 && $1 == "b" }, words.enumerated().first { $0.element == "c" }!.offset)
