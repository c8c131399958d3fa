// expect: The columns moved apart, but the rows did not. There are
func withHoles(_ f: Tensor, dilation: Int) -> Tensor {
  var wide = Tensor.zeros([f.shape[0], dilation * (f.shape[1] - 1) + 1])
  for u in 0..<f.shape[0] {
    for v in 0..<f.shape[1] {
      wide[u, dilation * v] = f[u, v]
    }
  }
  return wide
}
