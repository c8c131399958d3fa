var ages = ["Ada": 36, "Alan": 41]
ages["Grace"] = 85
print(
  ages.updateValue(42, forKey: "Alan") as Any, ages.updateValue(1, forKey: "New") as Any,
  ages.removeValue(forKey: "New")!, ages.removeValue(forKey: "zzz") as Any)
print(ages.keys.sorted(), ages.values.sorted(), ages.keys.contains("Ada"), ages.count, ages.isEmpty, ages.keys.count)
var d: [String: [Int]] = [:]
for i in 1...5 { d[i % 2 == 0 ? "even" : "odd", default: []].append(i) }
print(d["even"]!, d["odd"]!, d["none"] == nil)
d["even"]?.append(100)
d["odd"]?[0] = -1
print(d["even"]!, d["odd"]!)
let groups = Dictionary(grouping: ["a", "bb", "cc", "d"], by: { $0.count })
print(groups[1]!, groups[2]!)
let g2 = Dictionary(grouping: 1...6) { $0 % 3 }
print(g2[0]!, g2[1]!, g2[2]!)
print(Dictionary(uniqueKeysWithValues: zip(["a", "b"], 1...))["b"]!)
print(Dictionary([("a", 1), ("b", 2), ("a", 3)], uniquingKeysWith: +)["a"]!)
print(Dictionary([("a", 1), ("b", 2), ("a", 3)]) { first, _ in first }["a"]!)
print(
  ages.mapValues { $0 * 2 }["Ada"]!, ages.compactMapValues { $0 > 40 ? $0 : nil }.count,
  ages.filter { $0.value > 40 }.keys.sorted())
print(
  ages.merging(["Ada": 1, "Bob": 2]) { old, new in old + new }.sorted { $0.key < $1.key }.map {
    "\($0.key)=\($0.value)"
  })
ages.merge(["Zed": 9], uniquingKeysWith: { $1 })
ages.merge([("Zed", 10)]) { $1 }
print(
  ages["Zed"]!, ages.sorted(by: { $0.value < $1.value }).first!.key, ages.max { $0.value < $1.value }!.key,
  ages.first { $0.key == "Ada" }!.value)
print(
  ages.reduce(0) { $0 + $1.value }, ages.contains { $0.key == "Ada" }, ages.allSatisfy { $0.value > 0 },
  ages.map { $0.key }.sorted())
print([1: "a", 2: "b"] == [2: "b", 1: "a"], ["k": [1]]["k", default: []], [3: "x"], [:] as [Int: Int], ["a": 1.5])
for (k, v) in ages.sorted(by: <) { print(k, v, terminator: ";") }
print()
for key in ages.keys.sorted() { print(key, terminator: " ") }
for v in ages.values.sorted() { print(v, terminator: " ") }
print()
let nested = ["x": ["y": 1]]
print(nested["x"]!["y"]!, nested["x"]?["z"] as Any)
var counts = [Character: Int]()
for c in "mississippi" { counts[c, default: 0] += 1 }
print(
  counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map { "\($0.key)\($0.value)" }.joined()
)
ages.removeAll()
print(ages.isEmpty, ages)
var dd = ["a": 1]
for k in dd.keys { dd[k]! += 1 }
print(dd, dd.first!, type(of: dd), dd.popFirst()!, dd.isEmpty)
struct P: Hashable {
  var x: Int
  var y: Int
}
var grid: [P: String] = [P(x: 1, y: 2): "a"]
grid[P(x: 0, y: 0)] = "b"
print(grid[P(x: 1, y: 2)]!, grid[P(x: 9, y: 9)] ?? "none", Set([P(x: 1, y: 1), P(x: 1, y: 1)]).count)
let t = ["one": 1, "two": 2]
if let (k, v) = t.first(where: { $0.value == 2 }) { print(k, v) }
print(
  t.keys.map { $0.count }.reduce(0, +), t.values.reduce(0, +), t.values.max()!, Array(t.keys).count,
  Array(t.values).sorted())
var opt: [String: Int?] = ["a": nil]
opt["b"] = .some(nil)
print(opt.count, opt["a"]! as Any)
