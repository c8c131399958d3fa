// Elements of arrays of arrays in loops: rows that stay the same while a loop runs, and rows that do not.

func convolve(_ x: [[[Float]]], _ k: [[[[Float]]]]) -> [[[Float]]] {
  let (rows, columns) = (x[0].count - k[0][0].count + 1, x[0][0].count - k[0][0][0].count + 1)
  var y = [[[Float]]](
    repeating: [[Float]](repeating: [Float](repeating: 0, count: columns), count: rows), count: k.count)
  for o in 0..<k.count {
    for i in 0..<rows {
      for j in 0..<columns {
        for c in 0..<x.count {
          for u in 0..<k[o][c].count {
            for v in 0..<k[o][c][u].count { y[o][i][j] += x[c][i + u][j + v] * k[o][c][u][v] }
          }
        }
      }
    }
  }
  return y
}
func ramp(_ first: Int, _ count: Int) -> [Float] { (first..<first + count).map { Float($0) } }
let image: [[[Float]]] = [0, 20].map { c in [0, 5, 10, 15].map { ramp(c + $0, 5) } }
let kernel: [[[[Float]]]] = [0, 12].map { o in [0, 6].map { c in [0, 3].map { ramp(o + c + $0, 3) } } }
print(convolve(image, kernel))

// A path that is only walked where it exists.
func guarded(_ a: [[Int]], _ row: Int) -> Int {
  var sum = 0
  for k in 0..<4 {
    if row < a.count, k < a[row].count { sum += a[row][k] }
  }
  return sum
}
print(guarded([[1, 2, 3], [4]], 0), guarded([[1, 2, 3], [4]], 1), guarded([[1, 2, 3], [4]], 7), guarded([], 0))

// Rows that change while the loop runs: a variable, and a copy of a constant.
let original = [[1, 2], [3, 4]]
var copy = original
var changing = original
var seen: [Int] = []
for k in 0..<2 {
  copy[0][k] += 10 * original[0][k]
  changing[1] = [k, k + original[1][k]]
  seen.append(changing[1][1] + copy[0][k] + original[0][k])
}
print(original, copy, changing, seen)

// Ragged rows, negative numbers in sums, rows chosen by a sum.
func ragged(_ a: [[Double]]) -> Double {
  var sum = 0.0
  for i in 0..<2 {
    for offset in -1...1 where i + offset >= 0 && i + offset < a.count {
      for k in 0..<a[i + offset].count { sum += a[i + offset][k] * Double(offset + 2) }
    }
  }
  return sum
}
print(ragged([[1], [2, 3], [4, 5, 6]]))

// Products of rows and columns, in Double, Float and Int.
func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
  var c = [[Double]](repeating: [Double](repeating: 0, count: b[0].count), count: a.count)
  for i in 0..<a.count {
    for j in 0..<b[0].count {
      var s = 0.0
      for k in 0..<b.count { s += a[i][k] * b[k][j] }
      c[i][j] = s
    }
  }
  return c
}
print(product([[1, 2, 3], [4, 5, 6]], [[1, 0.5], [2, 0.25], [3, -1]]))
func trace(_ a: [[Float]], _ b: [[Float]]) -> Float {
  var s: Float = 0
  for i in 0..<a.count { s += a[i][i] * b[i][i] }
  return s
}
print(trace([[1.5, 2], [3, 4]], [[0.5, 1], [1, 0.25]]))
func total(_ a: [[[Int]]]) -> Int {
  var s = 0
  for i in 0..<a.count { for j in 0..<a[i].count { for k in 0..<a[i][j].count { s += a[i][j][k] * (i + j + k) } } }
  return s
}
print(total([[[1, 2], [3]], [], [[4, 5, 6]]]))

// More rows than a loop keeps.
func many(_ a: [[Int]]) -> Int {
  var s = 0
  for k in 0..<2 { s += a[0 + 0][k] + a[1][k] * a[2][k] - a[3][k] + a[4][k] + a[5][k] * a[0][k] }
  return s
}
print(many([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10], [11, 12]]))
func chosen(_ a: [[Int]], _ p: Int, _ q: Int, _ r: Int, _ s: Int, _ t: Int) -> Int {
  var sum = 0
  for k in 0..<2 { sum += a[p][k] + a[q][k] * a[r][k] - a[s][k] + a[t][k] * a[p][k] }
  return sum
}
print(chosen([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]], 4, 3, 2, 1, 0))

// Struct fields and tuples as roots, `self` in a method, a row taken in a pattern.
struct Layer {
  let weights: [[Double]]
  var bias = [0.5, -0.5]
  func callAsFunction(_ x: [Double]) -> [Double] {
    var y = bias
    for o in 0..<weights.count { for i in 0..<x.count { y[o] += weights[o][i] * x[i] } }
    return y
  }
}
print(Layer(weights: [[1, 2], [3, 4]])([10, 100]))
let pair = (left: [[1, 2], [3, 4]], right: [[5, 6], [7, 8]])
var dots = 0
for i in 0..<2 { for j in 0..<2 { dots += pair.left[i][j] * pair.right[i][j] } }
print(dots)
let maybe: [[Int]]? = [[1, 2], [3, 4]]
for turn in 1...2 {
  if let rows = maybe {
    var s = 0
    for j in 0..<2 { s += rows[turn - 1][j] * turn + rows[1][j] }
    print(s)
  }
}

// Loops that do not run, loops left early, loops in closures and in deferred statements.
func early(_ a: [[Int]], _ n: Int) -> [Int] {
  var found: [Int] = []
  defer { for k in 0..<1 { print("deferred", a.isEmpty ? -1 : a[0][k]) } }
  for i in 0..<n {
    for j in 0..<n {
      if a[i][j] < 0 { continue }
      if a[i][j] == 0 { break }
      if a[i][j] > 90 { return found }
      found.append(a[i][j])
    }
  }
  return found
}
print(early([], 0), early([[1, -1, 2], [3, 0, 4], [5, 99, 6]], 3))
let columns = (0..<2).map { j in (0..<2).reduce(0) { $0 + original[$1][j] } }
print(columns)
