// expect: kernel
func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  return matmul(f, g)
}
