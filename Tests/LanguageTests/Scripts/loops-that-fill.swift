// Loops that only store one value in elements, in steps of all kinds.

var a = [Int](repeating: 0, count: 10)
for i in 0..<10 { a[i] = 7 }
print(a)
for i in stride(from: 1, to: 10, by: 3) { a[i] = 1 }
print(a)
for i in stride(from: 9, through: 0, by: -2) { a[i] = 2 }
print(a)
func fill(_ n: Int, _ step: Int) -> [Int] {
  var b = [Int](repeating: 0, count: n)
  for j in stride(from: 0, through: n - 1, by: step) { b[j] = 5 }
  return b
}
for n in 0..<12 { for s in 1..<5 { print(fill(n, s)) } }
func fillAll(_ n: Int, _ x: Int) -> [Int] {
  var b = [Int](repeating: 0, count: n)
  for j in 0..<n { b[j] = x }
  for j in 0..<n { b[j] = j }
  let copy = b
  for j in 0..<n { b[j] = 3 }
  return copy + b
}
for n in 0..<6 { print(fillAll(n, 4)) }
func same(_ n: Int, _ k: Int) -> [Bool] {
  var b = [Bool](repeating: false, count: n)
  for _ in 0..<n { b[k] = true }
  for i in stride(from: 0, to: n, by: 1) { b[i] = true }
  return b
}
print(same(4, 2))
func big(_ n: Int) -> Int {
  var b = [Bool](repeating: false, count: n)
  for i in stride(from: 0, to: n, by: 7) { b[i] = true }
  for i in stride(from: 0, to: Int.max, by: Int.max / 2) { if i < n { b[i] = false } }
  return b.filter { $0 }.count
}
print(big(100_000))

func at(_ a: [Bool], _ i: Int, _ j: Int) -> Bool {
  let x = a[i] || a[i + j] || a[i - j + 2]
  return x && a[j]
}
print(at([true, false, true, false], 1, 1), at([false, false, true, true], 0, 1))
