// expect: Line 8:
func correlate(_ x: Tensor, _ f: Tensor) -> Tensor {
  var y = Tensor.zeros([x.shape[0] - f.shape[0] + 1, x.shape[1] - f.shape[1] + 1])
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      for p in 0..<f.shape[0] {
        for q in 0..<f.shape[1] {
          y[i, j] += x[i + p, j + q] * f[p, q]
        }
      }
    }
  }
  return y
}
