var calls = 0
let squares = (1...1000).lazy.map { (x: Int) -> Int in
  calls += 1
  return x * x
}
print(squares.first { $0 > 50 }!, calls)
print((1...).lazy.filter { $0 % 7 == 0 }.map { $0 * 2 }.first { $0 > 40 }!)
print(Array([1, 2, 3, 4].lazy.filter { $0 % 2 == 0 }), [3, 4].lazy.map { $0 + 1 }.reduce(0, +))
for x in [5, 6, 7].lazy.map({ $0 * 10 }) where x > 50 { print(x, terminator: " ") }
print(Array((1...10).lazy.filter { $0 % 2 == 0 }.map { $0 * $0 }.prefix(2)))
print(
  type(of: [1].lazy.map { $0 }), type(of: [1].lazy.filter { _ in true }), [1, 2].lazy.contains(2),
  [1, 2, 3].lazy.map { $0 * 2 }.max()!)
