// expect: Every product replaces the one before it, so only the last
func convolveSequence(_ x: Tensor, _ f: Tensor) -> Tensor {
  var o = Tensor.zeros([f.shape[0], x.shape[1] - f.shape[2] + 1])
  for k in 0..<f.shape[0] {
    for i in 0..<o.shape[1] {
      for c in 0..<f.shape[1] {
        for u in 0..<f.shape[2] {
          o[k, i] = x[c, i + u] * f[k, c, u]
        }
      }
    }
  }
  return o
}
