// expect: ∂E/∂F wrong
func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  return correlate2d(x, abs(dO))
}
