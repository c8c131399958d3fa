var d: [String: [Int]] = [:]
for i in 1...5 { d[i % 2 == 0 ? "even" : "odd", default: []].append(i) }
d["even"]?.append(100)
d["odd"]?[0] = -1
d["odd"]![1] += 10
print(d["even"]!, d["odd"]!, d["none"] == nil, d["none"]?.count as Any)
print(
  d.updateValue([], forKey: "even") as Any, d.updateValue([1], forKey: "new") as Any,
  d.removeValue(forKey: "zzz") as Any)
var counts = [Character: Int]()
for c in "mississippi" { counts[c, default: 0] += 1 }
print(
  counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map { "\($0.key)\($0.value)" }.joined()
)
var nested = ["x": ["y": 1]]
nested["x"]!["z"] = 2
nested["w", default: [:]]["q"] = 3
print(nested["x"]!.count, nested["w"]!, nested["x"]?["nope"] as Any)
for key in counts.keys { counts[key]! *= 10 }
print(counts["s"]!, counts.values.reduce(0, +), counts.keys.count, counts.keys.contains("m"), counts.values.max()!)
let copy = counts
counts.removeAll()
print(copy.count, counts.isEmpty, counts)
