func upConvolution(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let h = (x.shape[1] - 1) * stride + f.shape[2] - 2 * padding
  let w = (x.shape[2] - 1) * stride + f.shape[3] - 2 * padding
  let dx = conv2dInputGradient(
    x.expandedDimension(at: 0), kernel: f, inputShape: [1, f.shape[1], h, w], stride: stride, padding: padding)
  return dx.reshaped([f.shape[1], h, w])
}
