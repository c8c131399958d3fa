// expect: The filter is turned by 180 degrees here
func fullCorrelation(_ x: Tensor, _ f: Tensor) -> Tensor {
  var y = Tensor.zeros([x.shape[0] + f.shape[0] - 1, x.shape[1] + f.shape[1] - 1])
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          y[i + u, j + v] += x[i, j] * f[u, v]
        }
      }
    }
  }
  return y
}
