func primes(below n: Int) -> [Int] {
  var isPrime = [Bool](repeating: true, count: n)
  var result: [Int] = []
  for i in 2..<n where isPrime[i] {
    result.append(i)
    for j in stride(from: i * i, to: n, by: i) { isPrime[j] = false }
  }
  return result
}
print(primes(below: 50))
func fibonacci(_ n: Int) -> Int { n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2) }
print((0..<15).map(fibonacci))
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 180), gcd(17, 5))
var seed = 42
func random() -> Int {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed
}
print((0..<4).map { _ in random() % 100 })
func hanoi(_ n: Int, from a: String, to b: String, over c: String) -> Int {
  n == 0 ? 0 : hanoi(n - 1, from: a, to: c, over: b) + 1 + hanoi(n - 1, from: c, to: b, over: a)
}
print(hanoi(8, from: "a", to: "b", over: "c"))
