func kernelGradient(
  _ dO: Tensor, input x: Tensor, kernelShape: [Int], stride: Int, padding: Int, dilation: Int
) -> Tensor {
  let image = x.reshaped([1, 1, x.shape[0], x.shape[1]])
  let kernel = dO.reshaped([1, 1, dO.shape[0], dO.shape[1]])
  let all = conv2d(image, kernel: kernel, stride: dilation, padding: padding, dilation: stride)
  return all[0, 0, 0..<kernelShape[0], 0..<kernelShape[1]]
}
