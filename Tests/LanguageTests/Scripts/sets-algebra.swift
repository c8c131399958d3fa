let s: Set = [3, 1, 2, 3]
let t: Set<Int> = [5, 2]
print(s.union(t).sorted(), s.intersection(t).sorted(), s.subtracting(t).sorted(), s.symmetricDifference(t).sorted())
print(s.union([9, 10]).sorted(), s.intersection([2, 3]).sorted(), s.subtracting(0...2).sorted(), s.count)
print(
  t.isSubset(of: s), s.isSuperset(of: [2, 3]), s.isDisjoint(with: [100]), s.isStrictSubset(of: s),
  t.isStrictSuperset(of: [5]), s.isSubset(of: 0..<10))
var u = s
u.formUnion([7, 8])
print(u.sorted())
u.formIntersection([7, 8, 2])
print(u.sorted())
u.subtract([2])
print(u.sorted())
u.formSymmetricDifference([8, 9])
print(u.sorted(), s.sorted(), s == [1, 2, 3], s != t)
