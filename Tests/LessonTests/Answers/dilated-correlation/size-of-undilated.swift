// expect: stopped with an error
func correlate(_ x: Tensor, _ f: Tensor, dilation: Int) -> Tensor {
  var o = Tensor.zeros([x.shape[0] - f.shape[0] + 1, x.shape[1] - f.shape[1] + 1])
  for i in 0..<o.shape[0] {
    for j in 0..<o.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          o[i, j] += x[i + u * dilation, j + v * dilation] * f[u, v]
        }
      }
    }
  }
  return o
}
