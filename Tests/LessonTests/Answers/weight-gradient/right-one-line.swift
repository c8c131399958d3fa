func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  correlate2d(x, dO)
}
