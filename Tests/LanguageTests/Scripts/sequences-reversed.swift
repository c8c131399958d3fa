let xs = [1, 2, 3]
for x in xs.reversed() { print(x, terminator: " ") }
for i in (0..<3).reversed() { print(i, terminator: " ") }
for i in (1...3).reversed() { print(i, terminator: " ") }
for c in "abc".reversed() { print(c, terminator: " ") }
for i in (0..<0).reversed() { print(i) }
for i in stride(from: 0, to: 6, by: 2).reversed() { print(i, terminator: " ") }
for (i, x) in xs.enumerated().reversed() { print(i, x, terminator: " ") }
print()
print(xs.reversed(), Array(xs.reversed()), xs.reversed().map { $0 * 2 }, type(of: xs.reversed()), xs.reversed().count)
let array: [Int] = xs.reversed()
print(
  array, xs.reversed()[0], xs.reversed() == [3, 2, 1], String("abc".reversed()), xs.reversed().first!,
  xs.reversed().last!)
func back(_ xs: [Int]) -> [Int] { xs.reversed() }
print(back(xs), xs[1...].reversed().map { $0 }, xs.reversed().reversed())
