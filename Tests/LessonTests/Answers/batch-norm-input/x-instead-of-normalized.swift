// expect: In the way through the variance x stands where the formula
func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let s = sqrt(x.variance(axes: [0], correction: 0) + epsilon)
  let g = gamma * dY
  return (g - g.mean(axes: [0]) - x * (g * x).mean(axes: [0])) / s
}
