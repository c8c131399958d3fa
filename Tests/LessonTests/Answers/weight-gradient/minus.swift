// expect: the sign is flipped
func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  return -correlate2d(x, dO)
}
