// expect: This is the transpose
func rotate(_ f: Tensor) -> Tensor {
  var g = Tensor.zeros([f.shape[1], f.shape[0]])
  for i in 0..<f.shape[0] {
    for j in 0..<f.shape[1] {
      g[j, i] = f[i, j]
    }
  }
  return g
}
