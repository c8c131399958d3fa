func layerNormGradients(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> (
  dX: Tensor, dGamma: Tensor, dBeta: Tensor
) {
  let (input, scale, shift) = (
    x.requiringGradient(), gamma.requiringGradient(), Tensor.zeros(gamma.shape).requiringGradient()
  )
  layerNorm(input, normalizedShape: gamma.shape, gamma: scale, beta: shift, epsilon: epsilon).backward(upstream: dY)
  return (input.gradient ?? x, scale.gradient ?? gamma, shift.gradient ?? gamma)
}
