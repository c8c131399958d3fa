func kernelGradient(
  _ dO: Tensor, input x: Tensor, kernelShape: [Int], stride: Int, padding: Int, dilation: Int
) -> Tensor {
  let columns = im2col(
    x.reshaped([1, 1, x.shape[0], x.shape[1]]), size: kernelShape, stride: stride, padding: padding, dilation: dilation)
  return matmul(columns[0, 0..., 0...], dO.reshaped([-1, 1])).reshaped(kernelShape)
}
