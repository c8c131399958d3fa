// expect: Neighbours in the gradient are taken as neighbours in x, as
func kernelGradient(
  _ dO: Tensor, input x: Tensor, kernelShape: [Int], stride: Int, padding: Int, dilation: Int
) -> Tensor {
  return correlate2d(x.padded(padding), dO)[0..<kernelShape[0], 0..<kernelShape[1]]
}
