let r = 1..<5
let c = 1...5
print(
  r, c, r.count, c.count, r.contains(5), c.contains(5), r.isEmpty, (3..<3).isEmpty, r.lowerBound, c.upperBound,
  r.first!, r.last!, c.min()!, c.max()!)
print(
  r.clamped(to: 2..<3), c.clamped(to: 0...2), r.overlaps(4..<9), c.overlaps(6...7), (0..<2).overlaps(2..<3), r == 1..<5,
  c == 1...4)
print(
  (0.0..<1.0).contains(0.5), (1.5...2.5).contains(3), ("a"..."f").contains("c"), (0.0...1.0).upperBound,
  (0.5..<0.5).isEmpty)
print(
  r ~= 3, c ~= 9, (2...) ~= 5, (..<2) ~= 5, (...2).contains(2), (3...).contains(2), r.hashValue == (1..<5).hashValue,
  Set([r, r]).count)
print(
  r.dropFirst(), r.prefix(2), r.suffix(2), r.firstIndex(of: 3)!, r.indices, r[2], Range(1...3), ClosedRange(1..<3),
  r.sorted(by: >), c.reversed().first!)
print(
  r.map { $0 * 2 }, Array(r), r.reduce(0, +), r.filter { $0 % 2 == 0 }, c.allSatisfy { $0 > 0 },
  c.elementsEqual([1, 2, 3, 4, 5]), (UInt8(250)...255).count, [0..<2, 2..<4].map(\.count))
switch 7 {
case 0..<5: print("low")
case 5...: print("high")
default: print("negative")
}
switch 3.7 {
case ..<0: print("negative")
case 0..<4: print("small")
default: print("large")
}
for i in 3... {
  if i > 5 { break }
  print(i, terminator: " ")
}
for x in stride(from: 1.0, to: 2, by: 0.5) { print(x, terminator: " ") }
for i in stride(from: 5, through: 1, by: -2) { print(i, terminator: " ") }
print()
