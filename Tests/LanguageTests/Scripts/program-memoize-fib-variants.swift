func fibRecursive(_ n: Int) -> Int { n < 2 ? n : fibRecursive(n - 1) + fibRecursive(n - 2) }
func fibIterative(_ n: Int) -> Int {
  var (a, b) = (0, 1)
  for _ in 0..<n { (a, b) = (b, a + b) }
  return a
}
var memo = [Int: Int]()
func fibMemo(_ n: Int) -> Int {
  if let m = memo[n] { return m }
  let r = n < 2 ? n : fibMemo(n - 1) + fibMemo(n - 2)
  memo[n] = r
  return r
}
func fibMatrix(_ n: Int) -> Int {
  typealias M = (Int, Int, Int, Int)
  func mul(_ x: M, _ y: M) -> M {
    (x.0 * y.0 + x.1 * y.2, x.0 * y.1 + x.1 * y.3, x.2 * y.0 + x.3 * y.2, x.2 * y.1 + x.3 * y.3)
  }
  var result: M = (1, 0, 0, 1)
  var base: M = (1, 1, 1, 0)
  var n = n
  while n > 0 {
    if n & 1 == 1 { result = mul(result, base) }
    base = mul(base, base)
    n >>= 1
  }
  return result.1
}
let fibs: [(String, (Int) -> Int)] = [
  ("recursive", fibRecursive), ("iterative", fibIterative), ("memo", fibMemo), ("matrix", fibMatrix),
]
for (name, f) in fibs { print(name, (0...12).map(f), f(20)) }
print(fibMatrix(60), fibMemo(80), fibIterative(90))
func memoize<A: Hashable, R>(_ f: @escaping ((A) -> R, A) -> R) -> (A) -> R {
  var cache: [A: R] = [:]
  func g(_ a: A) -> R {
    if let r = cache[a] { return r }
    let r = f(g, a)
    cache[a] = r
    return r
  }
  return g
}
let fast = memoize { (rec: (Int) -> Int, n: Int) in n < 2 ? n : rec(n - 1) + rec(n - 2) }
print(fast(70))
let grid = memoize { (rec: ([Int]) -> Int, p: [Int]) -> Int in
  if p[0] == 0 || p[1] == 0 { return 1 }
  return rec([p[0] - 1, p[1]]) + rec([p[0], p[1] - 1])
}
print(grid([16, 16]))
func fix<A, R>(_ f: @escaping (@escaping (A) -> R) -> (A) -> R) -> (A) -> R { { a in f(fix(f))(a) } }
print(fix { rec in { (n: Int) in n == 0 ? 1 : n * rec(n - 1) } }(10))
