// expect: wrong
func averagePool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  return averagePool2d(x, size: size)
}
