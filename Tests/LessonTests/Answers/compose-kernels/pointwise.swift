// expect: do not fit together
func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  return f * g
}
