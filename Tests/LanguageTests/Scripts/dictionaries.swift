var ages = ["Ada": 36, "Alan": 41]
ages["Grace"] = 85
ages["Alan"] = nil
print(ages["Ada"]!, ages["Alan"] == nil, ages.count, ages["Grace", default: 0], ages["x", default: -1])
print(ages.keys.sorted(), ages.values.sorted(), ages.isEmpty)
for (name, age) in ages.sorted(by: { $0.key < $1.key }) { print(name, age) }
ages["Ada"]! += 1
ages["New", default: 10] += 5
print(ages["Ada"]!, ages["New"]!, ages.removeValue(forKey: "New")!, ages.count)
var counts: [Character: Int] = [:]
for c in "hello" { counts[c, default: 0] += 1 }
print(counts["l"]!, counts.count, counts.filter { $0.value > 1 }.count)
let squares = Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })
print(squares[3]!, squares.map { $0.value }.reduce(0, +), squares.mapValues { $0 + 1 }[2]!)
let groups = Dictionary(grouping: ["a", "bb", "c"], by: { $0.count })
print(groups[1]!, groups[2]!, groups[3] == nil)
print([1: "a"] == [1: "a"], ["k": [1, 2]]["k"]![1], [String: Int]().isEmpty)
if let age = ages["Ada"] { print(age) }
print(ages.contains { $0.value > 80 }, ages.min { $0.value < $1.value }!.key)
