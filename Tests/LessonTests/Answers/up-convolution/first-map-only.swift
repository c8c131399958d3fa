// expect: All maps come from slice 0. Map k is painted with f[c,
func upConvolution(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let g = f[0..., 0..<1, 0..., 0...].repeated(f.shape[1], axis: 1)
  return convTransposed2d(x.expandedDimension(at: 0), kernel: g, stride: stride, padding: padding)[0, 0..., 0..., 0...]
}
