let xs = [10, 20, 30, 40]
let s = xs[1..<3]
print(s, s.startIndex, s.endIndex, s[1], s.count, Array(s), s.first!, s.last!)
for x in s { print(x, terminator: " ") }
print()
for (i, x) in xs.enumerated() { print(i, x, terminator: " ") }
print()
for (a, b) in zip(xs, ["a", "b"]) { print(a, b, terminator: " ") }
print()
for x in xs.reversed() { print(x, terminator: " ") }
for i in (0..<3).reversed() { print(i, terminator: " ") }
for i in (0...3).reversed() { print(i, terminator: " ") }
for (i, (a, b)) in zip(xs, xs.dropFirst()).enumerated() { print(i, a, b, terminator: ";") }
print()
print(xs.prefix(2), xs.suffix(2), xs.dropFirst(), xs.dropLast(2), xs.prefix { $0 < 30 }, xs.drop { $0 < 30 })
print(xs.reversed(), xs.enumerated(), zip(xs, xs))
print(Array(zip(xs, 0...).map { $0 + $1 }), Array(xs.reversed()), xs.reversed().map { $0 / 10 })
let r: [Int] = xs.reversed()
print(r, xs.reversed()[0], xs.reversed() == [40, 30, 20, 10])
var m = xs
m[1..<3] = [9, 9, 9]
print(m)
m[1...2].sort()
m[0..<2][0] = 7
print(m, m[...], m[2...], m[..<2], m[...2])
print(xs.lazy.map { $0 * 2 }.filter { $0 > 30 }.first!, Array(xs.lazy.map { $0 + 1 }))
for x in sequence(first: 1, next: { $0 < 100 ? $0 * 3 : nil }) { print(x, terminator: " ") }
print()
print(
  xs.split(separator: 20), [1, 0, 2, 0, 0, 3].split(separator: 0),
  [1, 0, 2, 0, 0, 3].split(separator: 0, omittingEmptySubsequences: false))
print(repeatElement("a", count: 3).joined(), Array(repeatElement(1, count: 2)))
print([[1, 2], [3]].joined().map { $0 }, Array([[1, 2], [3]].joined(separator: [0])))
print(xs.firstIndex(of: 30)!, xs.lastIndex { $0 < 30 }!, s.firstIndex(of: 30)!, xs.indices.map { $0 })
var it = xs.makeIterator()
while let x = it.next() { print(x, terminator: ",") }
print()
print(s == [20, 30], s + [1], [1] + s, xs.min()!, s.max()!, s.sorted(by: >), s.contains(20))
