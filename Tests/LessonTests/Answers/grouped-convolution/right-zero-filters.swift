// An ordinary convolution, with weights of 0 for the channels of other groups.
func groupedConvolution(_ x: Tensor, _ f: Tensor, groups: Int) -> Tensor {
  var wide = Tensor.zeros([f.shape[0], x.shape[0], f.shape[2], f.shape[3]])
  let perGroup = f.shape[0] / groups
  for k in 0..<f.shape[0] {
    let g = k / perGroup
    wide[k, (g * f.shape[1])..<((g + 1) * f.shape[1]), 0..., 0...] = f[k, 0..., 0..., 0...]
  }
  return conv2d(x.expandedDimension(at: 0), kernel: wide)[0, 0..., 0..., 0...]
}
