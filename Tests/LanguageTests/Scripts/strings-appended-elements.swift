// Elements of arrays that are appended to texts, also to elements of the same array; texts as keys that are counted.

var text = ""
let letters = Array("convolution")
let words = ["kernel", "a long text that does not fit into a block of its own", "", "ß"]
for i in 0..<30 {
  text.append(letters[i % 11])
  text += words[i & 3]
}
print(text, text.count)
var own = ["ab", "cd"]
for i in 0..<6 {
  own[i & 1] += own[(i + 1) & 1]
  own[0] += own[0]
}
print(own[0].count, own[1].count)
struct S {
  var t = "x"
  var list = ["p", "q"]
}
var s = S()
for i in 0..<5 {
  s.t += s.list[i & 1]
  s.list[i & 1] += s.list[i & 1]
}
print(s)
var counts: [String: Int] = [:]
for i in 0..<100 { counts[words[i & 3], default: 0] += i }
print(counts.sorted { $0.key < $1.key })
