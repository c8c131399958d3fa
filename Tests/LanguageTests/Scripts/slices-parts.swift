let xs = [5, 3, 8, 1]
print(xs.prefix(2), xs.suffix(2), xs.dropFirst(), xs.dropLast(2), xs.prefix(100), xs.dropFirst(100))
print(xs.prefix { $0 > 2 }, xs.drop { $0 > 2 }, xs.prefix(upTo: 2), xs.prefix(through: 2), xs.suffix(from: 2))
print(xs.suffix(2).startIndex, xs.dropFirst().first!, Array(xs.dropFirst()), xs.dropFirst().reduce(0, +))
print(type(of: xs.prefix(1)), type(of: xs.dropLast()), xs.prefix(2) + xs.suffix(1))
print(
  xs.split(separator: 3), xs.split { $0 == 8 }.count,
  [0, 1, 0, 0, 2].split(separator: 0, omittingEmptySubsequences: false))
print([1, 0, 2, 0, 3].split(separator: 0, maxSplits: 1), xs.split(separator: 3).map { Array($0) })
