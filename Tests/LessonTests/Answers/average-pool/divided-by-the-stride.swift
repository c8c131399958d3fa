// expect: The sum is divided by stride * stride. How many numbers a
func averagePool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  return averagePool2d(x, size: size, stride: stride) * Double(size * size) / Double(stride * stride)
}
