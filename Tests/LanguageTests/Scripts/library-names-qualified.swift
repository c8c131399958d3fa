struct Range2 {
  var low: Int
  var high: Int
  func max(_ other: Int) -> Int { Swift.max(high, other) }
  func min() -> Int { Swift.min(low, high) }
}
print(Range2(low: 3, high: 1).max(2), Range2(low: 3, high: 1).min())
let n: Swift.Int = 4
let words: [Swift.String] = ["a"]
print(n, words, Swift.abs(-2))
