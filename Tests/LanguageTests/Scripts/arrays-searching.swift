let xs = [5, 3, 8, 1, 3]
print(
  xs.firstIndex(of: 3)!, xs.lastIndex(of: 3)!, xs.firstIndex { $0 > 5 }!, xs.lastIndex { $0 > 4 }!,
  xs.firstIndex(of: 9) as Any)
print(
  xs.first { $0 < 4 }!, xs.last { $0 > 4 }!, xs.contains(8), xs.contains { $0 > 8 }, xs.allSatisfy { $0 > 0 },
  xs.count { $0 == 3 })
print(
  xs.min()!, xs.max()!, xs.min { $0 % 5 < $1 % 5 }!, xs.max { $0 % 5 < $1 % 5 }!, [Int]().max() as Any,
  ["b", "a"].min()!)
print(
  ["apple", "fig"].max { $0.count < $1.count }!, xs.sorted(), xs.sorted(by: >), ["b", "C", "a"].sorted(),
  xs.sorted { $0 % 3 < $1 % 3 })
let people = [("Ada", 36), ("Bob", 25), ("Cy", 36)]
print(
  people.sorted { $0.1 < $1.1 }.map { $0.0 }, people.max { $0.1 < $1.1 }!.0, people.min { $0.1 < $1.1 }!.0,
  people.first { $0.1 == 36 }!.0)
