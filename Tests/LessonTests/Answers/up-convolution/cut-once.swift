// expect: The result is cut at the top and at the left only. P rows
func upConvolution(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let y = convTransposed2d(x.expandedDimension(at: 0), kernel: f, stride: stride)
  return y[0, 0..., padding..., padding...]
}
