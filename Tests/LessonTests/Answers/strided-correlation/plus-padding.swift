// expect: The padding is added to row and column instead of subtracted
func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let m = outputSize(x.shape[0], filter: f.shape[0], stride: stride, padding: padding)
  let n = outputSize(x.shape[1], filter: f.shape[1], stride: stride, padding: padding)
  var o = Tensor.zeros([m, n])
  for i in 0..<m {
    for j in 0..<n {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          let r = i * stride + u + padding
          let c = j * stride + v + padding
          if r < x.shape[0] && c < x.shape[1] { o[i, j] += x[r, c] * f[u, v] }
        }
      }
    }
  }
  return o
}
