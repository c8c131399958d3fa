var memory: [Int: Int] = [:]
func fibonacci(_ n: Int) -> Int {
  if n < 2 { return n }
  if let known = memory[n] { return known }
  let value = fibonacci(n - 1) + fibonacci(n - 2)
  memory[n] = value
  return value
}
print(fibonacci(80))
func permutations(_ xs: [Int]) -> [[Int]] {
  guard xs.count > 1 else { return [xs] }
  return xs.indices.flatMap { i -> [[Int]] in
    var rest = xs
    let head = rest.remove(at: i)
    return permutations(rest).map { [head] + $0 }
  }
}
print(permutations([1, 2, 3]))
func ackermann(_ m: Int, _ n: Int) -> Int {
  m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1))
}
print(ackermann(2, 3))
