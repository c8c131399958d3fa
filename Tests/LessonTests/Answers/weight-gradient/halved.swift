// expect: 0.5 times
func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  return correlate2d(x, dO) / 2
}
