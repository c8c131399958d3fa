struct Countdown: Sequence, IteratorProtocol {
  var current: Int
  mutating func next() -> Int? {
    guard current > 0 else { return nil }
    defer { current -= 1 }
    return current
  }
}
for n in Countdown(current: 3) { print(n) }
let down = Countdown(current: 5)
print(down.map { $0 * 2 }, down.filter { $0 % 2 == 0 }, down.reduce(0, +))
print(Array(down), down.sorted(), down.contains(4), down.contains(9), down.max()!, down.min()!)
print(down.first { $0 < 4 }!, down.allSatisfy { $0 > 0 })
print(Set(down).count, Array(down.dropFirst(2)), Array(down.prefix(2)))
for (i, n) in down.enumerated() where i > 2 { print(i, n) }
for (a, b) in zip(down, "xyz") { print(a, b) }
var all = [9]
all.append(contentsOf: down)
all += Countdown(current: 2)
print(all)
outer: for a in Countdown(current: 3) {
  for b in Countdown(current: a) {
    if b == 1 { continue outer }
    print(a, b)
  }
}
