func paint(_ x: Tensor, _ f: Tensor, stride: Int) -> Tensor {
  let shape = [(x.shape[0] - 1) * stride + f.shape[0], (x.shape[1] - 1) * stride + f.shape[1]]
  let c = convolutionMatrix(f, inputShape: shape, stride: stride)
  return matmul(c.transposed(), x.reshaped([x.count, 1])).reshaped(shape)
}
