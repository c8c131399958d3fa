// expect: error
func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  return correlate2d(dO, x)
}
