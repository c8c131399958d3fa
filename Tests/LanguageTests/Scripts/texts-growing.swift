// Texts that grow past the room for what waits, read now and then.
func grown(_ pieces: [String], _ count: Int, readEvery step: Int) -> String {
  var text = ""
  var seen = 0
  for index in 0..<count {
    text += pieces[index % pieces.count]
    if index % step == step - 1 { seen += text.utf8.count + (text.hasSuffix("x") ? 1 : 0) }
  }
  print(seen, text.count, text.utf8.count, text.hasPrefix(pieces[0]))
  return text
}
let plain = grown(["kernel", "stride", "padding", "x"], 300_000, readEvery: 1_000_000)
let read = grown(["kernel", "stride", "padding", "x"], 300_000, readEvery: 37_777)
print(plain == read)
let often = grown(["ab", "é", "👩‍👩‍👧", "a text that is longer than fifteen bytes", "\r", "\n"], 3_000, readEvery: 7)
let once = grown(["ab", "é", "👩‍👩‍👧", "a text that is longer than fifteen bytes", "\r", "\n"], 3_000, readEvery: 5_000)
print(often == once, often.count)
var doubled = "0123456789abcdef"
for _ in 0..<17 { doubled += doubled }
print(doubled.count, doubled.suffix(3))
var copy = doubled
copy += "!"
print(doubled.count, copy.count, copy.suffix(2))

// Joining more than a million bytes, few and many at a time.
let long = String(repeating: "0123456789", count: 150_000)
print(
  [long, "", "é", long].joined(separator: ", ").count, [long].joined().count, [long, long].joined() == long + long)
let many = (0..<120_000).map { "number \($0)" }
let joined = many.joined(separator: String(long.prefix(20)))
print(joined.count, joined.suffix(13), joined.hasPrefix("number 001234567890123456789number 1"))
print([String](repeating: "a text that is longer than thirty-two bytes", count: 50).joined(separator: "\u{301}").count)
