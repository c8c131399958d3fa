var s: Set = [3, 1, 2, 3]
print(s.count, s.contains(2), s.sorted())
s.insert(5)
s.remove(1)
print(s.sorted(), s.isEmpty)
let t: Set<Int> = [5, 6]
print(s.union(t).sorted(), s.intersection(t).sorted(), s.subtracting(t).sorted(), t.isSubset(of: s))
print(Set("hello").count, Set([1, 2]) == Set([2, 1]), Array(Set([7])))
