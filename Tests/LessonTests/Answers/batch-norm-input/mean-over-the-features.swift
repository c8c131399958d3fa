// expect: The two means run over the features. They run over the
func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let s = sqrt(x.variance(axes: [0], correction: 0) + epsilon)
  let h = (x - x.mean(axes: [0])) / s
  let g = gamma * dY
  let axes = [1]
  return (g - g.mean(axes: axes, keepDimensions: true) - h * (g * h).mean(axes: axes, keepDimensions: true)) / s
}
