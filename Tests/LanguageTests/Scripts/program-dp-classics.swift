func lcs(_ a: String, _ b: String) -> String {
  let x = Array(a)
  let y = Array(b)
  var dp = Array(repeating: Array(repeating: 0, count: y.count + 1), count: x.count + 1)
  for i in stride(from: 1, through: x.count, by: 1) {
    for j in stride(from: 1, through: y.count, by: 1) {
      dp[i][j] = x[i - 1] == y[j - 1] ? dp[i - 1][j - 1] + 1 : max(dp[i - 1][j], dp[i][j - 1])
    }
  }
  var result: [Character] = []
  var (i, j) = (x.count, y.count)
  while i > 0 && j > 0 {
    if x[i - 1] == y[j - 1] {
      result.append(x[i - 1])
      i -= 1
      j -= 1
    } else if dp[i - 1][j] >= dp[i][j - 1] {
      i -= 1
    } else {
      j -= 1
    }
  }
  return String(result.reversed())
}
func knapsack(_ items: [(weight: Int, value: Int)], capacity: Int) -> Int {
  var best = [Int](repeating: 0, count: capacity + 1)
  for item in items {
    for w in stride(from: capacity, through: item.weight, by: -1) {
      best[w] = max(best[w], best[w - item.weight] + item.value)
    }
  }
  return best[capacity]
}
func coinChange(_ coins: [Int], _ amount: Int) -> Int? {
  var dp: [Int?] = [0] + Array(repeating: nil, count: amount)
  for value in 1...amount {
    for coin in coins where coin <= value {
      if let previous = dp[value - coin] {
        dp[value] = min(dp[value] ?? Int.max, previous + 1)
      }
    }
  }
  return dp[amount]
}
func editDistance(_ s: String, _ t: String) -> Int {
  let s = Array(s)
  let t = Array(t)
  var row = Array(0...t.count)
  for i in 1...s.count {
    var previous = row[0]
    row[0] = i
    for j in 1...t.count {
      let temp = row[j]
      row[j] = s[i - 1] == t[j - 1] ? previous : 1 + min(previous, row[j], row[j - 1])
      previous = temp
    }
  }
  return row.last!
}
func longestIncreasing(_ a: [Int]) -> [Int] {
  guard !a.isEmpty else { return [] }
  var best = a.map { [$0] }
  for i in a.indices {
    for j in 0..<i where a[j] < a[i] && best[j].count + 1 > best[i].count {
      best[i] = best[j] + [a[i]]
    }
  }
  return best.max(by: { $0.count < $1.count })!
}
print(lcs("AGGTAB", "GXTXAYB"))
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], capacity: 7))
print(coinChange([1, 5, 10, 25], 63) ?? -1, coinChange([5, 10], 3) as Any)
print(editDistance("kitten", "sitting"))
print(longestIncreasing([10, 9, 2, 5, 3, 7, 101, 18]))
var memo: [Int: Int] = [:]
func climb(_ n: Int) -> Int {
  if n <= 1 { return 1 }
  if let m = memo[n] { return m }
  let r = climb(n - 1) + climb(n - 2)
  memo[n] = r
  return r
}
print(climb(50))
