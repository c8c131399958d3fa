// expect: Passed.
func fullCorrelation(_ x: Tensor, _ f: Tensor) -> Tensor {
  let (m, n, h, w) = (x.shape[0], x.shape[1], f.shape[0], f.shape[1])
  var y = Tensor.zeros([m + h - 1, n + w - 1])
  for i in 0..<m {
    for j in 0..<n {
      for u in 0..<h {
        for v in 0..<w {
          y[i + h - 1 - u, j + w - 1 - v] += x[i, j] * f[u, v]
        }
      }
    }
  }
  return y
}
