let a = [1, nil, 3].compactMap { $0 }
print(a.reduce(0, +))
print([1, nil, 3].compactMap { $0 }.reduce(0, +))
print([nil, 2, 3].compactMap { $0 }.map { $0 * 2 })
print([1, nil, 3].count, ["a", nil].first!!, [nil, [1], [2, 3]].compactMap { $0 }.count)
for case let x? in [1, nil, 3] { print(x) }
for x in ["x", nil] { if let x { print(x) } else { print("none") } }
print(["a": nil, "b": 1].compactMapValues { $0 })
print([("a", nil), ("b", 1)].count)
let d = ["k": ["v": nil, "w": 2.5]]
print(d["k"]!["w"]!!)
let m = [[1, nil], [nil, 2]]
print(m.map { $0.compactMap { $0 } })
let flags = [true, nil, false]
print(flags.filter { $0 != nil }.count)
let s: Set = [1, nil, 3]
print(s.count)
func total(_ v: [Int?]) -> Int { v.reduce(0) { $0 + ($1 ?? 0) } }
print(total([1, nil, 5]))
let (p, q) = ([nil, 1], 2)
print(p, q)
print([Int("1"), 2, nil].compactMap { $0 })
print([2, Int("x")].compactMap { $0 })
print(["1", "b"].map { Int($0) } == [1, nil])
print([1, nil] == [1, nil], [nil, 1] == [1, nil])
print([1, nil].contains(nil), [1, nil, 2].firstIndex(of: nil)!)
print(zip([1, nil], ["a", nil]).map { ($0 ?? 0, $1 ?? "-") })
var v = [nil, 1]
v.append(nil)
v.append(4)
print(v.compactMap { $0 }.max()!)
print(max([1, nil].compactMap { $0 }.count, 0))
