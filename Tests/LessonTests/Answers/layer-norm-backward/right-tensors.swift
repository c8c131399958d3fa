func layerNormGradients(
  _ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double
) -> (dX: Tensor, dGamma: Tensor, dBeta: Tensor) {
  let d = x - x.mean(axes: [1], keepDimensions: true)
  let s = sqrt((d * d).mean(axes: [1], keepDimensions: true) + epsilon)
  let h = d / s
  let g = dY * gamma
  let inner = g - g.mean(axes: [1], keepDimensions: true) - h * (g * h).mean(axes: [1], keepDimensions: true)
  return (inner / s, (dY * h).sum(axes: [0]), dY.sum(axes: [0]))
}
