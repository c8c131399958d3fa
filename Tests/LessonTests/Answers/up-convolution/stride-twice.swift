// expect: larger maps
func upConvolution(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let y = convTransposed2d(x.expandedDimension(at: 0), kernel: f, stride: stride, dilation: stride)
  return y[0, 0..., padding..<(y.shape[2] - padding), padding..<(y.shape[3] - padding)]
}
