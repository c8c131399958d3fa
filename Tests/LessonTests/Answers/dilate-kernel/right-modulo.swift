func withHoles(_ f: Tensor, dilation d: Int) -> Tensor {
  var g = Tensor.zeros([f.shape[0] * d - d + 1, f.shape[1] * d - d + 1])
  for i in 0..<g.shape[0] where i % d == 0 {
    for j in 0..<g.shape[1] where j % d == 0 {
      g[i, j] = f[i / d, j / d]
    }
  }
  return g
}
