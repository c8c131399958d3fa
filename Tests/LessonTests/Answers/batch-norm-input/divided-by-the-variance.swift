// expect: The result is divided by the variance. It is divided by s,
func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let variance = x.variance(axes: [0], correction: 0) + epsilon
  let h = (x - x.mean(axes: [0])) / sqrt(variance)
  let g = gamma * dY
  return (g - g.mean(axes: [0]) - h * (g * h).mean(axes: [0])) / variance
}
