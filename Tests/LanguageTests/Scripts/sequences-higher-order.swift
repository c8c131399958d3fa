let xs = [5, 3, 8, 1, 9, 2]
print(xs.map { $0 * 2 }, xs.filter { $0 > 3 }, xs.reduce(0, +), xs.reduce(1) { $0 * $1 })
print(xs.sorted(), xs.sorted(by: >), xs.sorted { abs($0 - 4) < abs($1 - 4) })
print(xs.min()!, xs.max()!, xs.contains { $0 > 8 }, xs.allSatisfy { $0 > 0 }, xs.first { $0 % 2 == 0 }!)
print(xs.firstIndex { $0 == 8 }!, xs.firstIndex(of: 7) == nil, xs.reversed().map { $0 })
print(xs.map(String.init), xs.map { Double($0) / 2 }, xs.map { "n\($0)" }.joined(separator: " "))
print(xs.reduce("") { $0 + String($1) }, xs.reduce(into: [Int]()) { result, x in if x > 4 { result.append(x) } })
print(Array(xs.prefix(2)), Array(xs.suffix(2)), Array(xs.dropFirst(4)), xs.prefix { $0 != 1 }.count)
print([[1, 2], [], [3]].flatMap { $0 }, xs.filter { $0 > 3 }.map { $0 - 3 }.sorted().reversed().first!)
print(
  ["b", "a", "C"].sorted(), ["bb", "a", "ccc"].sorted { $0.count < $1.count }, ["bb", "a"].min { $0.count < $1.count }!)
// swift-format-ignore: ReplaceForEachWithForLoop
xs.forEach { print($0, terminator: ";") }
print()
print(xs.enumerated().filter { $0.offset % 2 == 0 }.map { $0.element })
print((1...3).flatMap { i in (1...i).map { j in i * j } })
var ys = xs
ys.sort { $0 > $1 }
ys.removeAll { $0 < 3 }
print(ys)
print(xs.max { $0 % 5 < $1 % 5 }!, xs.last { $0 > 4 }!, xs.count { $0 > 4 })
print(xs.elementsEqual([5, 3]), xs.starts(with: [5, 3]), xs == [5, 3, 8, 1, 9, 2])
