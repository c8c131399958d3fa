let text = "héllo, wörld"
let comma = text.firstIndex(of: ",")!
print(text[comma], text[..<comma], text[text.index(after: comma)...], text[...comma], text[comma...].count)
print(text[text.startIndex], text[text.index(before: text.endIndex)], text[text.index(text.startIndex, offsetBy: 4)])
print(
  text.index(text.startIndex, offsetBy: 100, limitedBy: text.endIndex) == nil,
  text.index(text.endIndex, offsetBy: -5) > comma)
print(text.distance(from: text.startIndex, to: comma), text.indices.count, text.lastIndex(of: "l")! > comma)
for i in "añb".indices { print("añb"[i], terminator: " ") }
let range = text.startIndex..<comma
print(text[range], text[range].count, range.contains(comma), text.firstIndex { $0 == "z" } == nil)
