// Each output element looks for the pixels that paint it.
func paint(_ x: Tensor, _ f: Tensor, stride: Int) -> Tensor {
  var y = Tensor.zeros([(x.shape[0] - 1) * stride + f.shape[0], (x.shape[1] - 1) * stride + f.shape[1]])
  for a in 0..<y.shape[0] {
    for b in 0..<y.shape[1] {
      for u in 0..<f.shape[0] where a >= u && (a - u) % stride == 0 && (a - u) / stride < x.shape[0] {
        for v in 0..<f.shape[1] where b >= v && (b - v) % stride == 0 && (b - v) / stride < x.shape[1] {
          y[a, b] += x[(a - u) / stride, (b - v) / stride] * f[u, v]
        }
      }
    }
  }
  return y
}
