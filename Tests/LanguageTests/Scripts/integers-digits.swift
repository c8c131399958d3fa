// Whole numbers as text: every count of digits, and the borders between them.

var n = 1
var texts: [String] = []
for _ in 0..<18 {
  for k in [-1, 0, 1] {
    texts.append(String(n + k))
    texts.append("\(-(n + k))")
  }
  n *= 10
}
print(texts.joined(separator: " "))
print(
  Int.max, Int.min, 0, -0, 99_999_999, 100_000_000, 100_000_001, 99_999_999_999_999, 100_000_000_000_000,
  -99_999_999_999_999, 1_000_000_010)
var sum = 0
for i in stride(from: 0, to: 40_000_000, by: 12_347) {
  let t = "\(i)"
  sum += t.count
  if Int(t) != i { print("wrong", i, t) }
}
for i in stride(from: 99_000_000, to: 90_000_000_000_000, by: 23_456_789_123) {
  if Int(String(i)) != i || Int(String(-i)) != -i { print("wrong", i) }
}
print(sum)
