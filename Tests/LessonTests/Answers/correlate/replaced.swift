// expect: Every product replaces the one before it
func correlate(_ x: Tensor, _ f: Tensor) -> Tensor {
  let a = x.shape[0] - f.shape[0] + 1
  let b = x.shape[1] - f.shape[1] + 1
  var y = Tensor.zeros([a, b])
  for i in 0..<a {
    for j in 0..<b {
      for p in 0..<f.shape[0] {
        for q in 0..<f.shape[1] {
          y[i, j] = x[i + p, j + q] * f[p, q]
        }
      }
    }
  }
  return y
}
