// expect: ∂E/∂F has the wrong shape
func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  return convolve2d(dO, x, mode: .full)
}
