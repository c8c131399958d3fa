// expect: Line 6:
func rotate(_ f: Tensor) -> Tensor {
  var g = Tensor.zeros(f.shape)
  for i in 0..<f.shape[0] {
    for j in 0..<f.shape[1] {
      g[i, j] = f[f.shape[0] - i, f.shape[1] - j]
    }
  }
  return g
}
