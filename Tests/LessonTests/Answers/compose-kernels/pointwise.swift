// expect: error
func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  return f * g
}
