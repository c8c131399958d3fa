let xs = [5, 3, 8, 1]
print(
  xs.min(by: <)!, xs.max(by: <)!, xs.min { $0 > $1 }!, xs.sorted(by: >), xs.allSatisfy { $0 > 0 },
  xs.contains { $0 == 8 }, xs.contains(3))
print(xs.reduce(into: [Int: Int]()) { $0[$1 % 2, default: 0] += $1 }.sorted { $0.key < $1.key }.map { "\($0)" })
print(
  xs.flatMap { [$0, $0] }, xs.compactMap { $0 > 3 ? $0 : nil }, ["1", "x", "3"].compactMap { Int($0) },
  ["1", "x"].compactMap(Int.init))
print(["a", "b"].joined(separator: "-"), ["a", "b"].joined(), [[1], [2, 3]].flatMap { $0 })
print(
  xs.elementsEqual([5, 3, 8, 1]), [1, 2].lexicographicallyPrecedes([1, 3]), xs.starts(with: [5, 3]),
  "abc".starts(with: "ab"))
var m = [1, 2, 3, 4, 5, 6]
m.swapAt(0, 5)
print(m)
m.removeAll { $0 % 2 == 0 }
print(m)
m.insert(contentsOf: [7, 8], at: 1)
print(m)
m.replaceSubrange(0..<2, with: [0])
print(m)
m.replaceSubrange(0...0, with: [10, 11, 12])
print(m)
m.removeSubrange(1...2)
print(m)
m.append(contentsOf: 1...3)
print(m)
m += [4]
m += 5...6
m += [7].map { $0 }
print(m, m + [1], [0] + m)
m.insert(99, at: 0)
m.remove(at: 1)
print(m, m.removeFirst(), m.removeLast(), m.popLast()!)
m.reverse()
print(m, m.first!, m.last!, m.isEmpty, m.count { $0 > 3 })
m.removeFirst(2)
m.removeLast(1)
print(m)
m.sort()
print(m)
m.sort(by: >)
print(m)
let p = m.partition { $0 > 4 }
print(p, m[..<p].sorted(), m[p...].sorted())
m.removeAll(keepingCapacity: true)
print(m.isEmpty, m)
var sl = xs[1...]
print(sl.popFirst()!, sl, sl.removeFirst(), sl, sl.startIndex)
print(
  xs.firstIndex(where: { $0 > 5 })!, xs.lastIndex(of: 1)!, xs.first { $0 < 4 }!, xs.last { $0 > 4 }!,
  xs.firstIndex(of: 100) as Any)
print(
  Array(repeating: [0, 1], count: 2), [Int](repeating: 7, count: 3), Array("abc"), Array(1...3), [Int]().first as Any,
  Array(stride(from: 1, to: 10, by: 4)))
print([1, 2] == [1, 2], [[1], [2]] == [[1], [2]], [1, 2] != [2, 1], [1, 2, 3].hashValue == [1, 2, 3].hashValue)
print(
  zip([1, 2], ["a", "b"]).map { "\($0)\($1)" }, zip(xs, xs.dropFirst()).map { $1 - $0 },
  Dictionary(uniqueKeysWithValues: zip("ab", 1...)).count)
print(
  xs.enumerated().map { $0 * $1 }, xs.enumerated().filter { $0.offset % 2 == 0 }.map(\.element),
  xs.enumerated().max { $0.element < $1.element }!.offset)
print(
  xs.enumerated().reversed().map { $0.offset }, xs.indices.reversed().map { $0 },
  xs.reversed().enumerated().map { $0.0 + $0.1 })
print(
  xs.prefix(while: { $0 > 2 }), xs.drop(while: { $0 > 2 }), xs.prefix(100), xs.suffix(0), Array(xs.dropFirst(100)),
  xs.prefix(upTo: 2), xs.prefix(through: 2), xs.suffix(from: 2))
print(
  sequence(first: 1) { $0 < 20 ? $0 * 2 : nil }.map { $0 },
  Array(
    sequence(state: 3) { (s: inout Int) -> Int? in
      s -= 1
      return s < 0 ? nil : s
    }))
let any = AnySequence(xs)
for x in any { print(x, terminator: " ") }
var n = 0
let it = AnyIterator<Int> {
  n += 1
  return n <= 3 ? n : nil
}
for x in it { print(x, terminator: " ") }
print(Array(any.prefix(2)), any.map { $0 + 1 }, any.sorted())
var gen = xs.makeIterator()
print(gen.next()!, gen.next()!)
print(
  Array((1...10).lazy.filter { $0 % 2 == 0 }.map { $0 * $0 }.prefix(2)), (1...).lazy.map { $0 * 2 }.first { $0 > 5 }!,
  (1...3).reversed().map { $0 }, (1..<4).map { $0 }.reversed().first!)
print(
  [3, 1, 2].sorted().first!, ["b", "A", "c"].sorted(), ["b", "A"].sorted { $0.lowercased() < $1.lowercased() },
  [1.5, -2].min()!, [(1, "b"), (1, "a")].sorted { $0 < $1 }.map { $0.1 })
var nested = [[1, 2], [3]]
nested[0].append(9)
nested[1][0] += 1
nested.append([])
print(nested, nested.joined().reduce(0, +), nested.map(\.count))
for x in xs { print(x, terminator: ",") }
print()
print(
  xs.split { $0 == 3 }, xs.split(separator: 3, maxSplits: 1), xs.distance(from: 1, to: 3), xs.index(after: 1),
  xs.startIndex, xs.endIndex, xs[xs.index(before: xs.endIndex)])
print(
  repeatElement(0, count: 2).map { $0 }, (0..<3).flatMap { i in (0..<i).map { (i, $0) } }.count, xs.capacity >= 4,
  [1, 2, 3].description, [1, 2, 3].randomElement() != nil, [1, 2, 3].shuffled().count)
print(
  min(xs[0], xs[1]), [1, 2, 3][1...], [1, 2, 3][...1], [1, 2, 3][..<1], xs[1..<3].reduce(0, +), xs[1..<3].map { $0 },
  xs.dropFirst().first!, xs.suffix(2).startIndex)
