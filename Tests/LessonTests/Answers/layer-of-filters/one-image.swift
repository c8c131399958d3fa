// expect: The first image's maps are right
func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  var y = Tensor.zeros([x.shape[0], f.shape[0], x.shape[2] - f.shape[2] + 1, x.shape[3] - f.shape[3] + 1])
  for k in 0..<f.shape[0] {
    y[0, k, 0..., 0...] = applyFilter(x[0, 0..., 0..., 0...], f[k, 0..., 0..., 0...], bias: b[k])
  }
  return y
}
