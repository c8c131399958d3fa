func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let input = x.requiringGradient()
  batchNorm(input, gamma: gamma, epsilon: epsilon).backward(upstream: dY)
  return input.gradient ?? Tensor.zeros(x.shape)
}
