// Zeros around dO, then a valid correlation with the rotated kernel, all on plain arrays.
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  let (kh, kw) = (f.shape[0], f.shape[1])
  let (h, w) = (dO.shape[0], dO.shape[1])
  var padded = [[Double]](repeating: [Double](repeating: 0, count: w + 2 * (kw - 1)), count: h + 2 * (kh - 1))
  for i in 0..<h {
    for j in 0..<w {
      padded[i + kh - 1][j + kw - 1] = dO[i, j]
    }
  }
  var rows: [[Double]] = []
  for i in 0..<(h + kh - 1) {
    var row: [Double] = []
    for j in 0..<(w + kw - 1) {
      var sum = 0.0
      for u in 0..<kh {
        for v in 0..<kw {
          sum += padded[i + u][j + v] * f[kh - 1 - u, kw - 1 - v]
        }
      }
      row.append(sum)
    }
    rows.append(row)
  }
  return Tensor(rows)
}
