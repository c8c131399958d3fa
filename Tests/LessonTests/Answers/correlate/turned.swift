// expect: The filter is turned by 180 degrees
func correlate(_ x: Tensor, _ f: Tensor) -> Tensor {
  let a = x.shape[0] - f.shape[0] + 1
  let b = x.shape[1] - f.shape[1] + 1
  var y = Tensor.zeros([a, b])
  for i in 0..<a {
    for j in 0..<b {
      for p in 0..<f.shape[0] {
        for q in 0..<f.shape[1] {
          y[i, j] += x[i + f.shape[0] - 1 - p, j + f.shape[1] - 1 - q] * f[p, q]
        }
      }
    }
  }
  return y
}
