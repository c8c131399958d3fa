// expect: The size is right, and all weights stand together in the
func withHoles(_ f: Tensor, dilation: Int) -> Tensor {
  var wide = Tensor.zeros([dilation * (f.shape[0] - 1) + 1, dilation * (f.shape[1] - 1) + 1])
  for u in 0..<f.shape[0] {
    for v in 0..<f.shape[1] {
      wide[u, v] = f[u, v]
    }
  }
  return wide
}
