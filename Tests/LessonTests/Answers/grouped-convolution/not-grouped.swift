// expect: error
func groupedConvolution(_ x: Tensor, _ f: Tensor, groups: Int) -> Tensor {
  return conv2d(x.expandedDimension(at: 0), kernel: f)[0, 0..., 0..., 0...]
}
