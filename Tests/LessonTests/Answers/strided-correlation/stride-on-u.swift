// expect: neighbours inside of the window stay neighbours
func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let m = outputSize(x.shape[0], filter: f.shape[0], stride: stride, padding: padding)
  let n = outputSize(x.shape[1], filter: f.shape[1], stride: stride, padding: padding)
  var o = Tensor.zeros([m, n])
  for i in 0..<m {
    for j in 0..<n {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          let r = (i + u) * stride - padding
          let c = (j + v) * stride - padding
          if r >= 0 && r < x.shape[0] && c >= 0 && c < x.shape[1] { o[i, j] += x[r, c] * f[u, v] }
        }
      }
    }
  }
  return o
}
