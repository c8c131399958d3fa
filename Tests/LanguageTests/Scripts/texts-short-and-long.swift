// Texts of 0 to 40 bytes: made, shared, appended to, compared and counted.
let pieces = [
  "", "a", "é", "e\u{301}", "🇫🇷", "👩‍👩‍👧", "\r\n", "\r", "\n", "\0", "kernel", "fifteen bytes !!", "exactly 15 byte", "ß",
]
var texts: [String] = []
for first in pieces {
  for second in pieces {
    let joined = first + second
    var appended = first
    appended += second
    var kept = appended
    kept.append("!")
    texts.append(joined)
    print(joined == appended, joined.count, joined.utf8.count, appended.isEmpty, kept.count, kept.utf8.count)
  }
}

// In the order of their characters.
let ordered = pieces.sorted()
for (left, right) in zip(ordered, ordered.dropFirst()) { print(left < right, left == right, left <= right) }
for text in ordered { print(Array(text.utf8)) }
print(pieces.map { a in pieces.filter { b in a < b }.count })

// Growing past every limit, with copies that stay as they were.
var growing = ""
var copies: [String] = []
for index in 0..<48 {
  copies.append(growing)
  growing += index % 7 == 3 ? "é" : "x"
  if index % 5 == 0 { print(growing.count, growing.hasSuffix("x"), copies[index].count) }
}
print(copies.map(\.count).reduce(0, +), growing)
print(copies[14], copies[15], copies[16], copies[47])

// A combining character joins the one before, wherever that is.
var word = "fifteen bytes e"
word += "\u{301}"
print(word.count, word.utf8.count, word == "fifteen bytes é", word.last == "é")
var flag = "\u{1F1EB}"
print(flag.count)
flag += "\u{1F1F7}"
print(flag, flag.count)
flag += flag
print(flag, flag.count, flag == "🇫🇷🇫🇷")
var line = "end\r"
line += "\n"
print(line.count, line.utf8.count, line == "end\r\n")

// Appending a text to itself, shared and not.
var twice = "ab"
for _ in 0..<6 { twice += twice }
print(twice.count, twice.hasPrefix("abab"))
let shared = "shared"
var own = shared
own += shared
own += own
print(shared, own)

// Substrings share the text that they are a part of.
var base = "convolution"
let part = base.prefix(4)
base += " of a kernel that is long"
print(part, base, part.count)
var fromPart = String(part)
fromPart += part
print(fromPart, part + "x", String(part) == "conv")
