// expect: The dilation is added to u and v, so the whole window
func correlate(_ x: Tensor, _ f: Tensor, dilation: Int) -> Tensor {
  var o = Tensor.zeros([x.shape[0] - dilation * (f.shape[0] - 1), x.shape[1] - dilation * (f.shape[1] - 1)])
  for i in 0..<o.shape[0] {
    for j in 0..<o.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          let r = i + u + dilation - 1
          let c = j + v + dilation - 1
          if r < x.shape[0] && c < x.shape[1] { o[i, j] += x[r, c] * f[u, v] }
        }
      }
    }
  }
  return o
}
