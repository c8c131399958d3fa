// expect: k is divided by the number of groups. A group has K /
func groupedConvolution(_ x: Tensor, _ f: Tensor, groups: Int) -> Tensor {
  var o = Tensor.zeros([f.shape[0], x.shape[1] - f.shape[2] + 1, x.shape[2] - f.shape[3] + 1])
  for k in 0..<f.shape[0] {
    for c in 0..<f.shape[1] {
      let channel = (k / groups * f.shape[1] + c) % x.shape[0]
      o[k, 0..., 0...] = o[k, 0..., 0...] + correlate2d(x[channel, 0..., 0...], f[k, c, 0..., 0...])
    }
  }
  return o
}
