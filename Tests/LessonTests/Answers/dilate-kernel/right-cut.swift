func withHoles(_ f: Tensor, dilation: Int) -> Tensor {
  var wide = Tensor.zeros([dilation * f.shape[0], dilation * f.shape[1]])
  for u in 0..<f.shape[0] {
    for v in 0..<f.shape[1] {
      wide[dilation * u, dilation * v] = f[u, v]
    }
  }
  return wide[0...(dilation * (f.shape[0] - 1)), 0...(dilation * (f.shape[1] - 1))]
}
