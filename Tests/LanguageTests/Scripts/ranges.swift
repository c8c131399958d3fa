let r = 2..<5
print(r.lowerBound, r.upperBound, r.count, r.contains(4), r.contains(5), r.isEmpty)
let c = 2...5
print(c.lowerBound, c.upperBound, c.count, c.contains(5))
print(Array(r), Array(c), Array(0..<0), (0..<0).isEmpty)
print(r, c, (1...3).map { $0 * $0 }, (1...4).reduce(0, +), (0..<3).reversed().map { $0 })
print((1...10).filter { $0 % 3 == 0 }, (0..<5).map { Double($0) / 2 })
print(r ~= 3, (1.0..<2.0).contains(1.5), (0.0...1.0).contains(1))
for i in r where i != 3 { print(i) }
let n = 3
for i in stride(from: n, through: 0, by: -1) { print(i, terminator: " ") }
print()
print((1...5).contains { $0 > 4 }, (1...5).min()!, Array((1...5).dropFirst(2)))
print(5 - (0..<4).count, (0..<4).first!, (0..<4).last!)
