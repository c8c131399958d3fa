// expect: This is max pooling. Here the mean of each window is
func averagePool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  return maxPool2d(x, size: size, stride: stride)
}
