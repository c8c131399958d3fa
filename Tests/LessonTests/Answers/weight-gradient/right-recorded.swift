func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  let f = Tensor.zeros([x.shape[0] - dO.shape[0] + 1, x.shape[1] - dO.shape[1] + 1]).requiringGradient()
  correlate2d(x, f).backward(upstream: dO)
  return f.gradient ?? f
}
