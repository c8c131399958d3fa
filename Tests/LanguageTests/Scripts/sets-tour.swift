var s: Set = [3, 1, 2, 3]
print(s.count, s.contains(2), s.sorted(), s.insert(5), s.insert(5), s.remove(1) as Any, s.remove(77) as Any)
let t: Set<Int> = [5, 6]
print(s.union(t).sorted(), s.intersection(t).sorted(), s.subtracting(t).sorted(), s.symmetricDifference(t).sorted())
print(s.union([9, 10]).sorted(), s.intersection([2, 3]).sorted(), s.subtracting(0...2).sorted())
print(
  t.isSubset(of: s), s.isSuperset(of: [2, 3]), s.isDisjoint(with: [100]), s.isStrictSubset(of: s),
  t.isStrictSuperset(of: [5]), s.isSubset(of: [2, 3, 5, 6]))
s.formUnion([7, 8])
print(s.sorted())
s.formIntersection([7, 8, 2])
print(s.sorted())
s.subtract([2])
print(s.sorted())
s.formSymmetricDifference([8, 9])
print(s.sorted())
print(Set("hello").count, Set([1, 2]) == Set([2, 1]), Array(Set([7])), Set([4]), [Set(["a"])], Set<Int>().isEmpty)
print(
  s.map { $0 * 2 }.sorted(), s.filter { $0 > 7 }.count, type(of: s.filter { $0 > 7 }), s.min()!, s.max()!,
  s.reduce(0, +), s.first != nil)
for x in s.sorted(by: >) { print(x, terminator: " ") }
print()
let words = Set(["a", "b"])
let w2: Set<String> = ["b", "c"]
print(words.union(w2).sorted(), words == ["a", "b"], words.contains("a"), words.isDisjoint(with: w2))
var u = Set<String>()
print(u.insert("x").inserted, u.insert("x").inserted, u.insert("y").memberAfterInsert, u.update(with: "x") as Any)
u.removeAll()
print(u.isEmpty, u)
print(Set([[1], [2], [1]]).count, Set(1...3).sorted(), Set([1, 2, 3]).isSubset(of: 0..<10))
print(
  Set([1, 2, 3]).contains { $0 > 2 }, Set([3]).sorted(), Set([1, 2]).hashValue == Set([2, 1]).hashValue,
  Set([5]).first!, Set([6]).randomElement()!)
let dict: [Set<Int>: String] = [[1, 2]: "a"]
print(dict[[2, 1]]!)
var seen = Set<Int>()
print([1, 2, 1, 3, 2].filter { seen.insert($0).inserted })
