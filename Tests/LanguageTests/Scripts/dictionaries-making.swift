let groups = Dictionary(grouping: ["a", "bb", "cc", "d"], by: { $0.count })
print(groups[1]!, groups[2]!, groups[3] == nil)
let remainders = Dictionary(grouping: 1...6) { $0 % 3 }
print(remainders[0]!, remainders[1]!, remainders[2]!)
print(Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })[3]!)
print(Dictionary([("a", 1), ("b", 2), ("a", 3)], uniquingKeysWith: +)["a"]!)
print(Dictionary([("a", 1), ("a", 3)]) { first, _ in first }["a"]!)
print([:] as [Int: Int], [String: Int](), [String: Int]().isEmpty, [3: "x"], ["a": 1.5], ["k": [1, 2]])
let byLetter = ["apple", "avocado", "banana"].reduce(into: [Character: [String]]()) {
  $0[$1.first!, default: []].append($1)
}
print(byLetter["a"]!, byLetter["b"]!, byLetter.count)
