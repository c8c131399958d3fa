func whitenedGradient(_ dY: Tensor, x: Tensor, epsilon: Double) -> Tensor {
  let input = x.requiringGradient()
  decorrelatedBatchNorm(input, epsilon: epsilon).backward(upstream: dY)
  return input.gradient ?? Tensor.zeros(x.shape)
}
