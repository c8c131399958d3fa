let xs = [10, 20, 30, 40, 50]
print(Array(xs[1..<3]), Array(xs[2...]), Array(xs[..<2]), Array(xs[...]))
print(Array(xs.prefix(2)), Array(xs.suffix(2)), Array(xs.dropFirst()), Array(xs.dropLast(3)))
print(xs[1...3].reduce(0, +), xs[1..<4].count, xs[2...].max()!)
print(Array(xs.reversed()), xs.firstIndex(of: 30)!, xs.lastIndex(of: 10)!)
for x in xs[3...] { print(x) }
print(xs.min()!, xs.max()!, [Int]().min() == nil)
