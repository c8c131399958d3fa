// expect: The kernel is turned by 180 degrees. The first weights of
func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  return convolve2d(f, g, mode: .full).rotated180()
}
