func correlate(_ x: [[Double]], _ k: [[Double]]) -> [[Double]] {
  let h = x.count - k.count + 1
  let w = x[0].count - k[0].count + 1
  var y = [[Double]](repeating: [Double](repeating: 0, count: w), count: h)
  for i in 0..<h {
    for j in 0..<w {
      var sum = 0.0
      for u in 0..<k.count {
        for v in 0..<k[0].count { sum += x[i + u][j + v] * k[u][v] }
      }
      y[i][j] = sum
    }
  }
  return y
}
func rotated(_ k: [[Double]]) -> [[Double]] { k.reversed().map { Array($0.reversed()) } }
func padded(_ x: [[Double]], by p: Int) -> [[Double]] {
  let w = x[0].count + 2 * p
  let blank = [[Double]](repeating: [Double](repeating: 0, count: w), count: p)
  let side = [Double](repeating: 0, count: p)
  return blank + x.map { side + $0 + side } + blank
}
let x = (0..<4).map { i in (0..<5).map { j in Double(i * 5 + j) } }
let k = [[1, 10], [100, 1000.0]]
let y = correlate(x, k)
for row in y { print(row) }
print(rotated(k))
for row in correlate(padded(y, by: 1), rotated(k)) { print(row) }
