// expect: sign
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  return -convolve2d(dO, f, mode: .full)
}
