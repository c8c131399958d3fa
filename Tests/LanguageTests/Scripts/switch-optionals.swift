func show(_ x: Int?) -> String {
  switch x {
  case nil: "none"
  case 0?: "zero"
  case .some(let n) where n < 0: "negative \(n)"
  case let n?: "value \(n)"
  }
}
print(show(nil), show(0), show(-3), show(8))
let xs: [Int?] = [1, nil, 3]
for case let x? in xs { print(x) }
if case .some(let x) = xs[2] { print("third", x) }
if case 1...5 = 3 { print("in range") }
while case let n = xs.count, n == 3 {
  print("once")
  break
}
