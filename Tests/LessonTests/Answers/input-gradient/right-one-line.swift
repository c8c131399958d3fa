func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  convolve2d(dO, f, mode: .full)
}
