// expect: stopped with an error
func paint(_ x: Tensor, _ f: Tensor, stride: Int) -> Tensor {
  var y = Tensor.zeros([x.shape[0] * stride, x.shape[1] * stride])
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          y[i * stride + u, j * stride + v] += x[i, j] * f[u, v]
        }
      }
    }
  }
  return y
}
