// Entries of dictionaries changed in place, texts that grow, closures that compare keys, strides.
var s = String(repeating: "é", count: 40)
for i in 0..<50 {
  s += "ab"
  s.append("c")
  if i % 10 == 0 { print(s.count, s.last!) }
}
let t = s
s += "!"
print(t.count, s.count, t == s, s.hasSuffix("!"))
var d = [s: 1]
s += "?"
print(d[s] ?? 0, d[t + "!"] ?? 0)
d["K", default: 0] += 2
d["\u{212A}", default: 0] += 5
print(d["K"] ?? -1, "K" == "\u{212A}")
var e: [String: [Int]] = [:]
e["a", default: []].append(1)
e["a", default: [9]].append(2)
e["b", default: [9]].append(2)
print(e["a"]!, e["b"]!)
e["a"]![0] = 7
e["a"]?[1] = 8
e["zz"]?[1] = 8
e["b"]?.append(4)
print(e["a"]!, e["b"]!, e.count)
var n: [Int: Int] = [:]
for i in 0..<1000 { n[i] = i }
for i in stride(from: 0, to: 1000, by: 3) { n[i] = nil }
print(n.count, n[3] as Any, n[4] as Any, n.values.reduce(0, +), n.keys.reduce(0, +))
for i in 0..<1000 where n[i] == nil { n[i, default: 1] += i }
print(n.count, n.values.reduce(0, +))
var st: Set<String> = []
for i in 0..<200 { st.insert("k\(i)") }
for i in 0..<200 where i % 2 == 0 { st.remove("k\(i)") }
print(st.count, st.contains("k1"), st.contains("k2"), st.sorted().prefix(3))
struct P {
  var name: String
  var age: Int
  var w: Double
}
let ps = [
  P(name: "bo", age: 3, w: 1.5), P(name: "al", age: 3, w: -0.0), P(name: "Zoë", age: 1, w: 0.0),
  P(name: "al", age: 2, w: -2),
]
print(
  ps.sorted { $0.age < $1.age }.map(\.name), ps.sorted { $0.name < $1.name }.map(\.age),
  ps.sorted { $0.w > $1.w }.map(\.age), ps.sorted { $1.age < $0.age }.map(\.name))
print(
  ps.sorted { $0.age % 2 < $1.age % 2 }.map(\.age), [3.5, -1, 2, Double.infinity, -Double.infinity].sorted(),
  [Float(2), -3, 1].sorted(by: >))
print(
  ["b", "a", "é", "e", "ab", "Z", ""].sorted(), [UInt8(200), 3, 100].sorted(),
  [-5, 3, Int.min, Int.max, 0].sorted { $0 > $1 })
for i in stride(from: 10, to: 0, by: -3) { print(i, terminator: " ") }
for i in stride(from: 0, through: 9, by: 3) { print(i, terminator: " ") }
for i in stride(from: 5, to: 5, by: 1) { print("no", i) }
for i in stride(from: 5, through: 5, by: -1) { print(i, terminator: " ") }
for i in stride(from: Int.max - 1, through: Int.max, by: 1) { print(i) }
for i in 3...3 { print(i) }
let bodies = [(1, 2.5), (3, 4.5)]
print(bodies[1].1 + bodies[0].1, 7 / 2, -7 / 2, -7 % 3, 7 & 3, 1 << 5, -8 >> 1, 17 % 5)
