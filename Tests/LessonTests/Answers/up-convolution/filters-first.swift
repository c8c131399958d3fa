// expect: error
func upConvolution(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let y = convTransposed2d(
    x.expandedDimension(at: 0), kernel: f.permuted([1, 0, 2, 3]), stride: stride, padding: padding)
  return y.reshaped([y.shape[1], y.shape[2], y.shape[3]])
}
