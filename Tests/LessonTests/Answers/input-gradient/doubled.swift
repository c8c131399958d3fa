// expect: 2
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  return 2 * convolve2d(dO, f, mode: .full)
}
