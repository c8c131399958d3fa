let h = 3
let w = 4
var m = [[Double]](repeating: [Double](repeating: 0, count: w), count: h)
for i in 0..<h {
  for j in 0..<w { m[i][j] = Double(i * w + j) }
}
m[1][2] += 0.5
m[2][3] *= 2
print(m)
print(m[1], m[0][3], m.count, m[0].count)
var cube = [[[Int]]]()
for a in 0..<2 {
  cube.append([])
  for b in 0..<2 { cube[a].append([a, b]) }
}
print(cube)
func transposed(_ m: [[Double]]) -> [[Double]] {
  var t = Array(repeating: Array(repeating: 0.0, count: m.count), count: m[0].count)
  for (i, row) in m.enumerated() {
    for (j, value) in row.enumerated() { t[j][i] = value }
  }
  return t
}
print(transposed(m))
print(m.map { $0.reduce(0, +) })
print(m.flatMap { $0 }.count, m.joined().reduce(0, +))
