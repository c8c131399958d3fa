// expect: The output is one row and one column too small.
func correlate(_ x: Tensor, _ f: Tensor) -> Tensor {
  let a = x.shape[0] - f.shape[0]
  let b = x.shape[1] - f.shape[1]
  var y = Tensor.zeros([a, b])
  for i in 0..<a {
    for j in 0..<b {
      for p in 0..<f.shape[0] {
        for q in 0..<f.shape[1] {
          y[i, j] += x[i + p, j + q] * f[p, q]
        }
      }
    }
  }
  return y
}
