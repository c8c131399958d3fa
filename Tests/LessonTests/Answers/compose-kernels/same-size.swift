// expect: The result has the size of the first filter. Two layers see
func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  return convolve2d(f, g, mode: .same)
}
