// expect: O wrong
func groupedConvolution(_ x: Tensor, _ f: Tensor, groups: Int) -> Tensor {
  let from = x.shape[0] - f.shape[1]
  return conv2d(x[from..., 0..., 0...].expandedDimension(at: 0), kernel: f)[0, 0..., 0..., 0...]
}
